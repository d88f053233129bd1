import type { DuckDBConnection } from '@duckdb/node-api';
import { literal, textRows } from './duckdb.ts';

/** How many texts go into one statement. */
const batch = 2_000;

/**
 * Makes a table of DuckDB that says of each text of a column what our own functions make of it, so that
 * one rule reads texts wherever they come from and all rows are still added up inside DuckDB.
 */
export async function fillTexts(
  connection: DuckDBConnection,
  table: 'suppliers' | 'amounts' | 'months',
  distinct: string,
  read: (text: string) => readonly [said: string | null, kind: string | null],
): Promise<void> {
  await connection.run(`create temp table ${table} (raw varchar, said varchar, kind varchar)`);
  const texts = (await textRows(connection, distinct)).flatMap(([text]) => (text == null ? [] : [text]));
  const value = (text: string | null) => (text === null ? 'null' : literal(text));
  for (let at = 0; at < texts.length; at += batch) {
    const rows = texts.slice(at, at + batch).map((text) => {
      const [said, kind] = read(text);
      return `(${value(text)}, ${value(said)}, ${value(kind)})`;
    });
    await connection.run(`insert into ${table} values ${rows.join(', ')}`);
  }
}
