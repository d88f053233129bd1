/**
 * A workbook to be written, as data. It is made once here and written by `spreadsheet/` to a file
 * or by the add-in to a sheet, so that both hold the same cells and formulas.
 */
export interface WorkbookSpec {
  readonly title: string;
  readonly sheets: readonly SheetSpec[];
  /** Names for single cells, used in formulas. None may look like a cell address (LM3 is one). */
  readonly names: readonly { readonly name: string; readonly refersTo: string }[];
}

export interface SheetSpec {
  readonly name: string;
  /** Column widths in characters, from column A. */
  readonly widths: readonly number[];
  readonly cells: readonly PlacedCell[];
  readonly tables: readonly TableSpec[];
  readonly validations: readonly ValidationSpec[];
  /** Looks that follow what a cell says, beside its words and never instead of them. */
  readonly looks?: readonly LookSpec[];
  /** Charts of the program that shows the sheet. Files have none of them: what writes them cannot draw. */
  readonly charts?: readonly ChartSpec[];
  /** Rows and columns that stay in sight when scrolling. */
  readonly freeze?: { readonly rows: number; readonly columns: number };
}

export type CellStyle =
  | 'title'
  | 'subtitle'
  | 'heading'
  | 'label'
  | 'text'
  | 'input'
  | 'inputGbp'
  | 'inputShare'
  | 'inputRatio'
  | 'inputCount'
  | 'gbp'
  | 'share'
  | 'ratio'
  | 'count'
  | 'number'
  | 'result'
  | 'check'
  | 'bar';

/** A text is shown as it stands: what would be run as a formula is written with an apostrophe before it. */
export type CellValue = string | number | boolean | null;

export interface CellSpec {
  /** The value, or for a formula its result, so that viewers that do not calculate show it too. */
  readonly value: CellValue;
  /** Without the leading equals sign. */
  readonly formula?: string;
  readonly style?: CellStyle;
  /** A note that shows when the cell is pointed at. */
  readonly note?: string;
}

export interface PlacedCell extends CellSpec {
  readonly address: string;
}

export interface TableSpec {
  readonly name: string;
  /** Row and column of the first heading, from 1. */
  readonly row: number;
  readonly column: number;
  readonly headings: readonly { readonly text: string; readonly note?: string }[];
  readonly rows: readonly (readonly CellSpec[])[];
}

export interface ValidationSpec {
  /** A range such as `C5:C500`. */
  readonly range: string;
  readonly rule: /** Choices without commas, as a comma parts them in the file. */
    | { readonly kind: 'list'; readonly choices: readonly string[] }
    /** Choices that stand in cells of the workbook: `'Settings'!$E$5:$E$7`. */
    | { readonly kind: 'listFrom'; readonly range: string }
    | { readonly kind: 'decimal'; readonly from: number; readonly to: number };
  /** What to tell someone who types anything else. */
  readonly message: string;
}

/** A chart of columns over cells of its sheet. */
export interface ChartSpec {
  readonly title: string;
  /** Names in the first column, figures in the second: `A8:B10`. */
  readonly data: string;
  /** The cells that it covers, from the first to the last corner. */
  readonly from: string;
  readonly to: string;
}

/** How a cell looks while it says a word, whether typed or from a formula. */
export interface LookSpec {
  readonly range: string;
  readonly says: string;
  readonly look: 'high' | 'moderate' | 'low';
}
