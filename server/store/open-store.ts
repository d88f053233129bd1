import { setTimeout as wait } from 'node:timers/promises';
import { type Kysely, sql } from 'kysely';
import type { StoreLocation } from './location.ts';
import { migrate } from './migrate.ts';
import { seenEvents } from './seen-events.ts';
import { slackInstallations } from './slack-installations.ts';
import { slackKept } from './slack-kept.ts';
import { slackRuns } from './slack-runs.ts';
import type { Store } from './store.ts';
import { surveyStore } from './survey/survey-store.ts';
import type { Tables } from './tables.ts';

const lockedRetries = 20;
const lockedPauseMs = 100;

/**
 * Opens the store and brings its tables up to date. Rejects with the engine's own error when that
 * cannot be done. `onError` hears of connections that break while nobody waits for them.
 */
export async function openStore(location: StoreLocation, onError: (error: Error) => void): Promise<Store> {
  const db =
    location.engine === 'sqlite' ? await openFile(location.file) : await openServer(location, onError);
  return {
    ...seenEvents(db),
    kept: slackKept(db),
    installations: slackInstallations(db),
    survey: surveyStore(db, location.engine),
    runs: slackRuns(db),
    async check() {
      await sql`select 1 from seen_events limit 1`.execute(db);
    },
    // Loaded when they are used: a start should not wait for them.
    backUp: async (file) => (await import('./backup.ts')).backUp(untyped(db), file),
    restore: async (file) => (await import('./backup.ts')).restore(untyped(db), file),
    async close() {
      await db.destroy();
    },
  };
}

async function openServer(
  location: Extract<StoreLocation, { engine: 'postgres' }>,
  onError: (error: Error) => void,
): Promise<Kysely<Tables>> {
  // Only the engine in use is loaded: a start should not pay for the other one.
  const { openPostgres } = await import('./postgres.ts');
  const db = openPostgres(location.url.reveal(), onError);
  return await migrated(db);
}

/**
 * When several processes create the same file at once, SQLite answers "locked" to the change of
 * journal mode without waiting for its busy timeout. A moment later it works.
 */
async function openFile(file: string): Promise<Kysely<Tables>> {
  const { openSqlite } = await import('./sqlite.ts');
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await migrated(openSqlite(file));
    } catch (error) {
      if (attempt === lockedRetries || !isLocked(error)) throw error;
      await wait(lockedPauseMs * (0.5 + Math.random()));
    }
  }
}

async function migrated(db: Kysely<Tables>): Promise<Kysely<Tables>> {
  try {
    await migrate(db);
    return db;
  } catch (error) {
    await db.destroy();
    throw error;
  }
}

function isLocked(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'SQLITE_BUSY';
}

const untyped = (db: Kysely<Tables>) => db as unknown as Kysely<Record<string, Record<string, unknown>>>;
