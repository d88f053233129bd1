import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readConfig } from '../../../server/config.ts';
import { openStore } from '../../../server/store/open-store.ts';
import { openSqlite } from '../../../server/store/sqlite.ts';
import type { Store } from '../../../server/store/store.ts';
import { startPostgres, type TestPostgres } from '../../fakes/postgres.ts';

let folder: string;
let postgres: TestPostgres;
let made = 0;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'localpound-store-'));
  postgres = await startPostgres();
});

afterAll(async () => {
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
});

const noon = new Date('2026-11-24T12:00:00Z');

/** Each engine with a way to get a place where no store has been yet. */
const engines = [
  { engine: 'libsql', newPlace: async () => `sqlite:${join(folder, String(++made), 'pound.db')}` },
  { engine: 'PostgreSQL', newPlace: async () => await postgres.createDatabase(`store_${++made}`) },
];

describe.each(engines)('the store on $engine', ({ engine, newPlace }) => {
  let place: string;

  beforeEach(async ({ task }) => {
    place = await newPlace();
    task.meta.ranWith = [engine === 'libsql' ? await libsqlVersion() : postgres.version];
  });

  it('gives an event to the first who asks and to nobody after', async () => {
    const store = await open(place);
    expect(await store.claimEvent('Ev1', noon)).toBe(true);
    expect(await store.claimEvent('Ev1', noon)).toBe(false);
    expect(await store.claimEvent('Ev2', noon)).toBe(true);
    await store.close();
  });

  it('remembers claims after it is closed and opened again', async () => {
    const before = await open(place);
    await before.claimEvent('Ev1', noon);
    await before.close();
    const after = await open(place);
    expect(await after.claimEvent('Ev1', noon)).toBe(false);
    await after.close();
  });

  it('forgets what was claimed before a moment and keeps the rest', async () => {
    const store = await open(place);
    const minute = 60_000;
    await store.claimEvent('old', new Date(noon.getTime() - minute));
    await store.claimEvent('new', noon);
    expect(await store.forgetEventsBefore(noon)).toBe(1);
    expect(await store.claimEvent('old', noon)).toBe(true);
    expect(await store.claimEvent('new', noon)).toBe(false);
    await store.close();
  });

  it('keeps where the bot is installed: one renews, an older removal deletes nothing', async () => {
    const { installations, close } = await open(place);
    const later = (ms: number) => new Date(noon.getTime() + ms);
    await installations.saveInstallation({ workspace: 'T1', sealed: 'a.1', installedAt: noon });
    await installations.saveInstallation({ workspace: 'T1', sealed: 'a.2', installedAt: later(1000) });
    await installations.saveInstallation({ workspace: 'E1', sealed: 'a.3', installedAt: noon });
    const found = { workspace: 'T1', sealed: 'a.2', installedAt: later(1000) };
    expect(await installations.findInstallation('T1')).toEqual(found);
    expect((await installations.listInstallations()).map(({ workspace }) => workspace)).toEqual(['E1', 'T1']);
    const claims = await Promise.all([1, 2, 3].map(() => installations.claimRenewal('T1', noon, later(50))));
    expect(claims.filter(Boolean)).toHaveLength(1);
    expect(await installations.claimRenewal('T1', later(50), later(90))).toBe(true);
    expect(await installations.replaceSealed('T1', 'a.1', 'a.4')).toBe(false);
    expect(await installations.replaceSealed('T1', 'a.2', 'a.4')).toBe(true);
    expect(await installations.claimRenewal('T1', later(51), later(90))).toBe(true);
    expect(await installations.eraseInstallation('T1', noon)).toBe(false);
    expect(await installations.eraseInstallation('T1', later(1000))).toBe(true);
    expect(await installations.findInstallation('T1')).toBeUndefined();
    await close();
  });

  it('keeps what people in Slack asked for, each their own and once, until it is dropped', async () => {
    const { kept, close } = await open(place);
    const [one, two] = [
      { workspace: 'T1', user: 'U1' },
      { workspace: 'T2', user: 'U1' },
    ];
    const planned = (person: typeof one) => kept.listKept(person, 'planned indicator');
    const later = new Date(noon.getTime() + 1000);
    await kept.keep(one, 'planned indicator', { item: 'b', content: 'é', at: noon });
    await kept.keep(one, 'planned indicator', { item: 'a', content: '', at: later });
    await kept.keep(one, 'planned indicator', { item: 'b', content: 'other', at: later });
    await kept.keep(two, 'planned indicator', { item: 'a', content: '', at: noon });
    await kept.keep(one, 'result', { item: 'r', content: '', at: noon });
    expect(await planned(one)).toEqual([
      { item: 'b', content: 'é', at: noon },
      { item: 'a', content: '', at: later },
    ]);
    await kept.dropKept(one, 'planned indicator', 'b');
    expect((await planned(one)).map(({ item }) => item)).toEqual(['a']);
    expect(await kept.forgetKeptBefore(later)).toBe(2);
    expect(await kept.forgetPerson(one)).toBe(1);
    expect(await planned(one)).toEqual([]);
    await kept.keep(two, 'result', { item: 'r', content: '', at: noon });
    await kept.forgetWorkspace('T2');
    expect(await kept.listKept(two, 'result')).toEqual([]);
    await close();
  });

  it('keeps ids apart that hold quotes, spaces or letters of another case', async () => {
    const store = await open(place);
    const ids = ["'; drop table seen_events; --", 'ev', 'EV', ' ev', 'é', ''];
    for (const id of ids) expect(await store.claimEvent(id, noon)).toBe(true);
    for (const id of ids) expect(await store.claimEvent(id, noon)).toBe(false);
    await store.close();
  });

  it('gives each event to exactly one of many that ask at the same time in one process', async () => {
    const store = await open(place);
    const claims = Array.from({ length: 200 }, (_, index) => store.claimEvent(`event-${index % 20}`, noon));
    const won = (await Promise.all(claims)).filter(Boolean);
    expect(won).toHaveLength(20);
    await store.close();
  });

  it('gives each event to exactly one of three processes that start and ask at the same time', async () => {
    const events = 150;
    const won = await claimFromProcesses(place, 3, events);
    expect(won.flat().toSorted()).toEqual(
      Array.from({ length: events }, (_, index) => `event-${index}`).toSorted(),
    );
  });

  it('says that it is reachable, and fails the check once it is closed', async () => {
    const store = await open(place);
    await expect(store.check()).resolves.toBeUndefined();
    await store.close();
    await expect(store.check()).rejects.toThrow();
  });
});

