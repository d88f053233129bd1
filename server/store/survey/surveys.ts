import type { Kysely, Selectable } from 'kysely';
import type { NewSupplier, Survey, SurveyStore } from '../../../survey/store.ts';
import { retrySerialization } from '../retry-serialization.ts';
import type { SurveySuppliersTable, SurveysTable, Tables } from '../tables.ts';
import { moment } from './moment.ts';
import { rowsAtOnce } from './rows-at-once.ts';
import { packSuppliers, packsAtOnce } from './supplier-pack.ts';

/** The part of the survey store that keeps the surveys themselves. */
export function surveysPart(
  db: Kysely<Tables>,
): Pick<SurveyStore, 'createSurvey' | 'survey' | 'surveys' | 'changeSurvey' | 'closeSurvey'> {
  return {
    async createSurvey(survey, suppliers) {
      const { projectId, createdAt, closesAt, eraseAt } = survey;
      await retrySerialization(() =>
        db.transaction().execute(async (transaction) => {
          await transaction
            .insertInto('surveys')
            .values({
              project_id: projectId,
              details: detailsText(survey),
              created_at: createdAt,
              closes_at: closesAt,
              erase_at: eraseAt,
            })
            .execute();
          for (let start = 0; start < suppliers.length; start += rowsAtOnce) {
            const rows = suppliers
              .slice(start, start + rowsAtOnce)
              .map((supplier, index) => supplierRow(projectId, supplier, start + index));
            await transaction.insertInto('survey_suppliers').values(rows).execute();
          }
          const packs = packSuppliers(suppliers.map(({ supplier }) => supplier));
          for (let start = 0; start < packs.length; start += packsAtOnce) {
            const rows = packs
              .slice(start, start + packsAtOnce)
              .map((facts, index) => ({ project_id: projectId, part: start + index, facts }));
            await transaction.insertInto('survey_packs').values(rows).execute();
          }
        }),
      );
    },
    async survey(projectId) {
      const row = await db
        .selectFrom('surveys')
        .selectAll()
        .where('project_id', '=', projectId)
        .executeTakeFirst();
      return row && readSurvey(row);
    },
    async surveys() {
      const rows = await db.selectFrom('surveys').selectAll().orderBy('created_at').execute();
      return rows.map(readSurvey);
    },
    async changeSurvey(projectId, changes) {
      await retrySerialization(() =>
        db.transaction().execute(async (transaction) => {
          const row = await transaction
            .selectFrom('surveys')
            .selectAll()
            .where('project_id', '=', projectId)
            .executeTakeFirst();
          if (row === undefined) return;
          const changed = { ...readSurvey(row), ...changes };
          await transaction
            .updateTable('surveys')
            .where('project_id', '=', projectId)
            .set({
              details: detailsText(changed),
              closes_at: changed.closesAt,
              erase_at: changed.eraseAt,
            })
            .execute();
        }),
      );
    },
    async closeSurvey(projectId, at) {
      const result = await retrySerialization(() =>
        db
          .updateTable('surveys')
          .set({ closed_at: at })
          .where('project_id', '=', projectId)
          .where('closed_at', 'is', null)
          .executeTakeFirst(),
      );
      return result.numUpdatedRows === 1n;
    },
  };
}

type Details = Pick<Survey, 'name' | 'area' | 'period' | 'contact' | 'project' | 'bids'>;

function detailsText({ name, area, period, contact, project, bids }: Survey): string {
  return JSON.stringify({ name, area, period, contact, project, bids } satisfies {
    [key in keyof Details]-?: unknown;
  });
}

function readSurvey(row: Selectable<SurveysTable>): Survey {
  const details = JSON.parse(row.details) as Details;
  return {
    projectId: row.project_id,
    ...details,
    createdAt: Number(row.created_at),
    closesAt: Number(row.closes_at),
    eraseAt: Number(row.erase_at),
    ...moment('closedAt', row.closed_at),
    ...moment('erasedAt', row.erased_at),
  };
}

function supplierRow(
  projectId: string,
  { supplierId, supplier, contactName, email }: NewSupplier,
  place: number,
): Omit<SurveySuppliersTable, `${string}_at`> {
  return {
    project_id: projectId,
    supplier_id: supplierId,
    place,
    supplier: JSON.stringify(supplier),
    contact_name: contactName ?? null,
    email: email ?? null,
    email_key: email?.toLowerCase() ?? null,
    answer_version: 0,
  };
}
