import { cellAddress, quoteCell, type Row, type Sheet } from '../../workbook/cell.ts';
import type { Issue } from '../../workbook/issue.ts';
import { sicOf } from '../sic.ts';
import { type DownloadedFile, fault, remark } from './downloaded.ts';
import { type Figure, figureOf, findHeadings, millionsPerUnit, plain, yearOf } from './table-cells.ts';

/** Turnover and approximate GVA of one industry in one year, GBP million; null when suppressed. */
export interface SurveyFigures {
  readonly turnover: number | null;
  readonly agva: number | null;
  readonly enterprises: number | null;
}

/** Figures by code (`G`, `47`, `ALL`) and year, from the Annual Business Survey. */
export interface BusinessSurvey {
  readonly file: string;
  readonly figures: ReadonlyMap<string, ReadonlyMap<number, SurveyFigures>>;
}

const headings = {
  code: /standard industrial classification|^sic\b|^(sic|industry) code/,
  year: /^year/,
  turnover: /^(total )?turnover/,
  agva: /^(total )?approximate gross value added|^(total )?agva\b/,
} as const;

const unreadableListed = 5;

/** Columns of the survey's regional tables, whose rows are not of the UK. */
const regional = /^(country|region|itl|nuts|local authority)/;

/** True when a sheet has the headings of the survey for the UK: code, year, turnover and approximate GVA. */
export function isBusinessSurvey(sheet: Sheet): boolean {
  const found = findHeadings(sheet, headings);
  return found !== undefined && !found.row.cells.some((cell) => regional.test(plain(cell)));
}

/**
 * The sections and divisions of the Annual Business Survey as ONS publishes it: any number of sheets,
 * a row for each code and year. Groups and classes are passed over.
 */
export function readBusinessSurvey(file: DownloadedFile): { survey: BusinessSurvey; issues: Issue[] } {
  const figures = new Map<string, Map<number, SurveyFigures>>();
  const issues: Issue[] = [];
  for (const sheet of file.sheets.filter(isBusinessSurvey)) readSheet(file.name, sheet, figures, issues);
  return { survey: { file: file.name, figures }, issues };
}

function readSheet(
  file: string,
  sheet: Sheet,
  figures: Map<string, Map<number, SurveyFigures>>,
  issues: Issue[],
): void {
  const found = findHeadings(sheet, headings);
  if (!found) return;
  const { row: heading, columns } = found;
  const enterprises = heading.cells.findIndex((cell) => /^number of enterprises/.test(plain(cell)));
  const scales = [columns.turnover, columns.agva].map((column) => scaleOf(sheet, heading, column));
  if (scales.includes(undefined)) {
    const where = { file, sheet: sheet.name, row: heading.number };
    issues.push(
      fault(
        where,
        'turnover and GVA without a unit',
        '"£ million" or "£ thousand" in or below the headings',
        'Use the file as ONS publishes it, with its heading rows.',
      ),
    );
    return;
  }
  const [turnoverScale = 1, agvaScale = 1] = scales as number[];
  let unreadable = 0;
  for (const row of sheet.rows) {
    const year = yearOf(row.cells[columns.year]);
    if (row.number <= heading.number || year === undefined) continue;
    const code = codeOf(row, columns.code);
    if (code === undefined) {
      issues.push(unknownCode(file, sheet, row, columns.code));
      continue;
    }
    if (code === 'other') continue;
    const read = (column: number, scale: number): number | null => {
      const figure = figureOf(row.cells[column]);
      if (figure === 'unreadable') {
        unreadable += 1;
        if (unreadable <= unreadableListed) issues.push(notANumber(file, sheet, row, column));
      }
      return scaled(figure, scale);
    };
    const one: SurveyFigures = {
      turnover: read(columns.turnover, turnoverScale),
      agva: read(columns.agva, agvaScale),
      enterprises: enterprises === -1 ? null : scaled(figureOf(row.cells[enterprises]), 1),
    };
    const years = figures.get(code) ?? new Map<number, SurveyFigures>();
    figures.set(code, years);
    // Sections stand in an overview and in a sheet of their own; the first, finer one is kept.
    if (!years.has(year)) years.set(year, one);
  }
}

const scaled = (figure: Figure, scale: number): number | null =>
  typeof figure === 'number' ? figure * scale : null;

function scaleOf(sheet: Sheet, heading: Row, column: number): number | undefined {
  const below = sheet.rows.find(({ number }) => number === heading.number + 1);
  const above = sheet.rows.filter(({ number }) => number < heading.number);
  return millionsPerUnit([
    plain(heading.cells[column]),
    plain(below?.cells[column]),
    ...above.flatMap(({ cells }) => cells.map(plain)),
  ]);
}

/** `G`, `47`, `ALL`; `other` for a group, a class or several sections together; undefined for no code at all. */
function codeOf(row: Row, column: number): string | undefined {
  const written = plain(row.cells[column])
    .replace(/\(part\)/g, '')
    .trim()
    .toUpperCase();
  if (/^A ?- ?S$/.test(written)) return 'ALL';
  if (/^[A-U] ?(-|TO) ?[A-U]$/.test(written)) return 'other';
  // A cell that holds a number has lost its leading zero.
  const entry = sicOf(/^\d$/.test(written) ? `0${written}` : written) ?? sicOf(`0${written}`);
  if (!entry) return undefined;
  return entry.level === 'section' || entry.level === 'division' ? entry.code : 'other';
}

function unknownCode(file: string, sheet: Sheet, row: Row, column: number): Issue {
  return remark(
    { file, sheet: sheet.name, cell: cellAddress(column, row.number) },
    quoteCell(row.cells[column]),
    'a code of SIC 2007',
    'This row was not used.',
  );
}

function notANumber(file: string, sheet: Sheet, row: Row, column: number): Issue {
  return fault(
    { file, sheet: sheet.name, cell: cellAddress(column, row.number) },
    quoteCell(row.cells[column]),
    'a number, or a mark such as [c] for a suppressed one',
    'Use the file as ONS publishes it.',
  );
}
