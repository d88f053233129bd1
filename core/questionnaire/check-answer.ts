import type { SurveyAnswer } from './answer.ts';
import type { ItemMeans } from './item-means.ts';
import { splitLimits, splitTotal } from './items.ts';
import { respendShareOf } from './respend-share.ts';

/**
 * What is wrong with an answer, or worth asking about once more. Faces put it into words, so that
 * it can be said in more than one language.
 */
export type AnswerCheck =
  /** Must be mended before the answer can be sent. */
  | { readonly kind: 'mend'; readonly id: 'partsDoNotAdd'; readonly total: number }
  | { readonly kind: 'mend'; readonly id: 'moreLocalThanAll'; readonly local: number; readonly all: number }
  | { readonly kind: 'mend'; readonly id: 'nothingToSend' }
  /** May be right: the supplier is asked, and decides. */
  | { readonly kind: 'query'; readonly id: 'localSpendsNothing' }
  | { readonly kind: 'query'; readonly id: 'distantSpendsEverything' };

/** Five parts that are each divided by their total may miss 1 by the last binary digit. */
const roundingError = 1e-9;

/**
 * Checks an answer as a whole; single values have been checked by the schema.
 *
 * @param local whether the buyer has the supplier as local
 * @param means as for the share, so that the check looks at the figure that will count
 */
export function checkAnswer(
  answer: SurveyAnswer,
  { local, means = {} }: { readonly local: boolean; readonly means?: ItemMeans },
): readonly AnswerCheck[] {
  const mend: AnswerCheck[] = [];
  const total = splitTotal(answer);
  if (total !== undefined && (total < splitLimits.least || total > splitLimits.most)) {
    mend.push({ kind: 'mend', id: 'partsDoNotAdd', total });
  }
  const { staff } = answer;
  if (staff !== undefined && staff.local > staff.all) {
    mend.push({ kind: 'mend', id: 'moreLocalThanAll', ...staff });
  }
  if (mend.length > 0) return mend;
  if (!saysSomething(answer)) return [{ kind: 'mend', id: 'nothingToSend' }];
  const share = respendShareOf(answer, means)?.share.value;
  if (local && share === 0) return [{ kind: 'query', id: 'localSpendsNothing' }];
  if (!local && share !== undefined && share > 1 - roundingError)
    return [{ kind: 'query', id: 'distantSpendsEverything' }];
  return [];
}

/** Whether questions 3 to 6 or the short form hold anything: the rest alone says nothing of spending. */
export function saysSomething(answer: SurveyAnswer): boolean {
  const { payLocal, staff, boughtLocal, otherLocal, estimate } = answer;
  return (
    splitTotal(answer) !== undefined ||
    [payLocal, staff, boughtLocal, otherLocal, estimate].some((item) => item !== undefined)
  );
}
