import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { localpound } from './localpound.ts';

let folder: string;
let version = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'localpound-parquet-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function parquet(name: string, select: string): Promise<string> {
  const path = join(folder, name);
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  version = String((await connection.runAndReadAll('select version()')).getRows()[0]?.[0]);
  await connection.run(`copy (${select}) to '${path}' (format parquet)`);
  connection.closeSync();
  instance.closeSync();
  return path;
}

const calderdale = 'docs/examples/calderdale-2022-08.csv';

describe('localpound ledger with a Parquet file', () => {
  it('comes to what the CSV file comes to', async ({ task }) => {
    const path = await parquet(
      'calderdale.parquet',
      `select * from read_csv('${calderdale}', header = true)`,
    );
    task.meta.ranWith = [`DuckDB ${version}`];
    const fromParquet = await localpound(['ledger', path, '--json']);
    const fromCsv = await localpound(['ledger', calderdale, '--json']);
    expect(fromParquet.code).toBe(0);
    const [ours, theirs] = [JSON.parse(fromParquet.stdout), JSON.parse(fromCsv.stdout)];
    expect(ours.total).toEqual(theirs.total);
    expect(ours.lines).toBe(1956);
    expect(ours.byMonth).toEqual(theirs.byMonth);
  });

  it('says what it lacks when the columns are not those of payments', async () => {
    const { code, stderr } = await localpound([
      'ledger',
      await parquet('other.parquet', 'select 1 as a, 2 as b'),
    ]);
    expect(code).not.toBe(0);
    expect(stderr).toContain('other.parquet');
  });
});
