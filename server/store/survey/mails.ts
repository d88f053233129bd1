import type { Kysely, Selectable } from 'kysely';
import {
  type Mail,
  type MailRecord,
  type MailState,
  mailStates,
  type SurveyStore,
} from '../../../survey/store.ts';
import { retrySerialization } from '../retry-serialization.ts';
import type { SurveyMailsTable, Tables } from '../tables.ts';
import { moment } from './moment.ts';
import { rowsAtOnce } from './rows-at-once.ts';

/** The part of the survey store that is the queue of mails. */
export function mailsPart(
  db: Kysely<Tables>,
): Pick<
  SurveyStore,
  'queueMails' | 'claimMail' | 'mailDone' | 'mailFailed' | 'mails' | 'mailCounts' | 'mailPage' | 'occasions'
> {
  const one = ({ projectId, mailId }: Mail) =>
    db.updateTable('survey_mails').where('project_id', '=', projectId).where('mail_id', '=', mailId);
  return {
    async queueMails(mails, at) {
      let queued = 0;
      for (let start = 0; start < mails.length; start += rowsAtOnce) {
        const rows = mails.slice(start, start + rowsAtOnce).map((mail) => ({
          project_id: mail.projectId,
          mail_id: mail.mailId,
          occasion: mail.occasion,
          email: mail.email,
          email_key: mail.email.toLowerCase(),
          supplier_ids: JSON.stringify(mail.supplierIds),
          state: 'queued' satisfies MailState,
          attempts: 0,
          queued_at: at,
          next_at: at,
        }));
        const result = await retrySerialization(() =>
          db
            .insertInto('survey_mails')
            .values(rows)
            .onConflict((conflict) => conflict.columns(['project_id', 'occasion', 'email_key']).doNothing())
            .executeTakeFirst(),
        );
        queued += Number(result.numInsertedOrUpdatedRows ?? 0n);
      }
      return queued;
    },
    async claimMail(projectId, now, until) {
      for (;;) {
        const due = await db
          .selectFrom('survey_mails')
          .selectAll()
          .where('project_id', '=', projectId)
          .where('state', 'in', ['queued', 'sending'] satisfies MailState[])
          .where('next_at', '<=', now)
          .orderBy('next_at')
          .orderBy('mail_id')
          .limit(1)
          .executeTakeFirst();
        if (due === undefined) return undefined;
        const mail = readMail(due);
        const claimed = await retrySerialization(() =>
          one(mail)
            .where('attempts', '=', due.attempts)
            .where('state', '=', due.state)
            .set({ state: 'sending' satisfies MailState, attempts: due.attempts + 1, next_at: until })
            .executeTakeFirst(),
        );
        // Another sender was quicker: look for the next one.
        if (claimed.numUpdatedRows === 1n) return { ...mail, state: 'sending', attempts: due.attempts + 1 };
      }
    },
    async mailDone(mail, state, at) {
      await retrySerialization(() =>
        db.transaction().execute(async (transaction) => {
          await transaction
            .updateTable('survey_mails')
            .where('project_id', '=', mail.projectId)
            .where('mail_id', '=', mail.mailId)
            .set({ state, sent_at: at, problem: null })
            .execute();
          if (state === 'dropped') return;
          await transaction
            .updateTable('survey_suppliers')
            .where('project_id', '=', mail.projectId)
            .where('supplier_id', 'in', [...mail.supplierIds])
            .where('asked_at', 'is', null)
            .set({ asked_at: at })
            .execute();
        }),
      );
    },
    async mailFailed(mail, problem, retryAt) {
      const state: MailState = retryAt === undefined ? 'failed' : 'queued';
      const when = retryAt === undefined ? {} : { next_at: retryAt };
      await retrySerialization(() =>
        one(mail)
          .set({ state, problem, ...when })
          .execute(),
      );
    },
    async mails(projectId) {
      const rows = await db
        .selectFrom('survey_mails')
        .selectAll()
        .where('project_id', '=', projectId)
        .orderBy('queued_at')
        .orderBy('mail_id')
        .execute();
      return rows.map(readMail);
    },
    async mailCounts(projectId) {
      const rows = await db
        .selectFrom('survey_mails')
        .select(({ fn }) => ['state', fn.countAll().as('count')])
        .where('project_id', '=', projectId)
        .groupBy('state')
        .execute();
      const counts = Object.fromEntries(rows.map(({ state, count }) => [state, Number(count)]));
      return Object.fromEntries(mailStates.map((state) => [state, counts[state] ?? 0])) as Record<
        MailState,
        number
      >;
    },
    async mailPage(projectId, { state, from, most }) {
      const all = db.selectFrom('survey_mails').selectAll().where('project_id', '=', projectId);
      const rows = await (state === undefined ? all : all.where('state', '=', state))
        .orderBy('queued_at', 'desc')
        .orderBy('mail_id')
        .limit(most)
        .offset(from)
        .execute();
      return rows.map(readMail);
    },
    async occasions(projectId) {
      const rows = await db
        .selectFrom('survey_mails')
        .select('occasion')
        .distinct()
        .where('project_id', '=', projectId)
        .execute();
      return rows.map(({ occasion }) => occasion);
    },
  };
}

function readMail(row: Selectable<SurveyMailsTable>): MailRecord {
  return {
    projectId: row.project_id,
    mailId: row.mail_id,
    occasion: row.occasion,
    email: row.email,
    supplierIds: JSON.parse(row.supplier_ids) as string[],
    state: row.state as MailState,
    attempts: row.attempts,
    ...moment('sentAt', row.sent_at),
    ...(row.problem === null ? {} : { problem: row.problem }),
  };
}
