import type { Cell, Row } from '../workbook/cell.ts';
import { isEmpty } from '../workbook/read-table.ts';
import { type ColumnContent, columnContent } from './column-content.ts';
import { type HeadingMatch, matchHeading } from './heading-match.ts';
import type { HeadingRow } from './heading-row.ts';

/** Cells that are looked at, and rows of a very wide table. */
const mostCells = 20_000;
const fewestRows = 10;

/** The rows as columns with headings. */
export class ColumnTable {
  readonly headings: readonly string[];
  readonly width: number;
  readonly body: readonly Row[];
  private readonly contents = new Map<number, ColumnContent>();
  private readonly meanings = new Map<number, readonly HeadingMatch[]>();

  constructor(
    readonly rows: readonly Row[],
    readonly heading: HeadingRow | undefined,
  ) {
    this.headings = heading?.texts.map((text) => text.trim()) ?? [];
    const below = rows.slice(heading?.next ?? firstFullRow(rows));
    this.width = Math.max(this.headings.length, ...below.map(({ cells }) => cells.length), 0);
    this.body = below.slice(0, Math.max(fewestRows, Math.floor(mostCells / Math.max(1, this.width))));
  }

  cells(column: number): Cell[] {
    return this.body.map(({ cells }) => cells[column] ?? null);
  }

  content(column: number): ColumnContent {
    const known = this.contents.get(column) ?? columnContent(this.cells(column));
    this.contents.set(column, known);
    return known;
  }

  /** What the heading of a column may mean. */
  matches(column: number): readonly HeadingMatch[] {
    const known = this.meanings.get(column) ?? matchHeading(this.headings[column] ?? '');
    this.meanings.set(column, known);
    return known;
  }

  headingOf(column: number): string | null {
    return this.headings[column] || null;
  }
}

/** Without headings the table begins at the first row that is as full as most. */
function firstFullRow(rows: readonly Row[]): number {
  const fill = (row: Row | undefined) => row?.cells.filter((cell) => !isEmpty(cell)).length ?? 0;
  const fills = rows.map(fill).sort((a, b) => a - b);
  const usual = fills[Math.floor(fills.length / 2)] ?? 0;
  return Math.max(
    0,
    rows.findIndex((row) => fill(row) >= usual),
  );
}
