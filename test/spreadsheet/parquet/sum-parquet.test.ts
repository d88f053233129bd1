import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LinePlan, LineTotals, Row } from '../../../core/index.ts';
import { sumParquet } from '../../../spreadsheet/parquet/sum-parquet.ts';
import { sumCsv } from '../../../spreadsheet/sum-csv.ts';

let folder: string;
let version = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'localpound-parquet-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const settled = (plan: LinePlan) => () => ({ ok: true as const, value: plan, issues: [] });

/** Writes a CSV file as Parquet; texts as they are, or with the types that DuckDB sees in them. */
async function parquetOf(
  csv: string,
  name: string,
  types: 'texts' | 'typed',
  columns = '*',
): Promise<string> {
  const path = join(folder, `${name}.parquet`);
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const told = await connection.runAndReadAll('select version()');
  version = String(told.getRows()[0]?.[0]);
  await connection.run(
    `copy (select ${columns} from read_csv('${csv}', header = true, null_padding = true, all_varchar = ${types === 'texts'}))
     to '${path}' (format parquet)`,
  );
  connection.closeSync();
  instance.closeSync();
  return path;
}

async function summed(path: string, plan: LinePlan): Promise<LineTotals> {
  const outcome = await sumParquet(path, { plan: settled(plan) });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues));
  return outcome.value.totals;
}

function fromCsv(csv: string, plan: LinePlan): LineTotals {
  const outcome = sumCsv(readFileSync(csv), { plan: settled(plan) });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues));
  return outcome.value.totals;
}

const sorted = (totals: LineTotals) => ({
  ...totals,
  groups: totals.groups.map((group) => JSON.stringify(group)).sort(),
});

const calderdale = 'docs/examples/calderdale-2022-08.csv';
const plan: LinePlan = {
  firstRow: 2,
  supplier: 7,
  amount: 5,
  date: 2,
  companyNumber: 8,
  category: 13,
  supplierType: 22,
  dateOrder: 'dayFirst',
};

describe('a Parquet file of payments', () => {
  for (const types of ['texts', 'typed'] as const) {
    it(`comes to the same pence and groups as the CSV file, with columns of ${types === 'texts' ? 'texts' : 'numbers and dates'}`, async ({
      task,
    }) => {
      const totals = await summed(await parquetOf(calderdale, `calderdale-${types}`, types), plan);
      task.meta.ranWith = [`DuckDB ${version}`];
      expect(totals.lines).toBe(1956);
      expect(totals.groups.reduce((sum, { pence }) => sum + pence, 0)).toBe(1_590_150_875);
      expect(sorted(totals)).toEqual(sorted(fromCsv(calderdale, plan)));
    });
  }

  it('counts exact decimals to the penny', async () => {
    const columns = `* replace ("Net Amount"::decimal(18, 3) as "Net Amount")`;
    const totals = await summed(await parquetOf(calderdale, 'decimals', 'typed', columns), plan);
    expect(sorted(totals)).toEqual(sorted(fromCsv(calderdale, plan)));
  });

  it('sorts blank rows, totals, faults, refunds and lines that name nobody as the CSV door does', async () => {
    const csv = join(folder, 'odd.csv');
    const lines = [
      'Date,Supplier,Amount,Postcode',
      '17/08/2022,Alder Ltd,"1,000.50",HX1 1UJ',
      '18/08/2022, Alder  Ltd ,£20.00,HX1 1UJ',
      'no date,Birch,(30.25),',
      ',,990.25,',
      ',,970.00,',
      '19/08/2022,Birch,none,LS1 1UR',
      '20/08/2022,Birch,,LS1 1UR',
      '20/08/2022,,5.005,LS1 1UR',
      'x,,,x',
      ',Grand Total,995.26,',
      'Total,,1.00,',
      '21/08/2022,"O\'Neill, ""Sons""",-2,HX1 1UJ',
    ];
    writeFileSync(csv, lines.join('\n'));
    const columns: LinePlan = {
      firstRow: 2,
      supplier: 1,
      amount: 2,
      postcode: 3,
      date: 0,
      dateOrder: 'dayFirst',
    };
    const totals = await summed(await parquetOf(csv, 'odd', 'texts'), columns);
    expect(totals).toMatchObject({ rows: 12, blankRows: 1, faultCount: 2, totalRowCount: 3 });
    expect(sorted(totals)).toEqual(sorted(fromCsv(csv, columns)));
  });

  it('shows whoever plans the names of the columns and the first records', async () => {
    let seen: readonly Row[] = [];
    const issue = { severity: 'error', where: {}, found: 'no headings', expected: 'b', mend: 'c' } as const;
    const outcome = await sumParquet(await parquetOf(calderdale, 'shown', 'typed'), {
      plan: (rows) => {
        seen = rows;
        return { ok: false, issues: [issue] };
      },
    });
    expect(outcome).toEqual({ ok: false, issues: [issue] });
    expect(seen).toHaveLength(501);
    expect(seen[0]).toMatchObject({ number: 1, cells: expect.arrayContaining(['Date', 'Net Amount']) });
    expect(seen[1]?.number).toBe(2);
    expect(seen[1]?.cells[2]).toEqual({ date: '2022-08-17' });
    expect(seen[1]?.cells[5]).toBe(-438.8);
  });

  it('is found under a name with signs that mean patterns elsewhere', async () => {
    const totals = await summed(
      await parquetOf(calderdale, "spend [1] 'August'".replaceAll("'", ''), 'typed'),
      plan,
    );
    expect(totals.lines).toBe(1956);
  });

  it('can be cancelled', async () => {
    const path = await parquetOf(calderdale, 'cancelled', 'typed');
    const outcome = await sumParquet(path, { plan: settled(plan), signal: AbortSignal.abort() });
    expect(outcome).toMatchObject({ ok: false, issues: [{ found: 'that reading was cancelled' }] });
  });

  it('is refused in plain words when it is damaged, absent, or DuckDB is not installed', async () => {
    const damaged = join(folder, 'damaged.parquet');
    writeFileSync(damaged, 'PAR1 and nothing more');
    expect(await sumParquet(damaged, { plan: settled(plan) })).toMatchObject({
      ok: false,
      issues: [{ where: { file: damaged }, expected: 'a whole, undamaged Parquet file' }],
    });
    const load = () => Promise.reject(new Error('Cannot find package'));
    expect(await sumParquet(damaged, { plan: settled(plan), load })).toMatchObject({
      ok: false,
      issues: [{ where: { file: damaged }, expected: 'the optional package @duckdb/node-api' }],
    });
  });
});
