import { mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { SqliteDatabase, SqliteDialectConfig, SqliteStatement } from 'kysely';
import {
  CompiledQuery,
  type DatabaseConnection,
  Kysely,
  SqliteAdapter,
  SqliteDialect,
  SqliteDriver,
  type TransactionSettings,
} from 'kysely';
import LibsqlDatabase from 'libsql';
import type { Tables } from './tables.ts';

/** How long a write waits for another process to finish its own. */
const busyTimeoutMs = 5000;

/**
 * Opens the file, creating it and its folder (readable by this user only) when they are not there.
 * A commit is on the disk before it is acknowledged (`synchronous=FULL`).
 */
export function openSqlite(file: string): Kysely<Tables> {
  // An absolute path, because libsql takes some relative-looking texts for addresses of servers.
  const path = resolve(file);
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const database = new LibsqlDatabase(path);
  try {
    database.pragma(`busy_timeout = ${busyTimeoutMs}`);
    database.pragma('journal_mode = WAL');
    database.pragma('synchronous = FULL');
    database.pragma('foreign_keys = ON');
  } catch (error) {
    database.close();
    throw error;
  }
  return new Kysely<Tables>({ dialect: new LibsqlDialect({ database: preparedOnce(database) }) });
}

/** Statements kept ready: more than there are different ones in daily use. */
const mostStatements = 200;

/**
 * The same statement comes again and again, with other values: it is read and planned once. Lists of
 * many rows are as different as they are long, and are not kept.
 */
function preparedOnce(database: SqliteDatabase): SqliteDatabase {
  const ready = new Map<string, SqliteStatement>();
  return {
    close: () => database.close(),
    prepare(sql) {
      const found = ready.get(sql);
      if (found !== undefined) return found;
      const statement = database.prepare(sql);
      if (sql.length < 4000 && ready.size < mostStatements) ready.set(sql, statement);
      return statement;
    },
  };
}

class LibsqlDialect extends SqliteDialect {
  readonly #config: SqliteDialectConfig;

  constructor(config: SqliteDialectConfig) {
    super(config);
    this.#config = config;
  }

  override createDriver(): SqliteDriver {
    return new WriteLockingDriver(this.#config);
  }

  override createAdapter(): SqliteAdapter {
    return new TransactionalDdlAdapter();
  }
}

class WriteLockingDriver extends SqliteDriver {
  /**
   * Takes the write lock at once. A transaction that reads first and writes later fails at the
   * write, without waiting, when another process has written in between. One that only reads keeps
   * nobody waiting and sees one moment.
   */
  override async beginTransaction(
    connection: DatabaseConnection,
    { accessMode }: TransactionSettings = {},
  ): Promise<void> {
    const begin = accessMode === 'read only' ? 'begin' : 'begin immediate';
    await connection.executeQuery(CompiledQuery.raw(begin));
  }
}

class TransactionalDdlAdapter extends SqliteAdapter {
  /** SQLite can roll back table changes; with this, all pending migrations run under one write lock. */
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}
