import type { ChaseList, Issue, Lm3Project, Lm3Result } from '../../core/index.ts';

/** What the pane changes of an open project, without its workbook. What is left out stays as it is. */
export interface Adjustment {
  /** An LM3 to reach; null takes it away. */
  readonly target?: number | null;
  /** Shares of what would have happened anyway; null takes them away. */
  readonly net?: NonNullable<Lm3Project['net']> | null;
}

/** All that the page asks of the worker about the workbook that is open: what it hands over, what comes back. */
export interface Work {
  readonly compute: {
    readonly asked: { readonly name: string; readonly bytes: Blob };
    readonly answer: Found;
  };
  readonly adjust: { readonly asked: Adjustment; readonly answer: Lm3Result };
  /** The report as the bytes of an .xlsx file. */
  readonly report: { readonly asked: null; readonly answer: Uint8Array<ArrayBuffer> };
}

export type Kind = keyof Work;

/** A question of the page; its number comes back with every answer. */
export type ToWorker = {
  readonly [K in Kind]: { readonly number: number; readonly kind: K; readonly asked: Work[K]['asked'] };
}[Kind];

/** What the worker tells the page. */
export type FromWorker = { readonly number: number } & (
  | { readonly kind: 'progress'; readonly share: number }
  /** A part of the list of problems; a long list comes in several, so that none holds the page up. */
  | { readonly kind: 'issues'; readonly issues: readonly Issue[] }
  | { readonly kind: 'answer'; readonly answer: Work[Kind]['answer'] }
  /** A mistake of the program itself. */
  | { readonly kind: 'failed'; readonly reason: string }
);

/** A result without its issues, which come beforehand; nothing when they stand in the way. */
export type Found = { readonly result: Lm3Result; readonly chase: ChaseList } | null;

/** What became of a workbook. The project itself stays in the worker, however large it is. */
export type Computed =
  | {
      readonly ok: true;
      readonly result: Lm3Result;
      readonly chase: ChaseList;
      readonly issues: readonly Issue[];
    }
  | { readonly ok: false; readonly issues: readonly Issue[] };
