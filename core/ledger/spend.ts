import type { Placed, Placing } from '../area/placing.ts';
import type { Issue } from '../workbook/issue.ts';
import type { LikelySame, Merge } from './merge-suppliers.ts';
import type { KindOfLine } from './payment-kinds.ts';
import type { Recognition } from './recognition.ts';
import type { SupplierType } from './supplier-type.ts';

/** Sums of one thing by where the money went, in whole pence, and its lines. */
export interface SpendSum {
  readonly pence: number;
  readonly lines: number;
  readonly local: number;
  readonly notLocal: number;
  readonly cannotTell: number;
}

/** One place that a supplier was paid at. */
export interface SupplierPlace extends Placed {
  readonly postcode: string | null;
  readonly pence: number;
}

/** One supplier, all its spellings together. */
export interface SpendSupplier {
  readonly name: string;
  readonly companyNumber: string | null;
  /** Whole pence, credits taken off. */
  readonly pence: number;
  readonly lines: number;
  readonly creditPence: number;
  /** What it is, where it is not simply a supplier, and the rule that saw it. */
  readonly kind?: { readonly kind: KindOfLine; readonly rule: string };
  /** The category with most of its money. */
  readonly category: string | null;
  readonly type?: SupplierType;
  /** The place with most of its money first. */
  readonly places: readonly SupplierPlace[];
  /** Where it counts: where most of its money went. */
  readonly placing: Placing;
}

/** How one file, or one sheet of it, was read. */
export interface SpendSource {
  readonly file: string;
  readonly sheet?: string;
  readonly recognition: Recognition;
  readonly rows: number;
  readonly lines: number;
  readonly blankRows: number;
  readonly totalRows: readonly { readonly row: number; readonly pence: number }[];
  readonly totalRowCount: number;
  readonly faultCount: number;
  readonly undatedLines: number;
  /** Whole pence of its lines. */
  readonly pence: number;
}

export interface KindSum {
  readonly kind: KindOfLine;
  readonly names: number;
  readonly lines: number;
  readonly pence: number;
}

export interface Concentration {
  /** Suppliers that can be told apart and were paid more than they gave back. */
  readonly suppliers: number;
  /** Whole pence paid to them. */
  readonly pence: number;
  /** How many of the largest make these shares of it. */
  readonly reach: readonly { readonly share: number; readonly suppliers: number }[];
}

/** Spend exports added up: every line of every file counts exactly once in each of the lists. */
export interface Spend {
  readonly sources: readonly SpendSource[];
  readonly lines: number;
  readonly total: SpendSum;
  readonly credits: { readonly lines: number; readonly pence: number };
  /** The largest first. */
  readonly suppliers: readonly SpendSupplier[];
  /** Names as published, before spellings were merged. */
  readonly names: number;
  readonly byMonth: readonly (SpendSum & { readonly month: string | null })[];
  readonly byCategory: readonly (SpendSum & {
    readonly category: string | null;
    readonly suppliers: number;
  })[];
  readonly byDistrict: readonly (SpendSum & {
    readonly district: { readonly code: string; readonly name: string } | null;
    readonly suppliers: number;
  })[];
  /** Null where no file tells kinds of supplier. */
  readonly supplierTypes: readonly TypeSum[] | null;
  readonly kinds: readonly KindSum[];
  readonly concentration: Concentration;
  readonly merges: readonly Merge[];
  readonly likelySame: readonly LikelySame[];
  readonly issues: readonly Issue[];
}

export interface TypeSum {
  /** Null: the file does not tell of these lines. */
  readonly type: SupplierType | null;
  readonly pence: number;
  readonly lines: number;
  readonly suppliers: number;
}
