import type { FileFigures } from '../files/file-answer.ts';
import type { FileButton } from './file-button.ts';
import { lm3ResultMessage } from './lm3-result.ts';
import type { Message } from './message.ts';
import { spendColumnsMessage } from './spend-columns.ts';
import { spendResultMessage } from './spend-result.ts';
import { tenantsResultMessage } from './tenants-result.ts';

export interface ResultGiven {
  readonly answer: FileFigures;
  readonly fileName: string;
  readonly from: FileButton;
  readonly since: readonly string[];
}

/** Whether a person has to say that the columns were read right, before anything is worked out. */
export const mustConfirm = ({ answer, from }: Pick<ResultGiven, 'answer' | 'from'>): boolean =>
  answer.kind === 'spend' && answer.unsure && from.spend?.sure !== true;

/** What is said of a file that has figures. */
export function resultMessage({ answer, fileName, from, since }: ResultGiven): Message {
  switch (answer.kind) {
    case 'lm3':
      return lm3ResultMessage({ ...answer, fileName, from, since });
    case 'tenants':
      return tenantsResultMessage({ answer, fileName, from, since });
    case 'spend':
      return mustConfirm({ answer, from })
        ? spendColumnsMessage(answer, fileName, from)
        : spendResultMessage({ answer, fileName, from, since });
  }
}

/** Whether a result would tell everyone what a single tenant said, so that it is for the asker first. */
export const tellsOfOne = (answer: FileFigures): boolean =>
  answer.kind === 'tenants' && answer.totals.tenants === 1;
