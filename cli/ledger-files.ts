import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import {
  type ColumnMapping,
  type Outcome,
  type Recognition,
  recogniseLedger,
  type SpendPart,
} from '../core/index.ts';
import { sumParquet } from '../spreadsheet/parquet/sum-parquet.ts';
import { readSpendFile } from '../spreadsheet/spend-file.ts';
import { unreadable } from './files.ts';

const pieceBytes = 1 << 20;
const parquetMark = 'PAR1';

/**
 * Reads one spend export on disk: the tables of payments in it, each with how it was recognised.
 *
 * @param onProgress told how much of the file is done, from 0 to 1
 */
export async function readLedgerFile(
  path: string,
  mapping: ColumnMapping,
  onProgress: (share: number) => void,
): Promise<Outcome<SpendPart[]>> {
  try {
    const { size } = await stat(path);
    if (await isParquet(path)) return await readParquet(path, mapping);
    const pieces = () => createReadStream(path, { highWaterMark: pieceBytes });
    return await readSpendFile({ name: path, bytes: size, pieces }, { mapping, onProgress });
  } catch (error) {
    return { ok: false, issues: [unreadable(path, error)] };
  }
}

async function isParquet(path: string): Promise<boolean> {
  const file = await open(path);
  const { buffer, bytesRead } = await file
    .read(Buffer.alloc(parquetMark.length), 0, parquetMark.length, 0)
    .finally(() => file.close());
  return buffer.toString('latin1', 0, bytesRead) === parquetMark;
}

/** A Parquet file is added up inside DuckDB. */
async function readParquet(path: string, mapping: ColumnMapping): Promise<Outcome<SpendPart[]>> {
  let recognition: Recognition | undefined;
  const summed = await sumParquet(path, {
    fileName: path,
    plan: (rows) => {
      const recognised = recogniseLedger(rows, mapping);
      if (!recognised.ok) return recognised;
      recognition = recognised.value;
      return recognised.value.creditColumn === undefined
        ? { ...recognised, value: recognised.value.plan }
        : { ok: false, issues: [creditsApart(path)] };
    },
  });
  if (!summed.ok) return summed;
  if (!recognition) throw new Error('readParquet: a file was added up without knowing its columns');
  return {
    ok: true,
    value: [{ file: path, recognition, totals: summed.value.totals }],
    issues: summed.issues,
  };
}

const creditsApart = (file: string) => ({
  severity: 'error' as const,
  where: { file },
  found: 'debits and credits in columns of their own',
  expected: 'one column of amounts in a Parquet file',
  mend: 'Export the table as CSV, or say which one column holds the amounts with --column amount="HEADING".',
});
