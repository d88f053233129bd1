import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  computeLm3,
  everyNode,
  type Lm3Project,
  type Lm3ProjectInput,
  parseLm3Project,
  parseWhatIfChanges,
  recompute,
  type WhatIf,
  type WhatIfChange,
  whatIf,
} from '../../../../core/index.ts';
import golden from '../../../golden/lm3.json' with { type: 'json' };

function project(input: unknown): Lm3Project {
  const parsed = parseLm3Project(input);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
  return parsed.value;
}

function run(input: unknown, changes: readonly WhatIfChange[]): WhatIf {
  const outcome = whatIf(project(input), changes);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues));
  return outcome.value;
}

function problems(input: unknown, changes: readonly WhatIfChange[]) {
  const outcome = whatIf(project(input), changes);
  if (outcome.ok) throw new Error('there is a result');
  return outcome.issues;
}

const conformance = golden.conformance.project;
const toNew = { newSupplier: 'Newcomer' };
const move = (
  from: string,
  to: Extract<WhatIfChange, { kind: 'moveSpend' }>['to'],
  amount?: number,
): WhatIfChange =>
  amount === undefined ? { kind: 'moveSpend', from, to } : { kind: 'moveSpend', from, to, amount };

/** Moves of every kind that the conformance case allows. */
const everything: WhatIfChange[] = [
  move('N1', toNew),
  move('N4', { existing: 'L2' }, 12_000),
  move('N2', { newSupplier: 'Other', respendShare: 0.6 }, 5_000),
  move('L4', { existing: 'L1' }, 1_000),
  { kind: 'localPay', amount: 5_000 },
  { kind: 'localPayShare', share: 0.25 },
];

