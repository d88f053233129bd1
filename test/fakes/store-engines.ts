import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { readConfig } from '../../server/config.ts';
import { openStore } from '../../server/store/open-store.ts';
import { openSqlite } from '../../server/store/sqlite.ts';
import type { Store } from '../../server/store/store.ts';
import { startPostgres, type TestPostgres } from './postgres.ts';

/** Both engines of the store, real ones, with places where no store has been yet. */
export interface StoreEngines {
  newPlace(engine: EngineName): Promise<string>;
  ranWith(engine: EngineName): Promise<string>;
  /** The PostgreSQL server behind the places, to be stopped and started. */
  readonly postgres: TestPostgres;
  stop(): Promise<void>;
}

export const engineNames = ['libsql', 'PostgreSQL'] as const;
export type EngineName = (typeof engineNames)[number];

export async function startEngines(): Promise<StoreEngines> {
  const folder = mkdtempSync(join(tmpdir(), 'localpound-engines-'));
  const postgres = await startPostgres();
  let made = 0;
  return {
    postgres,
    async newPlace(engine) {
      made += 1;
      return engine === 'libsql'
        ? `sqlite:${join(folder, String(made), 'pound.db')}`
        : await postgres.createDatabase(`engine_${made}`);
    },
    async ranWith(engine) {
      return engine === 'libsql' ? await libsqlVersion(join(folder, 'version.db')) : postgres.version;
    },
    async stop() {
      await postgres.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Opens the store at a place as the server would be told of it. */
export async function openStoreAt(place: string): Promise<Store> {
  const config = readConfig({ LOCALPOUND_STORE: place });
  if (!config.ok) throw new Error(JSON.stringify(config.issues));
  return await openStore(config.value.store, () => undefined);
}

async function libsqlVersion(file: string): Promise<string> {
  const db = openSqlite(file);
  const { rows } = await sql<{ version: string }>`select sqlite_version() as version`.execute(db);
  await db.destroy();
  return `libsql (SQLite ${rows[0]?.version})`;
}
