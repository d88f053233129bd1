import assert from 'node:assert/strict';
import { computePrepared, type Lm3Project, parseLm3Project, prepareLm3 } from '../../core/index.ts';
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

/**
 * Rounds, bounds, interval and workings of 140,000 suppliers that have been read, beside a plain
 * version over objects that gives LM3 only. The aim is under 5 ms.
 */
export const lm3Suppliers = {
  name: 'lm3',
  title: '140,000 suppliers once read: rounds, bounds, interval and workings (aim: under 5 ms)',
  peer: 'plain object version, LM3 only',
  goal: '<= 0.1',
  run() {
    const input = project();
    const prepared = prepareLm3(input);
    const outcome = computePrepared(prepared);
    assert(outcome.ok);
    assert(Math.abs(outcome.value.lm3 - plainLm3(input)) < 1e-9, 'both give the same LM3');
    assert(outcome.value.interval?.method === 'prediction');
    return interleavedMedians(
      () => computePrepared(prepared),
      () => plainLm3(input),
    );
  },
};
