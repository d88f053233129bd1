import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { everyNode, type Lm3ProjectInput, recompute } from '../../../core/index.ts';
import { anyProject, compute } from './any-project.ts';

const close = (value: number) => expect.closeTo(value, 9);

describe('whatever the settings of a project', () => {
  it('keeps rounds 2 and 3 within round 1, and LM3 from 1 to 3', () => {
    fc.assert(
      fc.property(anyProject, (input) => {
        const { round1, round2, round3, lm3 } = compute(input);
        const slack = round1 * 1e-9;
        expect(Math.min(round2, round3)).toBeGreaterThanOrEqual(-slack);
        expect(Math.max(round2, round3)).toBeLessThanOrEqual(round1 + slack);
        expect(lm3).toBeGreaterThanOrEqual(1);
        expect(lm3).toBeLessThanOrEqual(3 + 1e-9);
      }),
    );
  });

  it('puts LM3 inside the bounds and its interval too', () => {
    fc.assert(
      fc.property(anyProject, (input) => {
        const { lm3, bounds, interval } = compute(input);
        const slack = 1e-9;
        expect(bounds.low).toBeLessThanOrEqual(lm3 + slack);
        expect(bounds.high).toBeGreaterThanOrEqual(lm3 - slack);
        if (!interval) return;
        expect(interval.low).toBeGreaterThanOrEqual(bounds.low - slack);
        expect(interval.high).toBeLessThanOrEqual(bounds.high + slack);
        expect(interval.low).toBeLessThanOrEqual(lm3 + slack);
        expect(interval.high).toBeGreaterThanOrEqual(lm3 - slack);
      }),
    );
  });

  it('gives no range when every supplier answered and staff count by proxy', () => {
    fc.assert(
      fc.property(anyProject, (given) => {
        const input: Lm3ProjectInput = {
          ...given,
          staffSurvey: [],
          payroll: { ...given.payroll, extras: [] },
          suppliers: (given.suppliers ?? []).map((s) => ({ ...s, respendShare: s.respendShare ?? 0.5 })),
        };
        const { lm3, bounds, interval } = compute(input);
        expect(bounds).toEqual({ low: close(lm3), high: close(lm3) });
        expect(interval).toMatchObject({ low: lm3, high: lm3, method: 'complete' });
      }),
    );
  });

  it('does not depend on the order of suppliers, extras or staff answers', () => {
    fc.assert(
      fc.property(anyProject, (input) => {
        const { lm3, bounds, interval, rating } = compute(input);
        const turned = compute({
          ...input,
          suppliers: [...(input.suppliers ?? [])].reverse(),
          staffSurvey: [...(input.staffSurvey ?? [])].reverse(),
          payroll: { ...input.payroll, extras: [...(input.payroll.extras ?? [])].reverse() },
        });
        // Equal amounts at the edge of the largest that were chased may change places.
        fc.pre((input.settings?.largestChased ?? 0) === 0);
        expect(turned.lm3).toBeCloseTo(lm3, 9);
        expect(turned.bounds).toEqual({ low: close(bounds.low), high: close(bounds.high) });
        expect(turned.interval === null).toBe(interval === null);
        expect(turned.rating).toBe(rating);
      }),
    );
  });

  it('is the same in pounds and in thousands of pounds', () => {
    fc.assert(
      fc.property(anyProject, fc.constantFrom(0.25, 1000), (input, scale) => {
        const scaled: Lm3ProjectInput = {
          ...input,
          payroll: {
            ...input.payroll,
            local: input.payroll.local * scale,
            nonLocal: input.payroll.nonLocal * scale,
            ...(input.payroll.tax
              ? {
                  tax: {
                    local: input.payroll.tax.local * scale,
                    nonLocal: input.payroll.tax.nonLocal * scale,
                  },
                }
              : {}),
            extras: (input.payroll.extras ?? []).map((line) => ({ ...line, amount: line.amount * scale })),
          },
          staffSurvey: (input.staffSurvey ?? []).map((answer) => ({
            ...answer,
            pay: (answer.pay ?? 0) * scale,
          })),
          otherDirectCosts: (input.otherDirectCosts ?? []).map((cost) => ({
            ...cost,
            amount: cost.amount * scale,
          })),
          suppliers: (input.suppliers ?? []).map((s) => ({ ...s, spend: s.spend * scale })),
        };
        const before = compute(input);
        const after = compute(scaled);
        expect(after.lm3).toBeCloseTo(before.lm3, 9);
        expect(after.bounds.high).toBeCloseTo(before.bounds.high, 9);
        expect(after.interval?.low ?? 0).toBeCloseTo(before.interval?.low ?? 0, 8);
      }),
    );
  });

  it('never lowers LM3 when one silent or, with all answered, any supplier becomes local', () => {
    fc.assert(
      fc.property(anyProject, fc.nat(), fc.boolean(), (given, pick, everyoneAnswers) => {
        const all = given.suppliers ?? [];
        fc.pre(all.length > 0);
        const suppliers = all.map(({ headOfficeLocal: _office, ...s }) => ({
          ...s,
          respendShare: everyoneAnswers ? (s.respendShare ?? 0.5) : s.respendShare,
        }));
        const index = pick % suppliers.length;
        // An answer that changes sides changes what silent suppliers of both sides are taken for.
        fc.pre(everyoneAnswers || suppliers[index]?.respendShare === null);
        // Strata by size or category may fall apart differently; the rule is about one supplier.
        const settings = { ...given.settings, largestChased: 0, categoryStrata: false };
        // An agency is a silent supplier too.
        const payroll = { ...given.payroll, extras: [] };
        const input: Lm3ProjectInput = { ...given, payroll, settings, suppliers };
        const moved = suppliers.map((s, place) => (place === index ? { ...s, local: true } : s));
        fc.pre(input.method === 'allRecipients' || everyoneAnswers);
        const before = compute(input);
        expect(compute({ ...input, suppliers: moved }).lm3).toBeGreaterThanOrEqual(before.lm3 - 1e-9);
      }),
    );
  });

  it('shows workings in which every figure follows from its inputs', () => {
    fc.assert(
      fc.property(anyProject, (input) => {
        const { workings, otherWorkings, lm3 } = compute(input);
        expect(workings.value).toBe(lm3);
        for (const tree of [workings, ...Object.values(otherWorkings)]) {
          for (const node of everyNode(tree)) expect(recompute(node)).toBe(node.value);
        }
      }),
    );
  });

  it('gives every figure of the tree an id of its own', () => {
    fc.assert(
      fc.property(anyProject, (input) => {
        const labels = new Map<string, string>();
        for (const { id, label } of everyNode(compute(input).workings)) {
          expect(labels.get(id) ?? label).toBe(label);
          labels.set(id, label);
        }
      }),
    );
  });

  it('lies on a straight line in what silent suppliers re-spend', () => {
    fc.assert(
      fc.property(anyProject, (input) => {
        const { lm3, silentFactor } = compute(input);
        const nothing = compute({ ...input, nonResponse: 'zero' }).lm3;
        expect(silentFactor.asTaken).toBe(lm3);
        if (input.nonResponse === 'extrapolate') expect(silentFactor.atNothing).toBeCloseTo(nothing, 9);
        expect(silentFactor.atHalf).toBeCloseTo((silentFactor.atNothing + lm3) / 2, 9);
      }),
    );
  });
});
