import assert from 'node:assert/strict';
import {
  type Lm3Project,
  parseLm3Project,
  planPrepared,
  prepareLm3,
  seededNumbers,
  studentTQuantile,
} from '../../core/index.ts';
import { interleavedMedians } from './medians.ts';

const suppliers = 140_000;
const budgets = [10, 20, 50, 100, 200, 500, 1000];
const variance = 1 / 12;

function project(): Lm3Project {
  const next = seededNumbers(20_261_124);
  const chance = () => next() / 2 ** 31;
  const parsed = parseLm3Project({
    name: 'Bench',
    payroll: { local: 5e8, nonLocal: 3e8 },
    suppliers: Array.from({ length: suppliers }, (_, index) => ({
      name: `Supplier ${index}`,
      spend: Math.round(Math.exp(4 + 9 * chance() ** 2) * 100) / 100,
      local: chance() < 0.4,
      respendShare: null,
    })),
  });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
  return parsed.value;
}

/**
 * As one would write it first: objects are sorted, sums are made anew for each budget, of which half
 * goes to the largest. No search for the best split, no workings, no draw, no answers in hand.
 */
function plainPlan({ suppliers: all }: Lm3Project): { reach: number[]; halfWidths: number[] } {
  const sorted = all.filter((supplier) => supplier.spend > 0).sort((a, b) => b.spend - a.spend);
  const total = sorted.reduce((sum, { spend }) => sum + spend, 0);
  const reach = [0.5, 0.75, 0.9].map((share) => {
    let sum = 0;
    return (
      sorted.findIndex(({ spend }) => {
        sum += spend;
        return sum >= share * total;
      }) + 1
    );
  });
  const halfWidths = budgets.map((budget) => {
    const largest = budget / 2;
    const rest = sorted.slice(largest);
    const parts = [true, false].map((local) => {
      const kind = rest.filter((supplier) => supplier.local === local);
      const spend = kind.reduce((sum, supplier) => sum + supplier.spend, 0);
      const squares = kind.reduce((sum, supplier) => sum + supplier.spend ** 2, 0);
      const drawn = Math.max(Math.round((largest * kind.length) / rest.length), 2);
      const left = 1 - drawn / kind.length;
      const weights = squares / kind.length / (spend / kind.length) ** 2 / drawn;
      return { variance: variance * ((left * spend) ** 2 * weights + left * squares), freedom: drawn - 1 };
    });
    const sum = parts.reduce((total, part) => total + part.variance, 0);
    const freedom = sum ** 2 / parts.reduce((total, part) => total + part.variance ** 2 / part.freedom, 0);
    return studentTQuantile(0.975, freedom) * Math.sqrt(sum);
  });
  return { reach, halfWidths };
}

/** A survey of 140,000 suppliers planned, beside a plain object version of its main figures. */
export const planRow = {
  name: 'plan',
  title: '140,000 suppliers to a survey plan: reach, seven budgets, draw, chase list, workings',
  peer: 'sort of objects and a loop for each budget; no search, draw or workings',
  goal: '<= 1, and below 200 ms',
  run() {
    const input = project();
    const prepared = prepareLm3(input);
    const planned = planPrepared(prepared, { budgets });
    assert(planned.ok);
    assert.deepEqual(
      planned.value.reach.map((step) => step.suppliers),
      plainPlan(input).reach,
      'both find the same fewest suppliers',
    );
    return interleavedMedians(
      () => planPrepared(prepared, { budgets }),
      () => plainPlan(input),
    );
  },
};