describe('a pound moved', () => {
  it('gains one plus the share of the local supplier less the share of the other', () => {
    const input = {
      name: 'Northumberland’s shares',
      payroll: { local: 0, nonLocal: 0 },
      suppliers: [
        { name: 'Near', spend: 1000, local: true, respendShare: 0.76 },
        { name: 'Far', spend: 1000, local: false, respendShare: 0.36 },
      ],
    };
    const result = run(input, [move('Far', { existing: 'Near' }, 100)]);
    expect(result.effects[0]?.gainPerPound).toBeCloseTo(1.4, 12);
    expect(result.averageGain?.value).toBeCloseTo(1.4, 12);
    expect(result.example.gain.value).toBeCloseTo(1.4, 12);
    expect(result.difference.total).toBeCloseTo(140, 9);
    expect(result.difference.round1).toBe(0);
    expect(result.difference.lm3).toBeCloseTo(140 / 2000, 12);
    expect(result.bounds.low).toBeCloseTo(result.difference.lm3, 12);
    expect(result.bounds.high).toBeCloseTo(result.difference.lm3, 12);
  });

  it('takes a new supplier without a share for a silent local one, as the case’s own ratio has it', () => {
    const result = run(conformance, [move('N1', toNew)]);
    // Local ratio of the case 0.58, N1 answered 0.20.
    expect(result.effects[0]?.gainPerPound).toBeCloseTo(1 + 0.58 - 0.2, 12);
    expect(result.after.round2).toBeCloseTo(200_000 + 40_000, 9);
    expect(result.after.round3).toBeCloseTo(148_937.5 + 40_000 * (0.58 - 0.2), 6);
    expect(result.bounds.low).toBeCloseTo((40_000 * (1 - 0.2)) / 350_000, 12);
    expect(result.bounds.high).toBeCloseTo((40_000 * (2 - 0.2)) / 350_000, 12);
    expect(result.assumptions.map(({ id }) => id)).toContain('newSupplier');
  });

  it('says what LM3 would be if ratios followed the suppliers that remain', () => {
    const result = run(conformance, [move('N1', { newSupplier: 'Newcomer', respendShare: 0.5 })]);
    // Without N1 two non-local answers are left: the ratio of all answers stands for N4.
    const answered = 69_600 - 20_000 * 0.58 + 40_000 * 0.5 + 25_000 * 0.05 + 15_000 * 0.35;
    const pooled = answered / (100_000 + 40_000 + 25_000 + 15_000);
    const localRatio = (69_600 - 11_600 + 20_000) / 140_000;
    const round3 = 59_400 + answered + 20_000 * localRatio + 30_000 * pooled;
    expect(result.recomputedLm3).toBeCloseTo((350_000 + 240_000 + round3) / 350_000, 9);
    expect(result.recomputedLm3).not.toBeCloseTo(result.after.lm3, 4);
    expect(result.sentences.join(' ')).toContain('If they were recomputed');
  });

  it('changes LM3 times round 1 by exactly the pounds moved times their gains', () => {
    for (const method of ['allRecipients', 'chain'] as const) {
      for (const nonResponse of ['extrapolate', 'zero'] as const) {
        const result = run({ ...conformance, method, nonResponse }, everything);
        const gained = result.effects.reduce(
          (sum, { moved, gainPerPound }) => sum + (moved ?? 0) * (gainPerPound ?? 0),
          0,
        );
        const { before, after } = result;
        expect(after.lm3 * after.round1 - before.lm3 * before.round1).toBeCloseTo(gained, 6);
        expect(result.workings.value).toBeCloseTo(result.difference.lm3, 12);
        expect(result.effects.reduce((sum, { addsToLm3 }) => sum + addsToLm3, 0)).toBeCloseTo(
          result.difference.lm3,
          12,
        );
        expect(after.round1).toBeCloseTo(before.round1, 6);
      }
    }
  });

  it('is explained: every figure of the change follows from its inputs', () => {
    for (const node of everyNode(run(conformance, everything).workings)) {
      expect(node.value, node.label).toBeCloseTo(recompute(node), 9);
      expect(node.formula, node.label).not.toBe('');
    }
  });

  it('counts every line of a supplier that stands on several', () => {
    const input = {
      ...conformance,
      suppliers: [...conformance.suppliers, { name: 'n1', spend: 10_000, local: false, respendShare: 0.7 }],
    };
    const result = run(input, [move('N1', { existing: 'L1' })]);
    expect(result.effects[0]?.moved).toBe(50_000);
    expect(result.effects[0]?.gainPerPound).toBeCloseTo(1.7 - (40_000 * 0.2 + 10_000 * 0.7) / 50_000, 12);
    expect(result.workings.value).toBeCloseTo(result.difference.lm3, 12);
  });

  it('keeps strata by category and by size, and joins what it replaces', () => {
    const input = {
      ...conformance,
      settings: { largestChased: 3 },
      suppliers: [
        ...conformance.suppliers.map((supplier) => ({ ...supplier, category: 'Food' })),
        ...[0.1, 0.2, 0.3, null].map((respendShare, index) => ({
          name: `Builder ${index}`,
          spend: 1000 * (index + 1),
          local: true,
          respendShare,
          category: 'Building',
        })),
      ],
    };
    const result = run(input, everything);
    expect(result.workings.value).toBeCloseTo(result.difference.lm3, 12);
    expect(result.project.suppliers.at(-1)).toMatchObject({ local: true, category: 'Food' });
  });

  it('moves agency staff like any other spend', () => {
    const payroll = {
      ...conformance.payroll,
      extras: [{ name: 'Agency', kind: 'agencyStaff', amount: 9_000, local: false }],
    };
    const result = run({ ...conformance, payroll }, [move('Agency', { existing: 'L1' })]);
    expect(result.workings.value).toBeCloseTo(result.difference.lm3, 12);
    expect(result.difference.round2).toBeCloseTo(9_000, 9);
    expect(computed(result.project).round2).toBeCloseTo(result.after.round2, 9);
  });
});

const computed = (given: Lm3Project) => {
  const outcome = computeLm3(given);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues));
  return outcome.value;
};

