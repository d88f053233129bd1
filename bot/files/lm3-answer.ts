import type { ChaseList, Issue, Lm3Result } from '../../core/index.ts';
import { type IssueList, listedIssues } from '../blocks/issues.ts';
import type { Discretion } from './discretion.ts';

/** What the worker is asked. */
export interface Lm3Question {
  readonly bytes: Uint8Array;
  readonly fileName: string;
}

/** What it answers: no more than is shown, however long the lists of a large workbook are. */
export type Lm3Answer =
  | {
      readonly ok: true;
      readonly result: Lm3Result;
      readonly chase: ChaseList;
      /** Without those of `discretion`. */
      readonly warnings: IssueList;
      readonly discretion: Discretion;
    }
  | { readonly ok: false; readonly issues: IssueList };

/** Errors first, and no more of them than are listed. */
export function shortList(issues: readonly Issue[]): IssueList {
  const errors = issues.filter(({ severity }) => severity === 'error');
  const warnings = issues.filter(({ severity }) => severity === 'warning');
  return { shown: [...errors, ...warnings].slice(0, listedIssues), all: issues.length };
}
