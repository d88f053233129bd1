import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type EnabledProjectInput, everyNode, recompute } from '../../../core/index.ts';
import { resultOf, type TenantInput } from './tenants.ts';

const amount = fc.option(fc.integer({ min: 0, max: 5_000_000 }), { nil: undefined });
const people = fc.option(fc.integer({ min: 0, max: 80 }), { nil: undefined });

/** Few names and numbers, so that the same tenant turns up again and again. */
const tenant: fc.Arbitrary<TenantInput> = fc.record({
  name: fc.constantFrom('Baker', 'baker ', 'Cobbler', 'Dyer', 'Mill', 'Forge', 'Weaver', 'Tanner'),
  companyNumber: fc.option(fc.constantFrom('123', '00000123', '456'), { nil: undefined }),
  sic: fc.option(fc.constantFrom('56', '47.11', 'K', '65', '84', '90.03', '12', '01.11', 'nonsense'), {
    nil: undefined,
  }),
  useClass: fc.option(fc.constantFrom('E', 'A3', 'B1a', 'B8', 'C1', 'E(d)', 'Z9'), { nil: undefined }),
  areaBasis: fc.option(fc.constantFrom('GEA', 'GIA', 'NIA'), { nil: undefined }),
  floorspaceM2: fc.option(fc.integer({ min: 0, max: 3000 }), { nil: undefined }),
  turnoverGbp: amount,
  gvaGbp: amount,
  fte: people,
  fullTime: people,
  partTime: people,
  headcount: people,
});

const project: fc.Arbitrary<EnabledProjectInput> = fc.record({
  anchors: fc.uniqueArray(
    fc.record({
      name: fc.constantFrom('Mill', 'Forge', 'Barn', 'Wharf'),
      authority: fc.option(fc.constantFrom('North', 'South'), { nil: undefined }),
      tenants: fc.array(tenant, { maxLength: 6 }),
    }),
    { minLength: 1, maxLength: 4, selector: ({ name }) => name },
  ),
});

/** Sums are exact to the last digit or two of a double. */
const near = (value: number): number => Math.abs(value) * 1e-12 + 1e-9;