describe('local recruitment', () => {
  it('gains a pound less the difference of nothing: 1 + 0.66 - 0.33 with the proxies', () => {
    const result = run(conformance, [{ kind: 'localPay', amount: 10_000 }]);
    expect(result.effects[0]?.gainPerPound).toBeCloseTo(1.33, 12);
    expect(result.difference.total).toBeCloseTo(13_300, 6);
  });

  it('gains all of 1.66 by the chain method, which does not follow non-local staff', () => {
    const result = run({ ...conformance, method: 'chain' }, [{ kind: 'localPay', amount: 10_000 }]);
    expect(result.effects[0]?.gainPerPound).toBeCloseTo(1.66, 12);
    expect(result.difference.total).toBeCloseTo(16_600, 6);
  });

  it('keeps round 1 and the exact gain in every tax mode', () => {
    const tax = { local: 20_000, nonLocal: 4_000 };
    for (const taxMode of ['leftOut', 'leakage', 'proxyOnNet'] as const) {
      for (const entered of ['net', 'gross'] as const) {
        const payroll = { ...conformance.payroll, tax, entered };
        const result = run({ ...conformance, payroll, settings: { taxMode } }, [
          { kind: 'localPayShare', share: 0.5 },
        ]);
        expect(result.difference.round1).toBeCloseTo(0, 6);
        expect(result.workings.value, `${taxMode} ${entered}`).toBeCloseTo(result.difference.lm3, 12);
      }
    }
  });

  it('uses the mean of a staff survey, and leaves that mean open in the bounds', () => {
    const staffSurvey = [0.421, 0.505, 0.631, 0.378, 0.336].map((respendShare, index) => ({
      answer: `${index}`,
      local: true,
      respendShare,
    }));
    const result = run({ ...conformance, staffSurvey }, [{ kind: 'localPay', amount: 10_000 }]);
    expect(result.effects[0]?.gainPerPound).toBeCloseTo(1 + 0.4542 - 0.33, 12);
    expect(result.bounds.low).toBeCloseTo((10_000 * (1 - 0.33)) / 350_000, 12);
    expect(result.bounds.high).toBeCloseTo((10_000 * (2 - 0.33)) / 350_000, 12);
  });

  it('does not take the pay of staff who answered the survey one by one', () => {
    const staffSurvey = [{ answer: 'a', local: false, respendShare: 0.1, pay: 15_000 }];
    const ok = run({ ...conformance, staffSurvey }, [{ kind: 'localPay', amount: 5_000 }]);
    expect(ok.workings.value).toBeCloseTo(ok.difference.lm3, 12);
    const [issue] = problems({ ...conformance, staffSurvey }, [{ kind: 'localPay', amount: 6_000 }]);
    expect(issue?.expected).toContain('£15,000.00');
  });
});

describe('another area', () => {
  const input = {
    ...conformance,
    area: 'District',
    areas: [{ name: 'County', kind: 'county', payrollLocal: 95_000 }],
    suppliers: conformance.suppliers.map((supplier) => ({
      ...supplier,
      areas: { County: { local: supplier.name !== 'N4', respendShare: supplier.respendShare } },
    })),
  };

  it('counts first, and moves of money count from there', () => {
    const result = run(input, [move('N4', { existing: 'N1' }, 10_000), { kind: 'area', name: 'County' }]);
    expect(result.after.area).toBe('County');
    expect(result.workings.value).toBeCloseTo(result.difference.lm3, 12);
    expect(result.effects.map(({ kind }) => kind)).toEqual(['moveSpend', 'area']);
    expect(result.bounds.low).toBeLessThanOrEqual(result.difference.lm3);
    expect(result.bounds.high).toBeGreaterThanOrEqual(result.difference.lm3);
    expect(result.sentences.join(' ')).toContain('cannot be ranked');
  });

  it('has to be one that the project lists', () => {
    expect(problems(input, [{ kind: 'area', name: 'Region' }])[0]?.expected).toBe(
      'one of "District", "County"',
    );
  });
});

