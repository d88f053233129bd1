import { difference, type Explained, given, quotient } from '../../explain/explained.ts';
import type { Unit } from '../../units/format.ts';
import type { Planned, PlanUnit } from './plan.ts';

/** Where an indicator stands, in the words that the workbook shows. */
export const readings = [
  'needs a baseline',
  'needs a target',
  'not measured yet',
  'reached',
  'on the way',
  'no change',
  'moving away',
  'changed',
] as const;
export type Reading = (typeof readings)[number];

export const unitOf: Readonly<Record<PlanUnit, Unit>> = {
  count: 'number',
  gbp: 'GBP',
  share: 'share',
  mark: 'number',
  ratio: 'ratio',
};

/**
 * How much of the way from baseline to target has been gone: (actual - baseline) / (target - baseline),
 * a share that may lie below 0 or above 1. It works for what is to rise and for what is to fall.
 * Undefined while one of the three is missing, or where the target is to stay at the baseline.
 *
 * @example progressOf({ name: 'Empty shops', unit: 'count', baseline: 20, target: 10, actual: 15 })?.value // 0.5
 */
export function progressOf(planned: Planned): Explained | undefined {
  const { name, unit, baseline, target, actual, where } = planned;
  if (baseline === undefined || target === undefined || actual === undefined || target === baseline)
    return undefined;
  const figure = (id: string, label: string, value: number): Explained =>
    given({ id, label, unit: unitOf[unit], formula: 'given', where }, value);
  const start = figure('baseline', 'Baseline', baseline);
  const naming = (id: string, label: string, formula: string) => ({ id, label, unit: unitOf[unit], formula });
  return quotient(
    {
      id: 'progress',
      label: `Progress: ${name}`,
      unit: 'share',
      formula: '(actual - baseline) / (target - baseline)',
      assumptions: [contribution],
    },
    difference(naming('gone', 'Way gone', 'actual - baseline'), figure('actual', 'Actual', actual), start),
    difference(naming('way', 'Way to go', 'target - baseline'), figure('target', 'Target', target), start),
  );
}

const contribution = {
  id: 'contribution',
  text: 'Progress is that of the place or the people, not the effect of one organisation.',
  because: 'The report asks for challenge and against over-claiming: to have contributed is enough.',
  effect: 'What would have happened anyway is not taken off.',
};

export function readingOf(planned: Planned): Reading {
  const { baseline, target, actual } = planned;
  if (baseline === undefined) return 'needs a baseline';
  if (target === undefined) return 'needs a target';
  if (actual === undefined) return 'not measured yet';
  if (target === baseline) return actual === target ? 'reached' : 'changed';
  const progress = (actual - baseline) / (target - baseline);
  if (progress >= 1) return 'reached';
  if (progress > 0) return 'on the way';
  return progress === 0 ? 'no change' : 'moving away';
}
