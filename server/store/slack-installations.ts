import type { Kysely } from 'kysely';
import type { InstallationStore } from '../../bot/workspaces/installation-store.ts';
import { retrySerialization } from './retry-serialization.ts';
import type { Tables } from './tables.ts';

const columns = ['workspace', 'sealed', 'installed_at'] as const;

/** The part of the store that keeps which workspaces the bot is installed in. */
export function slackInstallations(db: Kysely<Tables>): InstallationStore {
  const changed = async (work: () => Promise<{ numUpdatedRows: bigint }>): Promise<boolean> =>
    (await retrySerialization(work)).numUpdatedRows === 1n;
  return {
    async saveInstallation({ workspace, sealed, installedAt }) {
      const given = { sealed, installed_at: installedAt.getTime(), renewal_until: 0 };
      await retrySerialization(() =>
        db
          .insertInto('slack_installations')
          .values({ workspace, ...given })
          .onConflict((conflict) => conflict.column('workspace').doUpdateSet(given))
          .execute(),
      );
    },
    async findInstallation(workspace) {
      const row = await db
        .selectFrom('slack_installations')
        .select(columns)
        .where('workspace', '=', workspace)
        .executeTakeFirst();
      return row === undefined ? undefined : installationOf(row);
    },
    async listInstallations() {
      const rows = await db.selectFrom('slack_installations').select(columns).orderBy('workspace').execute();
      return rows.map(installationOf);
    },
    async replaceSealed(workspace, from, to) {
      return await changed(() =>
        db
          .updateTable('slack_installations')
          .set({ sealed: to, renewal_until: 0 })
          .where('workspace', '=', workspace)
          .where('sealed', '=', from)
          .executeTakeFirstOrThrow(),
      );
    },
    async claimRenewal(workspace, now, until) {
      return await changed(() =>
        db
          .updateTable('slack_installations')
          .set({ renewal_until: until.getTime() })
          .where('workspace', '=', workspace)
          .where('renewal_until', '<=', now.getTime())
          .executeTakeFirstOrThrow(),
      );
    },
    async eraseInstallation(workspace, before) {
      const result = await retrySerialization(() =>
        db
          .deleteFrom('slack_installations')
          .where('workspace', '=', workspace)
          .where('installed_at', '<=', before.getTime())
          .executeTakeFirst(),
      );
      return result.numDeletedRows === 1n;
    },
  };
}

function installationOf(row: {
  readonly workspace: string;
  readonly sealed: string;
  readonly installed_at: number | string;
}): Awaited<ReturnType<InstallationStore['listInstallations']>>[number] {
  return { workspace: row.workspace, sealed: row.sealed, installedAt: new Date(Number(row.installed_at)) };
}
