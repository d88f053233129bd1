import { type Numbers, wholeBelow } from './numbers.ts';

/** How the re-spend shares of suppliers may be spread. Nobody knows the true spread, so several are tried. */
export interface RespendLaw {
  readonly name: string;
  /** A share from 0 to 1. `place` is 0 for the largest supplier and 1 for the smallest. */
  readonly share: (place: number, next: Numbers) => number;
}

/** Any share is as likely as any other. */
export const flat: RespendLaw = { name: 'flat', share: (_, next) => next() };

/** Four in ten nothing, one in ten everything, the rest in whole tenths: how people fill in forms. */
export const lumpy: RespendLaw = {
  name: 'lumpy',
  share: (_, next) => {
    const kind = next();
    if (kind < 0.4) return 0;
    return kind < 0.5 ? 1 : (1 + wholeBelow(9, next)) / 10;
  },
};

/** From about 0.2 for the largest to about 0.8 for the smallest, each up to 0.2 away from that. */
export const bySize: RespendLaw = {
  name: 'by size',
  share: (place, next) => 0.2 + 0.6 * place + 0.4 * (next() - 0.5),
};

/** Seven in ten nothing, the rest anything: what suppliers outside an area may look like. */
export const mostlyNothing: RespendLaw = {
  name: 'mostly nothing',
  share: (_, next) => (next() < 0.7 ? 0 : next()),
};

/** Nine in ten nothing, one in ten everything: more than a handful of answers can show. */
export const rare: RespendLaw = { name: 'rare', share: (_, next) => (next() < 0.1 ? 1 : 0) };