describe('what is said beside a what-if', () => {
  const text = run(conformance, everything).sentences.join('\n');
  it('points to the procurement routes and assumes no change of price', () => {
    expect(text).toContain('localpound route');
    expect(text).toContain('No change of price is assumed');
    const { effects } = run(conformance, everything);
    for (const { kind, routes } of effects) {
      expect(routes?.command).toBe(kind === 'moveSpend' ? 'localpound route' : undefined);
    }
  });

  it('labels the published gain as an example that is not used', () => {
    expect(text).toContain('Example, not used here: in Northumberland');
  });
});

describe('changes that cannot be made', () => {
  it('name the supplier, say why and how to mend it', () => {
    const found = (changes: readonly WhatIfChange[]) => problems(conformance, changes)[0];
    expect(found([move('N', toNew)])?.mend).toBe('Did you mean "N1" or "N2" or "N3" or "N4"?');
    expect(found([move('N1', { existing: 'N2' })])?.found).toContain('not local');
    expect(found([move('N1', { existing: 'Nobody' })])?.found).toContain('none of the 9 suppliers');
    expect(found([move('L1', { existing: 'L1' })])?.found).toContain('both sides');
    expect(found([move('N1', { newSupplier: 'l1' })])?.expected).toContain('no supplier has yet');
    expect(found([move('N1', toNew, 40_000.01)])?.expected).toContain('£40,000.00');
    expect(found([move('N1', toNew), move('N1', { existing: 'L1' }, 1)])?.found).toContain('£40,001.00');
    expect(found([{ kind: 'localPay', amount: 20_000.01 }])?.expected).toContain('£20,000.00');
    const two = [move('N1', toNew, 1), move('N2', { newSupplier: 'newcomer', respendShare: 0.2 }, 1)];
    expect(found(two)?.found).toContain('two re-spend shares');
  });

  it('say that a supplier is left out or was paid nothing', () => {
    const suppliers = [
      ...conformance.suppliers,
      { name: 'Credit', spend: -5, local: false, respendShare: null },
      { name: 'Idle', spend: 0, local: false, respendShare: null },
    ];
    const input = { ...conformance, suppliers };
    expect(problems(input, [move('Credit', toNew)])[0]?.found).toContain('net credit');
    expect(problems(input, [move('Idle', toNew)])[0]?.found).toContain('paid nothing');
  });

  it('are told all at once', () => {
    expect(
      problems(conformance, [move('X', { existing: 'Y' }), { kind: 'localPay', amount: 1e6 }]),
    ).toHaveLength(3);
  });

  it('are checked when they come as JSON', () => {
    const wrong = parseWhatIfChanges([
      { kind: 'moveSpend', from: 'N1', amount: -1, to: { newSupplier: 'X', respendShare: 0.5 } },
      { kind: 'localPayShare', share: 1.2 },
    ]);
    expect(wrong.issues.map(({ where, expected }) => [where.path, expected])).toEqual([
      ['[0].amount', 'an amount in GBP above 0'],
      ['[1].share', 'a share from 0 to 1'],
    ]);
    expect(parseWhatIfChanges(everything).ok).toBe(true);
  });
});

const money = fc.integer({ min: 1, max: 1_000_000 }).map((pence) => pence / 100);
const share = fc.double({ min: 0, max: 1, noNaN: true });
const anySupplier = fc.record({
  spend: money,
  local: fc.boolean(),
  respendShare: fc.option(share, { freq: 3 }),
});
const anyProject = fc
  .record({
    payroll: fc.record({ local: money, nonLocal: money }),
    method: fc.constantFrom('allRecipients' as const, 'chain' as const),
    suppliers: fc.array(anySupplier, { minLength: 2, maxLength: 12 }),
  })
  .map(
    ({ suppliers, ...rest }): Lm3ProjectInput => ({
      name: 'P',
      ...rest,
      suppliers: suppliers.map((supplier, index) => ({ name: `S${index}`, ...supplier })),
    }),
  );
