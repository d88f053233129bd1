import { deflateRawSync } from 'node:zlib';
import { seededNumbers } from '../../../core/index.ts';
import { crc32 } from '../../../spreadsheet/zip/crc32.ts';
import { sheetXml, xlsxFiles } from '../../fakes/make-xlsx.ts';
import { makeZip, type ZipFile } from '../../fakes/make-zip.ts';

/** Where a workbook keeps its texts: in a table of their own after the sheet, as Excel does, or in the cells. */
export type TextPlace = 'shared' | 'inline';

const headings = ['Supplier', 'Paid on', 'Amount', 'Postcode', 'Category', 'Service', 'Reference', 'Paid by'];
const categories = ['Agency staff', 'Building works', 'Fostering', 'Home care', 'IT licences', 'Transport'];
const services = ['Adults & Health', 'Children', 'Highways', 'Housing', 'Libraries', 'Planning'];

/** A ledger of that many payments, each to another supplier, in a workbook of eight columns. */
export function spendWorkbook(rows: number, place: TextPlace): { bytes: Uint8Array; pence: number } {
  const next = seededNumbers(20_261_124);
  const texts: string[] = [];
  const known = new Map<string, number>();
  const text = (at: string, value: string): string => {
    const escaped = value.replaceAll('&', '&amp;');
    if (place === 'inline') return `<c r="${at}" t="inlineStr"><is><t>${escaped}</t></is></c>`;
    let index = known.get(value);
    if (index === undefined) {
      index = texts.push(`<si><t>${escaped}</t></si>`) - 1;
      known.set(value, index);
    }
    return `<c r="${at}" t="s"><v>${index}</v></c>`;
  };
  const number = (at: string, value: number, style = ''): string =>
    `<c r="${at}"${style}><v>${value}</v></c>`;
  const lines: string[] = [
    `<row r="1" spans="1:8">${headings.map((heading, column) => text(`${'ABCDEFGH'[column]}1`, heading)).join('')}</row>`,
  ];
  let pence = 0;
  for (let row = 2; row <= rows + 1; row += 1) {
    const amount = (next() % 5_000_000) - 50_000;
    pence += amount;
    const postcode = `HX${(next() % 9) + 1} ${next() % 10}${'ABDEFG'[next() % 6]}${'HJLNPQ'[next() % 6]}`;
    lines.push(
      `<row r="${row}" spans="1:8">${[
        text(`A${row}`, `Supplier ${row} of Goods & Services Ltd`),
        number(`B${row}`, 44_774 + (next() % 365), ' s="1"'),
        number(`C${row}`, amount / 100),
        text(`D${row}`, postcode),
        text(`E${row}`, categories[next() % categories.length] ?? ''),
        text(`F${row}`, services[next() % services.length] ?? ''),
        text(`G${row}`, `PAY-${String(row).padStart(8, '0')}`),
        text(`H${row}`, next() % 4 === 0 ? 'Card' : 'BACS'),
      ].join('')}</row>`,
    );
  }
  const files = xlsxFiles({
    sheets: { Spend: sheetXml(lines.join('')) },
    ...(place === 'shared' ? { texts: texts.join('') } : {}),
    styles: '<cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>',
  });
  return { bytes: makeZip(files.map(packed)), pence };
}

/** Packed by zlib at the level that Excel uses, as the portable packer would take long over it. */
function packed(file: ZipFile): ZipFile {
  const content = Buffer.from(file.content ?? '');
  return {
    name: file.name,
    packed: deflateRawSync(content, { level: 6 }),
    declaredBytes: content.length,
    crc: crc32(content),
  };
}
