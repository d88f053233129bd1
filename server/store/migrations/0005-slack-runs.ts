import type { Kysely, Migration } from 'kysely';

/**
 * Figures of the last run of each project in each Slack conversation. `workspace` leads the key, so
 * that what belongs to one workspace stays together and is deleted together.
 */
export const slackRunsMigration: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('slack_runs')
      .addColumn('workspace', 'varchar(64)', (column) => column.notNull())
      .addColumn('channel', 'varchar(64)', (column) => column.notNull())
      .addColumn('project', 'varchar(64)', (column) => column.notNull())
      .addColumn('person', 'varchar(64)', (column) => column.notNull())
      .addColumn('open', 'integer', (column) => column.notNull())
      .addColumn('figures', 'text', (column) => column.notNull())
      .addColumn('run_at', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('slack_runs_key', ['workspace', 'channel', 'project', 'person', 'open'])
      .execute();
    await db.schema
      .createIndex('slack_runs_person')
      .on('slack_runs')
      .columns(['workspace', 'person'])
      .execute();
    await db.schema.createIndex('slack_runs_run_at').on('slack_runs').column('run_at').execute();
  },
};
