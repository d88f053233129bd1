import data from '../data/framework.json' with { type: 'json' };
import { checkData, checkUnique } from './check.ts';
import { type Characteristic, frameworkSchema, type Principle } from './schema.ts';

/** The name that errors and citations give this file. */
export const frameworkFile = 'framework.json';

export const framework = checkData(frameworkFile, frameworkSchema, data);
checkUnique(frameworkFile, [
  ...framework.principles.map((principle) => principle.id),
  ...framework.characteristics.map((characteristic) => String(characteristic.number)),
]);

/**
 * The four principles that guide the framework, in the order of the source. Source: Powerful
 * Communities, Strong Economies (Locality, 2017), Executive Summary; `statement` is quoted.
 */
export const principles: readonly Principle[] = framework.principles;

/**
 * The seven characteristics of a resilient local economy, 1 to 7. Source: Powerful Communities,
 * Strong Economies (Locality, 2017), Executive Summary; `wording` and `outcome.indicator` are quoted.
 */
export const characteristics: readonly Characteristic[] = framework.characteristics;
