import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type LinePlan,
  LineTally,
  linePence,
  lineText,
  type Row,
  readLocalList,
  recogniseLedger,
  type Spend,
  SpendTally,
} from '../../core/index.ts';
import { readWorkbook } from '../../spreadsheet/read-workbook.ts';
import { startPostgres, type TestPostgres } from '../fakes/postgres.ts';

/** The SQL of the page: the blocks without a name set up, those with a name are queries. */
function sqlOfPage(): { setUp: string[]; queries: ReadonlyMap<string, string> } {
  const page = readFileSync('docs/deployment.md', 'utf8');
  const blocks = [...page.matchAll(/```sql(?: (\w+))?\n(.*?)```/gs)];
  const queries = new Map(blocks.flatMap(([, name, sql = '']) => (name ? [[name, sql] as const] : [])));
  return { setUp: blocks.flatMap(([, name, sql = '']) => (name ? [] : [sql])), queries };
}

function rowsOf(path: string): readonly Row[] {
  const read = readWorkbook(readFileSync(path), { fileName: path, accept: ['csv'] });
  if (!read.ok) throw new Error(JSON.stringify(read.issues));
  return read.value.sheets[0]?.rows ?? [];
}

/** What the engine makes of the payments, with the list of local suppliers. */
function byEngine(): { rows: readonly Row[]; plan: LinePlan; spend: Spend } {
  const rows = rowsOf('docs/examples/calderdale-2022-08.csv');
  const recognition = recogniseLedger(rows.slice(0, 500));
  const list = readLocalList({ name: 'List', rows: rowsOf('docs/examples/calderdale-place-names.csv') });
  if (!recognition.ok || !list.ok) throw new Error('the samples are not read');
  const tally = new LineTally(recognition.value.plan);
  for (const row of rows) tally.add(row);
  const spend = new SpendTally();
  spend.add({ file: 'calderdale.csv', recognition: recognition.value, totals: tally.result() });
  return { rows, plan: recognition.value.plan, spend: spend.result({ list: list.value }) };
}

const { setUp, queries } = sqlOfPage();
const { rows, plan, spend } = byEngine();
const project = randomUUID();
let postgres: TestPostgres;
let client: pg.Client;

beforeAll(async () => {
  postgres = await startPostgres();
  client = new pg.Client({ connectionString: await postgres.createDatabase('payments') });
  await client.connect();
  for (const sql of setUp) await client.query(sql);
  await load(project, 1);
  // Another body with the same suppliers: nothing of it may show in the first one's sums.
  await load(randomUUID(), 3);
});

afterAll(async () => {
  await client.end();
  await postgres.stop();
});

/** Loads suppliers, spellings and placements as the engine found them, and payments as published. */
async function load(id: string, times: number): Promise<void> {
  const insert = async (into: string, columns: readonly (readonly unknown[])[], types: readonly string[]) => {
    const [first = []] = columns;
    const unnested = types.map((type, index) => `$${index + 2}::${type}[]`).join(', ');
    await client.query(`insert into ${into} select $1::uuid, * from unnest(${unnested})`, [id, ...columns]);
    expect(first.length).toBeGreaterThan(0);
  };
  const { suppliers } = spend;
  await insert(
    'supplier (project_id, supplier_id, name, many_payees)',
    [
      suppliers.map(({ name }) => name),
      suppliers.map(({ name }) => name),
      suppliers.map(({ kind }) => kind?.kind.manyPeople ?? false),
    ],
    ['text', 'text', 'boolean'],
  );
  const spellings = new Map(suppliers.map(({ name }) => [name, name]));
  for (const { name, supplier } of spend.merges) spellings.set(name, supplier);
  await insert(
    'supplier_name (project_id, name, supplier_id)',
    [[...spellings.keys()], [...spellings.values()]],
    ['text', 'text'],
  );
  const placed = suppliers.filter(({ placing }) => placing !== 'cannotTell');
  await insert(
    'supplier_placement (project_id, supplier_id, local, reason)',
    [
      placed.map(({ name }) => name),
      placed.map(({ placing }) => placing === 'local'),
      placed.map(({ places }) => places[0]?.reason ?? ''),
    ],
    ['text', 'boolean', 'text'],
  );
  const lines = rows.filter(({ number }) => number >= plan.firstRow);
  const cells = (column: number | undefined) => lines.map((row) => lineText(row.cells[column ?? -1]));
  await insert(
    'payment (project_id, payment_id, supplier_name, paid_on, category, pence)',
    [
      lines.map(({ number }) => `2022-08/${number}`),
      cells(plan.supplier),
      cells(plan.date),
      cells(plan.category),
      lines.map((row) => (linePence(row.cells[plan.amount]) ?? Number.NaN) * times),
    ],
    ['text', 'text', 'date', 'text', 'bigint'],
  );
}

