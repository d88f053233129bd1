import { type Cell, cellText, quoteCell, type Sheet } from '../workbook/cell.ts';
import type { Issue, Outcome } from '../workbook/issue.ts';
import {
  amountOf,
  type ColumnSpec,
  comparable,
  findSheet,
  isEmpty,
  readTable,
  shareOf,
  type TableRow,
  yesOrNo,
} from '../workbook/read-table.ts';
import { type Lm3Project, type Lm3ProjectInput, longestText, parseLm3Project } from './project.ts';
import { methodWords, nonResponseWords } from './setting-words.ts';
import {
  lm3Sheets,
  otherCostColumns,
  payrollColumns,
  projectColumns,
  projectItems,
  supplierColumns,
} from './workbook-layout.ts';

/**
 * Reads an LM3 project from a Local Pound workbook by its sheet names and headings. Everything
 * wrong is listed at once, each with sheet, cell, what was found, what was expected and how to
 * mend it; no project is returned while there is an error.
 */
export function readLm3Workbook(sheets: readonly Sheet[]): Outcome<Lm3Project> {
  const reading = new Reading(sheets);
  const input: Lm3ProjectInput = {
    ...reading.project(),
    payroll: reading.payroll(),
    otherDirectCosts: reading.otherDirectCosts(),
    suppliers: reading.suppliers(),
  };
  const { issues } = reading;
  if (issues.some((issue) => issue.severity === 'error')) return { ok: false, issues };
  const parsed = parseLm3Project(input);
  return { ...parsed, issues: [...issues, ...parsed.issues] };
}

/** Words that mark a line of totals, which would count everything twice. */
const totalLine = /^(grand |sub-?)?totals?$/i;
/** Ways to say that a supplier does not know: silence, not zero. */
const silence = new Set(['donotknow', 'dontknow', 'notknown', 'unknown', 'noanswer']);

class Reading {
  readonly issues: Issue[] = [];

  constructor(private readonly sheets: readonly Sheet[]) {}

  project(): Omit<Lm3ProjectInput, 'payroll' | 'otherDirectCosts' | 'suppliers'> {
    const issuesBefore = this.issues.length;
    const answers = new Map(
      this.table(lm3Sheets.project, projectColumns, true).map((row) => [
        comparable(String(row.cell('item'))),
        row,
      ]),
    );
    const row = (item: string) => {
      const found = answers.get(comparable(item));
      return found && !isEmpty(found.cell('answer')) ? found : undefined;
    };
    const value = <T>(item: string, read: (cell: Cell) => T | undefined, expected: string): T | undefined => {
      const found = row(item);
      return found && this.expect(found, 'answer', read, expected);
    };
    const text = (item: string) => value(item, shortText, shortTextExpected);
    const name = text(projectItems.name);
    // Where the sheet itself was not understood, that has been said already.
    if (!row(projectItems.name) && this.issues.length === issuesBefore) {
      this.missingItem(projectItems.name, answers.get(comparable(projectItems.name)));
    }
    const localStaff = value(projectItems.localStaff, shareOf, shareExpected);
    const nonLocalStaff = value(projectItems.nonLocalStaff, shareOf, shareExpected);
    return defined({
      name: name ?? '',
      area: text(projectItems.area),
      period: text(projectItems.period),
      scope: text(projectItems.scope),
      income: value(projectItems.income, notNegative, 'an amount in GBP of 0 or more'),
      method: value(projectItems.method, (cell) => choice(cell, methodWords), oneOf(methodWords)),
      nonResponse: value(
        projectItems.nonResponse,
        (cell) => choice(cell, nonResponseWords),
        oneOf(nonResponseWords),
      ),
      proxies: defined({ localStaff, nonLocalStaff }),
    }) as Omit<Lm3ProjectInput, 'payroll'>;
  }

