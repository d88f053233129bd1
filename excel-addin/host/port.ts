import type { Issue } from '../../core/index.ts';
import type { ReadyWorkbook } from '../ready-workbooks.ts';

/** A workbook that someone wants to see the result of. */
export type WorkbookChoice =
  | { readonly kind: 'file'; readonly file: File }
  | { readonly kind: 'sample'; readonly which: ReadyWorkbook };

/** A workbook at hand: its name and its bytes, which may still lie on disk. */
export interface OpenedWorkbook {
  readonly name: string;
  readonly bytes: Blob;
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

  constructor(issue: Issue) {
    super(issue.found);
    this.issue = issue;
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
}
