import { readFileSync } from 'node:fs';
import { LedgerTally } from '../../../core/index.ts';
import { readCsv } from '../../../spreadsheet/read-csv.ts';

/** What real suppliers were paid, GBP, the largest first. */
export interface SupplierSizes {
  readonly name: string;
  readonly spend: readonly number[];
}

/** Calderdale, August 2022: the published payments, added up by the ledger reader. */
export function calderdaleSizes(): SupplierSizes {
  const tally = new LedgerTally();
  for (const row of rowsOf('docs/examples/calderdale-2022-08.csv')) tally.add(row);
  const ledger = tally.result();
  if (!ledger.ok) throw new Error(JSON.stringify(ledger.issues));
  return sizes(
    'Calderdale, 455',
    ledger.value.suppliers.map(({ pence }) => pence / 100),
  );
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
