import {
  type AnsweredShare,
  type ItemMeans,
  itemMeans,
  respendShareOf,
  type SurveyAnswer,
} from '../core/index.ts';
import type { SurveySupplier } from './store.ts';

/** The means of a supplier's own kind, from everyone else's answers. */
export function meansFor(
  suppliers: readonly SurveySupplier[],
  { supplierId, supplier: { local } }: Pick<SurveySupplier, 'supplierId' | 'supplier'>,
): ItemMeans {
  const others = suppliers.flatMap((other) =>
    other.answer === undefined || other.supplierId === supplierId
      ? []
      : [{ answer: other.answer, local: other.supplier.local }],
  );
  return itemMeans(others, local);
}

/**
 * A supplier's share and the means it may rest on. Others' answers are only fetched where the
 * supplier's own do not do.
 */
export async function shareWithMeans(
  answer: SurveyAnswer,
  supplier: Pick<SurveySupplier, 'supplierId' | 'supplier'>,
  everyone: () => Promise<readonly SurveySupplier[]>,
): Promise<{ readonly share: AnsweredShare | null; readonly means: ItemMeans }> {
  const alone = respendShareOf(answer);
  if (alone !== null && alone.borrowed.length === 0) return { share: alone, means: {} };
  const means = meansFor(await everyone(), supplier);
  return { share: respendShareOf(answer, means), means };
}
