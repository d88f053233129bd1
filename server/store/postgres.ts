import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { Tables } from './tables.ts';

/** Connects to PostgreSQL when the first query runs. `onError` hears of idle connections that break. */
export function openPostgres(url: string, onError: (error: Error) => void): Kysely<Tables> {
  const pool = new pg.Pool({
    connectionString: url,
    application_name: 'localpound',
    max: 10,
    connectionTimeoutMillis: 5000,
    // Longer than any query of ours, so that a server that hangs becomes an error and not a wait.
    query_timeout: 15_000,
  });
  // Without a listener a restart of the database server would end this process.
  pool.on('error', onError);
  // The pool listens to connections that are idle. One that breaks between two queries of a
  // transaction is nobody's, and would end this process.
  pool.on('connect', (client) => {
    client.on('error', onError);
  });
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
}
