import type { Kysely, Migration } from 'kysely';

/** Ids of events that were taken on, so that a repeated delivery is not worked on twice. */
export const seenEventsMigration: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('seen_events')
      .addColumn('event_id', 'varchar(255)', (column) => column.notNull().primaryKey())
      .addColumn('seen_at', 'bigint', (column) => column.notNull())
      .execute();
    await db.schema.createIndex('seen_events_seen_at').on('seen_events').column('seen_at').execute();
  },
};
