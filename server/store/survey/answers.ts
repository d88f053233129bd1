import { type Kysely, sql } from 'kysely';
import type { SurveyAnswer } from '../../../core/index.ts';
import type { Draft, SurveyStore } from '../../../survey/store.ts';
import { retrySerialization } from '../retry-serialization.ts';
import type { Tables } from '../tables.ts';
import { auditRow } from './audit.ts';

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
    async saveAnswer(projectId, supplierId, answer, at, audit) {
      const text = JSON.stringify(answer);
      const save = () =>
        db.transaction().execute(async (transaction) => {
          // Two answers at once make the same version; the second is refused and tried again.
          const kept = await transaction
            .insertInto('survey_answers')
            .columns(['project_id', 'supplier_id', 'version', 'answer', 'answered_at'])
            .expression(newVersion(transaction, projectId, supplierId, text, at))
            .executeTakeFirst();
          if (Number(kept.numInsertedOrUpdatedRows ?? 0n) === 0) {
            const survey = await transaction
              .selectFrom('surveys')
              .select('closed_at')
              .where('project_id', '=', projectId)
              .executeTakeFirst();
            return survey !== undefined && survey.closed_at === null;
          }
          await transaction
            .updateTable('survey_suppliers')
            .where('project_id', '=', projectId)
            .where('supplier_id', '=', supplierId)
            .set(({ eb }) => ({
              answer_version: eb('answer_version', '+', 1),
              answered_at: at,
              declined_at: null,
            }))
            .execute();
          if (audit !== undefined) {
            await transaction.insertInto('survey_audit').values(auditRow(projectId, audit)).execute();
          }
          return true;
        });
      return await retrySerialization(save, [sameVersion]);
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

/** What PostgreSQL says when two answers at once make the same version (unique_violation). */
const sameVersion = '23505';

/** The answer as the version after the newest, unless the survey is closed or the newest is the same. */
function newVersion(db: Kysely<Tables>, projectId: string, supplierId: string, answer: string, at: number) {
  return db
    .selectFrom('survey_suppliers as supplier')
    .innerJoin('surveys as survey', 'survey.project_id', 'supplier.project_id')
    .leftJoin('survey_answers as newest', (join) =>
      join
        .onRef('newest.project_id', '=', 'supplier.project_id')
        .onRef('newest.supplier_id', '=', 'supplier.supplier_id')
        .onRef('newest.version', '=', 'supplier.answer_version'),
    )
    .where('supplier.project_id', '=', projectId)
    .where('supplier.supplier_id', '=', supplierId)
    .where('survey.closed_at', 'is', null)
    .where(({ or, eb }) => or([eb('newest.answer', 'is', null), eb('newest.answer', '<>', answer)]))
    .select(({ eb }) => [
      'supplier.project_id',
      'supplier.supplier_id',
      eb('supplier.answer_version', '+', 1).as('version'),
      sql<string>`cast(${answer} as text)`.as('answer'),
      sql<number>`cast(${at} as bigint)`.as('answered_at'),
    ]);
}
