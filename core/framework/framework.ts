import data from '../data/framework.json' with { type: 'json' };
import { checkData, checkUnique } from '../shipped/check.ts';
import { once } from '../shipped/once.ts';
import { type Characteristic, frameworkSchema, type Principle } from './schema.ts';

/** The name that errors and citations give this file. */
export const frameworkFile = 'framework.json';

/** The framework's data, checked at the first call. Throws with file and record when it is broken. */
export const framework = once(() => {
  const checked = checkData(frameworkFile, frameworkSchema, data);
  checkUnique(frameworkFile, [
    ...checked.principles.map((principle) => principle.id),
    ...checked.characteristics.map((characteristic) => String(characteristic.number)),
  ]);
  return checked;
});

/**
 * The four principles that guide the framework, in the order of the source. Source: Powerful
 * Communities, Strong Economies (Locality, 2017), Executive Summary; `statement` is quoted.
 */
export function principles(): readonly Principle[] {
  return framework().principles;
}

/**
 * The seven characteristics of a resilient local economy, 1 to 7. Source: Powerful Communities,
 * Strong Economies (Locality, 2017), Executive Summary; `wording` and `outcome.indicator` are quoted.
 */
export function characteristics(): readonly Characteristic[] {
  return framework().characteristics;
}
