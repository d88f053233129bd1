import type { Kysely } from 'kysely';
import { allSurveys, type OwnerStore } from '../../../survey/owner-store.ts';
import { retrySerialization } from '../retry-serialization.ts';
import type { Tables } from '../tables.ts';

/** A survey that is being made is dropped when nobody has gone on with it for this long. */
const planKeptMs = 7 * 24 * 60 * 60 * 1000;

/** The part of the survey store that lets people in and remembers that they are. */
export function signInPart(
  db: Kysely<Tables>,
): Pick<OwnerStore, 'addSignIn' | 'useSignIn' | 'addSession' | 'session' | 'endSession' | 'forgetSignIns'> {
  return {
    async addSignIn(tokenHash, email, expiresAt) {
      const row = {
        project_id: allSurveys,
        token_hash: tokenHash,
        email: email ?? null,
        expires_at: expiresAt,
      };
      await retrySerialization(() => db.insertInto('survey_sign_ins').values(row).execute());
    },
    async useSignIn(tokenHash, now) {
      const row = await retrySerialization(() =>
        db
          .updateTable('survey_sign_ins')
          .set({ used_at: now })
          .where('project_id', '=', allSurveys)
          .where('token_hash', '=', tokenHash)
          .where('used_at', 'is', null)
          .where('expires_at', '>', now)
          .returning('email')
          .executeTakeFirst(),
      );
      return row && (row.email === null ? {} : { email: row.email });
    },
    async addSession(sessionHash, { email, key, expiresAt }) {
      const row = {
        project_id: allSurveys,
        session_hash: sessionHash,
        email: email ?? null,
        key_project: key?.projectId ?? null,
        key_id: key?.keyId ?? null,
        expires_at: expiresAt,
      };
      await retrySerialization(() => db.insertInto('survey_sessions').values(row).execute());
    },
    async session(sessionHash, now) {
      const row = await db
        .selectFrom('survey_sessions')
        .selectAll()
        .where('project_id', '=', allSurveys)
        .where('session_hash', '=', sessionHash)
        .where('expires_at', '>', now)
        .executeTakeFirst();
      if (row === undefined) return undefined;
      const { email, key_project: projectId, key_id: keyId } = row;
      return {
        ...(email === null ? {} : { email }),
        ...(projectId === null || keyId === null ? {} : { key: { projectId, keyId } }),
        expiresAt: Number(row.expires_at),
      };
    },
    async endSession(sessionHash) {
      await retrySerialization(() =>
        db
          .deleteFrom('survey_sessions')
          .where('project_id', '=', allSurveys)
          .where('session_hash', '=', sessionHash)
          .execute(),
      );
    },
    async forgetSignIns(now) {
      await retrySerialization(() =>
        db.deleteFrom('survey_sign_ins').where('expires_at', '<', now).execute(),
      );
      await retrySerialization(() =>
        db.deleteFrom('survey_sessions').where('expires_at', '<', now).execute(),
      );
      await retrySerialization(() =>
        db
          .deleteFrom('survey_plans')
          .where('made_at', '<', now - planKeptMs)
          .execute(),
      );
    },
  };
}
