import type { CellStyle, CellValue, PlacedCell, SheetSpec, TableSpec } from './workbook-spec.ts';

/** One column of a list: its heading, its width in characters and how its cells look. */
export interface ListColumn {
  readonly heading: string;
  readonly width: number;
  readonly style?: CellStyle;
}

/** A sheet with a title and one table of plain values. */
export function listSheet(
  name: string,
  table: string,
  columns: readonly ListColumn[],
  rows: readonly (readonly CellValue[])[],
  sentence?: string,
): SheetSpec {
  return {
    name,
    widths: columns.map(({ width }) => width),
    cells: titleCells(name, sentence),
    tables: [listTable(table, 4, columns, rows)],
    validations: [],
    freeze: { rows: 4, columns: 0 },
  };
}

/** The title of a sheet and a sentence below it. */
export function titleCells(title: string, sentence?: string): PlacedCell[] {
  return [
    { address: 'A1', value: title, style: 'title' },
    ...(sentence === undefined
      ? []
      : [{ address: 'A2', value: sentence, style: 'subtitle' } satisfies PlacedCell]),
  ];
}

/** A table of plain values that begins in column A. */
export function listTable(
  name: string,
  row: number,
  columns: readonly ListColumn[],
  rows: readonly (readonly CellValue[])[],
): TableSpec {
  return {
    name,
    row,
    column: 1,
    headings: columns.map(({ heading }) => ({ text: heading })),
    rows: rows.map((cells) =>
      cells.map((value, index) => ({ value, style: columns[index]?.style ?? 'text' })),
    ),
  };
}
