import type { Kysely, Migration } from 'kysely';

/** Workspaces that the bot is installed in, their tokens sealed. */
export const slackInstallationsMigration: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('slack_installations')
      .addColumn('workspace', 'varchar(64)', (column) => column.notNull().primaryKey())
      .addColumn('sealed', 'text', (column) => column.notNull())
      .addColumn('installed_at', 'bigint', (column) => column.notNull())
      .addColumn('renewal_until', 'bigint', (column) => column.notNull())
      .execute();
  },
};
