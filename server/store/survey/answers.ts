import type { Kysely } from 'kysely';
import type { SurveyAnswer } from '../../../core/index.ts';
import type { Draft, SurveyStore } from '../../../survey/store.ts';
import { retrySerialization } from '../retry-serialization.ts';
import type { Tables } from '../tables.ts';

/** The part of the survey store that keeps what suppliers type and send. */
export function answersPart(
  db: Kysely<Tables>,
): Pick<SurveyStore, 'saveDraft' | 'draft' | 'saveAnswer' | 'answerHistory'> {
  return {
    async saveDraft(projectId, supplierId, draft, at) {
      const changed = { fields: JSON.stringify(draft), saved_at: at };
      await retrySerialization(() =>
        db
          .insertInto('survey_drafts')
          .values({ project_id: projectId, supplier_id: supplierId, ...changed })
          .onConflict((conflict) => conflict.columns(['project_id', 'supplier_id']).doUpdateSet(changed))
          .execute(),
      );
    },
    async draft(projectId, supplierId) {
      const row = await db
        .selectFrom('survey_drafts')
        .select('fields')
        .where('project_id', '=', projectId)
        .where('supplier_id', '=', supplierId)
        .executeTakeFirst();
      return row && (JSON.parse(row.fields) as Draft);
    },
    async saveAnswer(projectId, supplierId, answer, at) {
      return await retrySerialization(() =>
        db.transaction().execute(async (transaction) => {
          const supplier = transaction
            .updateTable('survey_suppliers')
            .where('project_id', '=', projectId)
            .where('supplier_id', '=', supplierId);
          // The row stays locked to the end, so two answers at once get two versions.
          const { answer_version: version } = await supplier
            .set(({ eb }) => ({ answer_version: eb('answer_version', '+', 1) }))
            .returning('answer_version')
            .executeTakeFirstOrThrow();
          const before = await transaction
            .selectFrom('survey_answers')
            .select('answer')
            .where('project_id', '=', projectId)
            .where('supplier_id', '=', supplierId)
            .where('version', '=', version - 1)
            .executeTakeFirst();
          const open = await transaction
            .selectFrom('surveys')
            .select('project_id')
            .where('project_id', '=', projectId)
            .where('closed_at', 'is', null)
            .executeTakeFirst();
          const text = JSON.stringify(answer);
          if (open === undefined || before?.answer === text) {
            await supplier.set({ answer_version: version - 1 }).execute();
            return open !== undefined;
          }
          await transaction
            .insertInto('survey_answers')
            .values({
              project_id: projectId,
              supplier_id: supplierId,
              version,
              answer: text,
              answered_at: at,
            })
            .execute();
          await supplier.set({ answered_at: at, declined_at: null }).execute();
          return true;
        }),
      );
    },
    async answerHistory(projectId, supplierId) {
      const rows = await db
        .selectFrom('survey_answers')
        .select(['answer', 'answered_at'])
        .where('project_id', '=', projectId)
        .where('supplier_id', '=', supplierId)
        .orderBy('version')
        .execute();
      return rows.map((row) => ({
        answer: JSON.parse(row.answer) as SurveyAnswer,
        answeredAt: Number(row.answered_at),
      }));
    },
  };
}
