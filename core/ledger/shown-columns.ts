import { cellText, type Row } from '../workbook/cell.ts';
import { isEmpty } from '../workbook/read-table.ts';
import type { ColumnRole } from './column-role.ts';
import { ColumnTable } from './column-table.ts';
import { findHeadingRow } from './heading-row.ts';
import type { Recognition } from './recognition.ts';

/** A column of a spend export as it is shown to a person who is asked about it. */
export interface ShownColumn {
  readonly heading: string;
  /** What it was taken for, and how that was told; undefined where it is not used. */
  readonly role?: ColumnRole;
  readonly because?: string;
  /** The first cells that hold something. */
  readonly sample: readonly string[];
}

/** Columns that change a sum where they are taken for something else. */
const bearsOnFigures: ReadonlySet<ColumnRole> = new Set([
  'supplier',
  'amount',
  'debit',
  'credit',
  'date',
  'postcode',
  'companyNumber',
  'category',
]);

const samplesShown = 3;
const sampleLength = 40;

/** All columns of a table of payments, used or not, with the first of their cells. */
export function shownColumns(
  { columns, headings }: Recognition,
  firstRows: readonly Row[],
): readonly ShownColumn[] {
  const width = Math.max(headings.length, ...firstRows.map(({ cells }) => cells.length), 0);
  return Array.from({ length: width }, (_, place) => {
    const as = columns.find(({ column }) => column === place);
    return {
      heading: headings[place] ?? '',
      sample: samples(firstRows, place),
      ...(as ? { role: as.role, because: as.because } : {}),
    };
  });
}

/** The columns of a table that is not known to be of payments, for a person to say what they hold. */
export function unknownColumns(rows: readonly Row[]): readonly ShownColumn[] {
  const filled = rows.filter(({ cells }) => cells.some((cell) => !isEmpty(cell)));
  const { headings, width, body } = new ColumnTable(filled, findHeadingRow(filled));
  return Array.from({ length: width }, (_, place) => ({
    heading: headings[place] ?? '',
    sample: samples(body, place),
  }));
}

/**
 * Whether a column was not told by its heading for certain.
 *
 * @param roles those that matter; unless given, all that bear on any figure
 */
export function unsureColumns(
  { columns }: Pick<Recognition, 'columns'>,
  roles: ReadonlySet<ColumnRole> = bearsOnFigures,
): boolean {
  return columns.some(({ role, sureness }) => roles.has(role) && sureness !== 'high' && sureness !== 'said');
}

function samples(rows: readonly Row[], place: number): string[] {
  const filled = rows.map(({ cells }) => cells[place] ?? null).filter((cell) => !isEmpty(cell));
  return [...new Set(filled.map(cellText))].slice(0, samplesShown).map(short);
}

const short = (text: string): string =>
  text.length > sampleLength ? `${text.slice(0, sampleLength - 1)}…` : text;
