import type { DuckDBConnection } from '@duckdb/node-api';
import { textRows } from './duckdb.ts';

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
  const appender = await connection.createAppender(table);
  for (const text of texts) {
    appender.appendVarchar(text);
    for (const told of read(text)) {
      if (told === null) appender.appendNull();
      else appender.appendVarchar(told);
    }
    appender.endRow();
  }
  appender.closeSync();
}
