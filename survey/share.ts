import {
  type AnsweredShare,
  type ItemMeans,
  itemMeans,
  respendShareOf,
  type SurveyAnswer,
} from '../core/index.ts';
import type { AnswerOfKind, SurveySupplier } from './store.ts';

/** The means of a supplier's own kind, from everyone else's answers. */
export function meansFor(
  answers: readonly AnswerOfKind[],
  { supplierId, supplier: { local } }: Pick<SurveySupplier, 'supplierId' | 'supplier'>,
): ItemMeans {
  return itemMeans(
    answers.filter((other) => other.supplierId !== supplierId),
    local,
  );
}

/**
 * A supplier's share and the means it may rest on. Others' answers are only fetched where the
 * supplier's own do not do.
 */
export async function shareWithMeans(
  answer: SurveyAnswer,
  supplier: Pick<SurveySupplier, 'supplierId' | 'supplier'>,
  everyone: () => Promise<readonly AnswerOfKind[]>,
): Promise<{ readonly share: AnsweredShare | null; readonly means: ItemMeans }> {
  const alone = respendShareOf(answer);
  if (alone !== null && alone.borrowed.length === 0) return { share: alone, means: {} };
  const means = meansFor(await everyone(), supplier);
  return { share: respendShareOf(answer, means), means };
}
