import type { Issue, Outcome } from '../../workbook/issue.ts';
import { type GvaByDivision, type GvaBySection, type SectionRow, shippedGva } from '../reference.ts';
import { applyRegionalGva } from './apply-regional-gva.ts';
import { applySurvey, type Current } from './apply-survey.ts';
import { type DownloadedFile, fault } from './downloaded.ts';
import { isBusinessSurvey, readBusinessSurvey } from './read-business-survey.ts';
import { isRegionalGva, readRegionalGva } from './read-regional-gva.ts';
import type { ReferenceUpdate } from './reference-update.ts';

export interface UpdateOptions {
  /** The day of the update, `YYYY-MM-DD`. */
  readonly today: string;
  /** What is in use now: the shipped tables, or an earlier update. */
  readonly inUse?: ReferenceUpdate;
  /** Take figures that moved further than is plausible, with a warning. */
  readonly allowLargeChanges?: boolean;
}

/** One ratio before and after. */
export interface ReferenceChange {
  readonly section: string;
  readonly title: string;
  readonly gvaPerFte: { readonly before: number; readonly after: number };
  readonly gvaToTurnover: { readonly before: number | null; readonly after: number | null };
}

/**
 * Newer reference tables from files that the user downloaded: ONS Annual Business Survey (turnover and
 * approximate GVA) and ONS regional GVA by industry. Checks that headings, units, codes, years and every
 * section are there and that figures moved no further than is plausible; otherwise lists what is wrong.
 */
export function updateReference(
  files: readonly DownloadedFile[],
  { today, inUse, allowLargeChanges = false }: UpdateOptions,
): Outcome<{ readonly update: ReferenceUpdate; readonly changes: readonly ReferenceChange[] }> {
  const before = inUse ?? shippedGva();
  let current: Current = {
    sections: before.sections,
    divisions: before.divisions,
    thisYear: Number(today.slice(0, 4)),
    allowLarge: allowLargeChanges,
  };
  const issues: Issue[] = [];
  const made: { name: string; table: string; year: string }[] = [];
  for (const file of files) {
    const done = applyFile(file, current, today);
    issues.push(...done.issues);
    if (!done.result) continue;
    current = { ...current, ...done.result.tables };
    made.push({ name: file.name, table: done.result.table, year: String(done.result.year) });
  }
  if (issues.some(({ severity }) => severity === 'error')) return { ok: false, issues };
  const kept = (inUse?.files ?? []).filter(({ table }) => !made.some((each) => each.table === table));
  const sections = { ...current.sections, rows: current.sections.rows.map(dated) };
  const update: ReferenceUpdate = {
    format: 'localpound-reference-1',
    madeOn: today,
    files: [...kept, ...made],
    sections,
    divisions: current.divisions,
  };
  return { ok: true, value: { update, changes: changesBetween(before.sections, sections) }, issues };
}

interface Applied {
  readonly tables: { readonly sections: GvaBySection; readonly divisions?: GvaByDivision };
  readonly table: string;
  readonly year: number;
}

function applyFile(
  file: DownloadedFile,
  current: Current,
  today: string,
): { readonly result?: Applied; readonly issues: Issue[] } {
  if (file.sheets.some(isBusinessSurvey)) {
    const { survey, issues } = readBusinessSurvey(file);
    if (issues.some(({ severity }) => severity === 'error')) return { issues };
    const { sections, divisions, year, issues: found } = applySurvey(survey, current, today);
    const result = { tables: { sections, divisions }, table: 'Annual Business Survey', year };
    return { result, issues: [...issues, ...found] };
  }
  if (file.sheets.some(isRegionalGva)) {
    const { gva, issues } = readRegionalGva(file);
    if (!gva || issues.some(({ severity }) => severity === 'error')) return { issues };
    const { sections, year, issues: found } = applyRegionalGva(gva, current, today);
    return {
      result: { tables: { sections }, table: 'Regional GVA by industry', year },
      issues: [...issues, ...found],
    };
  }
  const names = file.sheets.map(({ name }) => `"${name}"`).slice(0, 12);
  return {
    issues: [
      fault(
        { file: file.name },
        `${names.length === 1 ? 'the sheet' : 'the sheets'} ${names.join(', ')} without the headings of a table that is known here`,
        'the Annual Business Survey for the UK, not its regional tables (headings SIC, Year, Total turnover, Approximate gross value added) or regional GVA by industry (headings region code, SIC07 code, years)',
        'Download the table from ONS again and leave its headings as they are.',
      ),
    ],
  };
}

const dated = (row: SectionRow): SectionRow => ({
  ...row,
  date: `GVA ${row.gva_year}, jobs ${row.jobs_year}, turnover ratio ${row.turnover_year}`,
});

function changesBetween(before: GvaBySection, after: GvaBySection): ReferenceChange[] {
  const old = new Map(before.rows.map((row) => [row.section, row]));
  return after.rows.flatMap((row) => {
    const was = old.get(row.section);
    return was === undefined
      ? []
      : [
          {
            section: row.section,
            title: row.title,
            gvaPerFte: { before: was.gva_per_fte_gbp, after: row.gva_per_fte_gbp },
            gvaToTurnover: { before: was.gva_to_turnover_ratio, after: row.gva_to_turnover_ratio },
          },
        ];
  });
}
