import {
  foundText,
  isTotalRow,
  type LineFault,
  type LinePlan,
  lineMonth,
  linePence,
  lineText,
  listedRows,
  namingOf,
  type Row,
  saysTotal,
  type TotalRow,
} from '../../core/index.ts';
import type { LineGroups } from './line-groups.ts';

/** A row that is no ordinary payment, with the ordinary payments above it. */
export interface OddRow {
  readonly row: Row;
  readonly above: { readonly lines: number; readonly pence: number };
}

/** Sorts the rows that name no supplier or no amount as `LineTally` does: blank, faults, totals and lines. */
export class OddRows {
  blankRows = 0;
  faultCount = 0;
  totalRowCount = 0;
  readonly faults: LineFault[] = [];
  readonly totalRows: TotalRow[] = [];
  readonly #plan: LinePlan;
  readonly #groups: LineGroups;
  #lines = 0;
  #pence = 0;

  constructor(plan: LinePlan, groups: LineGroups) {
    this.#plan = plan;
    this.#groups = groups;
  }

  /** Takes the next, from top to bottom. */
  add({ row, above }: OddRow): void {
    const { cells } = row;
    const amount = cells[this.#plan.amount];
    const supplier = lineText(cells[this.#plan.supplier]);
    if (lineText(amount) === null && supplier === null) {
      this.blankRows += 1;
      return;
    }
    const pence = linePence(amount);
    if (pence === undefined) {
      this.faultCount += 1;
      const fault = { row: row.number, column: this.#plan.amount, found: foundText(amount) };
      if (this.faults.length < listedRows) this.faults.push(fault);
      return;
    }
    const all = { lines: above.lines + this.#lines, pence: above.pence + this.#pence };
    if (isTotalRow(namingOf(supplier), pence, all, () => cells.some((cell) => saysTotal(lineText(cell))))) {
      this.totalRowCount += 1;
      if (this.totalRows.length < listedRows) this.totalRows.push({ row: row.number, pence });
      return;
    }
    this.#lines += 1;
    this.#pence += pence;
    this.#addLine(row, pence);
  }

  #addLine({ cells }: Row, pence: number): void {
    const { supplier, postcode, companyNumber, category, date, supplierType, dateOrder } = this.#plan;
    const text = (column: number | undefined) => (column === undefined ? null : lineText(cells[column]));
    const credit = pence < 0;
    this.#groups.add(
      {
        supplier: text(supplier),
        postcode: text(postcode),
        companyNumber: text(companyNumber),
        category: text(category),
        month: date === undefined ? null : (lineMonth(cells[date], dateOrder) ?? null),
        supplierType: text(supplierType),
      },
      { lines: 1, pence, creditLines: credit ? 1 : 0, creditPence: credit ? pence : 0 },
    );
  }
}
