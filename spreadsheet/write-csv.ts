import { type CellValue, neutralText } from '../core/index.ts';

/** Excel takes a file without it for one in the machine's own character set. */
const byteOrderMark = '\uFEFF';

/**
 * Rows as the bytes of a CSV file: UTF-8, commas, lines ended as RFC 4180 has them. Texts that a
 * spreadsheet would run as a formula are made harmless, figures stay figures at full precision.
 */
export function writeCsv(rows: Iterable<readonly CellValue[]>): Uint8Array {
  const lines: string[] = [];
  for (const row of rows) lines.push(`${row.map(field).join(',')}\r\n`);
  return new TextEncoder().encode(byteOrderMark + lines.join(''));
}

function field(value: CellValue): string {
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  if (typeof value === 'number') return String(value);
  const text = neutralText(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
