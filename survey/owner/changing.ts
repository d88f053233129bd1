import type { Survey, SurveyStore } from '../store.ts';
import { hashToken, newToken } from '../tokens.ts';
import { answerPath } from '../visit.ts';

/** What an owner does to a survey, each with its line in the audit. */
export interface Deed {
  readonly store: SurveyStore;
  readonly who: string;
  /** Milliseconds since 1970. */
  readonly now: number;
}

const audit = async (
  { store, who, now }: Deed,
  projectId: string,
  what: string,
  detail = '',
): Promise<void> => await store.addAudit(projectId, { at: now, who, what, detail });

/** A new link for one supplier, to read out or to post: its path. It works until the survey is erased. */
export async function makeLink(
  deed: Deed,
  { projectId, eraseAt }: Survey,
  supplierId: string,
): Promise<string> {
  const token = newToken();
  await deed.store.addLink({
    projectId,
    tokenHash: hashToken(token),
    supplierId,
    madeAt: deed.now,
    expiresAt: eraseAt,
  });
  await audit(deed, projectId, 'made a link', supplierId);
  return answerPath(projectId, token);
}

/** Ends the links of one supplier. Returns how many stopped working. */
export async function revokeLinks(deed: Deed, { projectId }: Survey, supplierId: string): Promise<number> {
  const revoked = await deed.store.revokeLinks(projectId, supplierId, deed.now);
  await audit(deed, projectId, 'revoked links', supplierId);
  return revoked;
}

/** Takes no more answers. False when it was closed already. */
export async function closeSurvey(deed: Deed, { projectId }: Survey): Promise<boolean> {
  const closed = await deed.store.closeSurvey(projectId, deed.now);
  if (closed) await audit(deed, projectId, 'closed');
  return closed;
}

/** Erases people and keeps the figures. An open survey is closed with it. */
export async function eraseSurvey(deed: Deed, { projectId }: Survey): Promise<void> {
  await deed.store.closeSurvey(projectId, deed.now);
  await deed.store.eraseSurvey(projectId, deed.now);
  await audit(deed, projectId, 'erased personal data');
}

/** Keeps a new survey with its suppliers. */
export async function keepSurvey(
  deed: Deed,
  {
    survey,
    suppliers,
  }: { readonly survey: Survey; readonly suppliers: Parameters<SurveyStore['createSurvey']>[1] },
): Promise<void> {
  await deed.store.createSurvey(survey, suppliers);
  await audit(deed, survey.projectId, 'created', `${suppliers.length} suppliers`);
}
