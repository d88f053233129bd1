import type { Kysely } from 'kysely';
import type { SurveyAnswer } from '../../../core/index.ts';
import type { SurveyStore } from '../../../survey/store.ts';
import { retrySerialization } from '../retry-serialization.ts';
import type { Tables } from '../tables.ts';

/** The part of the survey store that forgets people. */
export function erasePart(db: Kysely<Tables>): Pick<SurveyStore, 'eraseSurvey'> {
  return {
    async eraseSurvey(projectId, at) {
      await retrySerialization(() =>
        db.transaction().execute(async (transaction) => {
          for (const table of ['survey_links', 'survey_drafts', 'survey_mails'] as const) {
            await transaction.deleteFrom(table).where('project_id', '=', projectId).execute();
          }
          await transaction
            .updateTable('survey_suppliers')
            .where('project_id', '=', projectId)
            .set({ contact_name: null, email: null, email_key: null })
            .execute();
          const answers = await transaction
            .selectFrom('survey_answers as answer')
            .innerJoin('survey_suppliers as supplier', (join) =>
              join
                .onRef('supplier.project_id', '=', 'answer.project_id')
                .onRef('supplier.supplier_id', '=', 'answer.supplier_id'),
            )
            .select(['answer.supplier_id', 'answer.version', 'answer.answer', 'supplier.answer_version'])
            .where('answer.project_id', '=', projectId)
            .execute();
          for (const { supplier_id, version, answer, answer_version } of answers) {
            if (version !== answer_version) {
              await transaction
                .deleteFrom('survey_answers')
                .where('project_id', '=', projectId)
                .where('supplier_id', '=', supplier_id)
                .where('version', '=', version)
                .execute();
              continue;
            }
            const { postcode, ...rest } = JSON.parse(answer) as SurveyAnswer;
            if (postcode === undefined) continue;
            await transaction
              .updateTable('survey_answers')
              .where('project_id', '=', projectId)
              .where('supplier_id', '=', supplier_id)
              .where('version', '=', version)
              .set({ answer: JSON.stringify(rest) })
              .execute();
          }
          await transaction
            .updateTable('surveys')
            .where('project_id', '=', projectId)
            .set({ erased_at: at })
            .execute();
        }),
      );
    },
  };
}
