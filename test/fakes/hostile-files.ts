import { constants, deflateRawSync, gzipSync } from 'node:zlib';
import { joinBytes } from '../../spreadsheet/join-bytes.ts';
import { makeXlsx, sheetXml, xlsxFiles, xmlHead } from './make-xlsx.ts';
import { makeZip, type ZipFile } from './make-zip.ts';

/**
 * Files that break or fool spreadsheet readers, made by hand. Each is small; the bombs unpack to a
 * gigabyte.
 */

const gigabyte = 1024 * 1024 * 1024;
const sheetName = 'xl/worksheets/sheet1.xml';

/** One megabyte of deflated bytes that unpack to a gigabyte of empty elements inside a sheet. */
function packedGigabyte(): Uint8Array {
  const elements = Buffer.alloc(1024 * 1024, '<x/>');
  // Flushed fully, a block stands by itself and can be repeated.
  const block = deflateRawSync(elements, { level: 9, finishFlush: constants.Z_FULL_FLUSH });
  const head = deflateRawSync(Buffer.from(sheetXml('').slice(0, -'</sheetData></worksheet>'.length)), {
    finishFlush: constants.Z_FULL_FLUSH,
  });
  const lastBlock = new Uint8Array([3, 0]);
  return joinBytes([head, ...Array.from({ length: 1024 }, () => block), lastBlock]);
}

function bomb(file: Partial<ZipFile>): Uint8Array {
  return makeXlsx({ files: [{ name: sheetName, packed: packedGigabyte(), ...file }] });
}

/** A 1 MB workbook whose only sheet unpacks to 1 GB, as it honestly says. */
export function zipBomb(): Uint8Array {
  return bomb({ declaredBytes: gigabyte });
}

/** The same, claiming that the sheet unpacks to a thousand bytes. */
export function lyingBomb(): Uint8Array {
  return bomb({ declaredBytes: 1000 });
}

/** The same, claiming a size that could be true of a packed megabyte. */
export function modestlyLyingBomb(): Uint8Array {
  return bomb({ declaredBytes: 2 * 1024 * 1024 });
}

/** A workbook of entities that stand for each other, ten times each: a billion characters. */
export function entityBomb(): Uint8Array {
  const levels = Array.from(
    { length: 9 },
    (_, level) => `<!ENTITY l${level + 1} "${`&l${level};`.repeat(10)}">`,
  );
  return makeXlsx({
    sheets: {
      Sheet1: `${xmlHead}<!DOCTYPE lolz [<!ENTITY l0 "lol">${levels.join('')}]><worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>&l9;</t></is></c></row></sheetData></worksheet>`,
    },
  });
}

/** A workbook that asks the reader to fetch a file of the computer it runs on. */
export function externalEntity(): Uint8Array {
  return makeXlsx({
    sheets: {
      Sheet1: `${xmlHead}<!DOCTYPE x [<!ENTITY secret SYSTEM "file:///etc/passwd">]><worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>&secret;</t></is></c></row></sheetData></worksheet>`,
    },
  });
}

/** An entity used without being declared. */
export function unknownEntity(): Uint8Array {
  return makeXlsx({
    sheets: { Sheet1: '<row r="1"><c r="A1" t="inlineStr"><is><t>&l9;</t></is></c></row>' },
  });
}

const oneNumber = '<row r="1"><c r="A1"><v>42</v></c></row>';

/** One number, and the whole sheet merged into one cell. */
export function wholeSheetMerge(): Uint8Array {
  return makeXlsx({
    sheets: {
      Sheet1: sheetXml(oneNumber, '<mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells>'),
    },
  });
}

/** One number, and a data validation over the whole sheet. */
export function wholeSheetValidation(): Uint8Array {
  return makeXlsx({
    sheets: {
      Sheet1: sheetXml(
        oneNumber,
        '<dataValidations count="1"><dataValidation type="whole" sqref="A1:XFD1048576"><formula1>1</formula1></dataValidation></dataValidations>',
      ),
    },
  });
}

/** A row whose number would need an array of four billion rows. */
export function hugeRowNumber(): Uint8Array {
  return makeXlsx({ sheets: { Sheet1: '<row r="4000000000"><c><v>1</v></c></row>' } });
}

/** A cell whose address lies past Excel's last one. */
export function addressPastTheEnd(): Uint8Array {
  return makeXlsx({ sheets: { Sheet1: '<row r="1"><c r="ZZZ1"><v>1</v></c></row>' } });
}

