import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { lm3Template, tenantsTemplate } from '../../../core/index.ts';
import { writeWorkbook } from '../../../spreadsheet/write-workbook.ts';
import { xlsxFiles } from '../../fakes/make-xlsx.ts';
import { makeZip, type ZipFile } from '../../fakes/make-zip.ts';
import { changed, changesWith, somewhere } from './changes.ts';

/** What matters to the XML of a workbook. */
const words = [
  '<',
  '>',
  '/',
  '"',
  "'",
  '&',
  ';',
  '=',
  '<!--',
  '-->',
  '<![CDATA[',
  ']]>',
  '<?',
  '?>',
  '<!DOCTYPE x>',
  '&amp;',
  '&#10;',
  '&x;',
  '<c>',
  '</c>',
  '<c r="B2"/>',
  '<c r="Z9"><v>7</v></c>',
  '<v>',
  '</v>',
  '<v>1</v>',
  '<row>',
  '</row>',
  '<row r="3"/>',
  '<is><t>x</t></is>',
  '<f>1+1</f>',
  '<si><t>y</t></si>',
  '<si/>',
  '<r><t>z</t></r>',
  '<rPh><t>q</t></rPh>',
  '</t>',
  '<t xml:space="preserve">',
  ' t="s"',
  ' t="str"',
  ' t="inlineStr"',
  ' t="b"',
  ' t="e"',
  ' s="1"',
  ' s="99"',
  ' r="A1"',
  ' r="1"',
  'XFD1048576',
  '1048577',
  '0',
  '-1',
  '1.5',
  '1E400',
  '1e5',
  '45000',
  '60',
  'TRUE',
  '#N/A',
  '\u00e9',
  '_x0041_',
  '\u0000',
  'x:',
  ' ',
  '\n',
] as const;

/** The files of workbooks to change: ours, one that exceljs wrote and one by hand with all kinds of cells. */
export async function originals(): Promise<ZipFile[][]> {
  const written = await Promise.all([
    writeWorkbook(lm3Template({ sample: true })),
    writeWorkbook(tenantsTemplate({ sample: true })),
    byExceljs(),
  ]);
  return [...written.map(filesOf), byHand()];
}

function filesOf(bytes: Uint8Array): ZipFile[] {
  return Object.entries(unzipSync(bytes)).map(([name, content]) => ({
    name,
    content: withoutRanges(content),
  }));
}

/** exceljs goes through every cell of a range, and would not come back from a changed one; ours passes them over. */
function withoutRanges(content: Uint8Array): Uint8Array {
  const xml = new TextDecoder().decode(content);
  const less = xml.replaceAll(/<(cols|mergeCells|dataValidations|conditionalFormatting)\b.*?<\/\1>/gs, '');
  return less === xml ? content : new TextEncoder().encode(less);
}

async function byExceljs(): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet('Spend');
  sheet.addRow(['Supplier', 'Paid on', 'Amount', 'Local']);
  for (let row = 0; row < 40; row += 1) {
    sheet.addRow([
      `Supplier ${row % 7} & Sons`,
      new Date(Date.UTC(2024, 0, row + 1)),
      row * 10.25,
      row % 2 === 0,
    ]);
  }
  workbook.addWorksheet('Notes').addRow(['One', { richText: [{ text: 'rich ' }, { text: 'text' }] }]);
  return new Uint8Array((await workbook.xlsx.writeBuffer()) as ArrayBuffer);
}

function byHand(): ZipFile[] {
  return xlsxFiles({
    sheets: {
      Spend: `${Array.from({ length: 8 }, (_, index) => {
        const row = index + 1;
        return `<row r="${row}"><c r="A${row}" t="s"><v>${index % 3}</v></c><c r="B${row}" s="1"><v>${45000 + index}</v></c><c r="C${row}"><v>${row * 1.25}</v></c><c r="D${row}" t="inlineStr"><is><t>in &amp; line</t></is></c></row>`;
      }).join(
        '',
      )}<row r="12"><c r="A12"><f>1+1</f><v>2</v></c><c r="B12" t="str"><f>"a"</f><v>a</v></c><c r="C12" t="b"><v>1</v></c><c r="D12" t="e"><v>#N/A</v></c></row>`,
      Notes: '<row r="1"><c r="A1"><v>100</v></c></row>',
    },
    texts:
      '<si><t>one</t></si><si><r><t>t</t></r><r><t>wo</t></r></si><si><t xml:space="preserve"> three </t></si>',
    styles: '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>',
  });
}