  payroll(): Lm3ProjectInput['payroll'] {
    const payroll = { local: 0, nonLocal: 0 };
    for (const row of this.table(lm3Sheets.payroll, payrollColumns, true)) {
      if (!this.isLine(row, 'group')) continue;
      const pay = this.expect(row, 'pay', notNegative, 'pay in GBP of 0 or more');
      const local = this.expect(row, 'local', yesOrNo, 'Yes or No');
      payroll[local ? 'local' : 'nonLocal'] += pay ?? 0;
    }
    return payroll;
  }

  otherDirectCosts(): NonNullable<Lm3ProjectInput['otherDirectCosts']> {
    return this.table(lm3Sheets.otherDirectCosts, otherCostColumns, false)
      .filter((row) => this.isLine(row, 'name'))
      .map((row) => ({
        name: cellText(row.cell('name')),
        amount: this.expect(row, 'amount', notNegative, 'an amount in GBP of 0 or more') ?? 0,
        local: isEmpty(row.cell('local'))
          ? false
          : (this.expect(row, 'local', yesOrNo, 'Yes or No, or empty for No') ?? false),
      }));
  }

  suppliers(): NonNullable<Lm3ProjectInput['suppliers']> {
    return this.table(lm3Sheets.suppliers, supplierColumns, true)
      .filter((row) => this.isLine(row, 'name'))
      .map((row) => ({
        name: cellText(row.cell('name')),
        spend: this.expect(row, 'spend', amountOf, 'an amount in GBP') ?? 0,
        local: this.expect(row, 'local', yesOrNo, 'Yes or No') ?? false,
        respendShare: this.respendShare(row),
        where: `${row.sheet} row ${row.row.number}`,
      }));
  }

  private respendShare(row: TableRow<'respendShare'>): number | null {
    const cell = row.cell('respendShare');
    if (isEmpty(cell) || (typeof cell === 'string' && silence.has(comparable(cell)))) return null;
    return (
      this.expect(
        row,
        'respendShare',
        shareOf,
        `${shareExpected}, or empty if the supplier has not answered`,
      ) ?? null
    );
  }

  private table<Key extends string>(
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
  private expect<Key extends string, T>(
    row: TableRow<Key>,
    key: Key,
    read: (cell: Cell) => T | undefined,
    expected: string,
  ): T | undefined {
    const cell = row.cell(key);
    const value = read(cell);
    if (value === undefined) this.wrongCell(row, key, expected);
    return value;
  }

  private isLine<Key extends string>(row: TableRow<Key>, key: Key): boolean {
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
      expected: 'one line for each payment group or supplier',
      mend: 'Delete the line of totals: it would count everything twice.',
    });
    return false;
  }

  private wrongCell<Key extends string>(row: TableRow<Key>, key: Key, expected: string): void {
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
      mend: 'Add the sheet, or start from an empty workbook: localpound template lm3 FILE.xlsx',
    });
  }

  private missingItem(item: string, row: TableRow<'item' | 'answer'> | undefined): void {
    this.issues.push({
      severity: 'error',
      where: row ? { sheet: row.sheet, cell: row.address('answer') } : { sheet: lm3Sheets.project.name },
      found: row ? 'an empty cell' : `no line "${item}"`,
      expected: `an answer for "${item}"`,
      mend: row ? 'Fill in this cell.' : `Add a line with the item "${item}" and its answer.`,
    });
  }
}

const shortTextExpected = `a text of at most ${longestText} characters`;

function shortText(cell: Cell): string | undefined {
  const text = cellText(cell);
  return text.length > 0 && text.length <= longestText ? text : undefined;
}

const shareExpected = 'a share from 0% to 100%';

function notNegative(cell: Cell): number | undefined {
  const amount = amountOf(cell);
  return amount !== undefined && amount >= 0 ? amount : undefined;
}

function choice<Value extends string>(cell: Cell, words: Record<Value, string>): Value | undefined {
  const said = comparable(cellText(cell));
  return (Object.keys(words) as Value[]).find(
    (value) => comparable(words[value]) === said || comparable(value) === said,
  );
}

const oneOf = (words: Record<string, string>): string =>
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
function defined<T extends object>(fields: T): Partial<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Partial<T>;
}