/** One number in the very last cell that Excel has: odd, but honest. */
export function lastCellOnly(): Uint8Array {
  return makeXlsx({ sheets: { Sheet1: '<row r="1048576"><c r="XFD1048576"><v>42</v></c></row>' } });
}

/** Many rows with nothing but their last cell filled: 16 billion cells if all were made. */
export function manyLastCells(): Uint8Array {
  const rows = Array.from(
    { length: 2000 },
    (_, row) => `<row r="${row + 1}"><c r="XFD${row + 1}"><v>1</v></c></row>`,
  );
  return makeXlsx({ sheets: { Sheet1: rows.join('') } });
}

/** Names that are special to JavaScript objects: honest, if somebody likes them. */
export function prototypeNames(): Uint8Array {
  const text = (cell: string, value: string): string =>
    `<c r="${cell}" t="inlineStr"><is><t>${value}</t></is></c>`;
  return makeXlsx({
    workbook: '<definedNames/>',
    sheets: {
      ['__proto__']: '',
      hasOwnProperty: '',
      constructor: `<row r="1">${text('A1', '__proto__')}${text('B1', 'constructor')}</row>`,
    },
  });
}

/** A number too large for any spreadsheet. */
export function overflowingNumber(): Uint8Array {
  return makeXlsx({ sheets: { Sheet1: '<row r="1"><c r="A1"><v>1E400</v></c></row>' } });
}

/** Text in a cell that is marked as a number. */
export function textInNumberCell(): Uint8Array {
  return makeXlsx({ sheets: { Sheet1: '<row r="1"><c r="A1"><v>abc</v></c></row>' } });
}

/** Half a megabyte in one attribute. */
export function hugeAttribute(): Uint8Array {
  return makeXlsx({
    sheets: { Sheet1: `<row r="1" spans="${'1:8 '.repeat(130_000)}"><c r="A1"><v>1</v></c></row>` },
  });
}

/** A text of half a megabyte in one cell. */
export function hugeText(): Uint8Array {
  return makeXlsx({
    sheets: { Sheet1: `<row r="1"><c r="A1" t="str"><v>${'lorem '.repeat(90_000)}</v></c></row>` },
  });
}

/** The same in two hundred thousand pieces, parted by comments. */
export function hugeTextInPieces(): Uint8Array {
  const content = sheetXml(`<row r="1"><c r="A1" t="str"><v>${'ab<!---->'.repeat(200_000)}</v></c></row>`);
  return makeXlsx({ files: [{ name: sheetName, content, stored: true }] });
}

/** Tags that are opened and never closed. */
export function unclosedTags(): Uint8Array {
  return makeXlsx({ sheets: { Sheet1: `${xmlHead}<worksheet><sheetData><row r="1"><c r="A1"><v>1` } });
}

/** Elements inside each other, a hundred thousand deep. */
export function deepNesting(): Uint8Array {
  return makeXlsx({ sheets: { Sheet1: `${xmlHead}<worksheet>${'<x>'.repeat(100_000)}` } });
}

/** A reference to a shared text that is not there. */
export function missingSharedText(): Uint8Array {
  return makeXlsx({
    sheets: { Sheet1: '<row r="1"><c r="A1" t="s"><v>7</v></c></row>' },
    texts: '<si><t>one</t></si>',
  });
}

/** A sheet in UTF-16, which no spreadsheet program writes. */
export function utf16Sheet(): Uint8Array {
  const xml = sheetXml(oneNumber).replace('UTF-8', 'UTF-16');
  const content = Buffer.from(`\ufeff${xml}`, 'utf16le');
  return makeXlsx({ files: [{ name: sheetName, content: new Uint8Array(content) }] });
}

/** Two files of the same name, so that two programs can see two different sheets. */
export function duplicateEntries(): Uint8Array {
  return makeZip([...xlsxFiles({}), { name: sheetName.toUpperCase(), content: sheetXml(oneNumber) }]);
}

/** Two files made of the same bytes, the trick by which bombs get round a limit on packing. */
export function overlappingEntries(): Uint8Array {
  const files = xlsxFiles({});
  const shared = files.findIndex(({ name }) => name === sheetName);
  return makeZip([
    ...files,
    { ...(files[shared] as ZipFile), name: 'xl/worksheets/sheet2.xml', sameDataAs: shared },
  ]);
}

/** One name in the table of contents, another in front of the data. */
export function twoNames(): Uint8Array {
  return makeZip(
    xlsxFiles({}).map((file) =>
      file.name === sheetName ? { ...file, localName: 'xl/worksheets/sheet9.xml' } : file,
    ),
  );
}

