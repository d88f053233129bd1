import { open, stat } from 'node:fs/promises';
import type { ColumnMapping, Outcome, SpendPart } from '../core/index.ts';
import { sniffFile } from '../spreadsheet/sniff.ts';
import { readSpendFile } from '../spreadsheet/spend-file.ts';
import { filePieces } from './file-pieces.ts';
import { unreadable } from './files.ts';
import { readParquetLedger } from './ledger-parquet.ts';

/** Enough to know a Parquet file by. */
const headBytes = 64;

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
    if (await isParquet(path)) return await readParquetLedger(path, mapping, onProgress);
    const file = { name: path, bytes: size, pieces: () => filePieces(path) };
    return await readSpendFile(file, { mapping, onProgress });
  } catch (error) {
    return { ok: false, issues: [unreadable(path, error)] };
  }
}

async function isParquet(path: string): Promise<boolean> {
  const file = await open(path);
  const { buffer, bytesRead } = await file
    .read(Buffer.alloc(headBytes), 0, headBytes, 0)
    .finally(() => file.close());
  return sniffFile(new Uint8Array(buffer.subarray(0, bytesRead))) === 'parquet';
}