/** Part of the spend of up to four suppliers to a new local one, and part of the pay. */
const anyChanges = fc.record({
  parts: fc.array(fc.double({ min: 0.01, max: 1, noNaN: true }), { minLength: 1, maxLength: 4 }),
  given: fc.option(share),
  pay: fc.option(fc.double({ min: 0.01, max: 1, noNaN: true })),
});
const changesOf = (
  input: Lm3ProjectInput,
  { parts, given, pay }: { parts: number[]; given: number | null; pay: number | null },
) => [
  ...(input.suppliers ?? []).slice(0, parts.length).map(
    ({ name, spend }, index): WhatIfChange => ({
      kind: 'moveSpend',
      from: name,
      amount: spend * (parts[index] ?? 1),
      to: given === null ? { newSupplier: 'New' } : { newSupplier: 'New', respendShare: given },
    }),
  ),
  ...(pay === null ? [] : [{ kind: 'localPayShare', share: pay } as const]),
];

describe('whatever the project', () => {
  it('the change is exactly the sum of the gains, lies inside its bounds, and round 1 stays', () => {
    fc.assert(
      fc.property(anyProject, anyChanges, (input, wanted) => {
        const result = run(input, changesOf(input, wanted));
        expect(result.workings.value).toBeCloseTo(result.difference.lm3, 9);
        expect(result.difference.round1).toBeCloseTo(0, 6);
        expect(result.difference.lm3).toBeGreaterThanOrEqual(result.bounds.low - 1e-9);
        expect(result.difference.lm3).toBeLessThanOrEqual(result.bounds.high + 1e-9);
        expect(result.after.lm3).toBeGreaterThanOrEqual(result.after.bounds.low - 1e-9);
        expect(result.after.lm3).toBeLessThanOrEqual(result.after.bounds.high + 1e-9);
      }),
      { numRuns: 150 },
    );
  });

  it('no change gives no change', () => {
    fc.assert(
      fc.property(anyProject, (input) => {
        const result = run(input, []);
        expect(Object.values(result.difference).every((change) => change === 0)).toBe(true);
        expect(result.bounds).toEqual({ low: 0, high: 0 });
        expect(result.after.bounds).toEqual(result.before.bounds);
        expect(result.after.interval).toEqual(result.before.interval);
        expect(result.recomputedLm3).toBe(result.before.lm3);
      }),
      { numRuns: 100 },
    );
  });

  it('the order of changes and of suppliers does not matter', () => {
    fc.assert(
      fc.property(anyProject, anyChanges, (input, wanted) => {
        const changes = changesOf(input, wanted);
        const one = run(input, changes);
        const other = run(
          { ...input, suppliers: [...(input.suppliers ?? [])].reverse() },
          [...changes].reverse(),
        );
        expect(other.after.lm3).toBeCloseTo(one.after.lm3, 10);
        expect(other.bounds.low).toBeCloseTo(one.bounds.low, 10);
        expect(other.bounds.high).toBeCloseTo(one.bounds.high, 10);
      }),
      { numRuns: 60 },
    );
  });

  it('moving a non-local supplier to a local one never lowers LM3 when everyone has answered', () => {
    fc.assert(
      fc.property(anyProject, fc.option(share), share, (input, given, answer) => {
        const suppliers = (input.suppliers ?? []).map((supplier, index) => ({
          ...supplier,
          respendShare: supplier.respendShare ?? answer,
          local: index === 0 ? false : supplier.local,
        }));
        const to = given === null ? { newSupplier: 'New' } : { newSupplier: 'New', respendShare: given };
        const result = run({ ...input, suppliers }, [{ kind: 'moveSpend', from: 'S0', to }]);
        expect(result.difference.lm3).toBeGreaterThanOrEqual(-1e-12);
        expect(result.bounds.low).toBeGreaterThanOrEqual(-1e-12);
      }),
      { numRuns: 100 },
    );
  });
});
