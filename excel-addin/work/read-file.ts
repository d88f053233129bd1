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
): Promise<Outcome<ReadFile>> {
  const size = outcomeOf(() => new Reading({ fileName: name }).refuseLargeFile(bytes.size));
  if (!size.ok) return size;
  const read = await bytes.arrayBuffer().catch(() => undefined);
  if (read === undefined) return { ok: false, issues: [unreadable(name)] };
  const file = new Uint8Array(read);
  const workbook = readWorkbook(file, { fileName: name, onProgress });
  return workbook.ok ? { ...workbook, value: { sheets: workbook.value.sheets, file } } : workbook;
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
