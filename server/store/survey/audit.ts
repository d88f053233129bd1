import { randomUUID } from 'node:crypto';
import type { Insertable, Kysely } from 'kysely';
import type { AuditEntry, SurveyStore } from '../../../survey/store.ts';
import { retrySerialization } from '../retry-serialization.ts';
import type { SurveyAuditTable, Tables } from '../tables.ts';

/** The part of the survey store that says who did what. */
export function auditPart(db: Kysely<Tables>): Pick<SurveyStore, 'addAudit' | 'audit' | 'newestAudit'> {
  const entries = (projectId: string) =>
    db.selectFrom('survey_audit').select(['at', 'who', 'what', 'detail']).where('project_id', '=', projectId);
  return {
    async addAudit(projectId, entry) {
      const row = auditRow(projectId, entry);
      await retrySerialization(() => db.insertInto('survey_audit').values(row).execute());
    },
    async audit(projectId) {
      const rows = await entries(projectId).orderBy('at').execute();
      return rows.map((row) => ({ ...row, at: Number(row.at) }));
    },
    async newestAudit(projectId, most) {
      const rows = await entries(projectId).orderBy('at', 'desc').limit(most).execute();
      return rows.map((row) => ({ ...row, at: Number(row.at) }));
    },
  };
}

/** A line of the audit under a number of its own. */
export function auditRow(
  projectId: string,
  { at, who, what, detail }: AuditEntry,
): Insertable<SurveyAuditTable> {
  return { project_id: projectId, entry_id: randomUUID(), at, who, what, detail };
}
