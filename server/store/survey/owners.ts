import type { Kysely, Selectable } from 'kysely';
import type { ApiKey, Member, OwnerStore, Role } from '../../../survey/owner-store.ts';
import { retrySerialization } from '../retry-serialization.ts';
import type { SurveyKeysTable, SurveyPeopleTable, Tables } from '../tables.ts';
import { moment } from './moment.ts';
import { signInPart } from './sign-ins.ts';

/** The part of the survey store that knows who may look after surveys. */
export function ownersPart(db: Kysely<Tables>): OwnerStore {
  return {
    ...signInPart(db),
    async addMember({ projectId, email, role, addedAt }) {
      const changed = { email, role };
      await retrySerialization(() =>
        db
          .insertInto('survey_people')
          .values({ project_id: projectId, email_key: email.toLowerCase(), added_at: addedAt, ...changed })
          .onConflict((conflict) => conflict.columns(['project_id', 'email_key']).doUpdateSet(changed))
          .execute(),
      );
    },
    async removeMember(projectId, email) {
      const result = await retrySerialization(() =>
        db
          .deleteFrom('survey_people')
          .where('project_id', '=', projectId)
          .where('email_key', '=', email.toLowerCase())
          .executeTakeFirst(),
      );
      return result.numDeletedRows === 1n;
    },
    async members(projectId) {
      const rows = await db
        .selectFrom('survey_people')
        .selectAll()
        .where('project_id', '=', projectId)
        .orderBy('email_key')
        .execute();
      return rows.map(readMember);
    },
    async rolesOf(email) {
      const rows = await db
        .selectFrom('survey_people')
        .selectAll()
        .where('email_key', '=', email.toLowerCase())
        .execute();
      return rows.map(readMember);
    },
    async addKey({ projectId, keyId, label, role, madeAt }, keyHash) {
      const row = {
        project_id: projectId,
        key_id: keyId,
        key_hash: keyHash,
        label,
        role,
        made_at: madeAt,
      };
      await retrySerialization(() => db.insertInto('survey_keys').values(row).execute());
    },
    async keys(projectId) {
      const rows = await db
        .selectFrom('survey_keys')
        .selectAll()
        .where('project_id', '=', projectId)
        .orderBy('made_at')
        .execute();
      return rows.map(readKey);
    },
    async keyByHash(projectId, keyHash) {
      const row = await db
        .selectFrom('survey_keys')
        .selectAll()
        .where('project_id', '=', projectId)
        .where('key_hash', '=', keyHash)
        .where('revoked_at', 'is', null)
        .executeTakeFirst();
      return row && readKey(row);
    },
    async revokeKey(projectId, keyId, at) {
      const result = await retrySerialization(() =>
        db
          .updateTable('survey_keys')
          .set({ revoked_at: at })
          .where('project_id', '=', projectId)
          .where('key_id', '=', keyId)
          .where('revoked_at', 'is', null)
          .executeTakeFirst(),
      );
      return result.numUpdatedRows === 1n;
    },
    async savePlan(projectId, email, plan, at) {
      const changed = { email: email ?? null, plan, made_at: at };
      await retrySerialization(() =>
        db
          .insertInto('survey_plans')
          .values({ project_id: projectId, ...changed })
          .onConflict((conflict) => conflict.column('project_id').doUpdateSet(changed))
          .execute(),
      );
    },
    async plan(projectId, email) {
      const row = await db
        .selectFrom('survey_plans')
        .select('plan')
        .where('project_id', '=', projectId)
        .where('email', email === undefined ? 'is' : '=', email ?? null)
        .executeTakeFirst();
      return row?.plan;
    },
    async dropPlan(projectId) {
      await retrySerialization(() =>
        db.deleteFrom('survey_plans').where('project_id', '=', projectId).execute(),
      );
    },
  };
}

function readMember(row: Selectable<SurveyPeopleTable>): Member {
  return {
    projectId: row.project_id,
    email: row.email,
    role: row.role as Role,
    addedAt: Number(row.added_at),
  };
}

function readKey(row: Selectable<SurveyKeysTable>): ApiKey {
  return {
    projectId: row.project_id,
    keyId: row.key_id,
    label: row.label,
    role: row.role as Role,
    madeAt: Number(row.made_at),
    ...moment('revokedAt', row.revoked_at),
  };
}
