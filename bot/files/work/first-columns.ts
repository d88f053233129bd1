import { type Row, type ShownColumn, unknownColumns } from '../../../core/index.ts';
import { createCsvReader } from '../../../spreadsheet/read-csv.ts';
import { openXlsx } from '../../../spreadsheet/read-xlsx.ts';
import { sniffFile } from '../../../spreadsheet/sniff.ts';
import type { FileBytes } from '../file-answer.ts';

const rowsKept = 200;
const bytesRead = 256 * 1024;

/** The columns of a table whose payments could not be told, for a person to name them. None where there is no table. */
export const firstColumns = (file: FileBytes): readonly ShownColumn[] => unknownColumns(firstRows(file));

/** The first rows of a text file, or of the first sheet that is not hidden; none where there is no table. */
export function firstRows({ bytes, fileName }: FileBytes): readonly Row[] {
  const rows: Row[] = [];
  const onRow = (row: Row): void => {
    if (rows.length < rowsKept) rows.push(row);
  };
  if (sniffFile(bytes) === 'text') {
    const reader = createCsvReader({ fileName, onRow });
    reader.push(bytes.subarray(0, bytesRead));
    reader.end();
  } else {
    const workbook = openXlsx(bytes, { fileName });
    const sheet = workbook.ok ? workbook.value.sheets.find(({ hidden }) => !hidden) : undefined;
    if (workbook.ok && sheet) workbook.value.readRows(sheet.name, onRow);
  }
  return rows;
}
