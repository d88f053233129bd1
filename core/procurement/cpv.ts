import { cpvList } from './data.ts';
import type { Truth } from './truth.ts';

/** What the Common Procurement Vocabulary code says about a service. */
export interface CpvReading {
  /** Whether Schedule 1 lists it as a light touch service; undefined when the part held does not tell. */
  readonly lightTouch: Truth;
  /** Whether it is marked R there, so that a competition can be reserved to mutuals. */
  readonly reservable: Truth;
  /** Whether the health regime lists it. Undefined when the part held does not tell. */
  readonly health: Truth;
  /** Whether the regulations of 2015 let a contract for it be reserved to mission-led bodies. */
  readonly mission2015: boolean;
  /** Works and goods are told by the first two digits. */
  readonly family: 'goods' | 'works' | 'services';
  readonly name: string | undefined;
}

const digits = (code: string): string => code.slice(0, 8);

/** A code of eight digits, with or without its check digit: `98133110` or `98133110-4`. */
export const cpvForm = /^\d{8}(-\d)?$/;

/** Reads a code against the listed services that are held. */
export function readCpv(code: string): CpvReading {
  const list = cpvList();
  const number = digits(code);
  const division = Number(number.slice(0, 2));
  const family = division === 45 ? 'works' : division < 45 || division === 48 ? 'goods' : 'services';
  const mission2015 = list.mission_2015.ranges.some(({ from, to }) => from <= number && number <= to);
  if (family !== 'services') {
    return { lightTouch: false, reservable: false, health: false, mission2015, family, name: undefined };
  }
  const listed = list.light_touch.find(({ from, to }) => from <= number && number <= to);
  const health = list.health.codes.some((entry) => entry.code === number) ? true : undefined;
  if (listed === undefined) {
    const unlisted = list.complete ? false : undefined;
    return { lightTouch: unlisted, reservable: unlisted, health, mission2015, family, name: undefined };
  }
  return { lightTouch: true, reservable: listed.reservable, health, mission2015, family, name: listed.name };
}
