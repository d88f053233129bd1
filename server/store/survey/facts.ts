import type { Kysely } from 'kysely';
import type { Supplier, SurveyAnswer } from '../../../core/index.ts';
import { type Standing, type StandingCounts, type SurveyStore, standings } from '../../../survey/store.ts';
import { retrySerialization } from '../retry-serialization.ts';
import type { Tables } from '../tables.ts';
import { unpackSuppliers } from './supplier-pack.ts';

/** The part of the survey store that figures and lists of many suppliers are read from. */
export function factsPart(
  db: Kysely<Tables>,
): Pick<
  SurveyStore,
  'facts' | 'newestAnswers' | 'standingCounts' | 'placesOf' | 'markBounced' | 'clearBounce'
> {
  const inStanding = (projectId: string, standing: Standing) => {
    const all = db.selectFrom('survey_suppliers').where('project_id', '=', projectId);
    if (standing === 'withoutEmail') return all.where('email_key', 'is', null);
    if (standing !== 'silent') return all.where(columnOf[standing], 'is not', null);
    return Object.values(columnOf).reduce((rest, column) => rest.where(column, 'is', null), all);
  };
  const newest = (projectId: string) =>
    db
      .selectFrom('survey_suppliers as supplier')
      .innerJoin('survey_answers as newest', (join) =>
        join
          .onRef('newest.project_id', '=', 'supplier.project_id')
          .onRef('newest.supplier_id', '=', 'supplier.supplier_id')
          .onRef('newest.version', '=', 'supplier.answer_version'),
      )
      .where('supplier.project_id', '=', projectId)
      .where('supplier.answered_at', 'is not', null);
  const setBounce = async (projectId: string, email: string, at: number | null): Promise<number> => {
    const result = await retrySerialization(() =>
      db
        .updateTable('survey_suppliers')
        .where('project_id', '=', projectId)
        .where('email_key', '=', email.toLowerCase())
        .set({ bounced_at: at })
        .executeTakeFirst(),
    );
    return Number(result.numUpdatedRows);
  };
  return {
    async newestAnswers(projectId) {
      const rows = await newest(projectId)
        .select(['supplier.supplier_id', 'supplier.supplier', 'newest.answer'])
        .execute();
      return rows.map(({ supplier_id, supplier, answer }) => ({
        supplierId: supplier_id,
        answer: JSON.parse(answer) as SurveyAnswer,
        local: (JSON.parse(supplier) as Supplier).local,
      }));
    },
    async facts(projectId) {
      const packs = await db
        .selectFrom('survey_packs')
        .select('facts')
        .where('project_id', '=', projectId)
        .orderBy('part')
        .execute();
      const answered = await newest(projectId)
        .select(['supplier.place', 'supplier.supplier_id', 'newest.answer', 'supplier.answered_at'])
        .execute();
      const declined = await inStanding(projectId, 'declined').select('place').execute();
      return {
        suppliers: unpackSuppliers(packs.map(({ facts }) => facts)),
        answers: answered
          .map(({ place, supplier_id, answer, answered_at }) => ({
            place,
            supplierId: supplier_id,
            answer: JSON.parse(answer) as SurveyAnswer,
            answeredAt: Number(answered_at),
          }))
          .sort((a, b) => a.place - b.place),
        declined: declined.map(({ place }) => place),
      };
    },
    async standingCounts(projectId) {
      const counts = await Promise.all(
        told.map(async (standing) => {
          const row = await inStanding(projectId, standing)
            .select(({ fn }) => fn.countAll().as('count'))
            .executeTakeFirstOrThrow();
          return [standing, Number(row.count)] as const;
        }),
      );
      return Object.fromEntries(counts) as unknown as StandingCounts;
    },
    async placesOf(projectId, standing) {
      const rows = await inStanding(projectId, standing).select('place').execute();
      return rows.map(({ place }) => place);
    },
    markBounced: setBounce,
    async clearBounce(projectId, email) {
      await setBounce(projectId, email, null);
    },
  };
}

const told = standings.filter((standing) => standing !== 'silent');

/** A supplier is silent where none of these holds. */
const columnOf = {
  answered: 'answered_at',
  declined: 'declined_at',
  optedOut: 'opted_out_at',
  bounced: 'bounced_at',
} as const satisfies Partial<Record<Standing, string>>;