/** More files than any workbook has. */
export function manyEntries(): Uint8Array {
  const more = Array.from({ length: 6_000 }, (_, index) => ({ name: `xl/media/${index}`, content: '' }));
  return makeZip([...xlsxFiles({}), ...more]);
}

/** A zip archive that asks for a password (a workbook with one is `encryptedXlsx`). */
export function passwordZip(): Uint8Array {
  return makeZip(xlsxFiles({}).map((file) => ({ ...file, flags: 0x0801 })));
}

/** Packed by a method that Excel does not know. */
export function unknownMethod(): Uint8Array {
  return makeZip(xlsxFiles({}).map((file) => ({ ...file, method: 14 })));
}

/** A workbook that names a sheet it does not hold. */
export function missingSheet(): Uint8Array {
  return makeZip(xlsxFiles({}).filter(({ name }) => name !== sheetName));
}

/** A download that stopped half-way. */
export function truncatedXlsx(): Uint8Array {
  const whole = makeXlsx({ sheets: { Sheet1: oneNumber } });
  return whole.subarray(0, Math.floor(whole.length / 2));
}

/** Bytes changed in the packed data of the sheet. */
export function damagedXlsx(): Uint8Array {
  return makeXlsx({ files: [{ name: sheetName, content: sheetXml(oneNumber), crc: 0x12345678 }] });
}

export function emptyFile(): Uint8Array {
  return new Uint8Array(0);
}

/** A Compound File, the container of old Office files, with these streams in its directory. */
function compoundFile(streams: readonly string[]): Uint8Array {
  const sector = 512;
  const bytes = new Uint8Array(sector * 6);
  const view = new DataView(bytes.buffer);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  view.setUint16(24, 0x3e, true);
  view.setUint16(26, 3, true);
  view.setUint16(28, 0xfffe, true);
  view.setUint16(30, 9, true);
  view.setUint16(32, 6, true);
  view.setUint32(44, 1, true);
  view.setUint32(48, 1, true);
  view.setUint32(56, 4096, true);
  view.setUint32(60, 0xfffffffe, true);
  view.setUint32(68, 0xfffffffe, true);
  view.setUint32(76, 0, true);
  bytes.fill(0xff, 80, sector);
  bytes.fill(0xff, sector, sector * 2);
  view.setUint32(sector, 0xfffffffd, true);
  view.setUint32(sector + 4, 0xfffffffe, true);
  for (const [index, name] of ['Root Entry', ...streams].entries()) {
    const at = sector * 2 + index * 128;
    for (let letter = 0; letter < name.length; letter += 1)
      view.setUint16(at + letter * 2, name.charCodeAt(letter), true);
    view.setUint16(at + 64, (name.length + 1) * 2, true);
    bytes[at + 66] = index === 0 ? 5 : 2;
    bytes[at + 67] = 1;
  }
  return bytes;
}

/** The container of an Excel 97-2003 workbook. */
export function oldXls(): Uint8Array {
  return compoundFile(['Workbook']);
}

/** The container that Office makes of a workbook with a password. */
export function encryptedXlsx(): Uint8Array {
  return compoundFile(['EncryptionInfo', 'EncryptedPackage']);
}

/** An OpenDocument spreadsheet, as LibreOffice saves. */
export function ods(): Uint8Array {
  return makeZip([
    { name: 'mimetype', content: 'application/vnd.oasis.opendocument.spreadsheet', stored: true },
    {
      name: 'content.xml',
      content: '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"/>',
    },
  ]);
}

/** An Excel binary workbook. */
export function xlsb(): Uint8Array {
  return makeZip([
    { name: '[Content_Types].xml', content: '<Types/>' },
    { name: 'xl/workbook.bin', content: new Uint8Array([0x83, 0x01, 0x00]) },
  ]);
}

/** A zip archive of something else. */
export function otherZip(): Uint8Array {
  return makeZip([{ name: 'holiday.txt', content: 'sun' }]);
}

/** CSV, as it comes under the name of a workbook. */
export function csvNamedXlsx(): Uint8Array {
  return new TextEncoder().encode('Supplier,Amount\r\nAlder Joinery,1200.50\r\n');
}

/** A web page, as some systems export under the name of a workbook. */
export function htmlNamedXlsx(): Uint8Array {
  return new TextEncoder().encode('<html><body><table><tr><td>Supplier</td></tr></table></body></html>');
}

/** What Excel 2003 called an XML Spreadsheet. */
export function xmlSpreadsheet(): Uint8Array {
  return new TextEncoder().encode(
    '<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n<Workbook/>',
  );
}

export function pdf(): Uint8Array {
  return new TextEncoder().encode('%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n');
}

