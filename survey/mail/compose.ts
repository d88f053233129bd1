import { html } from 'hono/html';
import type { Survey } from '../store.ts';
import { type MailedSupplier, mailEnglish as words } from '../words/mail-english.ts';

/** A mail as it is handed to whoever sends it. */
export interface Message {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** A mail to one person, with a link for each supplier that the person answers for. */
export async function composeMail(
  survey: Survey,
  to: string,
  occasion: string,
  suppliers: readonly [MailedSupplier, ...MailedSupplier[]],
): Promise<Message> {
  const isReminder = occasion !== 'invitation';
  const [first] = suppliers;
  const stop = `${first.link}/stop`;
  const greeting = words.greeting(first.supplier.contactName);
  const opening = words.opening(survey, isReminder);
  const closing = [words.gain(survey), words.closes(survey), words.own, words.contact(survey)];
  const text = [
    greeting,
    opening,
    ...suppliers.map((supplier) => `${words.each(supplier)}\n${supplier.link}`),
    ...closing,
    survey.name,
    `-- \n${words.stop}\n${stop}`,
  ].join('\n\n');
  const page = await html`<!DOCTYPE html>
<html lang="en-GB">
  <body style="font-family: sans-serif; line-height: 1.5; color: #16201f; max-width: 36em">
    <p>${greeting}</p>
    <p>${opening}</p>
    ${suppliers.map(
      (supplier) => html`<p>${words.each(supplier)}<br>
      <a href="${supplier.link}" style="display: inline-block; padding: 0.6em 1.4em; color: #ffffff; background: #0b4f4a; font-weight: bold; text-decoration: none">${words.answer}</a></p>`,
    )}
    ${closing.map((sentence) => html`<p>${sentence}</p>`)}
    <p>${survey.name}</p>
    <p style="font-size: smaller">${words.stop} <a href="${stop}">${stop}</a></p>
  </body>
</html>
`;
  return {
    to,
    subject: oneLine(words.subject(survey, isReminder)),
    text: `${text}\n`,
    html: String(page),
    headers: {
      'List-Unsubscribe': `<${stop}>`,
      // One click in the mail program is enough (RFC 8058).
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      'Auto-Submitted': 'auto-generated',
    },
  };
}

/** A subject cannot hold a line break, which would begin another header. */
const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').slice(0, 200);
