import { describe, expect, it } from 'vitest';
import { computeLm3, type Lm3ProjectInput, lm3Summary, parseLm3Project } from '../../../core/index.ts';
import { compute } from './any-project.ts';

const base = { name: 'P', area: 'A', period: 'Y', payroll: { local: 0, nonLocal: 0 } };
const supplier = (
  name: string,
  spend: number,
  local: boolean,
  respendShare: number | null,
  more: Partial<NonNullable<Lm3ProjectInput['suppliers']>[number]> = {},
) => ({ name, spend, local, respendShare, ...more });

/** Pay of £1,000 after £250 of tax, all of it to local staff, beside £1,000 to a non-local supplier. */
const withTax = (taxMode: 'leftOut' | 'leakage' | 'proxyOnNet', entered: 'net' | 'gross') => ({
  ...base,
  settings: { taxMode },
  payroll: {
    local: entered === 'net' ? 1000 : 1250,
    nonLocal: 0,
    entered,
    tax: { local: 250, nonLocal: 0 },
  },
  suppliers: [supplier('N', 1000, false, 0)],
});

describe('tax and National Insurance', () => {
  const expected = {
    leftOut: { round1: 2000, round2: 1000, round3: 660 },
    leakage: { round1: 2250, round2: 1250, round3: 0.66 * 1250 },
    proxyOnNet: { round1: 2250, round2: 1250, round3: 660 },
  };
  for (const mode of ['leftOut', 'leakage', 'proxyOnNet'] as const) {
    for (const entered of ['net', 'gross'] as const) {
      it(`counts the same by mode ${mode} whether pay was entered net or gross: ${entered}`, () => {
        const { round1, round2, round3 } = compute(withTax(mode, entered));
        expect({ round1, round2, round3: Math.round(round3 * 1e6) / 1e6 }).toEqual(expected[mode]);
      });
    }
    it(`prints mode ${mode} where it is not the standard, and what it changes`, () => {
      const result = compute(withTax(mode, 'gross'));
      expect(result.departures.map(({ setting }) => setting)).toEqual(
        mode === 'leftOut' ? [] : ['Tax and National Insurance'],
      );
      expect(lm3Summary(result).sentences.some((line) => line.startsWith('Not by the standard'))).toBe(
        mode !== 'leftOut',
      );
      expect(result.assumptions.find(({ id }) => id === 'payBasis')?.text).toBeTruthy();
    });
  }

  it('asks for the tax wherever pay was entered on one basis and counts on the other', () => {
    for (const [taxMode, entered] of [
      ['leftOut', 'gross'],
      ['proxyOnNet', 'gross'],
      ['proxyOnNet', 'net'],
      ['leakage', 'net'],
    ] as const) {
      const outcome = parseLm3Project({
        ...base,
        settings: { taxMode },
        payroll: { local: 10, nonLocal: 0, entered },
      });
      expect(outcome.issues).toMatchObject([{ severity: 'error', where: { path: 'payroll.tax' } }]);
    }
  });

  it('refuses tax larger than the pay it was taken from', () => {
    const outcome = parseLm3Project({
      ...base,
      payroll: { local: 10, nonLocal: 5, entered: 'gross', tax: { local: 11, nonLocal: 1 } },
    });
    expect(outcome.issues).toMatchObject([
      { where: { path: 'payroll.tax.local' }, found: '£11.00 of tax in £10.00 of pay' },
    ]);
  });
});

describe('pay and costs that stand on lines of their own', () => {
  const line = (kind: string, amount: number, local = false) => ({ name: kind, kind, amount, local });

  it('counts directors as staff, by where they live', () => {
    const result = compute({
      ...base,
      payroll: { local: 100, nonLocal: 0, extras: [line('directors', 50, true), line('directors', 30)] },
    } as Lm3ProjectInput);
    expect(result.round1).toBe(180);
    expect(result.round2).toBe(150);
    expect(result.round3).toBeCloseTo(0.66 * 150 + 0.33 * 30, 12);
  });

  it('counts employer’s pension in round 1 only, and employer’s National Insurance only where tax counts', () => {
    const extras = [line('employerPension', 40), line('employerNationalInsurance', 60)];
    const input = { ...base, payroll: { local: 100, nonLocal: 0, extras } } as Lm3ProjectInput;
    expect(compute(input)).toMatchObject({ round1: 140, round2: 100 });
    const counted = compute({ ...input, settings: { taxMode: 'leakage' } });
    expect(counted).toMatchObject({ round1: 200, round2: 100 });
  });

  it('counts an agency as a supplier that has not answered', () => {
    const result = compute({
      ...base,
      payroll: { local: 100, nonLocal: 0, extras: [line('agencyStaff', 100, true)] },
    } as Lm3ProjectInput);
    expect(result).toMatchObject({ round1: 200, round2: 200, answers: { count: 0, of: 1 } });
    expect(result.largestSilent).toMatchObject({ name: 'agencyStaff', local: true, shareOfRound1: 0.5 });
  });
});

