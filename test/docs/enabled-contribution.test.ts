import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { formatCount, formatWholeGbp, shippedReference } from '../../core/index.ts';
import { projectRoot } from '../cli/localpound.ts';
import { resultOf, tenantOf } from '../core/enabled/tenants.ts';
import table1 from '../golden/enabled-table1.json' with { type: 'json' };

const page = readFileSync(join(projectRoot, 'docs/method/enabled-contribution.md'), 'utf8');

describe('docs/method/enabled-contribution.md', () => {
  const [royds] = table1.rows;
  const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);
  const others = table1.rows.slice(1);

  it('tells the Royds finding with figures that follow from the published table and our ratio', () => {
    if (!royds) throw new Error('the table has no first row');
    const gva = sum(table1.rows.map(({ gvaGbp }) => gvaGbp));
    const otherGva = sum(others.map(({ gvaGbp }) => gvaGbp));
    const otherFte = sum(others.map(({ fteDisplayed }) => fteDisplayed));
    const asGva = royds.gvaGbp * (shippedReference().all.gva_to_turnover_ratio ?? Number.NaN);
    for (const text of [
      formatWholeGbp(royds.gvaGbp / royds.fteDisplayed),
      formatWholeGbp(otherGva),
      formatCount(otherFte),
      formatWholeGbp(otherGva / otherFte),
      `${((100 * royds.gvaGbp) / gva).toFixed(1)}% of the whole`,
      formatCount(asGva),
      formatCount(gva - royds.gvaGbp + asGva),
      formatWholeGbp(
        Math.max(...[...shippedReference().sections.values()].map((row) => row.gva_per_fte_gbp)),
      ),
    ]) {
      expect(page).toContain(text);
    }
  });

  it('works its example as the engine does', () => {
    const { fte, gva } = tenantOf({ floorspaceM2: 87.5, areaBasis: 'NIA', useClass: 'A3', sic: '56' });
    expect(page).toContain(`87.5 / 17.5 = ${fte.value} FTE`);
    for (const value of [gva.value, gva.low, gva.high]) expect(page).toContain(formatWholeGbp(value ?? 0));
  });

  it('names the common factor of three rows as the golden file has it', () => {
    for (const { workers, gvaGbp } of table1.commonRatio.rows) {
      expect(page).toContain(`${formatWholeGbp(gvaGbp)} = ${workers} x £52,691`);
    }
    expect(
      resultOf({ anchors: [{ name: 'A', tenants: [{ name: 'T', fte: 1 }] }] }, { asPublished2017: true })
        .totals.gvaGbp,
    ).toBe(52_691);
  });
});
