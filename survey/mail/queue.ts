import { randomUUID } from 'node:crypto';
import type { Mail, SurveySupplier } from '../store.ts';
import { isSilent } from './deliver.ts';

/**
 * One mail for each person, the largest sum first. A person who answers for several suppliers gets
 * one mail with a link for each.
 *
 * @param occasion `invitation`, or `reminder 1` and so on
 */
function mailsTo(suppliers: readonly SurveySupplier[], occasion: string): Mail[] {
  const people = new Map<string, { email: string; projectId: string; suppliers: SurveySupplier[] }>();
  for (const supplier of suppliers.toSorted((a, b) => b.supplier.spend - a.supplier.spend)) {
    const { email, projectId } = supplier;
    if (email === undefined) continue;
    const person = people.get(email.toLowerCase());
    if (person) person.suppliers.push(supplier);
    else people.set(email.toLowerCase(), { email, projectId, suppliers: [supplier] });
  }
  return [...people.values()].map(({ email, projectId, suppliers: own }, place) => ({
    projectId,
    // The queue goes by number, so that the largest are written to first.
    mailId: `${occasion} ${String(place).padStart(6, '0')} ${randomUUID().slice(0, 8)}`,
    occasion,
    email,
    supplierIds: own.map(({ supplierId }) => supplierId),
  }));
}

/** Invitations to everyone who has not been asked and is silent. */
export function invitations(suppliers: readonly SurveySupplier[]): readonly Mail[] {
  return mailsTo(
    suppliers.filter((supplier) => supplier.askedAt === undefined && isSilent(supplier)),
    'invitation',
  );
}

/**
 * Reminders to those that were asked and are silent, by value.
 *
 * @param occasions those that mails were queued for before
 * @param largest how many suppliers; all of them when left out
 */
export function reminders(
  suppliers: readonly SurveySupplier[],
  occasions: readonly string[],
  largest = Number.POSITIVE_INFINITY,
): readonly Mail[] {
  const rounds = occasions.map((occasion) => Number(/^reminder (\d+)$/.exec(occasion)?.[1] ?? 0));
  const round = rounds.reduce((most, one) => Math.max(most, one), 0) + 1;
  const silent = suppliers
    .filter(
      (supplier) => supplier.askedAt !== undefined && supplier.email !== undefined && isSilent(supplier),
    )
    .toSorted((a, b) => b.supplier.spend - a.supplier.spend)
    .slice(0, largest);
  return mailsTo(silent, `reminder ${round}`);
}