/** What a change that leaves the XML well formed puts in place of a value. */
const values = [
  '',
  '0',
  '1',
  '2',
  '3',
  '7',
  '99',
  '-1',
  '1.5',
  '1E5',
  '1E400',
  '45000',
  '60',
  'n',
  's',
  'str',
  'inlineStr',
  'b',
  'e',
  'A1',
  'B1',
  'C3',
  'D12',
  'Z9',
  'XFD1048576',
  'AAAA1',
  '4000000000',
  'abc',
  'TRUE',
  '#N/A',
  '&amp;',
  '&#10;',
  '_x0041_',
  ' ',
  '\u00e9',
] as const;

interface Edit {
  readonly kind: 'value' | 'drop' | 'double' | 'bytes';
  readonly inData: number;
  readonly at: number;
  readonly value: string;
  readonly changes: Parameters<typeof changed>[1];
}

const edit: fc.Arbitrary<Edit> = fc.record({
  kind: fc.constantFrom('value', 'value', 'value', 'drop', 'double', 'bytes' as const) as fc.Arbitrary<
    Edit['kind']
  >,
  inData: fc.integer({ min: 0, max: 4 }),
  at: somewhere,
  value: fc.constantFrom(...values),
  changes: changesWith(words),
});

/** Workbooks with changes inside their XML, under the right check sums, so that every change is read. */
export function changedInside(workbooks: readonly (readonly ZipFile[])[]): fc.Arbitrary<Uint8Array> {
  return fc
    .tuple(fc.constantFrom(...workbooks), fc.array(edit, { minLength: 1, maxLength: 3 }))
    .map(([files, edits]) => makeZip(edits.reduce(editOne, files)));
}

/** Changes one file of the workbook: the sheets and texts more often than the rest. */
function editOne(files: readonly ZipFile[], change: Edit): readonly ZipFile[] {
  const data = files.filter(({ name }) => /sheet\d+\.xml$|sharedStrings\.xml$/.test(name));
  const from = change.inData > 0 ? data : files;
  const chosen = from[Math.floor(change.at * 7919) % from.length]?.name;
  return files.map((file) =>
    file.name === chosen ? { ...file, content: edited(file.content ?? '', change) } : file,
  );
}

const value = /(?<==")[^"]*(?=")|(?<=>)[^<]+(?=<)/g;
const element = /<(c|v|t|si|is|r|row|f|xf|sheet)\b[^>]*?(?:\/>|>.*?<\/\1>)/gs;

function edited(content: string | Uint8Array, change: Edit): string | Uint8Array {
  const xml = typeof content === 'string' ? content : new TextDecoder().decode(content);
  if (change.kind === 'bytes') return changed(new TextEncoder().encode(xml), change.changes);
  const places = [...xml.matchAll(change.kind === 'value' ? value : element)];
  const place = places[Math.floor(change.at * places.length)];
  if (place === undefined) return content;
  const [found] = place;
  const instead = { value: change.value, drop: '', double: found + found }[change.kind];
  return xml.slice(0, place.index) + instead + xml.slice(place.index + found.length);
}

/** Workbooks with changes to the archive itself: its directory, its packed data, its end. */
export function changedOutside(workbooks: readonly (readonly ZipFile[])[]): fc.Arbitrary<Uint8Array> {
  const archives = workbooks.map((files) => makeZip(files));
  const zipWords = [
    'PK\u0001\u0002',
    'PK\u0003\u0004',
    'PK\u0005\u0006',
    'PK\u0006\u0006',
    '\u0000\u0000\u0000\u0000',
    'xl/',
  ];
  return fc
    .tuple(fc.constantFrom(...archives), changesWith(zipWords))
    .map(([archive, changes]) => changed(archive, changes));
}

/** Noise under the first bytes of every kind of file. */
export function noise(): fc.Arbitrary<Uint8Array> {
  const head = fc.constantFrom<number[]>(
    [],
    [0x50, 0x4b, 3, 4],
    [0x50, 0x4b, 5, 6],
    [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1],
    [0xff, 0xfe],
    [0x3c],
    [0x1f, 0x8b],
  );
  return fc
    .tuple(head, fc.uint8Array({ maxLength: 600 }))
    .map(([start, rest]) => Uint8Array.from([...start, ...rest]));
}
