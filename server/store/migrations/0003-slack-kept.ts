import type { Kysely, Migration } from 'kysely';

/** What people asked the bot in Slack to keep, such as the indicators of a plan. */
export const slackKeptMigration: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('slack_kept')
      .addColumn('workspace', 'varchar(64)', (column) => column.notNull())
      .addColumn('person', 'varchar(64)', (column) => column.notNull())
      .addColumn('kind', 'varchar(32)', (column) => column.notNull())
      .addColumn('item', 'varchar(255)', (column) => column.notNull())
      .addColumn('content', 'text', (column) => column.notNull())
      .addColumn('kept_at', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('slack_kept_key', ['workspace', 'person', 'kind', 'item'])
      .execute();
    await db.schema.createIndex('slack_kept_at').on('slack_kept').column('kept_at').execute();
  },
};
