import { composeMail, type Message } from '../mail/compose.ts';
import type { Mail, Survey, SurveyStore } from '../store.ts';
import { answerPath } from '../visit.ts';

/** A mail as it would go, with a link that opens nothing. Undefined: its suppliers are gone. */
export async function previewMail(
  store: SurveyStore,
  survey: Survey,
  mail: Mail,
  linkBase: string,
): Promise<Message | undefined> {
  const link = `${linkBase}${answerPath(survey.projectId, 'LINK-OF-ITS-OWN')}`;
  const suppliers = [];
  for (const id of mail.supplierIds) {
    const supplier = await store.supplier(survey.projectId, id);
    if (supplier !== undefined) suppliers.push({ supplier, link });
  }
  const [first, ...others] = suppliers;
  if (first === undefined) return undefined;
  return await composeMail(survey, mail.email, mail.occasion, [first, ...others]);
}
