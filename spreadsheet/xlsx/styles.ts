import { formatCount } from '../../core/index.ts';
import { refuse } from '../refusal.ts';
import type { Attributes } from '../xml/attributes.ts';
import { isDateFormat } from './date-format.ts';
import { scanPart, type XlsxPackage } from './part.ts';

/** For each cell format in the order that cells refer to them, whether it shows numbers as dates. */
export function readDateStyles(pack: XlsxPackage, part: string): boolean[] {
  const { place, limits } = pack.reading;
  const codes = new Map<number, string>();
  const formats: number[] = [];
  let section = '';
  scanPart(pack, part, {
    open(name: string, attributes: Attributes, depth: number) {
      if (depth === 2) section = name;
      if (depth !== 3) return;
      if (section === 'numFmts' && name === 'numFmt') {
        codes.set(Number(attributes.get('numFmtId')), attributes.get('formatCode') ?? '');
      } else if (section === 'cellXfs' && name === 'xf')
        formats.push(Number(attributes.get('numFmtId') ?? 0));
      if (codes.size + formats.length > limits.cellFormats) {
        refuse(
          place,
          `more than ${formatCount(limits.cellFormats)} cell formats`,
          'at most 65,490, as in Excel',
          'Copy the values into a new workbook and use that.',
        );
      }
    },
    close() {},
    text() {},
  });
  return formats.map((id) => isDateFormat(id, codes.get(id)));
}
