import type { DuckDBConnection } from '@duckdb/node-api';
import { Refusal } from '../refusal.ts';

export type DuckDb = typeof import('@duckdb/node-api');

/** Loads DuckDB, which is an optional package: whoever never meets a Parquet file need not have it. */
export async function loadDuckDb(
  load: () => Promise<DuckDb> = () => import('@duckdb/node-api'),
): Promise<DuckDb> {
  try {
    return await load();
  } catch {
    throw new Refusal({
      severity: 'error',
      where: {},
      found: 'a Parquet file, and no DuckDB to read it with',
      expected: 'the optional package @duckdb/node-api',
      mend: 'Run "npm install @duckdb/node-api" where Local Pound is installed, or export the table as CSV and use that.',
    });
  }
}

/** The rows of a query, each value as text or null: what is wide or dated is made text inside DuckDB. */
export async function textRows(connection: DuckDBConnection, sql: string): Promise<(string | null)[][]> {
  const reader = await connection.runAndReadAll(sql);
  return reader.getRows().map((row) => row.map((value) => (value === null ? null : String(value))));
}

export const identifier = (name: string): string => `"${name.replaceAll('"', '""')}"`;

const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** A path that means itself: in file names DuckDB takes stars, question marks and brackets for patterns. */
export const pathLiteral = (path: string): string => literal(path.replaceAll(/[*?[]/g, '[$&]'));
