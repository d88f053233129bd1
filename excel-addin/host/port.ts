import type { CellStyle, Issue, SheetSpec, WorkbookSpec } from '../../core/index.ts';
import type { ReadyWorkbook } from '../ready-workbooks.ts';

/** A workbook that someone wants to see the result of. */
export type WorkbookChoice =
  | { readonly kind: 'file'; readonly file: File }
  | { readonly kind: 'sample'; readonly which: ReadyWorkbook }
  | { readonly kind: 'open'; readonly part: WorkbookPart };

/** What of the workbook that is open in Excel is meant. */
export type WorkbookPart =
  /** Every sheet: a workbook in the layout of Local Pound. */
  | { readonly kind: 'workbook' }
  /** Payments: the cells that are selected now, cells by their address, a table, or a whole sheet. */
  | { readonly kind: 'selection' }
  | { readonly kind: 'range'; readonly address: string }
  | { readonly kind: 'table'; readonly name: string }
  | { readonly kind: 'sheet'; readonly name: string };

/** A workbook at hand: as a file that may still lie on disk, or as cells that come in pieces. */
export type OpenedWorkbook = OpenedFile | OpenedCells;

export interface OpenedFile {
  readonly name: string;
  readonly bytes: Blob;
}

export interface OpenedCells {
  readonly name: string;
  readonly as: 'workbook' | 'payments';
  /** What was opened, so that it can be opened again: a selection moves, so it is told by its address. */
  readonly part: WorkbookPart;
  /** What was noticed that the cells themselves do not show, such as hidden rows. */
  readonly issues: readonly Issue[];
  /**
   * The cells, sheet by sheet from top to bottom. Whoever stops asking for more stops the reading.
   *
   * @throws HostProblem when the host cannot go on, such as when the workbook was closed
   */
  readonly pieces: (onProgress: (share: number) => void) => AsyncIterable<CellsPiece>;
}

/** Rows of one sheet as Excel hands them over: dates are numbers, errors and empty cells are texts. */
export interface CellsPiece {
  readonly sheet: string;
  /** Row and column of the first cell, from 0. */
  readonly row: number;
  readonly column: number;
  readonly values: readonly (readonly (string | number | boolean)[])[];
  /** Number formats, row by row, of the columns that hold dates; columns are counted in this piece from 0. */
  readonly dates: readonly { readonly column: number; readonly formats: readonly string[] }[];
}

/** A file that can be made. Making it takes a moment, so a host asks for it when it writes. */
export interface MadeFile {
  /** Its ending says what kind of file it is: .xlsx or .csv. */
  readonly fileName: string;
  readonly makeFile: () => Promise<Uint8Array<ArrayBuffer>>;
}

/** What was asked could not be done; the issue says why and what helps. */
export class HostProblem extends Error {
  override readonly name = 'HostProblem';
  readonly issue: Issue;
  /** For a report of the problem: what the host said, in its own words. Holds nothing of the workbook's cells. */
  readonly details: string | undefined;

  constructor(issue: Issue, details?: string) {
    super(issue.found);
    this.issue = issue;
    this.details = details;
  }
}

/**
 * What the pane needs of the program it runs in: a workbook to read, and a place for reports. The
 * pane knows no other way to either, so the same pane serves a browser and Excel.
 */
export interface WorkbookPort {
  /** @throws HostProblem when the workbook cannot be had */
  open(choice: WorkbookChoice): Promise<OpenedWorkbook>;
  /** Saves the file and says in a sentence where it is. */
  save(file: MadeFile): Promise<string>;
  /** Only where a workbook is open in the program around the pane. */
  readonly live?: LiveWorkbook;
}

/** The workbook that is open around the pane. */
export interface LiveWorkbook {
  /** What there is to read. */
  contents(): Promise<WorkbookContents>;
  /**
   * Tells when somebody changed cells on the sheets that were opened last, once they pause. What the
   * pane writes does not count. A second call only says whom to tell from then on.
   */
  onChanged(tell: () => void): Promise<void>;
  /**
   * Writes sheets that are new to the workbook, and shows the first of them. Nothing that is there is
   * touched; what was written is taken away again where it cannot be finished.
   */
  write(sheets: SheetsToWrite, onProgress: (share: number) => void): Promise<void>;
  /** What the pane keeps in the workbook, as text; undefined where there is nothing yet. */
  settings(): Promise<string | undefined>;
  keepSettings(text: string): Promise<void>;
}

/** New sheets, with their cells in pieces: a large report is never on its way as a whole. */
export interface SheetsToWrite extends SheetsPlan {
  readonly piece: (number: number) => Promise<SheetPiece>;
}

/** What there is to write, without the cells. */
export interface SheetsPlan {
  readonly sheets: readonly Pick<
    SheetSpec,
    'name' | 'widths' | 'freeze' | 'validations' | 'looks' | 'charts'
  >[];
  readonly tables: readonly PlacedTable[];
  readonly names: WorkbookSpec['names'];
  /** How many cells are filled, and how many of them hold formulas. */
  readonly cells: number;
  readonly formulas: number;
  readonly pieces: number;
}

/** Where a table stands, from 0, with its row of headings. */
export interface PlacedTable {
  readonly sheet: string;
  readonly name: string;
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/**
 * A part of what stands on a sheet. All values come before the first formula, because formulas speak
 * of tables and names that are made from values. Null leaves a cell as it is.
 */
export type SheetPiece =
  | {
      readonly kind: 'values' | 'formulas';
      readonly sheet: string;
      /** From 0. */
      readonly row: number;
      readonly column: number;
      readonly cells: readonly (readonly (string | number | boolean | null)[])[];
    }
  | {
      readonly kind: 'styles';
      readonly sheet: string;
      readonly styled: readonly { readonly address: string; readonly style: CellStyle }[];
    };

export interface WorkbookContents {
  readonly name: string;
  readonly sheets: readonly {
    readonly name: string;
    readonly isHidden: boolean;
    readonly isProtected: boolean;
  }[];
  readonly tables: readonly { readonly name: string; readonly sheet: string; readonly rows: number }[];
  /** Names that tables and cells go by. */
  readonly names: readonly string[];
  readonly selection: { readonly address: string; readonly rows: number; readonly columns: number };
}
