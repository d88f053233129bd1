import {
  assertSafeName,
  type CellSpec,
  type CellStyle,
  cellAddress,
  neutralHeading,
  neutralText,
  type SheetSpec,
  type WorkbookSpec,
} from '../../core/index.ts';
import type { PlacedTable, SheetPiece, SheetsPlan } from '../host/port.ts';

/** A report ready to be written to sheets, piece by piece. */
export interface ReportInPieces {
  readonly plan: SheetsPlan;
  piece(number: number): SheetPiece;
}

/** Where a cell stands, from 0. */
interface Placed {
  readonly row: number;
  readonly column: number;
  readonly cell: CellSpec;
}

/** Cells that are written together: those of a sheet outside its tables, or those of one table. */
interface Group {
  readonly sheet: string;
  readonly cells: readonly Placed[];
}

/** About how many characters a piece may have: Excel on the web takes 5 MB, and the page has to stay free. */
const longestPiece = 300_000;
const stylesInPiece = 60;

export function reportInPieces(spec: WorkbookSpec): ReportInPieces {
  for (const { name } of spec.names) assertSafeName(name);
  const groups = spec.sheets.flatMap(groupsOf);
  const pieces: SheetPiece[] = [
    ...groups.flatMap((group) => blocksOf(group, 'values')),
    ...groups.flatMap((group) => blocksOf(group, 'formulas')),
    ...groups.flatMap(stylesOf),
  ];
  const all = groups.flatMap(({ cells }) => cells);
  return {
    plan: {
      sheets: spec.sheets.map(({ cells: _cells, tables: _tables, ...sheet }) => sheet),
      tables: spec.sheets.flatMap(tablesOf),
      names: spec.names,
      cells: all.filter(({ cell }) => cell.value !== null || cell.formula !== undefined).length,
      formulas: all.filter(({ cell }) => cell.formula !== undefined).length,
      pieces: pieces.length,
    },
    piece(number) {
      const piece = pieces[number];
      if (!piece) throw new RangeError(`reportPiece: there is no piece ${number}`);
      return piece;
    },
  };
}

const tablesOf = ({ name: sheet, tables }: SheetSpec): PlacedTable[] =>
  tables.map(({ name, row, column, headings, rows }) => {
    assertSafeName(name);
    // A table without a line gets a blank one.
    return {
      sheet,
      name,
      row: row - 1,
      column: column - 1,
      rows: 1 + Math.max(1, rows.length),
      columns: headings.length,
    };
  });

function groupsOf({ name: sheet, cells, tables }: SheetSpec): Group[] {
  return [
    { sheet, cells: cells.map(({ address, ...cell }) => ({ ...placeOf(address), cell })) },
    ...tables.map(({ row, column, headings, rows }) => ({
      sheet,
      cells: [
        ...headings.map(({ text }, at) => ({
          row: row - 1,
          column: column - 1 + at,
          cell: { value: neutralHeading(text), style: 'heading' as const },
        })),
        ...rows.flatMap((line, below) =>
          line.map((cell, at) => ({ row: row + below, column: column - 1 + at, cell })),
        ),
      ],
    })),
  ];
}

function placeOf(address: string): { row: number; column: number } {
  const [, letters = '', digits = ''] = /^([A-Z]+)(\d+)$/.exec(address) ?? [];
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  if (column === 0) throw new RangeError(`"${address}" is not the address of one cell`);
  return { row: Number(digits) - 1, column: column - 1 };
}

/** What Excel is to put into a cell, or null to leave it. */
function contentOf(
  { value, formula }: CellSpec,
  kind: 'values' | 'formulas',
): string | number | boolean | null {
  if (kind === 'formulas') return formula === undefined ? null : `=${formula}`;
  if (formula !== undefined) return null;
  // The apostrophe is Excel's own sign for text: without it, "April 2025" would become a date.
  return typeof value === 'string' ? `'${neutralText(value)}` : value;
}

/** Blocks of rows one below the other, as wide as the group, each short enough to be sent. */
function blocksOf({ sheet, cells }: Group, kind: 'values' | 'formulas'): SheetPiece[] {
  const rows = new Map<number, Map<number, string | number | boolean>>();
  for (const { row, column, cell } of cells) {
    const content = contentOf(cell, kind);
    if (content === null) continue;
    const line = rows.get(row) ?? new Map<number, string | number | boolean>();
    rows.set(row, line.set(column, content));
  }
  const numbers = [...rows.keys()].sort((a, b) => a - b);
  const pieces: SheetPiece[] = [];
  for (let at = 0; at < numbers.length; ) {
    const first = numbers[at] ?? 0;
    const lines: Map<number, string | number | boolean>[] = [];
    let length = 0;
    while (numbers[at] === first + lines.length && length < longestPiece) {
      const line = rows.get(first + lines.length) ?? new Map<number, string | number | boolean>();
      for (const content of line.values()) length += String(content).length + 4;
      lines.push(line);
      at += 1;
    }
    const columns = lines.flatMap((line) => [...line.keys()]);
    const left = columns.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
    const right = columns.reduce((a, b) => Math.max(a, b), 0);
    pieces.push({
      kind,
      sheet,
      row: first,
      column: left,
      cells: lines.map((line) =>
        Array.from({ length: right - left + 1 }, (_, column) => line.get(left + column) ?? null),
      ),
    });
  }
  return pieces;
}

interface Run {
  readonly row: number;
  rows: number;
  readonly column: number;
  columns: number;
  readonly style: CellStyle;
}

/** Cells of one look that touch are written as one block. */
function stylesOf({ sheet, cells }: Group): SheetPiece[] {
  const sorted = cells
    .flatMap(({ row, column, cell: { style } }) => (style === undefined ? [] : [{ row, column, style }]))
    .sort((a, b) => a.column - b.column || a.row - b.row);
  const down: Run[] = [];
  for (const { row, column, style } of sorted) {
    const last = down.at(-1);
    if (last?.column === column && last.style === style && last.row + last.rows === row) last.rows += 1;
    else down.push({ row, rows: 1, column, columns: 1, style });
  }
  const runs: Run[] = [];
  for (const run of down) {
    const left = runs.find(
      (one) =>
        one.row === run.row &&
        one.rows === run.rows &&
        one.style === run.style &&
        one.column + one.columns === run.column,
    );
    if (left) left.columns += 1;
    else runs.push(run);
  }
  const styled = runs.map(({ row, rows, column, columns, style }) => ({
    address: `${cellAddress(column, row + 1)}:${cellAddress(column + columns - 1, row + rows)}`,
    style,
  }));
  return Array.from({ length: Math.ceil(styled.length / stylesInPiece) }, (_, at) => ({
    kind: 'styles' as const,
    sheet,
    styled: styled.slice(at * stylesInPiece, (at + 1) * stylesInPiece),
  }));
}