/** The beginning of a PNG. */
export function image(): Uint8Array {
  return new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d]);
}

/** A photograph, as a camera begins it. */
export function photograph(): Uint8Array {
  return new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 0x10, 0x4a, 0x46, 0x49, 0x46, 0, 1]);
}

/** A file that no signature tells. */
export function otherBinary(): Uint8Array {
  return Uint8Array.from({ length: 400 }, (_, index) => (index * 37) % 256);
}

export function gzip(): Uint8Array {
  return new Uint8Array(gzipSync('Supplier,Amount\nAlder Joinery,1200.50\n'));
}

/** A Word document of today. */
export function docx(): Uint8Array {
  return makeZip([
    { name: '[Content_Types].xml', content: '<Types/>' },
    { name: 'word/document.xml', content: '<w:document/>' },
  ]);
}

export function pptx(): Uint8Array {
  return makeZip([
    { name: '[Content_Types].xml', content: '<Types/>' },
    { name: 'ppt/presentation.xml', content: '<p:presentation/>' },
  ]);
}

/** A spreadsheet as Apple's Numbers saves it. */
export function numbers(): Uint8Array {
  return makeZip([
    { name: 'Index/Document.iwa', content: new Uint8Array([0, 1, 2]), stored: true },
    { name: 'Index/CalculationEngine.iwa', content: new Uint8Array([0, 1, 2]), stored: true },
  ]);
}

/** An old Word document. */
export function oldDoc(): Uint8Array {
  return compoundFile(['WordDocument', '1Table']);
}

/** Five hundred sheets that are all the same file inside: five hundred times the work. */
export function sharedSheet(): Uint8Array {
  const names = Array.from({ length: 500 }, (_, index) => `S${index}`);
  const files = xlsxFiles({ sheets: Object.fromEntries(names.map((name) => [name, ''])) });
  return makeZip(
    files
      .filter(({ name }) => !/sheet(?!1\.)\d+\.xml$/.test(name))
      .map((file) =>
        file.name === 'xl/_rels/workbook.xml.rels'
          ? { ...file, content: String(file.content).replaceAll(/sheet\d+\.xml/g, 'sheet1.xml') }
          : file,
      ),
  );
}

/** A sheet that lies on another computer. */
export function externalSheet(): Uint8Array {
  return makeZip(
    xlsxFiles({}).map((file) =>
      file.name === 'xl/_rels/workbook.xml.rels'
        ? {
            ...file,
            content: String(file.content).replace(
              'Target="worksheets/sheet1.xml"',
              'TargetMode="External" Target="http://example.org/sheet1.xml"',
            ),
          }
        : file,
    ),
  );
}

/** A path that would lead out of the archive. */
export function pathOut(): Uint8Array {
  return makeZip(
    xlsxFiles({}).map((file) =>
      file.name === 'xl/_rels/workbook.xml.rels'
        ? { ...file, content: String(file.content).replace('worksheets/sheet1.xml', '../../../etc/passwd') }
        : file,
    ),
  );
}

/** The second row before the first, and a cell given twice: what one program drops another adds. */
export function rowsOutOfOrder(): Uint8Array {
  return makeXlsx({
    sheets: { Sheet1: '<row r="2"><c r="A2"><v>1</v></c></row><row r="1"><c r="A1"><v>2</v></c></row>' },
  });
}

export function cellTwice(): Uint8Array {
  return makeXlsx({ sheets: { Sheet1: '<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row>' } });
}

export interface HostileFile {
  readonly what: string;
  readonly make: () => Uint8Array;
  /** Words of the issue that a refusal must have; undefined when the file can be read. */
  readonly refusedWith: RegExp | undefined;
}

