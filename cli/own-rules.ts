import { type Outcome, type OwnRules, parseOwnRules, readOwnRulesSheets } from '../core/index.ts';
import { readWorkbook } from '../spreadsheet/read-workbook.ts';
import { readBytes, readJson } from './files.ts';

/** An organisation's contract procedure rules from JSON or a worksheet; the first character tells which. */
export async function readOwnRules(path: string): Promise<Outcome<OwnRules>> {
  const bytes = await readBytes(path);
  if (!bytes.ok) return bytes;
  const first = bytes.value.find((byte) => byte > 0x20 && byte < 0x80);
  if (first === 0x7b) {
    const json = readJson(bytes.value, path);
    return json.ok ? parseOwnRules(json.value) : json;
  }
  const workbook = readWorkbook(bytes.value, { fileName: path, accept: ['xlsx', 'csv'] });
  return workbook.ok ? readOwnRulesSheets(workbook.value.sheets) : workbook;
}
