import { readFileSync } from 'node:fs';
import { LineTally, recogniseLedger } from '../../../core/index.ts';
import { readCsv } from '../../../spreadsheet/read-csv.ts';

/** What real suppliers were paid, GBP, the largest first. */
export interface SupplierSizes {
  readonly name: string;
  readonly spend: readonly number[];
}

/** Calderdale, August 2022: the published payments added up by name, spellings not merged. */
export function calderdaleSizes(): SupplierSizes {
  const rows = rowsOf('docs/examples/calderdale-2022-08.csv');
  const recognised = recogniseLedger(rows.slice(0, 200));
  if (!recognised.ok) throw new Error(JSON.stringify(recognised.issues));
  const tally = new LineTally(recognised.value.plan);
  for (const row of rows) tally.add(row);
  const byName = new Map<string, number>();
  for (const { supplier, pence } of tally.result().groups) {
    byName.set(supplier ?? '', (byName.get(supplier ?? '') ?? 0) + pence / 100);
  }
  return sizes('Calderdale, 455', [...byName.values()]);
}

/** Leeds, June 2020: totals added up beforehand; see test/fixtures/spend/README.md. */
export function leedsSizes(): SupplierSizes {
  const [, ...rows] = rowsOf('test/fixtures/spend/leeds-2020-06-supplier-totals.csv');
  return sizes(
    'Leeds, 3,081',
    rows.map(({ cells }) => Number(cells[0])),
  );
}

/** Every third supplier or so in order of size, the largest included: a smaller list as uneven as the whole one. */
export function subset({ name, spend }: SupplierSizes, count: number): SupplierSizes {
  const [town] = name.split(',');
  return {
    name: `${town}, ${count}`,
    spend: Array.from(
      { length: count },
      (_, index) => spend[Math.floor((index * spend.length) / count)] ?? 0,
    ),
  };
}

/** Net credits and totals of nothing are left out, as LM3 leaves them out. */
function sizes(name: string, totals: readonly number[]): SupplierSizes {
  return { name, spend: totals.filter((total) => total > 0).sort((a, b) => b - a) };
}

function rowsOf(file: string) {
  const sheet = readCsv(readFileSync(new URL(`../../../${file}`, import.meta.url)), { fileName: file });
  if (!sheet.ok) throw new Error(JSON.stringify(sheet.issues));
  return sheet.value.rows;
}
