import type { Place } from '../../core/index.ts';
import { refuse } from '../refusal.ts';
import { byte } from './bytes.ts';

/** Where the document begins after a UTF-8 byte order mark, if it has one. Refuses UTF-16 and UTF-32. */
export function skipByteOrderMark(data: Uint8Array, where: Place, part: string): number {
  const [first, second, third] = data;
  if (first === 0xef && second === 0xbb && third === 0xbf) return 3;
  const utf16Mark = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  const wideBracket = (first === 0 && second === byte.less) || (first === byte.less && second === 0);
  if (utf16Mark || wideBracket || (first === 0 && second === 0)) refuseEncoding('UTF-16', where, part);
  return 0;
}

/** Looks at `<?xml version="1.0" encoding="..."`; other instructions pass. */
export function refuseOtherEncoding(instruction: string, where: Place, part: string): void {
  if (!instruction.startsWith('<?xml ')) return;
  const named = /\sencoding\s{0,9}=\s{0,9}["']([A-Za-z0-9._-]{1,40})["']/.exec(instruction)?.[1];
  if (named !== undefined && !/^(?:utf-?8|us-ascii)$/i.test(named)) refuseEncoding(named, where, part);
}

function refuseEncoding(encoding: string, where: Place, part: string): never {
  return refuse(
    where,
    `${part} written in ${encoding}`,
    'UTF-8, as Excel writes it',
    'Open the file in Excel and save it as a new workbook (.xlsx).',
  );
}