describe('VAT, places and means', () => {
  it('prints that amounts hold VAT', () => {
    const input = { ...base, suppliers: [supplier('S', 10, true, 0.5)] };
    const result = compute({ ...input, settings: { vat: 'included' } });
    expect(result.departures.map(({ setting }) => setting)).toEqual(['VAT']);
    expect(result.lm3).toBe(compute(input).lm3);
  });

  it('counts a branch by the place of its work, and says what counting by head office would change', () => {
    const suppliers = [
      supplier('Branch', 100, true, 0.5, { headOfficeLocal: false }),
      supplier('Home', 100, true, 0.5),
    ];
    const byWork = compute({ ...base, suppliers });
    expect(byWork.round2).toBe(200);
    expect(byWork.assumptions.find(({ id }) => id === 'supplierPlace')?.effect).toContain('£100.00 less');
    const byOffice = compute({ ...base, suppliers, settings: { supplierPlace: 'headOffice' } });
    expect(byOffice.round2).toBe(100);
    expect(byOffice.departures.map(({ used }) => used)).toEqual(['Its head office']);
  });

  it('lets every answer count alike where the setting says so, in the estimate and in the interval', () => {
    const suppliers = [
      ...[900, 50, 20, 20, 10].map((spend, index) => supplier(`A${index}`, spend, true, index / 10)),
      supplier('Silent', 1000, true, null),
    ];
    const weighted = compute({ ...base, suppliers });
    const plain = compute({ ...base, suppliers, settings: { meanOfAnswers: 'unweighted' } });
    const respent = 50 * 0.1 + 20 * 0.2 + 20 * 0.3 + 10 * 0.4;
    expect(weighted.round3).toBeCloseTo(respent + 1000 * (respent / 1000), 9);
    expect(plain.round3).toBeCloseTo(respent + 1000 * 0.2, 9);
    // Variance of 0, 0.1, 0.2, 0.3, 0.4 is 0.025; five weights of one fifth; one silent supplier.
    const deviation = Math.sqrt(0.025 * (1000 ** 2 / 5 + 1000 ** 2));
    expect(plain.halfWidth).toBeCloseTo((2.7764451 * deviation) / 2000, 6);
  });
});

describe('payments that are not to ordinary suppliers', () => {
  const suppliers = [
    supplier('Builder', 100, true, 0.5),
    supplier('Recharge', 1000, true, null, { kind: 'internalRecharge' }),
    supplier('REDACTED', 40, false, null, { kind: 'redacted' }),
    supplier('Person', 60, false, null, { kind: 'person' }),
    supplier('Refund', -25, false, null),
  ];

  it('leaves out internal recharges and net credits as standard, and prints their sums', () => {
    const result = compute({ ...base, suppliers });
    expect(result.round1).toBe(200);
    expect(result.leftOut).toEqual([
      { kind: 'internalRecharge', suppliers: 1, total: 1000 },
      { kind: 'credit', suppliers: 1, total: -25 },
    ]);
    const said = lm3Summary(result).sentences.find((line) => line.startsWith('Left out'));
    expect(said).toContain('£1,000.00');
    expect(said).toContain('-£25.00');
  });

  it('leaves out as many credits as there are', () => {
    const credits = Array.from({ length: 120_000 }, (_, index) => supplier(`C${index}`, -1, false, null));
    const result = compute({ ...base, suppliers: [...suppliers, ...credits] });
    expect(result.leftOut.find(({ kind }) => kind === 'credit')).toEqual({
      kind: 'credit',
      suppliers: 120_001,
      total: -120_025,
    });
  });

  it('leaves out what is switched off, kind by kind', () => {
    const result = compute({ ...base, suppliers, settings: { leaveOut: ['redacted', 'person'] } });
    expect(result.round1).toBe(1100);
    expect(result.leftOut.map(({ kind, total }) => [kind, total])).toEqual([
      ['redacted', 40],
      ['person', 60],
      ['credit', -25],
    ]);
    expect(result.departures.map(({ setting }) => setting)).toEqual(['Left out']);
  });
});

