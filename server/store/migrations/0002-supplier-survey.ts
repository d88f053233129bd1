import type { CreateTableBuilder, Kysely, Migration } from 'kysely';

/**
 * The supplier survey. `project_id` leads every key and index, so that one project's rows stay
 * together on a store that is spread over several machines.
 */
export const supplierSurveyMigration: Migration = {
  async up(db: Kysely<unknown>) {
    await table(db, 'surveys')
      .addColumn('details', 'text', (column) => column.notNull())
      .addColumn('created_at', 'bigint', (column) => column.notNull())
      .addColumn('closes_at', 'bigint', (column) => column.notNull())
      .addColumn('erase_at', 'bigint', (column) => column.notNull())
      .addColumn('closed_at', 'bigint')
      .addColumn('erased_at', 'bigint')
      .addPrimaryKeyConstraint('surveys_key', ['project_id'])
      .execute();
    await table(db, 'survey_suppliers')
      .addColumn('supplier_id', 'varchar(64)', (column) => column.notNull())
      .addColumn('place', 'integer', (column) => column.notNull())
      .addColumn('supplier', 'text', (column) => column.notNull())
      .addColumn('contact_name', 'text')
      .addColumn('email', 'text')
      .addColumn('email_key', 'varchar(320)')
      .addColumn('asked_at', 'bigint')
      .addColumn('answered_at', 'bigint')
      .addColumn('declined_at', 'bigint')
      .addColumn('opted_out_at', 'bigint')
      .addColumn('answer_version', 'integer', (column) => column.notNull())
      .addPrimaryKeyConstraint('survey_suppliers_key', ['project_id', 'supplier_id'])
      .addForeignKeyConstraint('survey_suppliers_survey', ['project_id'], 'surveys', ['project_id'])
      .execute();
    await index(db, 'survey_suppliers', ['project_id', 'place']);
    await index(db, 'survey_suppliers', ['project_id', 'email_key']);
    await ofSupplier(db, 'survey_links')
      .addColumn('token_hash', 'varchar(64)', (column) => column.notNull())
      .addColumn('made_at', 'bigint', (column) => column.notNull())
      .addColumn('expires_at', 'bigint', (column) => column.notNull())
      .addColumn('revoked_at', 'bigint')
      .addPrimaryKeyConstraint('survey_links_key', ['project_id', 'token_hash'])
      .execute();
    await index(db, 'survey_links', ['project_id', 'supplier_id']);
    await ofSupplier(db, 'survey_drafts')
      .addColumn('fields', 'text', (column) => column.notNull())
      .addColumn('saved_at', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('survey_drafts_key', ['project_id', 'supplier_id'])
      .execute();
    await ofSupplier(db, 'survey_answers')
      .addColumn('version', 'integer', (column) => column.notNull())
      .addColumn('answer', 'text', (column) => column.notNull())
      .addColumn('answered_at', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('survey_answers_key', ['project_id', 'supplier_id', 'version'])
      .execute();
    await table(db, 'survey_mails')
      .addColumn('mail_id', 'varchar(64)', (column) => column.notNull())
      .addColumn('occasion', 'varchar(40)', (column) => column.notNull())
      .addColumn('email', 'text', (column) => column.notNull())
      .addColumn('email_key', 'varchar(320)', (column) => column.notNull())
      .addColumn('supplier_ids', 'text', (column) => column.notNull())
      .addColumn('state', 'varchar(10)', (column) => column.notNull())
      .addColumn('attempts', 'integer', (column) => column.notNull())
      .addColumn('queued_at', 'bigint', (column) => column.notNull())
      .addColumn('next_at', 'bigint', (column) => column.notNull())
      .addColumn('sent_at', 'bigint')
      .addColumn('problem', 'text')
      .addPrimaryKeyConstraint('survey_mails_key', ['project_id', 'mail_id'])
      .addUniqueConstraint('survey_mails_once', ['project_id', 'occasion', 'email_key'])
      .addForeignKeyConstraint('survey_mails_survey', ['project_id'], 'surveys', ['project_id'])
      .execute();
    await index(db, 'survey_mails', ['project_id', 'state', 'next_at']);
    await table(db, 'survey_audit')
      .addColumn('entry_id', 'varchar(64)', (column) => column.notNull())
      .addColumn('at', 'bigint', (column) => column.notNull())
      .addColumn('who', 'text', (column) => column.notNull())
      .addColumn('what', 'varchar(60)', (column) => column.notNull())
      .addColumn('detail', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('survey_audit_key', ['project_id', 'entry_id'])
      .execute();
    await index(db, 'survey_audit', ['project_id', 'at']);
  },
};

type Table = CreateTableBuilder<string, 'project_id'>;

function table(db: Kysely<unknown>, name: string): Table {
  return db.schema.createTable(name).addColumn('project_id', 'varchar(64)', (column) => column.notNull());
}

function ofSupplier(db: Kysely<unknown>, name: string): CreateTableBuilder<string, string> {
  return table(db, name)
    .addColumn('supplier_id', 'varchar(64)', (column) => column.notNull())
    .addForeignKeyConstraint(`${name}_supplier`, ['project_id', 'supplier_id'], 'survey_suppliers', [
      'project_id',
      'supplier_id',
    ]);
}

async function index(db: Kysely<unknown>, name: string, columns: string[]): Promise<void> {
  await db.schema
    .createIndex(`${name}_${columns.slice(1).join('_')}`)
    .on(name)
    .columns(columns)
    .execute();
}
