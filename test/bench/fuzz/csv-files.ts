import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { changed, changesWith } from './changes.ts';

/** What matters to a text of values. */
const words = [
  ',',
  ';',
  '\t',
  '|',
  '"',
  '""',
  '"",',
  ',"',
  '"\n',
  '\n',
  '\r',
  '\r\n',
  '\n\n',
  ',,,,',
  '\ufeff',
  'sep=;\n',
  '\u0000',
  '\u00e9',
  '\u20ac',
  '\u{1f3e6}',
  '\u00a3',
  '(1,234.56)',
  '-5',
  '5-',
  '1e5',
  '999999999999999',
  '0.005',
  '1.2.3',
  'Total',
  ' ',
  '\u00a0',
  '31/02/2024',
  '2024-02-29',
  '=1+1',
  "'",
  'REDACTED',
];

function utf16(text: string, littleEndian: boolean): Uint8Array {
  const view = new DataView(new ArrayBuffer(text.length * 2));
  for (let at = 0; at < text.length; at += 1) view.setUint16(at * 2, text.charCodeAt(at), littleEndian);
  return new Uint8Array(view.buffer);
}

/** Files to change: the payments of a council as it publishes them, in many dresses. */
function originals(): Uint8Array[] {
  const encoder = new TextEncoder();
  const council = readFileSync('docs/examples/calderdale-2022-08.csv', 'utf8').split('\n');
  const table: readonly (readonly string[])[] = [
    ['Date', 'Supplier', 'Postcode', 'Amount', 'Category'],
    ['17/08/2022', 'Alder & Sons Ltd', 'HX1 1UJ', '1,234.50', 'Caf\u00e9'],
    ['18/08/2022', 'Birch, Oak and Co', 'LS1 1UR', '-20.00', 'He said "no"'],
    ['19/08/2022', 'REDACTED', '', '(300.00)', 'Two\nlines'],
    ['2022-08-20', 'alder &  sons ltd', 'hx1 1uj', '\u00a35.5', ''],
    ['', '', '', '1,209.00', 'Total'],
  ];
  const written = (delimiter: string, lineEnd: string): string =>
    table
      .map((cells) =>
        cells
          .map((cell) => (/[",;\t\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell))
          .join(delimiter),
      )
      .join(lineEnd);
  return [
    encoder.encode(council.slice(0, 25).join('\n')),
    encoder.encode(council.slice(0, 400).join('\r\n')),
    readFileSync('test/fixtures/spend/leeds-2020-06-supplier-totals.csv').subarray(0, 4000),
    encoder.encode(written(',', '\r\n')),
    encoder.encode(`\ufeff${written(';', '\n')}\n`),
    encoder.encode(`Payments over 500\n\n${written('\t', '\r')}`),
    Uint8Array.from(written(',', '\r\n'), (sign) => sign.charCodeAt(0)),
    utf16(`\ufeff${written('\t', '\r\n')}`, true),
    utf16(`\ufeff${written(',', '\n')}`, false),
  ];
}

/** Texts that are nearly those that people have. */
export function changedCsv(): fc.Arbitrary<Uint8Array> {
  return fc
    .tuple(fc.constantFrom(...originals()), changesWith(words))
    .map(([file, changes]) => changed(file, changes));
}

/** Texts of nothing but what matters. */
export function noisyCsv(): fc.Arbitrary<Uint8Array> {
  const encoder = new TextEncoder();
  const piece = fc.oneof(fc.constantFrom(...words), fc.constantFrom('a', 'b', '1', '2.50'));
  const text = fc.array(piece, { maxLength: 40 }).map((pieces) => encoder.encode(pieces.join('')));
  return fc.oneof(
    { weight: 4, arbitrary: text },
    { weight: 1, arbitrary: fc.uint8Array({ maxLength: 200 }) },
  );
}
