import type { Kysely } from 'kysely';
import type { SurveyAnswer } from '../../../core/index.ts';
import type { Draft, SurveyStore } from '../../../survey/store.ts';
import { retrySerialization } from '../retry-serialization.ts';
import type { Tables } from '../tables.ts';
import { auditRow } from './audit.ts';
import { sameVersion, saveAtOnce, saveInSteps } from './save-answer.ts';

/**
 * The part of the survey store that keeps what suppliers type and send.
 *
 * @param inOneStatement whether the engine can change several tables in one statement, which spares
 *   an answer four ways to the server and back
 */
export function answersPart(
  db: Kysely<Tables>,
  inOneStatement: boolean,
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
      const kept = { projectId, supplierId, answer: JSON.stringify(answer), at };
      const line = audit && auditRow(projectId, audit);
      const saved = await retrySerialization(
        () => (inOneStatement ? saveAtOnce(db, kept, line) : saveInSteps(db, kept, line)),
        [sameVersion],
      );
      if (saved) return true;
      const survey = await db
        .selectFrom('surveys')
        .select('closed_at')
        .where('project_id', '=', projectId)
        .executeTakeFirst();
      return survey !== undefined && survey.closed_at === null;
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
