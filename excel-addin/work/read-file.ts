import type { Issue, Outcome, Sheet } from '../../core/index.ts';
import { readWorkbook } from '../../spreadsheet/read-workbook.ts';
import { Reading } from '../../spreadsheet/reading.ts';
import { outcomeOf } from '../../spreadsheet/refusal.ts';
import type { WorkbookFile } from '../engine/messages.ts';

/** A workbook from disk: its sheets, and its bytes. */
export interface ReadFile {
  readonly sheets: readonly Sheet[];
  readonly file: Uint8Array<ArrayBuffer>;
}

/** Reads a workbook from disk. A file that is too large is refused before it is in memory. */
export async function readFile(
  { name, bytes }: WorkbookFile,
  onProgress: (share: number) => void = () => {},
  accept: readonly ('xlsx' | 'csv')[] = ['xlsx'],
): Promise<Outcome<ReadFile>> {
  const read = await readBytes({ name, bytes });
  if (!read.ok) return read;
  const file = read.value;
  const workbook = readWorkbook(file, { fileName: name, onProgress, accept });
  return workbook.ok ? { ...workbook, value: { sheets: workbook.value.sheets, file } } : workbook;
}

/** The bytes of a file that is not too large. */
export async function readBytes({ name, bytes }: WorkbookFile): Promise<Outcome<Uint8Array<ArrayBuffer>>> {
  const size = outcomeOf(() => new Reading({ fileName: name }).refuseLargeFile(bytes.size));
  if (!size.ok) return size;
  const read = await bytes.arrayBuffer().catch(() => undefined);
  return read === undefined
    ? { ok: false, issues: [unreadable(name)] }
    : { ok: true, value: new Uint8Array(read), issues: [] };
}

function unreadable(file: string): Issue {
  return {
    severity: 'error',
    where: { file },
    found: 'a file that this browser could not read from disk',
    expected: 'a file that is still where it was chosen and may be read',
    mend: 'If it was moved, changed or is open in another program, close it there and choose it again.',
  };
}