describe('what is told beside LM3', () => {
  it('keeps the three wordings apart', () => {
    const result = compute({
      ...base,
      suppliers: [supplier('L', 100, true, 0.76), supplier('N', 100, false, 0.36)],
    });
    expect(result.worth.localSupplier).toBeCloseTo(1.76, 12);
    expect(result.worth.nonLocalSupplier).toBeCloseTo(0.36, 12);
    expect(result.additional).toBeCloseTo(result.lm3 - 1, 12);
    const said = lm3Summary(result).sentences.join('\n');
    expect(said).toContain('£1.00 becomes £2.06 in the area, an extra £1.06');
    expect(said).toMatch(/one to a local supplier £1.76 and one to a non-local supplier £0.36.*not an LM3/);
  });

  it('says what LM3 must not be taken for, with the source of each', () => {
    const { caveats } = compute({
      ...base,
      population: 210_000,
      radiusKm: 12,
      payroll: { local: 1, nonLocal: 0 },
    });
    expect(caveats.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['moneyFlow', 'gross', 'noSum', 'noJobs', 'unlikeAreas']),
    );
    expect(caveats.find(({ id }) => id === 'unlikeAreas')?.text).toContain(
      'a population of 210,000 and a radius of 12 km',
    );
    for (const { source } of caveats) expect(source.place.length).toBeGreaterThan(0);
  });

  it('warns of an interval that is too narrow because nearly all answers are the same, or are few', () => {
    const answers = (shares: number[]) =>
      compute({
        ...base,
        suppliers: [
          ...shares.map((share, index) => supplier(`A${index}`, 10, true, share)),
          supplier('Silent', 10, true, null),
        ],
      });
    const ids = (shares: number[]) => answers(shares).caveats.map(({ id }) => id);
    expect(ids([0, 0, 0.4, 0, 0, 0.2, 0, 0])).toEqual(expect.arrayContaining(['alike', 'selective']));
    expect(ids([0, 0.1, 0.4, 0, 0, 0.2, 0, 0])).not.toContain('alike');
    expect(ids([0, 0.1, 0.4, 0, 0, 0.2, 0, 0])).not.toContain('fewAnswers');
    expect(ids([0.5, 0.1, 0.4, 0.3, 0])).toContain('fewAnswers');
    expect(lm3Summary(answers([0, 0, 0, 0, 0])).sentences.join()).toContain('Rely on the bounds');
  });

  it('warns where shares go with size, until the largest are a stratum of their own', () => {
    const ids = (shares: number[], largestChased = 0) =>
      compute({
        ...base,
        settings: { largestChased },
        suppliers: [
          ...shares.map((share, index) => supplier(`A${index}`, 1000 / (index + 1) ** 2, true, share)),
          supplier('Silent', 10, true, null),
        ],
      }).caveats.map(({ id }) => id);
    const rising = [0.1, 0.22, 0.28, 0.41, 0.52, 0.58, 0.72, 0.78, 0.91];
    const mixed = [0.5, 0.1, 0.9, 0.4, 0.6, 0.2, 0.8, 0.3, 0.7];
    expect(ids(rising)).toContain('sizeTrend');
    expect(ids([...rising].reverse())).toContain('sizeTrend');
    expect(ids(rising, 4)).not.toContain('sizeTrend');
    expect(ids(mixed)).not.toContain('sizeTrend');
    expect(ids(rising.map(() => 0.3))).not.toContain('sizeTrend');
  });

  it('applies the user’s own shares to rounds 2 and 3, and never to LM3', () => {
    const input = { ...base, payroll: { local: 1000, nonLocal: 0 } };
    const net = { deadweight: 0.2, displacement: 0.25, leakage: 0, substitution: 0.5 };
    const result = compute({ ...input, net });
    expect(result.net).toMatchObject({ gross: 1660, net: 1660 * 0.8 * 0.75 * 0.5 });
    expect(result.lm3).toBe(compute(input).lm3);
    expect(compute(input).net).toBeUndefined();
  });
});

