import { formatCount, formatGbp } from '../units/format.ts';
import { type Cell, cellAddress, cellText, quoteCell, type Row } from '../workbook/cell.ts';
import type { Issue, Outcome } from '../workbook/issue.ts';
import { amountOf, isEmpty } from '../workbook/read-table.ts';
import { type LedgerColumns, recogniseColumns } from './columns.ts';
import { supplierKey } from './supplier-key.ts';

/** What one supplier was paid, credits taken off. */
export interface LedgerSupplier {
  /** As first published. */
  readonly name: string;
  /** Whole pence. */
  readonly pence: number;
  readonly lines: number;
}

/** A spend export added up by supplier. */
export interface Ledger {
  readonly columns: LedgerColumns['headings'];
  /** Lines of payments; headings, blank rows and lines of totals left out. */
  readonly lines: number;
  /** Whole pence: exact, whatever the order of the lines. */
  readonly totalPence: number;
  readonly credits: { readonly lines: number; readonly pence: number };
  readonly blankRows: number;
  readonly suppliers: readonly LedgerSupplier[];
}

const rowsSearchedForHeadings = 30;
const listedIssues = 100;

/**
 * Adds up a spend export row by row, so that memory grows with the suppliers and not with the
 * file. Suppliers whose names differ only in case or spaces are one.
 */
export class LedgerTally {
  private columns: LedgerColumns | undefined;
  private readonly before: Row[] = [];
  private readonly byName = new Map<string, { name: string; pence: number; lines: number }>();
  private lines = 0;
  private totalPence = 0;
  private creditLines = 0;
  private creditPence = 0;
  private blankRows = 0;
  private wrong = 0;
  private readonly issues: Issue[] = [];

  constructor(private readonly sheet?: string) {}

  add(row: Row): void {
    if (this.columns) this.addLine(row, this.columns);
    else this.seekHeadings(row);
  }

  /** The ledger, or everything that is wrong with the file. */
  result(): Outcome<Ledger> {
    if (!this.columns) return { ok: false, issues: [this.noHeadings()] };
    if (this.wrong > 0) return { ok: false, issues: this.allIssues() };
    if (this.lines === 0) {
      const found = {
        found: 'headings but no payments',
        expected: 'a line for each payment',
        mend: 'Export the payments again.',
      };
      return { ok: false, issues: [{ severity: 'error', where: this.place(), ...found }] };
    }
    const ledger: Ledger = {
      columns: this.columns.headings,
      lines: this.lines,
      totalPence: this.totalPence,
      credits: { lines: this.creditLines, pence: this.creditPence },
      blankRows: this.blankRows,
      suppliers: [...this.byName.values()],
    };
    return { ok: true, value: ledger, issues: this.issues };
  }

  private seekHeadings(row: Row): void {
    if (this.before.length >= rowsSearchedForHeadings) return;
    this.before.push(row);
    this.columns = recogniseColumns(row.cells);
  }

  private addLine(row: Row, columns: LedgerColumns): void {
    const name = row.cells[columns.supplier] ?? null;
    const amount = row.cells[columns.amount] ?? null;
    if (isEmpty(name) && isEmpty(amount)) {
      this.blankRows += 1;
      return;
    }
    const pounds = amountOf(amount);
    if (pounds === undefined) {
      this.wrongCell(
        row,
        columns.amount,
        amount,
        'an amount in pounds',
        'Correct the amount, or take the line out.',
      );
      return;
    }
    const pence = Math.round(pounds * 100);
    if (isEmpty(name)) {
      this.lineWithoutSupplier(row, columns, pence);
      return;
    }
    this.count(cellText(name), pence);
  }

  private count(name: string, pence: number): void {
    this.lines += 1;
    this.totalPence += pence;
    if (pence < 0) {
      this.creditLines += 1;
      this.creditPence += pence;
    }
    const key = supplierKey(name);
    const supplier = this.byName.get(key);
    if (supplier) {
      supplier.pence += pence;
      supplier.lines += 1;
    } else {
      this.byName.set(key, { name, pence, lines: 1 });
    }
  }

  private lineWithoutSupplier(row: Row, columns: LedgerColumns, pence: number): void {
    if (pence !== this.totalPence || this.lines === 0) {
      this.wrongCell(
        row,
        columns.supplier,
        null,
        'a supplier',
        'Fill in the supplier, or take the line out.',
      );
      return;
    }
    this.issues.push({
      severity: 'warning',
      where: this.place(row, columns.supplier),
      found: `${formatGbp(pence / 100)} without a supplier, which is the sum of all lines above`,
      expected: 'a supplier',
      mend: 'It was taken for a line of totals and left out.',
    });
  }

  private wrongCell(row: Row, column: number, found: Cell, expected: string, mend: string): void {
    this.wrong += 1;
    if (this.wrong > listedIssues) return;
    this.issues.push({
      severity: 'error',
      where: this.place(row, column),
      found: quoteCell(found),
      expected,
      mend,
    });
  }

  private allIssues(): Issue[] {
    const more = this.wrong - listedIssues;
    if (more <= 0) return this.issues;
    const rest: Issue = {
      severity: 'error',
      where: this.place(),
      found: `${formatCount(more)} more lines of these kinds`,
      expected: 'a supplier and an amount on every line',
      mend: 'Mend those listed and run again to see the rest.',
    };
    return [...this.issues, rest];
  }

  private noHeadings(): Issue {
    const [first] = this.before.filter((row) => row.cells.some((cell) => !isEmpty(cell)));
    const seen = first?.cells.filter((cell) => !isEmpty(cell)).map((cell) => quoteCell(cell)) ?? [];
    return {
      severity: 'error',
      where: this.place(first),
      found: seen.length > 0 ? `a first row of ${seen.slice(0, 12).join(', ')}` : 'no rows',
      expected: 'headings that name the supplier and the amount, such as "Supplier Name" and "Net Amount"',
      mend: 'Rename the two headings, or add them.',
    };
  }

  private place(row?: Row, column?: number): Issue['where'] {
    return {
      ...(this.sheet === undefined ? {} : { sheet: this.sheet }),
      ...(row === undefined
        ? {}
        : column === undefined
          ? { row: row.number }
          : { cell: cellAddress(column, row.number) }),
    };
  }
}
