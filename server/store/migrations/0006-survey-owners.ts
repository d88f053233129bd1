import type { CreateTableBuilder, Kysely, Migration } from 'kysely';
import { packSuppliers, packsAtOnce } from '../survey/supplier-pack.ts';

/**
 * Who may look after surveys, how they sign in, and what makes a survey of 140,000 suppliers quick
 * to look at: the suppliers' facts in columns, and indexes on where suppliers stand.
 */
export const surveyOwnersMigration: Migration = {
  async up(db: Kysely<unknown>) {
    await table(db, 'survey_people')
      .addColumn('email', 'text', (column) => column.notNull())
      .addColumn('email_key', 'varchar(320)', (column) => column.notNull())
      .addColumn('role', 'varchar(10)', (column) => column.notNull())
      .addColumn('added_at', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('survey_people_key', ['project_id', 'email_key'])
      .execute();
    await table(db, 'survey_keys')
      .addColumn('key_id', 'varchar(64)', (column) => column.notNull())
      .addColumn('key_hash', 'varchar(64)', (column) => column.notNull())
      .addColumn('label', 'text', (column) => column.notNull())
      .addColumn('role', 'varchar(10)', (column) => column.notNull())
      .addColumn('made_at', 'bigint', (column) => column.notNull())
      .addColumn('revoked_at', 'bigint')
      .addPrimaryKeyConstraint('survey_keys_key', ['project_id', 'key_id'])
      .execute();
    await table(db, 'survey_sign_ins')
      .addColumn('token_hash', 'varchar(64)', (column) => column.notNull())
      .addColumn('email', 'text')
      .addColumn('expires_at', 'bigint', (column) => column.notNull())
      .addColumn('used_at', 'bigint')
      .addPrimaryKeyConstraint('survey_sign_ins_key', ['project_id', 'token_hash'])
      .execute();
    await table(db, 'survey_sessions')
      .addColumn('session_hash', 'varchar(64)', (column) => column.notNull())
      .addColumn('email', 'text')
      .addColumn('key_project', 'varchar(64)')
      .addColumn('key_id', 'varchar(64)')
      .addColumn('expires_at', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('survey_sessions_key', ['project_id', 'session_hash'])
      .execute();
    await table(db, 'survey_plans')
      .addColumn('email', 'text')
      .addColumn('plan', 'text', (column) => column.notNull())
      .addColumn('made_at', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('survey_plans_key', ['project_id'])
      .execute();
    await table(db, 'survey_packs')
      .addColumn('part', 'integer', (column) => column.notNull())
      .addColumn('facts', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('survey_packs_key', ['project_id', 'part'])
      .addForeignKeyConstraint('survey_packs_survey', ['project_id'], 'surveys', ['project_id'])
      .execute();
    await db.schema.alterTable('survey_suppliers').addColumn('bounced_at', 'bigint').execute();
    for (const column of ['answered_at', 'asked_at', 'declined_at', 'opted_out_at', 'bounced_at']) {
      await index(db, 'survey_suppliers', ['project_id', column]);
    }
    await packWhatIsThere(db as Kysely<Before>);
  },
};

/** The tables as they were before this change. */
interface Before {
  surveys: { project_id: string };
  survey_suppliers: { project_id: string; place: number; supplier: string };
  survey_packs: { project_id: string; part: number; facts: string };
}

async function packWhatIsThere(db: Kysely<Before>): Promise<void> {
  for (const { project_id } of await db.selectFrom('surveys').select('project_id').execute()) {
    const rows = await db
      .selectFrom('survey_suppliers')
      .select('supplier')
      .where('project_id', '=', project_id)
      .orderBy('place')
      .execute();
    const packs = packSuppliers(rows.map(({ supplier }) => JSON.parse(supplier)));
    for (let start = 0; start < packs.length; start += packsAtOnce) {
      const some = packs.slice(start, start + packsAtOnce);
      await db
        .insertInto('survey_packs')
        .values(some.map((facts, place) => ({ project_id, part: start + place, facts })))
        .execute();
    }
  }
}

function table(db: Kysely<unknown>, name: string): CreateTableBuilder<string, 'project_id'> {
  return db.schema.createTable(name).addColumn('project_id', 'varchar(64)', (column) => column.notNull());
}

async function index(db: Kysely<unknown>, name: string, columns: string[]): Promise<void> {
  await db.schema
    .createIndex(`${name}_${columns.slice(1).join('_')}`)
    .on(name)
    .columns(columns)
    .execute();
}