describe('a target', () => {
  const suppliers = [
    ...[0.6, 0.6, 0.6, 0.6, 0.6].map((share, index) => supplier(`A${index}`, 100, true, share)),
    supplier('Silent', 500, true, null),
  ];
  const at = (target: number) => compute({ ...base, suppliers, target }).silentFactor.tippingPoint;

  it('is reached from some share of what those who answered re-spend', () => {
    // LM3 is 2.3 at nothing and 2.6 as taken.
    expect(at(2.45)).toMatchObject({ verdict: 'depends', factor: expect.closeTo(0.5, 9) });
    expect(at(2.45)?.words).toContain('at least 50% of what those who answered do');
  });

  it('is reached whatever silent suppliers do, or not at all', () => {
    expect(at(2.2)?.verdict).toBe('always');
    expect(at(2.9)).toMatchObject({ verdict: 'never', factor: expect.closeTo(2, 9) });
    const nothingTaken = compute({ ...base, suppliers, target: 2.9, nonResponse: 'zero' });
    expect(nothingTaken.silentFactor.tippingPoint?.factor).toBeUndefined();
  });

  it('moves with the proxies, which are shown ten points lower and higher', () => {
    const { proxySensitivity } = compute({ ...base, payroll: { local: 300, nonLocal: 100 } });
    const [local, nonLocal] = proxySensitivity;
    expect(local).toMatchObject({ staff: 'local', lowShare: expect.closeTo(0.56, 12) });
    expect((local?.lm3AtHigh ?? 0) - (local?.lm3AtLow ?? 0)).toBeCloseTo((0.2 * 300) / 400, 12);
    expect((nonLocal?.lm3AtHigh ?? 0) - (nonLocal?.lm3AtLow ?? 0)).toBeCloseTo((0.2 * 100) / 400, 12);
  });
});

describe('bad input', () => {
  it('is told where two fields contradict each other', () => {
    const paths = (input: object) =>
      parseLm3Project({ ...base, ...input }).issues.map(({ severity, where }) => [severity, where.path]);
    expect(
      paths({
        payroll: { local: 10, nonLocal: 0 },
        areas: [
          { name: ' a!', payrollLocal: 1 },
          { name: 'County', payrollLocal: 11 },
        ],
      }),
    ).toEqual([
      ['error', 'areas[0].name'],
      ['error', 'areas[1].payrollLocal'],
    ]);
    expect(
      paths({
        suppliers: [supplier('S', 1, true, 0, { areas: { Nowhere: { local: true, respendShare: 0 } } })],
      }),
    ).toEqual([['error', 'suppliers[0].areas.Nowhere']]);
  });

  it('warns of one name on two lines, and counts them as two', () => {
    const input = {
      ...base,
      suppliers: [supplier('Acme', 10, true, 0.5), supplier(' acme ', 10, true, 0.5)],
    };
    const outcome = parseLm3Project(input);
    expect(outcome.ok && outcome.issues).toMatchObject([{ severity: 'warning', found: '"Acme" on 2 lines' }]);
    expect(compute(input).answers).toEqual({ count: 2, of: 2 });
  });

  it('gives a lower bound when nobody answered, and says why there is no interval with one stratum empty', () => {
    const silent = compute({ ...base, suppliers: [supplier('S', 10, true, null)] });
    expect(silent.lm3).toBe(silent.bounds.low);
    expect(lm3Summary(silent).headline).toContain('at least');
    const five = [0.1, 0.2, 0.3, 0.4, 0.5].map((share, index) => supplier(`A${index}`, 10, true, share));
    const oneEmpty = compute({ ...base, suppliers: [...five, supplier('N', 10, false, null)] });
    expect(oneEmpty.interval).toBeNull();
    expect(oneEmpty.intervalReason).toContain('0 from non-local suppliers');
    const noneThere = compute({ ...base, suppliers: [...five, supplier('L', 10, true, null)] });
    expect(noneThere.interval).not.toBeNull();
  });

  it('computes without an area, and says that it was not stated', () => {
    const { area: _area, ...unplaced } = base;
    const result = compute({ ...unplaced, payroll: { local: 1, nonLocal: 0 } });
    expect(lm3Summary(result).headline).toContain('an area not stated');
  });

  it('is refused when spending is above income, naming both sums', () => {
    const parsed = parseLm3Project({ ...base, income: 5, payroll: { local: 6, nonLocal: 0 } });
    const outcome = parsed.ok ? computeLm3(parsed.value) : parsed;
    expect(outcome.issues[0]?.found).toBe('an income of £5.00 and spending of £6.00');
  });
});
