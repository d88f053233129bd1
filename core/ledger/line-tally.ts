import type { Row } from '../workbook/cell.ts';
import { isEmpty } from '../workbook/read-table.ts';
import { foundText, linePence, lineText } from './line-cells.ts';
import type { LineFault, LineGroup, LinePlan, LineTotals, TotalRow } from './line-group.ts';
import { lineMonth } from './line-month.ts';
import { isTotalRow, namingOf, saysTotal } from './total-row.ts';

/** The most faults and rows of totals that are listed one by one. */
export const listedRows = 100;

/** A group while it grows. */
type Growing = { -readonly [Key in keyof LineGroup]: LineGroup[Key] };

/**
 * Adds up payments row by row: the meaning of `LineTotals`. `sumCsv` in `spreadsheet/` does the same from
 * the bytes of a CSV file, faster, and is tested against this.
 *
 * - A row with neither supplier nor amount is blank, whatever else it says. Rows that are missing
 *   between two numbers are blank too.
 * - A row whose amount cannot be read, an empty one beside a supplier included, is a fault.
 * - A row that calls itself a total, or names nobody and repeats the sum of the lines above, is a total.
 * - Everything else is a line. Lines are one group when supplier, postcode, company number, category,
 *   month and supplier type, as far as the plan names them, are the same after outer spaces are taken
 *   off and inner ones made single. Spellings are not merged here.
 */
export class LineTally {
  readonly #plan: LinePlan;
  readonly #groups = new Map<string, Growing>();
  readonly #faults: LineFault[] = [];
  readonly #totalRows: TotalRow[] = [];
  #faultCount = 0;
  #totalRowCount = 0;
  #lines = 0;
  #pence = 0;
  #undatedLines = 0;
  /** Number of the last row that was given. */
  #last: number;
  #blankRows = 0;

  constructor(plan: LinePlan) {
    this.#plan = plan;
    this.#last = plan.firstRow - 1;
  }

  /** Takes the next row; rows above the first payment are passed over. Rows come from top to bottom. */
  add(row: Row): void {
    const { firstRow, supplier, amount } = this.#plan;
    if (row.number < firstRow) return;
    this.#blankRows += row.number - this.#last - 1;
    this.#last = row.number;
    const cells = row.cells;
    if (isEmpty(cells[amount]) && isEmpty(cells[supplier])) {
      this.#blankRows += 1;
      return;
    }
    const pence = linePence(cells[amount]);
    if (pence === undefined) this.#fault(row);
    else this.#take(row, pence);
  }

  /**
   * @param lastRow number of the table's last row, where it has blank rows at the end that were not given
   */
  result(lastRow = this.#last): LineTotals {
    const blankRows = this.#blankRows + Math.max(0, lastRow - this.#last);
    return {
      groups: [...this.#groups.values()],
      rows: this.#lines + blankRows + this.#totalRowCount + this.#faultCount,
      lines: this.#lines,
      blankRows,
      totalRows: this.#totalRows,
      totalRowCount: this.#totalRowCount,
      faults: this.#faults,
      faultCount: this.#faultCount,
      undatedLines: this.#undatedLines,
    };
  }

  #fault(row: Row): void {
    const column = this.#plan.amount;
    this.#faultCount += 1;
    if (this.#faults.length < listedRows) {
      this.#faults.push({ row: row.number, column, found: foundText(row.cells[column]) });
    }
  }

  #take(row: Row, pence: number): void {
    const plan = this.#plan;
    const text = textsOf(row);
    const supplier = text(plan.supplier);
    const above = { lines: this.#lines, pence: this.#pence };
    const anyCell = () => row.cells.some((cell) => saysTotal(lineText(cell)));
    if (isTotalRow(namingOf(supplier), pence, above, anyCell)) {
      this.#totalRowCount += 1;
      if (this.#totalRows.length < listedRows) this.#totalRows.push({ row: row.number, pence });
      return;
    }
    const month = plan.date === undefined ? null : (lineMonth(row.cells[plan.date], plan.dateOrder) ?? null);
    if (plan.date !== undefined && month === null) this.#undatedLines += 1;
    this.#lines += 1;
    this.#pence += pence;
    const group = this.#group({
      supplier,
      postcode: text(plan.postcode),
      companyNumber: text(plan.companyNumber),
      category: text(plan.category),
      month,
      supplierType: text(plan.supplierType),
    });
    group.lines += 1;
    group.pence += pence;
    if (pence >= 0) return;
    group.creditLines += 1;
    group.creditPence += pence;
  }

  #group(told: Omit<LineGroup, 'lines' | 'pence' | 'creditLines' | 'creditPence'>): Growing {
    const key = JSON.stringify(Object.values(told));
    const known = this.#groups.get(key);
    if (known !== undefined) return known;
    const group = { ...told, lines: 0, pence: 0, creditLines: 0, creditPence: 0 };
    this.#groups.set(key, group);
    return group;
  }
}

const textsOf =
  (row: Row) =>
  (column: number | undefined): string | null =>
    column === undefined ? null : lineText(row.cells[column]);