/** All of them, with what a reader of workbooks is to do. */
export const hostileFiles: readonly HostileFile[] = [
  { what: 'a bomb of a gigabyte', make: zipBomb, refusedWith: /would unpack from/ },
  { what: 'a bomb that claims a thousand bytes', make: lyingBomb, refusedWith: /more than it declares/ },
  {
    what: 'a bomb that claims a likely size',
    make: modestlyLyingBomb,
    refusedWith: /more than it declares/,
  },
  { what: 'an entity bomb', make: entityBomb, refusedWith: /document type declaration/ },
  { what: 'an external entity', make: externalEntity, refusedWith: /document type declaration/ },
  { what: 'an undeclared entity', make: unknownEntity, refusedWith: /unknown reference/ },
  { what: 'a merge of the whole sheet', make: wholeSheetMerge, refusedWith: undefined },
  { what: 'a validation of the whole sheet', make: wholeSheetValidation, refusedWith: undefined },
  { what: 'row four billion', make: hugeRowNumber, refusedWith: /row with the number "4000000000"/ },
  { what: 'an address past the last cell', make: addressPastTheEnd, refusedWith: /address "ZZZ1"/ },
  { what: 'a single number in XFD1048576', make: lastCellOnly, refusedWith: undefined },
  { what: 'two thousand rows of 16,384 cells', make: manyLastCells, refusedWith: /cells/ },
  { what: 'names special to JavaScript', make: prototypeNames, refusedWith: undefined },
  { what: 'the number 1E400', make: overflowingNumber, refusedWith: /"1E400"/ },
  { what: 'text in a number cell', make: textInNumberCell, refusedWith: /"abc"/ },
  { what: 'an attribute of half a megabyte', make: hugeAttribute, refusedWith: /single piece/ },
  { what: 'a text of half a megabyte', make: hugeText, refusedWith: /single piece/ },
  { what: 'a long text in pieces', make: hugeTextInPieces, refusedWith: /longer than Excel allows/ },
  { what: 'tags never closed', make: unclosedTags, refusedWith: /an end before/ },
  { what: 'elements nested without end', make: deepNesting, refusedWith: /nested/ },
  { what: 'a shared text that is missing', make: missingSharedText, refusedWith: /text number "7"/ },
  { what: 'a sheet in UTF-16', make: utf16Sheet, refusedWith: /UTF-16/ },
  { what: 'a file twice in the archive', make: duplicateEntries, refusedWith: /twice/ },
  {
    what: 'files that share their bytes',
    make: overlappingEntries,
    refusedWith: /second name|shares its bytes/,
  },
  { what: 'a file with two names', make: twoNames, refusedWith: /second name/ },
  { what: 'six thousand files', make: manyEntries, refusedWith: /files inside/ },
  { what: 'a zip archive with a password', make: passwordZip, refusedWith: /password/ },
  { what: 'an unknown packing method', make: unknownMethod, refusedWith: /method/ },
  { what: 'a workbook without its sheet', make: missingSheet, refusedWith: /without the file/ },
  { what: 'half a workbook', make: truncatedXlsx, refusedWith: /cut short/ },
  { what: 'a wrong check sum', make: damagedXlsx, refusedWith: /bytes changed/ },
  { what: 'an empty file', make: emptyFile, refusedWith: /an empty file/ },
  { what: 'an old .xls', make: oldXls, refusedWith: /Excel 97-2003 workbook/ },
  { what: 'an encrypted workbook', make: encryptedXlsx, refusedWith: /password/ },
  { what: 'an OpenDocument spreadsheet', make: ods, refusedWith: /OpenDocument/ },
  { what: 'a binary workbook', make: xlsb, refusedWith: /binary workbook/ },
  { what: 'any zip archive', make: otherZip, refusedWith: /zip archive that is not an Excel workbook/ },
  { what: 'a CSV file', make: csvNamedXlsx, refusedWith: /a text file/ },
  { what: 'a web page', make: htmlNamedXlsx, refusedWith: /a web page/ },
  { what: 'an XML Spreadsheet', make: xmlSpreadsheet, refusedWith: /an XML file/ },
  { what: 'a PDF document', make: pdf, refusedWith: /PDF/ },
  { what: 'an image', make: image, refusedWith: /^an image/ },
  { what: 'a photograph', make: photograph, refusedWith: /^an image/ },
  { what: 'a compressed text', make: gzip, refusedWith: /^a compressed archive/ },
  { what: 'a Word document', make: docx, refusedWith: /^a Word document/ },
  { what: 'a presentation', make: pptx, refusedWith: /^a PowerPoint presentation/ },
  { what: 'a spreadsheet of Numbers', make: numbers, refusedWith: /^an Apple Numbers/ },
  { what: 'an old Word document', make: oldDoc, refusedWith: /old Office file that is not a workbook/ },
  { what: 'bytes of nothing known', make: otherBinary, refusedWith: /unknown kind/ },
  { what: 'five hundred sheets that are one', make: sharedSheet, refusedWith: /share one content/ },
  { what: 'a sheet on another computer', make: externalSheet, refusedWith: /no name or no content/ },
  { what: 'a path out of the archive', make: pathOut, refusedWith: /without the file etc\/passwd/ },
  { what: 'rows out of order', make: rowsOutOfOrder, refusedWith: /row 1 after row 2/ },
  { what: 'a cell given twice', make: cellTwice, refusedWith: /given twice/ },
];
