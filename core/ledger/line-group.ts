/** Where the columns of payments are in a table, counted from 0, and where its payments begin. */
export interface LinePlan {
  /** Number of the first row, counted from 1 as the file shows it, that may hold a payment. */
  readonly firstRow: number;
  readonly supplier: number;
  readonly amount: number;
  readonly postcode?: number;
  readonly companyNumber?: number;
  readonly category?: number;
  readonly date?: number;
  /** What kind of supplier it is, such as small or medium-sized, or voluntary and community. */
  readonly supplierType?: number;
  /** How dates are written where the day and the month are both numbers up to 12. */
  readonly dateOrder: 'dayFirst' | 'monthFirst';
}

/** Payments of one table that agree in all that it tells of them, added up. */
export interface LineGroup {
  /** As first published, without outer spaces; null where the line names nobody. */
  readonly supplier: string | null;
  readonly postcode: string | null;
  readonly companyNumber: string | null;
  readonly category: string | null;
  /** Such as "2022-08"; null without a date or where it cannot be read. */
  readonly month: string | null;
  readonly supplierType: string | null;
  readonly lines: number;
  /** Whole pence, credits taken off: exact, whatever the order of the lines. */
  readonly pence: number;
  readonly creditLines: number;
  /** Whole pence, 0 or less. */
  readonly creditPence: number;
}

/** A cell that cannot be read as what its column should hold. */
export interface LineFault {
  readonly row: number;
  readonly column: number;
  /** The text of the cell, shortened. */
  readonly found: string;
}

/** A row that adds up others and pays nobody. */
export interface TotalRow {
  readonly row: number;
  /** Whole pence. */
  readonly pence: number;
}

/** A whole table of payments in groups. Nothing is lost: every row after the headings is counted somewhere. */
export interface LineTotals {
  readonly groups: readonly LineGroup[];
  /** Rows from `firstRow` on: lines, blank rows, rows of totals and faults together. */
  readonly rows: number;
  readonly lines: number;
  readonly blankRows: number;
  /**
   * Rows that repeat the sum of the lines above and name no supplier, or call themselves a total: the
   * first hundred, and how many there are.
   */
  readonly totalRows: readonly TotalRow[];
  readonly totalRowCount: number;
  /** Amounts that cannot be read: the first hundred, and how many there are. */
  readonly faults: readonly LineFault[];
  readonly faultCount: number;
  /** Lines whose date cannot be read; they count in no month. */
  readonly undatedLines: number;
}
