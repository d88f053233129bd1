import type { MailRecord, Survey, SurveyStore, SurveySupplier } from '../store.ts';
import { hashToken, newToken } from '../tokens.ts';
import { answerPath } from '../visit.ts';
import type { MailedSupplier } from '../words/mail-english.ts';
import { composeMail } from './compose.ts';
import { MailError, type Postman } from './postman.ts';

const minute = 60_000;
/** Pauses before each further attempt; after the last the mail has failed. */
const pauses = [1, 5, 30, 120, 720].map((minutes) => minutes * minute);
/** A sender that has died is given up after this long. */
const claimMs = 5 * minute;
/** Links outlive the survey by this long, so that suppliers can look at their own figure. */
const linkAfterClosing = 30 * 24 * 60 * minute;

/** What became of the mails that were due. */
export interface Delivery {
  readonly delivered: number;
  readonly dropped: number;
  readonly later: number;
  readonly failed: number;
  /** Why no mail can go at present. */
  readonly stopped?: string;
}

export interface DeliverOptions {
  readonly store: SurveyStore;
  readonly postman: Postman;
  /** Where suppliers reach the server, without a slash at the end. */
  readonly publicUrl: string;
  readonly now?: () => number;
  /** Looked at before each mail. */
  readonly stop?: () => boolean;
}

/** Sends every mail of a survey that is due. Each carries new links; of a token only its hash is kept. */
export async function deliverDue(survey: Survey, options: DeliverOptions): Promise<Delivery> {
  const { store, postman, now = Date.now, stop = () => false } = options;
  let [delivered, dropped, later, failed] = [0, 0, 0, 0];
  while (!stop()) {
    const mail = await store.claimMail(survey.projectId, now(), now() + claimMs);
    if (mail === undefined) break;
    const suppliers = await wanted(store, mail, survey, now());
    const [first, ...others] = suppliers;
    if (first === undefined) {
      await store.mailDone(mail, 'dropped', now());
      dropped += 1;
      continue;
    }
    try {
      const mailed: MailedSupplier[] = [];
      for (const supplier of [first, ...others]) mailed.push(await withLink(supplier, survey, options));
      const [head, ...rest] = mailed;
      if (head === undefined) throw new RangeError('deliverDue: a mail without a supplier');
      await postman.deliver(await composeMail(survey, mail.email, mail.occasion, [head, ...rest]));
    } catch (error) {
      if (!(error instanceof MailError)) throw error;
      const pause = error.again === 'never' ? undefined : pauses[mail.attempts - 1];
      await store.mailFailed(mail, error.message, pause === undefined ? undefined : now() + pause);
      if (error.again === 'never') await store.markBounced(survey.projectId, mail.email, now());
      if (pause === undefined) failed += 1;
      else later += 1;
      if (error.again === 'setting') return { delivered, dropped, later, failed, stopped: error.message };
      continue;
    }
    await store.mailDone(mail, postman.outcome, now());
    delivered += 1;
  }
  return { delivered, dropped, later, failed };
}

/** Suppliers of a mail that still want it: a reminder is for those that are silent. */
async function wanted(
  store: SurveyStore,
  mail: MailRecord,
  survey: Survey,
  now: number,
): Promise<SurveySupplier[]> {
  const fresh = await store.survey(survey.projectId);
  if (fresh === undefined || fresh.closedAt !== undefined || now >= fresh.closesAt) return [];
  const suppliers: SurveySupplier[] = [];
  for (const supplierId of mail.supplierIds) {
    const supplier = await store.supplier(mail.projectId, supplierId);
    if (supplier !== undefined && isSilent(supplier)) suppliers.push(supplier);
  }
  return suppliers;
}

/** Neither answered, here or in the workbook, nor declined nor opted out, and no mail came back. */
export function isSilent(asked: SurveySupplier): boolean {
  const { answeredAt, declinedAt, optedOutAt, bouncedAt, supplier } = asked;
  return (
    [answeredAt, declinedAt, optedOutAt, bouncedAt].every((at) => at === undefined) &&
    supplier.respendShare === null
  );
}

async function withLink(
  supplier: SurveySupplier,
  survey: Survey,
  { store, publicUrl, now = Date.now }: DeliverOptions,
): Promise<MailedSupplier> {
  const { projectId, closesAt, eraseAt } = survey;
  const token = newToken();
  await store.addLink({
    projectId,
    tokenHash: hashToken(token),
    supplierId: supplier.supplierId,
    madeAt: now(),
    expiresAt: Math.min(closesAt + linkAfterClosing, eraseAt),
  });
  return { supplier, link: `${publicUrl}${answerPath(projectId, token)}` };
}