describe('whatever the tenants are', () => {
  it('low <= typical <= high, for every tenant and every sum', () => {
    fc.assert(
      fc.property(project, fc.boolean(), (input, asPublished2017) => {
        const { anchors, authorities, totals } = resultOf(input, { asPublished2017 });
        for (const { fte, gva } of anchors.flatMap(({ tenants }) => tenants)) {
          for (const { low, value, high } of [fte, gva]) {
            if (value === null) expect([low, high]).toEqual([null, null]);
            else expect((low ?? Number.NaN) <= value && value <= (high ?? Number.NaN)).toBe(true);
          }
        }
        for (const sum of [...anchors, ...authorities, totals]) {
          expect(sum.fteLow).toBeLessThanOrEqual(sum.fte + near(sum.fte));
          expect(sum.fte).toBeLessThanOrEqual(sum.fteHigh + near(sum.fte));
          expect(sum.gvaLow).toBeLessThanOrEqual(sum.gvaGbp + near(sum.gvaGbp));
          expect(sum.gvaGbp).toBeLessThanOrEqual(sum.gvaHigh + near(sum.gvaGbp));
        }
      }),
    );
  });

  it('one more tenant never lowers a sum', () => {
    fc.assert(
      fc.property(project, tenant, fc.nat(), (input, another, at) => {
        const place = at % input.anchors.length;
        const more = {
          anchors: input.anchors.map((anchor, index) =>
            index === place ? { ...anchor, tenants: [...anchor.tenants, another] } : anchor,
          ),
        };
        const [before, after] = [resultOf(input), resultOf(more)];
        const sums = (result: typeof before) => [result.totals, ...result.authorities, ...result.anchors];
        sums(before).forEach((sum, index) => {
          const then = sums(after)[index];
          expect(then?.fte).toBeGreaterThanOrEqual(sum.fte - near(sum.fte));
          expect(then?.gvaGbp).toBeGreaterThanOrEqual(sum.gvaGbp - near(sum.gvaGbp));
        });
      }),
    );
  });

  it('the order of tenants and anchors does not matter', () => {
    fc.assert(
      fc.property(project, (input) => {
        const turned = {
          anchors: [...input.anchors]
            .reverse()
            .map((anchor) => ({ ...anchor, tenants: [...anchor.tenants].reverse() })),
        };
        const [one, other] = [resultOf(input).totals, resultOf(turned).totals];
        expect(Math.abs(one.fte - other.fte)).toBeLessThanOrEqual(near(one.fte));
        expect(Math.abs(one.gvaGbp - other.gvaGbp)).toBeLessThanOrEqual(near(one.gvaGbp));
        expect(Math.abs(one.gvaHigh - other.gvaHigh)).toBeLessThanOrEqual(near(one.gvaHigh));
        expect([other.confidence, other.notCounted]).toEqual([one.confidence, one.notCounted]);
      }),
    );
  });

  it('every figure can be worked out again from its inputs', () => {
    fc.assert(
      fc.property(project, (input) => {
        const { anchors, workings } = resultOf(input);
        const trees = anchors
          .flatMap(({ tenants }) => tenants)
          .flatMap(({ fte, gva }) => [fte.workings, fte.lowWorkings, gva.highWorkings, gva.workings])
          .filter((tree) => tree !== undefined);
        for (const tree of [...trees, workings.fte, workings.gva]) {
          for (const node of everyNode(tree)) expect(recompute(node)).toBe(node.value);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('every figure is the one that its workings end in, and JSON holds both', () => {
    fc.assert(
      fc.property(project, (input) => {
        const { anchors, totals, workings } = resultOf(input);
        expect([workings.fte.value, workings.gva.value]).toEqual([totals.fte, totals.gvaGbp]);
        for (const { fte, gva, crossCheck } of anchors.flatMap(({ tenants }) => tenants)) {
          for (const figure of [fte, gva]) {
            const { value, low, high, formula, workings: tree, lowWorkings, highWorkings } = figure;
            expect(tree?.value ?? null).toBe(value);
            expect(tree?.formula).toBe(formula);
            expect((lowWorkings ?? tree)?.value ?? null).toBe(low);
            expect((highWorkings ?? tree)?.value ?? null).toBe(high);
            const kept = JSON.parse(JSON.stringify(figure)) as typeof figure;
            expect(kept.value).toBe(value);
            expect(kept.workings?.value ?? null).toBe(value);
          }
          if (crossCheck) expect(crossCheck.workings.value).toBe(crossCheck.gvaGbp);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('counts each assumption once for each tenant whose workings hold it', () => {
    fc.assert(
      fc.property(project, (input) => {
        const { anchors, assumptions } = resultOf(input);
        const resting = new Map<string, number>();
        for (const { fte, gva } of anchors.flatMap(({ tenants }) => tenants)) {
          const trees = [fte.workings, gva.workings].filter((tree) => tree !== undefined);
          const nodes = trees.flatMap((tree) => [...everyNode(tree)]);
          for (const id of new Set(nodes.flatMap((node) => node.assumptions.map((each) => each.id)))) {
            resting.set(id, (resting.get(id) ?? 0) + 1);
          }
        }
        for (const [id, tenants] of resting) {
          expect(assumptions.find((each) => each.id === id)?.effect).toContain(
            `Tenants that rest on it: ${tenants}.`,
          );
        }
      }),
      { numRuns: 40 },
    );
  });

  it('an anchor is never firmer than any of its tenants', () => {
    fc.assert(
      fc.property(project, (input) => {
        for (const { confidence, tenants, name } of resultOf(input).anchors) {
          const own = tenants.filter((each) => each.name.trim().toLowerCase() !== name.toLowerCase());
          const levels = own.map((each) => each.confidence);
          if (confidence === 'high') expect(levels.every((level) => level === 'high')).toBe(true);
          if (confidence === 'moderate') expect(levels).not.toContain('low');
          if (confidence === 'moderate') expect(levels).not.toContain('unknown');
        }
      }),
    );
  });
});
