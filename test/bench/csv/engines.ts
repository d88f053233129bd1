import { createReadStream } from 'node:fs';
import type { Parser } from 'udsv';

/** A supplier at a postcode, and what it was paid. */
export interface Paid {
  readonly supplier: string;
  readonly postcode: string;
  readonly pence: number;
}

/**
 * Sums a spend file by supplier and postcode; what comes back turns the engine's own result into rows. Each
 * loads its library itself, so that no process has another's in its memory.
 */
export type Engine = (path: string) => Promise<() => Promise<Iterable<Paid>>>;

const piece = { highWaterMark: 1024 * 1024 };

const ours: Engine = async (path) => {
  const { filePieces } = await import('../../../cli/file-pieces.ts');
  const { createCsvSummer } = await import('../../../spreadsheet/sum-csv.ts');
  const summer = createCsvSummer({
    plan: () => ({
      ok: true,
      value: { firstRow: 2, supplier: 1, postcode: 2, amount: 3, dateOrder: 'dayFirst' },
      issues: [],
    }),
  });
  for await (const piece of filePieces(path)) if (!summer.push(piece)) break;
  const outcome = summer.end();
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues));
  const { groups } = outcome.value.totals;
  return async () =>
    groups.map(({ supplier, postcode, pence }) => ({
      supplier: supplier ?? '',
      postcode: postcode ?? '',
      pence,
    }));
};

/** Told all there is to know of the file, so that nothing is sniffed; the result stays inside. */
const duckdb =
  (threads: number): Engine =>
  async (path) => {
    const { DuckDBInstance } = await import('@duckdb/node-api');
    const instance = await DuckDBInstance.create(':memory:', { threads: String(threads) });
    const connection = await instance.connect();
    await connection.run('SET preserve_insertion_order = false');
    const columns = `{'date': 'VARCHAR', 'supplier': 'VARCHAR', 'postcode': 'VARCHAR', 'amount': 'DECIMAL(12,2)', 'reference': 'VARCHAR'}`;
    const result = await connection.run(
      `SELECT supplier, postcode, CAST(sum(amount) * 100 AS BIGINT) AS pence
       FROM read_csv('${path}', header = true, auto_detect = false, delim = ',', quote = '"', escape = '"',
                     new_line = '\\r\\n', columns = ${columns})
       GROUP BY supplier, postcode`,
    );
    return async () =>
      (await result.getRows()).map(([supplier, postcode, pence]) => ({
        supplier: String(supplier),
        postcode: String(postcode),
        pence: Number(pence),
      }));
  };

/** Sums as one writes them by hand over rows of strings. */
function sums() {
  const bySupplier = new Map<string, Paid & { pence: number }>();
  return {
    add(row: readonly string[]): void {
      const [, supplier = '', postcode = '', amount] = row;
      const pence = Math.round(Number(amount) * 100);
      const key = `${supplier}|${postcode}`;
      const paid = bySupplier.get(key);
      if (paid) paid.pence += pence;
      else bySupplier.set(key, { supplier, postcode, pence });
    },
    result: () => bySupplier.values(),
  };
}

const udsv: Engine = async (path) => {
  const { inferSchema, initParser } = await import('udsv');
  const { add, result } = sums();
  let parser: Parser | undefined;
  const decoder = new TextDecoder();
  for await (const chunk of createReadStream(path, piece)) {
    const text = decoder.decode(chunk as Uint8Array, { stream: true });
    parser ??= initParser(inferSchema(text));
    parser.chunk<string[]>(text, parser.stringArrs, (row) => add(row));
  }
  parser?.end();
  return async () => result();
};

const csvParse: Engine = async (path) => {
  const { parse } = await import('csv-parse');
  const { add, result } = sums();
  const parser = createReadStream(path, piece).pipe(parse({ from_line: 2 }));
  parser.on('readable', () => {
    for (let row = parser.read(); row !== null; row = parser.read()) add(row as string[]);
  });
  await new Promise((resolve, reject) => parser.on('end', resolve).on('error', reject));
  return async () => result();
};

export const engines = {
  ours,
  'DuckDB, 1 thread': duckdb(1),
  'DuckDB, 2 threads': duckdb(2),
  uDSV: udsv,
  'csv-parse': csvParse,
} satisfies Record<string, Engine>;

export type EngineName = keyof typeof engines;
