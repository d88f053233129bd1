import { type Cell, cellText, quoteCell, type Sheet } from './cell.ts';
import type { Issue } from './issue.ts';
import {
  amountOf,
  type ColumnSpec,
  comparable,
  findSheet,
  isEmpty,
  readTable,
  type TableRow,
} from './read-table.ts';
import { shortText, shortTextExpected } from './short-text.ts';

/** Words that mark a line of totals, which would count everything twice. */
const totalLine = /^(grand |sub-?)?totals?$/i;

/** Reads the cells of a Local Pound workbook and notes every cell that does not hold what it should. */
export class WorkbookReading {
  readonly issues: Issue[] = [];

  /**
   * @param template the kind of workbook, as `localpound template` knows it
   * @param lines what has a line each, in words
   */
  constructor(
    private readonly sheets: readonly Sheet[],
    private readonly template = 'lm3',
    private readonly lines = 'one line for each payment group or supplier',
  ) {}

  /** The rows of a sheet; none if it is missing, which is an issue only where it is required. */
  table<Key extends string>(
    names: { name: string; also: readonly string[] },
    columns: readonly ColumnSpec<Key>[],
    required: boolean,
  ): TableRow<Key>[] {
    const sheet = findSheet(this.sheets, [names.name, ...names.also]);
    if (!sheet) {
      if (required) this.missingSheet(names.name);
      return [];
    }
    const { rows, issues } = readTable(sheet, columns);
    this.issues.push(...issues);
    return rows;
  }

  /** Reads one cell or notes what is wrong with it. */
  expect<Key extends string, T>(
    row: TableRow<Key>,
    key: Key,
    read: (cell: Cell) => T | undefined,
    expected: string,
  ): T | undefined {
    const value = read(row.cell(key));
    if (value === undefined) this.wrongCell(row, key, expected);
    return value;
  }

  /** As `expect`, but an empty cell says nothing. */
  optional<Key extends string, T>(
    row: TableRow<Key>,
    key: Key,
    read: (cell: Cell) => T | undefined,
    expected: string,
  ): T | undefined {
    return isEmpty(row.cell(key)) ? undefined : this.expect(row, key, read, expected);
  }

  /** Whether a row is a line of its own: it has a name, and it is no line of totals. */
  isLine<Key extends string>(row: TableRow<Key>, key: Key): boolean {
    const cell = row.cell(key);
    if (isEmpty(cell)) {
      this.wrongCell(row, key, 'a name for this line');
      return false;
    }
    if (shortText(cell) === undefined) {
      this.wrongCell(row, key, shortTextExpected);
      return false;
    }
    if (!totalLine.test(cellText(cell))) return true;
    this.issues.push({
      severity: 'error',
      where: { sheet: row.sheet, cell: row.address(key) },
      found: quoteCell(cell),
      expected: this.lines,
      mend: 'Delete the line of totals: it would count everything twice.',
    });
    return false;
  }

  wrongCell<Key extends string>(row: TableRow<Key>, key: Key, expected: string): void {
    const found = row.cell(key);
    this.issues.push({
      severity: 'error',
      where: { sheet: row.sheet, cell: row.address(key) },
      found: quoteCell(found),
      expected,
      mend: mendFor(found, expected),
    });
  }

  private missingSheet(name: string): void {
    const names = this.sheets.map((sheet) => `"${sheet.name}"`);
    this.issues.push({
      severity: 'error',
      where: { sheet: name },
      found: names.length > 0 ? `the sheets ${names.slice(0, 12).join(', ')}` : 'no sheets',
      expected: `a sheet named "${name}"`,
      mend: `Add the sheet, or start from an empty workbook: localpound template ${this.template} FILE.xlsx`,
    });
  }
}

export const shareExpected = 'a share from 0% to 100%';

export function notNegative(cell: Cell): number | undefined {
  const amount = amountOf(cell);
  return amount !== undefined && amount >= 0 ? amount : undefined;
}

export function wholeNumber(cell: Cell): number | undefined {
  const number = notNegative(cell);
  return number !== undefined && Number.isInteger(number) ? number : undefined;
}

/** The choice that a cell words, compared by letters and digits alone. */
export function choice<Value extends string>(
  cell: Cell,
  words: Readonly<Record<Value, string>>,
): Value | undefined {
  const said = comparable(cellText(cell));
  return (Object.keys(words) as Value[]).find(
    (value) => comparable(words[value]) === said || comparable(value) === said,
  );
}

export const oneOf = (words: Readonly<Record<string, string>>): string =>
  Object.values(words)
    .map((word) => `"${word}"`)
    .join(' or ');

function mendFor(found: Cell, expected: string): string {
  if (found !== null && typeof found === 'object' && 'error' in found)
    return 'Mend the formula in this cell.';
  if (expected.startsWith('a share') && typeof found === 'number' && found > 1 && found <= 100) {
    return `Type ${found}% or ${found / 100}.`;
  }
  if (expected.startsWith('a share')) return 'Type a percentage such as 40%.';
  if (typeof found === 'string' && expected.includes('GBP'))
    return 'Type a number only, for example 1250.50.';
  if (typeof found === 'number' && found < 0) return 'Type the amount without a minus, or take the line out.';
  if (expected === shortTextExpected) return 'Shorten it.';
  return isEmpty(found) ? 'Fill in this cell, or clear the whole row.' : `Type ${expected}.`;
}

/** Drops the keys that were not given, so that the schema's defaults apply. */
export function defined<T extends object>(fields: T): Partial<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Partial<T>;
}