describe('the store in a file', () => {
  it('writes through to the disk at every commit and lets only its owner into the folder', async () => {
    const file = join(folder, 'new', 'folders', 'pound.db');
    const db = openSqlite(file);
    const setting = async (name: string): Promise<unknown> => {
      const { rows } = await sql<Record<string, unknown>>`pragma ${sql.raw(name)}`.execute(db);
      return Object.values(rows[0] ?? {})[0];
    };
    expect(await setting('journal_mode')).toBe('wal');
    expect(await setting('synchronous')).toBe(2);
    expect(await setting('busy_timeout')).toBeGreaterThan(0);
    expect(existsSync(file)).toBe(true);
    expect(statSync(join(folder, 'new')).mode & 0o077).toBe(0);
    await db.destroy();
  });
});

describe('the store on a PostgreSQL server set to SERIALIZABLE', () => {
  it('asks again when the claim clashes with another transaction, and then says no', async ({ task }) => {
    task.meta.ranWith = [postgres.version];
    const place = await postgres.createDatabase('serializable');
    const other = new pg.Client({ connectionString: place });
    await other.connect();
    await other.query(`alter database serializable set default_transaction_isolation = 'serializable'`);
    const store = await open(place);
    const claimMeanwhile = async (id: string, end: 'commit' | 'rollback'): Promise<boolean> => {
      await other.query('begin');
      await other.query('insert into seen_events (event_id, seen_at) values ($1, 0)', [id]);
      const claim = store.claimEvent(id, noon);
      await untilSomebodyWaits(other);
      await other.query(end);
      return await claim;
    };
    expect(await claimMeanwhile('taken', 'commit')).toBe(false);
    expect(await claimMeanwhile('given back', 'rollback')).toBe(true);
    await store.close();
    await other.end();
  });
});

async function untilSomebodyWaits(client: pg.Client): Promise<void> {
  for (;;) {
    const { rowCount } = await client.query(
      `select 1 from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`,
    );
    if (rowCount) return;
    await setTimeout(20);
  }
}

async function open(place: string): Promise<Store> {
  const config = readConfig({ LOCALPOUND_STORE: place });
  if (!config.ok) throw new Error(JSON.stringify(config.issues));
  return await openStore(config.value.store, () => undefined);
}

async function libsqlVersion(): Promise<string> {
  const db = openSqlite(join(folder, 'version.db'));
  const { rows } = await sql<{ version: string }>`select sqlite_version() as version`.execute(db);
  await db.destroy();
  return `libsql (SQLite ${rows[0]?.version})`;
}

/** Starts `count` processes, lets them go together once all are loaded, and returns what each was given. */
async function claimFromProcesses(place: string, count: number, events: number): Promise<string[][]> {
  const script = fileURLToPath(new URL('./claim-in-process.ts', import.meta.url));
  const processes = Array.from({ length: count }, () => {
    const child = spawn(process.execPath, ['--import', 'tsx', script, place, String(events)], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    return { child, lines: createInterface(child.stdout)[Symbol.asyncIterator](), exit: once(child, 'exit') };
  });
  for (const { lines } of processes) expect((await lines.next()).value).toBe('ready');
  for (const { child } of processes) child.stdin.write('go\n');
  const results = await Promise.all(processes.map(async ({ lines }) => (await lines.next()).value));
  for (const { exit } of processes) expect(await exit).toEqual([0, null]);
  return results.map((line) => JSON.parse(String(line)));
}
