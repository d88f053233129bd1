import type { Explained, Source } from '../../explain/explained.ts';
import { formatCount, formatShare, formatValue } from '../../units/format.ts';
import type { Outcome } from '../../workbook/issue.ts';
import { characteristics } from '../framework.ts';
import { dataAtHand, indicatorName } from '../indicators.ts';
import { type ImpactPlan, inBank, type Planned, type PlanUnit } from './plan.ts';
import { planIssues } from './plan-issues.ts';
import { progressOf, type Reading, readingOf, readings, unitOf } from './progress.ts';
import { tenSteps } from './ten-steps.ts';

/** An indicator of a plan with where it stands. */
export interface PlannedResult {
  readonly name: string;
  /** Id in the bank; undefined for one of your own. */
  readonly id?: string;
  readonly characteristic: number;
  readonly standing: 'key' | 'other' | 'own';
  readonly unit: PlanUnit;
  readonly baseline: number | null;
  readonly target: number | null;
  readonly actual: number | null;
  /** Share of the way from baseline to target; null where it cannot be worked out. */
  readonly progress: number | null;
  readonly reading: Reading;
  /** In one sentence. */
  readonly sentence: string;
  readonly workings?: Explained;
  readonly sources: readonly Source[];
}

export interface ImpactSummary {
  readonly name: string;
  readonly organisation?: string;
  readonly area?: string;
  readonly period?: string;
  readonly indicators: readonly PlannedResult[];
  readonly readings: Readonly<Record<Reading, number>>;
  readonly byCharacteristic: readonly {
    readonly number: number;
    readonly name: string;
    readonly indicators: number;
    readonly reached: number;
  }[];
  /** Kinds of data that the indicators draw on, the most used first. */
  readonly data: readonly {
    readonly id: string;
    readonly name: string;
    readonly usedBy: number;
    readonly atHand?: boolean;
    readonly who?: string;
    readonly when?: string;
  }[];
  readonly steps: {
    readonly done: number;
    readonly next?: { readonly number: number; readonly name: string; readonly ask: string };
  };
  readonly sentences: readonly string[];
  readonly sources: readonly Source[];
}

/** More than this is hard to keep up year after year: our advice. */
const manyIndicators = 15;

/** Where a plan stands: each indicator with its progress explained, the data still to find, the next step. */
export function impactSummary(plan: ImpactPlan): Outcome<ImpactSummary> {
  const issues = planIssues(plan.indicators);
  if (issues.some(({ severity }) => severity === 'error')) return { ok: false, issues };
  const results = plan.indicators.map(result);
  const counted = Object.fromEntries(
    readings.map((reading) => [reading, results.filter((each) => each.reading === reading).length]),
  ) as Record<Reading, number>;
  const steps = stepsOf(plan);
  const { name, organisation, area, period } = plan;
  const value: ImpactSummary = {
    name,
    ...(organisation === undefined ? {} : { organisation }),
    ...(area === undefined ? {} : { area }),
    ...(period === undefined ? {} : { period }),
    indicators: results,
    readings: counted,
    byCharacteristic: characteristics().map((each) => {
      const own = results.filter(({ characteristic }) => characteristic === each.number);
      return {
        number: each.number,
        name: each.name,
        indicators: own.length,
        reached: own.filter(({ reading }) => reading === 'reached').length,
      };
    }),
    data: dataOf(plan),
    steps,
    sentences: sentences(results, counted, steps),
    sources: [tenSteps().source],
  };
  return { ok: true, value, issues };
}

function result(planned: Planned): PlannedResult {
  const { name, unit, baseline = null, target = null, actual = null } = planned;
  const bank = inBank(name);
  const workings = progressOf(planned);
  const reading = readingOf(planned);
  const words = (value: number): string => formatValue(value, unitOf[unit]);
  return {
    name: bank ? indicatorName(bank) : name,
    ...(bank ? { id: bank.id } : {}),
    characteristic: bank?.characteristic ?? planned.characteristic ?? 0,
    standing: bank?.standing ?? 'own',
    unit,
    baseline,
    target,
    actual,
    progress: workings?.value ?? null,
    reading,
    sentence:
      [
        baseline === null ? 'No baseline' : `From ${words(baseline)}`,
        target === null ? 'without a target' : `to ${words(target)}`,
        actual === null ? 'not measured since' : `now ${words(actual)}`,
      ].join(', ') +
      (workings === undefined ? `: ${reading}.` : `: ${formatShare(workings.value)} of the way, ${reading}.`),
    ...(workings ? { workings } : {}),
    sources: bank?.sources ?? [],
  };
}

function dataOf(plan: ImpactPlan): ImpactSummary['data'] {
  const needs = plan.indicators.flatMap(({ name }) => inBank(name)?.needs ?? []);
  return dataAtHand()
    .map(({ id, name }) => {
      const said = plan.data.find(({ kind }) => kind === name || kind === id);
      return {
        id,
        name,
        usedBy: needs.filter((need) => need.id === id).length,
        ...(said?.atHand === undefined ? {} : { atHand: said.atHand }),
        ...(said?.who === undefined ? {} : { who: said.who }),
        ...(said?.when === undefined ? {} : { when: said.when }),
      };
    })
    .filter(({ usedBy }) => usedBy > 0)
    .sort((a, b) => b.usedBy - a.usedBy);
}

function stepsOf({ steps }: ImpactPlan): ImpactSummary['steps'] {
  const done = new Set(steps.filter((step) => step.done).map(({ number }) => number));
  const next = tenSteps().steps.find(({ number }) => !done.has(number));
  return {
    done: done.size,
    ...(next ? { next: { number: next.number, name: next.name, ask: next.ask } } : {}),
  };
}

function sentences(
  results: readonly PlannedResult[],
  counted: Readonly<Record<Reading, number>>,
  { done, next }: ImpactSummary['steps'],
): string[] {
  const key = results.filter(({ standing }) => standing === 'key').length;
  const told = readings
    .filter((reading) => counted[reading] > 0)
    .map((reading) => `${formatCount(counted[reading])} ${reading}`);
  return [
    `${formatCount(results.length)} ${results.length === 1 ? 'indicator' : 'indicators'}, ${formatCount(key)} of them key: ${told.join(', ')}.`,
    ...(results.length > manyIndicators
      ? [
          `More than ${formatCount(manyIndicators)} are hard to keep up. Which would you miss if you left them out?`,
        ]
      : []),
    `${formatCount(done)} of ten steps done.${next ? ` Next is step ${next.number}, ${next.name.toLowerCase()}: ${next.ask}` : ''}`,
    'Figures support the story that you tell: say what you contributed, not that you alone did it.',
  ];
}
