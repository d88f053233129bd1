import type {
  AnchorResult,
  ChaseList,
  EnabledResult,
  EnabledSummary,
  Issue,
  Lm3Result,
  Lm3Summary,
  ShownColumn,
  Spend,
  SpendSupplier,
  ToAsk,
  WorkbookSpec,
} from '../../core/index.ts';
import { type IssueList, listedIssues } from '../blocks/issues.ts';
import type { WorkingsPart } from '../blocks/workings-lines.ts';
import type { Discretion } from './discretion.ts';
import type { SpendChoices } from './spend-choices.ts';

/** A file as it was fetched. */
export interface FileBytes {
  readonly bytes: Uint8Array;
  readonly fileName: string;
}

/** What the worker is asked about. */
export interface FileQuestion extends FileBytes {
  /** For a spend export: lists of suppliers that came with it, of where they are or of who is local. */
  readonly lists?: readonly FileBytes[] | undefined;
  /** For a spend export: what a person said of it. */
  readonly spend?: SpendChoices | undefined;
}

/** What is in every answer that has figures. */
interface Answered {
  readonly ok: true;
  /** Without notes that name a supplier or a tenant. */
  readonly warnings: IssueList;
  /** SHA-256 of the file, in hexadecimal. */
  readonly sha256: string;
}

export interface Lm3Answer extends Answered {
  readonly kind: 'lm3';
  readonly result: Lm3Result;
  readonly chase: ChaseList;
  readonly discretion: Discretion;
}

/** An anchor as everyone may see it: one with a single tenant is put together with others. */
export type OpenAnchor = Pick<AnchorResult, 'name' | 'fte' | 'gvaGbp' | 'confidence'>;

export interface TenantsAnswer extends Answered {
  readonly kind: 'tenants';
  /** As the workbook names itself. */
  readonly name?: string | undefined;
  readonly year?: string | undefined;
  readonly summary: EnabledSummary;
  readonly totals: EnabledResult['totals'];
  readonly headline: EnabledResult['headline'];
  /** The largest first. */
  readonly anchors: readonly OpenAnchor[];
  readonly assumptions: readonly string[];
  readonly toAsk: readonly ToAsk[];
  readonly tenantsToAsk: number;
  /** Notes about single tenants; the workings have them. */
  readonly notesOfTenants: number;
  /** How each figure was come by. Names tenants: for the person who asked only. */
  readonly workings: readonly WorkingsPart[];
}

export interface SpendAnswer extends Answered {
  readonly kind: 'spend';
  readonly total: Spend['total'];
  readonly suppliers: number;
  readonly byMonth: Spend['byMonth'];
  /** The largest ones. */
  readonly byCategory: Spend['byCategory'];
  readonly categories: number;
  /** The table that was read first, column by column. */
  readonly columns: readonly ShownColumn[];
  readonly unsure: boolean;
  readonly tables: number;
  /** Whether any payment has a postcode. */
  readonly hasPostcodes: boolean;
  /** Lists of suppliers that were used, in words. */
  readonly lists: readonly string[];
  /** What local means here, such as "Calderdale"; undefined while nobody has said. */
  readonly area?: string | undefined;
  /** Not local or not known to be, the largest first. Names suppliers: for the person who asked only. */
  readonly leaks: readonly Pick<SpendSupplier, 'name' | 'pence' | 'placing' | 'category'>[];
  /** The LM3 that the payments alone give, while an area is chosen. */
  readonly first?: FirstLm3 | undefined;
  readonly licences: readonly string[];
  readonly workings: readonly WorkingsPart[];
}

export interface FirstLm3 extends Lm3Summary {
  readonly lm3: number;
  readonly bounds: Lm3Result['bounds'];
  readonly assumptions: readonly string[];
}

/** Why there are no figures. */
export interface Refused {
  readonly ok: false;
  /** What the file was taken for. */
  readonly about: 'lm3' | 'tenants' | 'spend' | 'list' | 'unknown' | 'unreadable';
  readonly issues: IssueList;
  /** Columns of a table that may be of payments, for a person to say what they hold. */
  readonly columns?: readonly ShownColumn[] | undefined;
}

/** What the worker answers: no more than is shown, however long the lists of a large file are. */
export type FileAnswer = Lm3Answer | TenantsAnswer | SpendAnswer | Refused;
export type FileFigures = Exclude<FileAnswer, Refused>;

/** A report workbook and a chart, to be put back into Slack. */
export type ReportFiles =
  | { readonly ok: true; readonly files: readonly ReportFile[] }
  | { readonly ok: false; readonly issues: IssueList };

export interface ReportFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** What it shows, for people who do not see it. */
  readonly altText?: string;
}

/** What can be asked of the worker, and what it answers. */
export interface FileWork {
  readonly workbook: Uint8Array;
  readonly answer: FileAnswer;
  readonly files: ReportFiles;
  /** Whether a file is a list of suppliers, which goes with payments. */
  readonly isList: boolean;
}

export type ToFileWorker =
  | { readonly kind: Exclude<keyof FileWork, 'workbook'>; readonly question: FileQuestion }
  /** Write a workbook that needs no file, such as a plan. */
  | { readonly kind: 'workbook'; readonly spec: WorkbookSpec };

export type FromFileWorker =
  | { readonly kind: 'progress'; readonly share: number }
  | { readonly kind: 'done'; readonly answer: FileWork[keyof FileWork] }
  | { readonly kind: 'failed'; readonly reason: string };

/** Errors first, and no more of them than are listed. */
export function shortList(issues: readonly Issue[]): IssueList {
  const errors = issues.filter(({ severity }) => severity === 'error');
  const warnings = issues.filter(({ severity }) => severity === 'warning');
  return { shown: [...errors, ...warnings].slice(0, listedIssues), all: issues.length };
}
