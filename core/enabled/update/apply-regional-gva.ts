import { formatCount } from '../../units/format.ts';
import type { Issue } from '../../workbook/issue.ts';
import type { GvaBySection, SectionRow } from '../reference.ts';
import { type Current, withSource, yearIssues } from './apply-survey.ts';
import { fault } from './downloaded.ts';
import { implausible } from './plausible.ts';
import type { RegionalGva } from './read-regional-gva.ts';

const source = 'update-regional-gva';

/** GVA per job and per FTE from newer regional GVA over the jobs of the tables in use. */
export function applyRegionalGva(
  gva: RegionalGva,
  current: Current,
  readOn: string,
): { sections: GvaBySection; year: number; issues: Issue[] } {
  const { year, file, sheet } = gva;
  const issues = yearIssues(file, year, Number(current.sections.rows[0]?.gva_year), current);
  const rows = current.sections.rows.map((row): SectionRow => {
    const millions = row.section === 'ALL' ? gva.total : gva.sections.get(row.section);
    if (millions === undefined || millions <= 0) {
      issues.push(
        fault(
          { file, sheet },
          `${millions === undefined ? 'no row' : `GVA ${millions}`} for section ${row.section}`,
          'GVA above nothing for every section from A to T',
          'Use a table that shows every section by itself, such as Table 1c or 2c.',
        ),
      );
      return row;
    }
    const what = `GVA of ${row.section === 'ALL' ? 'all industries' : `section ${row.section}`}`;
    issues.push(...implausible({ file, sheet }, what, row.gva_gbp_m, millions, current.allowLarge));
    return withGva(row, millions, gva);
  });
  const named = {
    id: source,
    title: `ONS regional GVA (balanced) by industry, current prices, ${year}, your own copy`,
    place: `${file}, sheet ${sheet}, ${gva.area}; read on ${readOn}`,
    date: String(year),
    licence: 'Open Government Licence v3.0',
  };
  return { sections: withSource({ ...current.sections, rows }, named), year, issues };
}

function withGva(row: SectionRow, millions: number, { year, imputedRent }: RegionalGva): SectionRow {
  const perWorker = (millions * 1e6) / (row.workforce_jobs_thousand * 1e3);
  const isSource = (id: string): boolean => /(^|-)regional-gva$/.test(id);
  return {
    ...row,
    gva_gbp_m: Math.round(millions),
    gva_year: String(year),
    gva_per_worker_gbp: Math.round(perWorker),
    gva_per_fte_gbp: Math.round(perWorker / row.fte_per_job),
    source: row.source.map((id) => (isSource(id) ? source : id)),
    derivation: `derived: GVA of ${year} over jobs of ${row.jobs_year}`,
    note:
      row.section === 'L'
        ? `GVA leaves out the imputed rent of owner-occupiers (£${formatCount(imputedRent)}m).`
        : row.note,
  };
}
