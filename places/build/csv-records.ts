import { readFile } from 'node:fs/promises';
import { cellText } from '../../core/index.ts';
import { readCsv } from '../../spreadsheet/read-csv.ts';

/** The rows of a small CSV file by their headings. */
export async function csvRecords(path: string): Promise<Readonly<Record<string, string>>[]> {
  const read = readCsv(new Uint8Array(await readFile(path)), { fileName: path });
  if (!read.ok) throw new Error(JSON.stringify(read.issues));
  const [headings, ...rows] = read.value.rows;
  const names = headings?.cells.map(cellText) ?? [];
  return rows.map(({ cells }) =>
    Object.fromEntries(names.map((name, at) => [name, cellText(cells[at] ?? null)])),
  );
}
