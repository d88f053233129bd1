import type { ColumnRole } from './column-role.ts';
import type { LinePlan } from './line-group.ts';

/** A column and what it was taken for. */
export interface RecognisedColumn {
  readonly role: ColumnRole;
  /** Counted from 0. */
  readonly column: number;
  /** As published; null where there are no headings. */
  readonly heading: string | null;
  /** `high`: the heading says it. `moderate`: the heading may mean it. `low`: the cells look like it. */
  readonly sureness: 'high' | 'moderate' | 'low' | 'said';
  readonly because: string;
  /** Other headings that could have been meant. */
  readonly others: readonly string[];
}

/** How a table of payments is to be read, with what was recognised and how sure it is. */
export interface Recognition {
  readonly plan: LinePlan;
  /** The column of amounts to take off, where debits and credits stand apart; `plan.amount` is then the debits. */
  readonly creditColumn?: number;
  readonly columns: readonly RecognisedColumn[];
  /** All headings as published, by column; empty where there are none. */
  readonly headings: readonly string[];
  /** Row of the headings as the file shows it; undefined where there are none. */
  readonly headingRow?: number;
  readonly titleRows: number;
  /** Who paid, where one name stands in every row of a column for it. */
  readonly payer?: string;
  readonly amountBasis: 'net' | 'gross' | 'unstated';
  /** What a cell in the column of kinds of supplier means. */
  readonly typeMeans?: 'sme' | 'vcse' | 'words';
  readonly dateOrderBecause?: string;
  /** What a reader of the result should know, in sentences. */
  readonly notes: readonly string[];
}