async function answer(name: string): Promise<Record<string, unknown>[]> {
  const sql = queries.get(name);
  if (sql === undefined) throw new Error(`docs/deployment.md has no query ${name}`);
  const { rows: found } = await client.query(sql, [project]);
  return (found as Record<string, unknown>[]).map((row) =>
    Object.fromEntries(
      Object.entries(row).map(([key, value]) => [key, /^-?\d+$/.test(String(value)) ? Number(value) : value]),
    ),
  );
}

const sums = ({ pence, lines, local, notLocal, cannotTell }: Spend['total']) => ({
  pence,
  lines,
  local,
  not_local: notLocal,
  cannot_tell: cannotTell,
});

describe('the SQL of docs/deployment.md on PostgreSQL', () => {
  it('comes to £15,901,508.75, local and not, to the penny of the engine', async ({ task }) => {
    task.meta.ranWith = [postgres.version];
    const [total] = await answer('total');
    expect(total).toEqual(sums(spend.total));
    expect(total).toMatchObject({ lines: 1956, pence: 1_590_150_875 });
    expect(Number(total?.local)).toBeGreaterThan(0);
  });

  it('has the months of the engine', async () => {
    expect(await answer('months')).toEqual(
      spend.byMonth.map((month) => ({ month: month.month, ...sums(month) })),
    );
  });

  it('has the categories of the engine, with their suppliers', async () => {
    const expected = spend.byCategory.map((one) => ({
      category: one.category,
      suppliers: one.suppliers,
      ...sums(one),
    }));
    const byName = (a: { category: unknown }, b: { category: unknown }) =>
      String(a.category).localeCompare(String(b.category));
    const found = (await answer('categories')) as { category: unknown }[];
    expect(found.sort(byName)).toEqual(expected.sort(byName));
    expect(found.length).toBeGreaterThan(10);
  });

  it('finds the same few suppliers that make half, three quarters and nine tenths', async () => {
    expect(await answer('concentration')).toEqual(
      spend.concentration.reach.map(({ share, suppliers }) => ({ of_money: String(share), suppliers })),
    );
  });

  it('lists the suppliers with what each was paid and where it is', async () => {
    const words = { local: 'local', notLocal: 'not local', cannotTell: 'cannot tell' } as const;
    const found = await answer('suppliers');
    const expected = spend.suppliers.map(({ name, placing, pence }) => `${name}|${words[placing]}|${pence}`);
    expect(found.map(({ name, locality, pence }) => `${name}|${locality}|${pence}`).sort()).toEqual(
      expected.sort(),
    );
  });

  it('keeps the project first in every key', async () => {
    const { rows: keys } = await client.query(
      `select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition
       from pg_index join pg_class on pg_class.oid = indrelid
       where relnamespace = 'public'::regnamespace`,
    );
    expect(keys.length).toBe(5);
    for (const { definition } of keys) expect(definition).toMatch(/\(project_id, /);
  });
});
