import { invitations, reminders } from '../mail/queue.ts';
import type { Mail, Survey, SurveyStore } from '../store.ts';

/** Which mails to send. */
export type Asking =
  | { readonly what: 'invitation' }
  /** `largest`: only so many of the largest silent suppliers. */
  | { readonly what: 'reminder'; readonly largest?: number };

/** Whether a survey still takes answers. */
export function isOpen({ closedAt, closesAt }: Survey, now: number): boolean {
  return closedAt === undefined && now < closesAt;
}

/** The mails that would go now: one for each person, the largest sums first. */
export async function mailsToGo(
  store: SurveyStore,
  { projectId }: Survey,
  asking: Asking,
): Promise<readonly Mail[]> {
  const suppliers = await store.suppliers(projectId);
  if (asking.what === 'invitation') return invitations(suppliers);
  return reminders(suppliers, await store.occasions(projectId), asking.largest);
}

/** Puts mails in the queue and writes down who did it. Returns how many are new. */
export async function queue(
  store: SurveyStore,
  { projectId }: Survey,
  mails: readonly Mail[],
  who: string,
  now: number,
): Promise<number> {
  const [first] = mails;
  if (first === undefined) return 0;
  const queued = await store.queueMails(mails, now);
  const detail = `${first.occasion}: ${queued} mails`;
  await store.addAudit(projectId, { at: now, who, what: 'queued mails', detail });
  return queued;
}
