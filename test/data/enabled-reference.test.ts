import { describe, expect, it } from 'vitest';
import sectionData from '../../core/data/gva-by-section.json' with { type: 'json' };
import { enabledReference, gvaBySectionSchema, shippedReference } from '../../core/enabled/reference.ts';
import { sicOf } from '../../core/index.ts';

const reference = shippedReference();
const densities = [...reference.densities.values()];
const sections = [...reference.sections.values(), reference.all];
const divisions = [...reference.divisions.values()];
const everyRow = [...densities, ...sections, ...divisions, ...reference.conversions, ...reference.useClasses];

describe('reference data of the enabled contribution', () => {
  it('is whole: 48 densities, 20 sections and all industries, 77 divisions, 5 conversions, 19 use classes', () => {
    expect([
      densities.length,
      sections.length,
      divisions.length,
      reference.conversions.length,
      reference.useClasses.length,
    ]).toEqual([48, 21, 77, 5, 19]);
  });

  it('says source, date, licence and whether it was read, on every row', () => {
    for (const row of everyRow) {
      expect(row.sources.length).toBeGreaterThan(0);
      for (const { title, place } of row.sources) expect(title.length * place.length).toBeGreaterThan(0);
      expect([true, false, 'secondary']).toContain(row.verified);
      expect(row.date.length * row.licence.length).toBeGreaterThan(0);
    }
  });

  it('shows no figure as read that was not', () => {
    for (const row of everyRow) {
      expect(row.sources.every((source) => source.verified)).toBe(row.verified === true);
    }
    const third = densities.filter(({ edition }) => edition === 3);
    expect(third.filter(({ verified }) => verified === true)).toHaveLength(18);
    expect(third.filter(({ verified }) => verified === false)).toHaveLength(16);
  });

  it('has densities in order, with the midpoint as the typical value', () => {
    for (const { id, value_low: low, value_typical: typical, value_high: high } of densities) {
      expect(typical, id).toBe((low + high) / 2);
      expect(low, id).toBeLessThanOrEqual(high);
    }
  });

  it('counts beds for hotels and m2 for everything else', () => {
    for (const { id, unit, area_basis: basis } of densities) {
      expect(basis === 'beds', id).toBe(unit === 'beds per FTE');
      expect(id.startsWith('hotel-'), id).toBe(unit === 'beds per FTE');
    }
  });

  it('never maps Use Class E, or any class at all, to more than one density by itself', () => {
    const general = densities.flatMap(({ general_for: classes }) => classes);
    expect(general).not.toContain('E');
    expect(new Set(general).size).toBe(general.length);
    for (const { id, general_for: classes, use_class_2020: now, use_class_pre_2020: before } of densities) {
      for (const name of classes) expect([...now, ...before], id).toContain(name);
    }
  });

  it('has ratios that follow from the amounts beside them', () => {
    for (const row of sections) {
      const perJob = (row.gva_gbp_m * 1000) / row.workforce_jobs_thousand;
      // Rows that leave imputed rent out say so; they too divide what is beside them.
      expect(row.gva_per_worker_gbp / perJob, row.section).toBeCloseTo(1, 3);
      expect((row.gva_per_fte_gbp * row.fte_per_job) / row.gva_per_worker_gbp, row.section).toBeCloseTo(1, 3);
    }
    for (const row of [...sections, ...divisions]) {
      const { gva_to_turnover_ratio: ratio, turnover_gbp_m: turnover, agva_gbp_m: agva } = row;
      if (ratio === null) continue;
      expect((agva ?? 0) / (turnover ?? 1), JSON.stringify(row.title)).toBeCloseTo(ratio, 3);
    }
  });

  it('leaves the turnover ratio of sections K, O and T open', () => {
    const open = sections.filter((row) => row.gva_to_turnover_ratio === null).map((row) => row.section);
    expect(open).toEqual(['K', 'O', 'T']);
  });

  it('puts every division into the section that SIC 2007 puts it into', () => {
    for (const { division, section } of divisions) expect(sicOf(division)?.section, division).toBe(section);
    for (const { section } of reference.sections.values()) expect(sicOf(section)?.level).toBe('section');
  });

  it('stops the program with file and row when a table is broken', () => {
    const broken = structuredClone(sectionData);
    const [first] = broken.rows;
    if (first) first.source = ['nowhere'];
    expect(() => enabledReference({ sections: gvaBySectionSchema.parse(broken) })).toThrow(
      /gva-by-section\.json is broken\. section A cites the source "nowhere"/,
    );
  });

  it('gives the figures of the method page', () => {
    expect(reference.all).toMatchObject({ gva_per_fte_gbp: 63_680, gva_to_turnover_ratio: 0.3332 });
    expect(reference.divisions.get('47')?.gva_to_turnover_ratio).toBe(0.2265);
    expect(reference.densities.get('office-corporate')?.value_typical).toBe(13);
  });
});
