import type { Cell } from './cell.ts';
import { type ColumnSpec, comparable, isEmpty, type TableRow } from './read-table.ts';
import { choice, oneOf, type WorkbookReading } from './workbook-reading.ts';

/** The columns of a sheet of items and answers. */
export const itemColumns = [
  { key: 'item', heading: 'Item', required: true },
  { key: 'answer', heading: 'Answer', also: ['Value', 'Entry'], required: true },
] as const satisfies readonly ColumnSpec<string>[];

export type ItemRow = TableRow<'item' | 'answer'>;

/** The lines of a sheet of items and answers, by item. */
export class Items {
  private readonly rows: Map<string, ItemRow>;

  constructor(
    private readonly reading: WorkbookReading,
    rows: readonly ItemRow[],
  ) {
    this.rows = new Map(rows.map((row) => [comparable(String(row.cell('item'))), row]));
  }

  row(item: string): ItemRow | undefined {
    return this.rows.get(comparable(item));
  }

  isAnswered(item: string): boolean {
    const row = this.row(item);
    return row !== undefined && !isEmpty(row.cell('answer'));
  }

  value<T>(item: string, read: (cell: Cell) => T | undefined, expected: string): T | undefined {
    const row = this.row(item);
    return row && this.reading.optional(row, 'answer', read, expected);
  }

  choice<Value extends string>(item: string, words: Readonly<Record<Value, string>>): Value | undefined {
    return this.value(item, (cell) => choice(cell, words), oneOf(words));
  }
}
