import { describe, expect, it } from 'vitest';
import { standardSettings, tallySuppliers } from '../../../core/index.ts';
import { compute } from './any-project.ts';

const supplier = (spend: number, respendShare: number | null, category?: string, local = true) => ({
  name: `S${spend}${category}${respendShare}`,
  spend,
  local,
  respendShare,
  ...(category === undefined ? {} : { category }),
});
const strata = (suppliers: ReturnType<typeof supplier>[], settings = {}) =>
  tallySuppliers(suppliers, { ...standardSettings, ...settings })
    .strata.filter(({ answered, silent }) => answered.count + silent.count > 0)
    .map(({ label, answered, silent }) => [label, answered.count, silent.count]);

describe('strata', () => {
  it('are local and non-local suppliers as standard', () => {
    const suppliers = [supplier(5, 0.1), supplier(5, null, undefined, false)];
    expect(strata(suppliers)).toEqual([
      ['local', 1, 0],
      ['non-local', 0, 1],
    ]);
  });

  const chased = [900, 800, 700, 600].map((spend, index) => supplier(spend, index === 3 ? null : 0.8));
  const rest = [10, 9, 8, 7, 6].map((spend, index) => supplier(spend, index > 2 ? null : 0.2));

  it('part the largest that were chased from the rest', () => {
    expect(strata([...rest, ...chased], { largestChased: 4 })).toEqual([
      ['large local', 3, 1],
      ['smaller local', 3, 2],
    ]);
    const input = { name: 'P', payroll: { local: 0, nonLocal: 0 }, suppliers: [...rest, ...chased] };
    const result = compute({ ...input, settings: { largestChased: 4 } });
    // Silent large ones re-spend like large ones, silent small ones like small ones.
    expect(result.round3).toBeCloseTo(0.8 * 3000 + 0.2 * 40, 9);
    expect(result.departures.map(({ setting }) => setting)).toEqual(['Largest suppliers chased']);
  });

  it('drop size for a kind in which the largest or the rest have fewer than three answers', () => {
    expect(strata([...chased, supplier(1, 0.1), supplier(2, null)], { largestChased: 4 })).toEqual([
      ['local', 4, 2],
    ]);
  });

  const care = [30, 20, 10, 5].map((spend, index) => supplier(spend, index === 3 ? null : 0.1, 'Care'));
  const works = [30, 20, 10, 5].map((spend, index) => supplier(spend, index === 3 ? null : 0.9, 'Works'));

  it('part categories where they are given, and join the thin ones', () => {
    const thin = [
      supplier(3, 0.5, 'Catering'),
      supplier(2, 0.5, 'Print'),
      supplier(1, 0.5, 'Legal'),
      supplier(4, null),
    ];
    expect(strata([...care, ...works, ...thin])).toEqual([
      ['local “Care”', 3, 1],
      ['local “Works”', 3, 1],
      ['local other-category', 3, 1],
    ]);
    expect(strata([...care, ...works, ...thin], { categoryStrata: false })).toEqual([['local', 9, 3]]);
  });

  it('take in the smallest category when the thin ones together still have fewer than three answers', () => {
    expect(strata([...care, ...works, supplier(3, 0.5, 'Catering'), supplier(2, null, 'Print')])).toEqual([
      ['local “Care”', 3, 1],
      ['local other-category', 4, 2],
    ]);
  });

  it('keep one stratum for a kind whose categories are all thin', () => {
    expect(strata([supplier(1, 0.5, 'A'), supplier(1, null, 'B')])).toEqual([['local', 1, 1]]);
  });

  it('count the same in total however they are cut', () => {
    const suppliers = [...care, ...works, ...chased, ...rest];
    const cut = tallySuppliers(suppliers, { ...standardSettings, largestChased: 6 }).local;
    const whole = tallySuppliers(suppliers, { ...standardSettings, categoryStrata: false }).local;
    expect(cut.answered.count).toBe(whole.answered.count);
    expect(cut.answered.spend).toBeCloseTo(whole.answered.spend, 9);
    expect(cut.answered.respend).toBeCloseTo(whole.answered.respend, 9);
    expect(cut.answered.shareMean).toBeCloseTo(whole.answered.shareMean, 12);
    expect(cut.answered.shareVariance).toBeCloseTo(whole.answered.shareVariance, 12);
    expect(cut.silent.spendSquares).toBeCloseTo(whole.silent.spendSquares, 6);
    expect(cut.answered.largest.map(({ spend }) => spend)).toEqual(
      whole.answered.largest.map(({ spend }) => spend),
    );
  });
});
