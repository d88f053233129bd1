import type { Kysely, Selectable } from 'kysely';
import type { Supplier, SurveyAnswer } from '../../../core/index.ts';
import type { SurveyStore, SurveySupplier } from '../../../survey/store.ts';
import { retrySerialization } from '../retry-serialization.ts';
import type { SurveySuppliersTable, Tables } from '../tables.ts';
import { moment } from './moment.ts';

/** The part of the survey store that knows suppliers and the links they come by. */
export function suppliersPart(
  db: Kysely<Tables>,
): Pick<
  SurveyStore,
  | 'suppliers'
  | 'supplier'
  | 'suppliersAt'
  | 'setContact'
  | 'addLink'
  | 'supplierByLink'
  | 'revokeLinks'
  | 'decline'
  | 'optOut'
> {
  const withAnswers = (projectId: string) =>
    db
      .selectFrom('survey_suppliers as supplier')
      .leftJoin('survey_answers as newest', (join) =>
        join
          .onRef('newest.project_id', '=', 'supplier.project_id')
          .onRef('newest.supplier_id', '=', 'supplier.supplier_id')
          .onRef('newest.version', '=', 'supplier.answer_version'),
      )
      .selectAll('supplier')
      .select('newest.answer')
      .where('supplier.project_id', '=', projectId);

  const supplier: SurveyStore['supplier'] = async (projectId, supplierId) => {
    const row = await withAnswers(projectId)
      .where('supplier.supplier_id', '=', supplierId)
      .executeTakeFirst();
    return row && readSupplier(row);
  };
  const oneSupplier = (projectId: string, supplierId: string) =>
    db
      .updateTable('survey_suppliers')
      .where('project_id', '=', projectId)
      .where('supplier_id', '=', supplierId);

  return {
    supplier,
    async suppliers(projectId) {
      const rows = await withAnswers(projectId).orderBy('supplier.place').execute();
      return rows.map(readSupplier);
    },
    async suppliersAt(projectId, places) {
      if (places.length === 0) return [];
      const rows = await withAnswers(projectId)
        .where('supplier.place', 'in', [...places])
        .execute();
      const found = new Map(rows.map((row) => [row.place, readSupplier(row)]));
      return places.flatMap((place) => found.get(place) ?? []);
    },
    async setContact(projectId, supplierId, { contactName, email }) {
      await retrySerialization(() =>
        oneSupplier(projectId, supplierId)
          .set({
            contact_name: contactName ?? null,
            email: email ?? null,
            email_key: email?.toLowerCase() ?? null,
            bounced_at: null,
            asked_at: null,
          })
          .execute(),
      );
    },
    async addLink({ projectId, tokenHash, supplierId, madeAt, expiresAt }) {
      const row = {
        project_id: projectId,
        token_hash: tokenHash,
        supplier_id: supplierId,
        made_at: madeAt,
        expires_at: expiresAt,
      };
      await retrySerialization(() => db.insertInto('survey_links').values(row).execute());
    },
    async supplierByLink(projectId, tokenHash, now) {
      const link = await db
        .selectFrom('survey_links')
        .select('supplier_id')
        .where('project_id', '=', projectId)
        .where('token_hash', '=', tokenHash)
        .where('expires_at', '>', now)
        .where('revoked_at', 'is', null)
        .executeTakeFirst();
      return link && (await supplier(projectId, link.supplier_id));
    },
    async revokeLinks(projectId, supplierId, at) {
      const result = await retrySerialization(() =>
        db
          .updateTable('survey_links')
          .set({ revoked_at: at })
          .where('project_id', '=', projectId)
          .where('supplier_id', '=', supplierId)
          .where('revoked_at', 'is', null)
          .executeTakeFirst(),
      );
      return Number(result.numUpdatedRows);
    },
    async decline(projectId, supplierId, at) {
      await retrySerialization(() => oneSupplier(projectId, supplierId).set({ declined_at: at }).execute());
    },
    async optOut(projectId, supplierId, at) {
      const found = await supplier(projectId, supplierId);
      const email = found?.email?.toLowerCase();
      await retrySerialization(() =>
        (email === undefined
          ? oneSupplier(projectId, supplierId)
          : db
              .updateTable('survey_suppliers')
              .where('project_id', '=', projectId)
              .where('email_key', '=', email)
        )
          .set({ opted_out_at: at })
          .execute(),
      );
    },
  };
}

function readSupplier(row: Selectable<SurveySuppliersTable> & { answer: string | null }): SurveySupplier {
  return {
    projectId: row.project_id,
    supplierId: row.supplier_id,
    supplier: JSON.parse(row.supplier) as Supplier,
    ...(row.contact_name === null ? {} : { contactName: row.contact_name }),
    ...(row.email === null ? {} : { email: row.email }),
    ...moment('askedAt', row.asked_at),
    ...moment('answeredAt', row.answered_at),
    ...moment('declinedAt', row.declined_at),
    ...moment('optedOutAt', row.opted_out_at),
    ...moment('bouncedAt', row.bounced_at),
    ...(row.answer === null ? {} : { answer: JSON.parse(row.answer) as SurveyAnswer }),
  };
}
