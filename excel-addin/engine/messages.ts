import type { ChaseList, Issue, Lm3Result } from '../../core/index.ts';

/** What the page asks of the worker. */
export type ToWorker =
  | { readonly kind: 'compute'; readonly name: string; readonly bytes: Blob }
  | { readonly kind: 'report' };

/** What the worker tells the page. */
export type FromWorker =
  | { readonly kind: 'progress'; readonly share: number }
  /** A part of the list of problems; a long list comes in several, so that none holds the page up. */
  | { readonly kind: 'issues'; readonly issues: readonly Issue[] }
  | { readonly kind: 'computed'; readonly result: Lm3Result; readonly chase: ChaseList }
  | { readonly kind: 'refused' }
  | { readonly kind: 'report'; readonly file: Uint8Array<ArrayBuffer> }
  /** A mistake of the program itself. */
  | { readonly kind: 'failed'; readonly reason: string };

/** What became of a workbook. The project itself stays in the worker, however large it is. */
export type Computed =
  | {
      readonly ok: true;
      readonly result: Lm3Result;
      readonly chase: ChaseList;
      readonly issues: readonly Issue[];
    }
  | { readonly ok: false; readonly issues: readonly Issue[] };
