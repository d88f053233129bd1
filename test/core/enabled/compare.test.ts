import { describe, expect, it } from 'vitest';
import { compareEnabled, dataToAsk, enabledChart, enabledSummary } from '../../../core/index.ts';
import { resultOf, type TenantInput } from './tenants.ts';

const mill = (year: string, ...tenants: TenantInput[]) =>
  resultOf({ year, anchors: [{ name: 'Mill', tenants }] });

describe('two years held against each other', () => {
  const before = mill(
    '2024',
    { name: 'Baker', fte: 4, gvaGbp: 100_000 },
    { name: 'Cobbler', headcount: 10, sic: 'S' },
    { name: 'Dyer', fte: 2, gvaGbp: 60_000 },
    { name: 'Old name', companyNumber: '77', fte: 1, gvaGbp: 30_000 },
    { name: 'Weaver', fte: 3, sic: '13' },
  );
  const after = mill(
    '2025',
    { name: ' baker', fte: 5, gvaGbp: 130_000 },
    { name: 'Cobbler', fte: 6, gvaGbp: 200_000 },
    { name: 'New name', companyNumber: '00000077', fte: 2, gvaGbp: 50_000 },
    { name: 'Smith', fte: 7, gvaGbp: 300_000 },
    { name: 'Weaver', fte: 3, sic: '14.13' },
  );
  const { fte, gva } = compareEnabled(before, after);

  it('changes of the same tenants by the same methods stand apart', () => {
    expect(fte.parts.alike).toMatchObject({ tenants: 3, before: 8, after: 10, change: 2 });
    expect(gva.parts.alike).toMatchObject({ tenants: 3, before: 130_000 + 3 * 84_000, change: 50_000 });
    expect(fte.parts.new).toMatchObject({ tenants: 1, before: 0, after: 7 });
    expect(fte.parts.gone).toMatchObject({ tenants: 1, before: 2, after: 0 });
    expect(fte.parts.otherMethod.tenants).toBe(1);
  });

  it('the parts add up to the whole change', () => {
    for (const figure of [fte, gva]) {
      const parts = Object.values(figure.parts).reduce((total, { change }) => total + change, 0);
      expect(parts).toBeCloseTo(figure.change, 6);
      expect(figure.after - figure.before).toBeCloseTo(figure.change, 9);
    }
  });

  it('says what is different where figures cannot be compared', () => {
    const cobbler = fte.tenants.find(({ name }) => name === 'Cobbler');
    expect(cobbler).toMatchObject({ kind: 'otherMethod', difference: 'method headcount, then given' });
  });

  it('holds other reference data apart', () => {
    const one = mill('2024', { name: 'Weaver', fte: 3, sic: 'C' });
    const other = mill('2025', { name: 'Weaver', fte: 3, sic: 'S' });
    expect(compareEnabled(one, other).gva.parts.otherReference.tenants).toBe(1);
    expect(compareEnabled(one, other).fte.parts.alike.change).toBe(0);
  });

  it('does not compare the mode of 2017 with another', () => {
    const legacy = resultOf(
      { anchors: [{ name: 'Mill', tenants: [{ name: 'B', fte: 1 }] }] },
      { asPublished2017: true },
    );
    expect(compareEnabled(before, legacy).sameMode).toBe(false);
  });
});

describe('what data would raise confidence most', () => {
  const result = mill(
    '2025',
    { name: 'Firm', fte: 10, gvaGbp: 400_000 },
    { name: 'Large', headcount: 30, sic: 'Q' },
    { name: 'Small', headcount: 2, sic: 'Q' },
    { name: 'Silent' },
  );
  const asked = dataToAsk(result);

  it('is ranked by what of the totals rests on it, the unknown first', () => {
    expect(asked.map(({ tenant }) => tenant)).toEqual(['Silent', 'Large', 'Small']);
    expect(asked[1]?.shareOfFte).toBeCloseTo((30 * 0.8244) / result.totals.fte, 12);
  });

  it('suggests a code for what a tenant says it does', () => {
    const [cafe] = dataToAsk(mill('2025', { name: 'T', activity: 'hairdresser', headcount: 3 }));
    expect(cafe?.ask).toContain('a SIC code: perhaps 96.02, Hairdressing and other beauty treatment');
  });

  it('says what to ask for, and how firm the result would be then', () => {
    expect(asked[0]?.ask).toContain('what it does, for a SIC code');
    expect(asked[2]?.firmThen).toBeCloseTo(1, 12);
    expect(asked[0]?.firmThen).toBeCloseTo(400_000 / result.totals.gvaGbp, 12);
  });
});

describe('the result in words and as a chart', () => {
  const result = mill(
    '2025/26',
    { name: 'Baker & Sons', fte: 4, gvaGbp: 100_000 },
    { name: 'Café', sic: '56', useClass: 'A3', floorspaceM2: 70 },
  );

  it('says whose activity it is, that it is gross, and what it was before rounding', () => {
    const { headline, sentences } = enabledSummary(result);
    expect(headline).toBe(
      'Tenants have approximately 8 full-time equivalent jobs and approximately £240,000 of GVA a year, 2025/26',
    );
    expect(sentences.join(' ')).toContain('not of their landlord');
    expect(sentences.join(' ')).toContain('gross');
    expect(sentences.join(' ')).toContain(
      'Before rounding: 8 FTE and £244,324. Rows may not add up because of rounding.',
    );
    expect(sentences.join(' ')).toContain('8 to 9 FTE and £226,284 to £268,378');
  });

  it('draws every anchor with its figures and its confidence in words', () => {
    const svg = enabledChart(
      resultOf({ anchors: [{ name: 'Mill <&> Sons', tenants: [{ name: 'T', fte: 4, gvaGbp: 100_000 }] }] }),
    );
    expect(svg).toContain('Mill &#60;&#38;&#62; Sons');
    expect(svg).toContain('high confidence');
    expect(svg).toContain('4 FTE');
    expect(svg).toContain('£100,000');
  });

  it('draws no more anchors than can be read, and the rest as one', () => {
    const anchors = Array.from({ length: 60 }, (_, at) => ({
      name: `Anchor ${at}`,
      tenants: [{ name: `T${at}`, fte: 1, gvaGbp: 1000 * at }],
    }));
    const svg = enabledChart(resultOf({ anchors }));
    expect(svg).toContain('37 other anchors');
    expect(svg.match(/<rect /g)?.length).toBe(1 + 24 * 2);
  });
});
