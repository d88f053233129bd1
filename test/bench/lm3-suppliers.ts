import assert from 'node:assert/strict';
import { computeLm3, type Lm3Project, parseLm3Project } from '../../core/index.ts';
import { interleavedMedians } from './medians.ts';

const suppliers = 140_000;

/** A seeded stream of numbers from 0 to 1, so that every run measures the same project. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** 140,000 suppliers, of which one in five answered. */
export function project(): Lm3Project {
  const next = numbers(20_261_124);
  const parsed = parseLm3Project({
    name: 'Bench',
    payroll: { local: 5e8, nonLocal: 3e8 },
    suppliers: Array.from({ length: suppliers }, (_, index) => ({
      name: `Supplier ${index}`,
      spend: Math.round(Math.exp(6 + 4 * next()) * 100) / 100,
      local: next() < 0.4,
      respendShare: next() < 0.2 ? next() : null,
    })),
  });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
  return parsed.value;
}

/** LM3 as one would write it in a few lines: no workings, no bounds, no interval, no exact sums. */
function plainLm3({ payroll, proxies, suppliers: all }: Lm3Project): number {
  const sum = (amounts: number[]) => amounts.reduce((total, amount) => total + amount, 0);
  const paid = all.filter((supplier) => supplier.spend > 0);
  const round1 = payroll.local + payroll.nonLocal + sum(paid.map((s) => s.spend));
  const round2 = payroll.local + sum(paid.filter((s) => s.local).map((s) => s.spend));
  const respend = [true, false].map((local) => {
    const kind = paid.filter((s) => s.local === local);
    const answered = kind.filter((s) => s.respendShare !== null);
    const given = sum(answered.map((s) => s.spend * (s.respendShare ?? 0)));
    const ratio = given / sum(answered.map((s) => s.spend));
    return given + ratio * sum(kind.filter((s) => s.respendShare === null).map((s) => s.spend));
  });
  const round3 = proxies.localStaff * payroll.local + proxies.nonLocalStaff * payroll.nonLocal + sum(respend);
  return (round1 + round2 + round3) / round1;
}

/** 140,000 suppliers through the engine, with workings, bounds and interval, beside a plain object version. */
export const lm3Suppliers = {
  name: 'lm3',
  title: '140,000 suppliers to LM3 with workings, bounds and interval',
  peer: 'plain object version, LM3 only',
  goal: '<= 1.5',
  run() {
    const input = project();
    const outcome = computeLm3(input);
    assert(outcome.ok);
    assert(Math.abs(outcome.value.lm3 - plainLm3(input)) < 1e-9, 'both give the same LM3');
    assert(outcome.value.interval?.method === 'prediction');
    return interleavedMedians(
      () => computeLm3(input),
      () => plainLm3(input),
    );
  },
};
