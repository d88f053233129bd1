import { describe, expect, it } from 'vitest';
import { type FileKind, sniffFile } from '../../spreadsheet/sniff.ts';
import * as files from '../fakes/hostile-files.ts';
import { xlsxFiles } from '../fakes/make-xlsx.ts';
import { makeZip } from '../fakes/make-zip.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('what a file is by its content', () => {
  const kinds: readonly (readonly [what: string, make: () => Uint8Array, kind: FileKind])[] = [
    ['an Excel workbook', files.wholeSheetMerge, 'xlsx'],
    [
      'a workbook whose main part is numbered, as Office online writes',
      () =>
        makeZip(
          xlsxFiles({}).map((file) => ({
            ...file,
            name: file.name.replace('xl/workbook.xml', 'xl/workbook22.xml'),
          })),
        ),
      'xlsx',
    ],
    ['a bomb, which is still a workbook', files.zipBomb, 'broken-zip'],
    ['a binary workbook', files.xlsb, 'xlsb'],
    ['an OpenDocument spreadsheet', files.ods, 'ods'],
    [
      'an OpenDocument text',
      () => makeZip([{ name: 'mimetype', content: 'application/vnd.oasis.opendocument.text' }]),
      'other-zip',
    ],
    ['any zip archive', files.otherZip, 'other-zip'],
    ['an archive of nothing', () => makeZip([]), 'other-zip'],
    ['half a workbook', files.truncatedXlsx, 'broken-zip'],
    ['an old .xls', files.oldXls, 'old-xls'],
    ['an encrypted workbook', files.encryptedXlsx, 'encrypted'],
    ['nothing', files.emptyFile, 'empty'],
    ['blank lines', () => bytesOf('\ufeff \r\n\r\n'), 'empty'],
    ['CSV', files.csvNamedXlsx, 'text'],
    ['CSV in UTF-16', () => new Uint8Array(Buffer.from('\ufeffName,Amount\r\n', 'utf16le')), 'text'],
    ['CSV in UTF-16 without a mark', () => new Uint8Array(Buffer.from('Name,Amount\r\n', 'utf16le')), 'text'],
    ['CSV in Windows-1252', () => Uint8Array.from([0x43, 0x61, 0x66, 0xe9, 0x2c, 0x80, 0x35]), 'text'],
    ['text that begins with PK', () => bytesOf('PK,Name\n1,A\n'), 'text'],
    ['text that begins with <', () => bytesOf('<5 years,amount\n1,2\n'), 'text'],
    ['a web page', files.htmlNamedXlsx, 'html'],
    ['a web page with a doctype and a mark', () => bytesOf('\ufeff\n<!DOCTYPE html><p>x'), 'html'],
    [
      'a web page as XML',
      () => bytesOf('<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"/>'),
      'html',
    ],
    ['an XML Spreadsheet', files.xmlSpreadsheet, 'xml'],
    ['a PDF document', files.pdf, 'pdf'],
    ['an image', files.image, 'image'],
    ['a photograph', files.photograph, 'image'],
    ['a compressed file', files.gzip, 'archive'],
    ['a Word document', files.docx, 'word'],
    ['a presentation', files.pptx, 'slides'],
    ['a spreadsheet of Numbers', files.numbers, 'iwork'],
    ['an old Word document', files.oldDoc, 'old-office'],
    ['text that begins as an image might', () => bytesOf('BMW,II*,GIF8\n1,2\n'), 'text'],
    ['bytes of nothing known', files.otherBinary, 'other-binary'],
    ['zeros, as a failed download leaves', () => new Uint8Array(5000), 'other-binary'],
  ];
  for (const [what, make, kind] of kinds) {
    it(`tells ${what}`, () => {
      expect(sniffFile(make())).toBe(kind);
    });
  }
});
