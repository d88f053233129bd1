import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import type { Kysely } from 'kysely';
import * as z from 'zod';
import { rowsAtOnce } from './survey/rows-at-once.ts';

/** Any table: a backup takes what is there, so that no table added later is forgotten. */
type AnyTables = Record<string, Record<string, unknown>>;

const headSchema = z.object({
  format: z.literal('localpound-backup'),
  migrations: z.array(z.string()),
  madeAt: z.string(),
});
const rowSchema = z.tuple([z.string(), z.record(z.string(), z.unknown())]);
const endSchema = z.object({ end: z.literal(true), rows: z.number(), sha256: z.string() });

/** What a backup holds. */
export interface BackupCount {
  readonly tables: number;
  readonly rows: number;
}

/** Why a backup cannot be put back. */
export class BackupError extends Error {
  override readonly name = 'BackupError';
}

/**
 * Writes everything in the store to one compressed file that either engine takes back. It is one
 * moment of the store, whatever the server does meanwhile. The file holds people's addresses: only
 * its owner may read it.
 */
export async function backUp(db: Kysely<AnyTables>, file: string): Promise<BackupCount> {
  const beside = `${file}.${randomUUID()}.part`;
  const count = { tables: 0, rows: 0 };
  try {
    await db
      .transaction()
      .setAccessMode('read only')
      .setIsolationLevel('repeatable read')
      .execute(async (moment) => {
        const lines = Readable.from(linesOf(moment, count));
        await pipeline(lines, createGzip(), createWriteStream(beside, { mode: 0o600, flush: true }));
      });
    await rename(beside, file);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
  return count;
}

async function* linesOf(
  db: Kysely<AnyTables>,
  count: { tables: number; rows: number },
): AsyncGenerator<string> {
  const hash = createHash('sha256');
  const head = { format: 'localpound-backup', migrations: await migrationsOf(db), madeAt: new Date() };
  const first = `${JSON.stringify(head)}\n`;
  hash.update(first);
  yield first;
  for (const table of await tablesOf(db)) {
    count.tables += 1;
    for await (const rows of chunksOf(db, table.name, table.columns)) {
      const text = rows.map((row) => `${JSON.stringify([table.name, row])}\n`).join('');
      hash.update(text);
      count.rows += rows.length;
      if (text !== '') yield text;
    }
  }
  yield `${JSON.stringify({ end: true, rows: count.rows, sha256: hash.digest('hex') })}\n`;
}

/** Rows by project where a table has projects, so that not all of them are held at once. */
async function* chunksOf(
  db: Kysely<AnyTables>,
  table: string,
  columns: readonly string[],
): AsyncGenerator<readonly Record<string, unknown>[]> {
  if (!columns.includes('project_id')) {
    yield (await db.selectFrom(table).selectAll().execute()).map(plain);
    return;
  }
  const projects = await db.selectFrom(table).select('project_id').distinct().execute();
  for (const { project_id } of projects) {
    const rows = await db.selectFrom(table).selectAll().where('project_id', '=', project_id).execute();
    yield rows.map(plain);
  }
}

/** PostgreSQL's driver hands moments over as text. */
function plain(row: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name,
      typeof value === 'string' && /(^|_)at$/.test(name) ? Number(value) : value,
    ]),
  );
}

interface Table {
  readonly name: string;
  readonly columns: readonly string[];
}

/** Our tables, those that others point at first. */
async function tablesOf(db: Kysely<AnyTables>): Promise<readonly Table[]> {
  const first = ['surveys', 'survey_suppliers'];
  const rank = (name: string): number => (first.includes(name) ? first.indexOf(name) : first.length);
  const tables = (await db.introspection.getTables()).map(({ name, columns }) => ({
    name,
    columns: columns.map((column) => column.name),
  }));
  return tables.toSorted((a, b) => rank(a.name) - rank(b.name) || (a.name < b.name ? -1 : 1));
}

async function migrationsOf(db: Kysely<AnyTables>): Promise<string[]> {
  const rows = await db.selectFrom('kysely_migration').select('name').orderBy('name').execute();
  return rows.map(({ name }) => String(name));
}

/**
 * Puts a backup into a store that is empty: all of it or nothing.
 *
 * @throws BackupError when the file is no whole backup, comes from another version, or the store is in use
 */
export async function restore(db: Kysely<AnyTables>, file: string): Promise<BackupCount> {
  return await db.transaction().execute(async (transaction) => {
    const tables = await tablesOf(transaction);
    for (const { name } of tables) {
      const some = await transaction.selectFrom(name).selectAll().limit(1).execute();
      if (some.length > 0) {
        throw new BackupError(`The store is not empty: ${name} has rows. Restore into a new one.`);
      }
    }
    return await fill(transaction, tables, file);
  });
}

async function fill(db: Kysely<AnyTables>, tables: readonly Table[], file: string): Promise<BackupCount> {
  const known = new Set(tables.map(({ name }) => name));
  const hash = createHash('sha256');
  const seen = new Set<string>();
  let waiting: { table: string; rows: Record<string, unknown>[] } = { table: '', rows: [] };
  const flush = async (): Promise<void> => {
    const { table, rows } = waiting;
    if (rows.length > 0) await db.insertInto(table).values(rows).execute();
    waiting = { table: '', rows: [] };
  };
  let rows = 0;
  let head: z.infer<typeof headSchema> | undefined;
  try {
    for await (const line of linesIn(file)) {
      const read: unknown = JSON.parse(line);
      if (head === undefined) {
        head = headSchema.parse(read);
        await sameVersion(db, head.migrations);
      } else if (Array.isArray(read)) {
        const [table, row] = rowSchema.parse(read);
        if (!known.has(table))
          throw new BackupError(`The backup has a table ${table} that is not known here.`);
        if (table !== waiting.table || waiting.rows.length >= rowsAtOnce) {
          await flush();
          waiting = { table, rows: [] };
        }
        waiting.rows.push(row);
        seen.add(table);
        rows += 1;
      } else {
        const end = endSchema.parse(read);
        await flush();
        if (end.rows !== rows || end.sha256 !== hash.digest('hex')) {
          throw new BackupError('The backup was changed or damaged after it was made.');
        }
        return { tables: seen.size, rows };
      }
      hash.update(`${line}\n`);
    }
  } catch (error) {
    if (error instanceof z.ZodError || error instanceof SyntaxError || isBroken(error)) {
      throw new BackupError('This file is no whole backup of Local Pound.', { cause: error });
    }
    throw error;
  }
  throw new BackupError('The backup is cut off: its end is missing.');
}

async function* linesIn(file: string): AsyncGenerator<string> {
  const unzipped = createGunzip();
  const source = createReadStream(file);
  source.on('error', (error) => unzipped.destroy(error));
  source.pipe(unzipped);
  let rest = '';
  for await (const text of unzipped.setEncoding('utf8')) {
    const lines = (rest + String(text)).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
}

async function sameVersion(db: Kysely<AnyTables>, migrations: readonly string[]): Promise<void> {
  if (JSON.stringify(await migrationsOf(db)) === JSON.stringify(migrations)) return;
  const newest = migrations.at(-1) ?? 'none';
  throw new BackupError(
    `The backup comes from another version of Local Pound (its tables are at ${newest}). Restore it with that version, then start the new one on it.`,
  );
}

const isBroken = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && /^Z_|ERR_STREAM|ERR_INVALID/.test(String(error.code));
