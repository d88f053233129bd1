import { open } from 'node:fs/promises';
import type { Outcome } from '../core/index.ts';
import { type CsvSumOptions, createCsvSummer, type SummedLines } from '../spreadsheet/sum-csv.ts';
import { unreadable } from './files.ts';

const pieceBytes = 1024 * 1024;

/**
 * Adds up the payments of a CSV file of any length; memory grows with its groups alone.
 *
 * @param options `plan` says which columns are which, once it is shown the first rows
 */
export async function sumCsvFile(path: string, options: CsvSumOptions): Promise<Outcome<SummedLines>> {
  try {
    const file = await open(path);
    try {
      const { size } = await file.stat();
      const summer = createCsvSummer({ fileName: path, fileBytes: size, ...options });
      // One buffer for the whole file: a stream would leave one behind for each piece.
      const piece = new Uint8Array(pieceBytes);
      for (;;) {
        const { bytesRead } = await file.read(piece, 0, pieceBytes);
        if (bytesRead === 0 || !summer.push(piece.subarray(0, bytesRead))) return summer.end();
      }
    } finally {
      await file.close();
    }
  } catch (error) {
    return { ok: false, issues: [unreadable(path, error)] };
  }
}
