import { type Kysely, type Migration, Migrator } from 'kysely';
import { seenEventsMigration } from './migrations/0001-seen-events.ts';
import { supplierSurveyMigration } from './migrations/0002-supplier-survey.ts';
import { slackKeptMigration } from './migrations/0003-slack-kept.ts';
import { slackInstallationsMigration } from './migrations/0004-slack-installations.ts';
import { slackRunsMigration } from './migrations/0005-slack-runs.ts';
import { surveyOwnersMigration } from './migrations/0006-survey-owners.ts';
import type { Tables } from './tables.ts';

/** Every change to the tables, in order. A change that has been released is never edited: add another. */
const migrations: Record<string, Migration> = {
  '0001-seen-events': seenEventsMigration,
  '0002-supplier-survey': supplierSurveyMigration,
  '0003-slack-kept': slackKeptMigration,
  '0004-slack-installations': slackInstallationsMigration,
  '0005-slack-runs': slackRunsMigration,
  '0006-survey-owners': surveyOwnersMigration,
};

/**
 * Brings the tables up to date. All pending changes run in one transaction under a lock, so two
 * processes that start at once do it once between them, and a change that fails leaves nothing behind.
 */
export async function migrate(db: Kysely<Tables>): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw error;
}
