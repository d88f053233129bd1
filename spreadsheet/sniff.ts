import { Reading } from './reading.ts';
import { Refusal } from './refusal.ts';
import { holdsStream, isCompoundFile } from './sniff/compound-file.ts';
import { type SignedKind, sniffSignature } from './sniff/signatures.ts';
import { sniffText } from './sniff/text.ts';
import { openZip, type ZipArchive } from './zip.ts';

/** What a file is by its content, whatever its name says. */
export type FileKind =
  /** An Excel workbook, with or without macros. */
  | 'xlsx'
  /** An Excel binary workbook. */
  | 'xlsb'
  /** An OpenDocument spreadsheet, as LibreOffice saves. */
  | 'ods'
  /** A Word document or a presentation of today. */
  | 'word'
  | 'slides'
  /** A spreadsheet, text or presentation of Apple's. */
  | 'iwork'
  | 'other-zip'
  /** Begins as a zip archive, but its table of contents cannot be read. */
  | 'broken-zip'
  /** A workbook of Excel 97 to 2003. */
  | 'old-xls'
  /** The same container with something else in it, such as an old Word file or an Outlook message. */
  | 'old-office'
  /** Any modern Office file behind a password. */
  | 'encrypted'
  | 'empty'
  | 'html'
  /** XML that is no web page, such as Excel 2003's "XML Spreadsheet". */
  | 'xml'
  | SignedKind
  /** Plain text, such as CSV. */
  | 'text'
  | 'other-binary';

/** Tells what a file is from its bytes. Reads little of it, unpacks next to nothing and never throws. */
export function sniffFile(bytes: Uint8Array): FileKind {
  if (bytes.length === 0) return 'empty';
  if (isCompoundFile(bytes)) return sniffCompoundFile(bytes);
  if (bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] ?? 0) < 0x0a && bytes[3] === (bytes[2] ?? 0) + 1) {
    return sniffZip(bytes);
  }
  return sniffSignature(bytes) ?? sniffText(bytes);
}

function sniffCompoundFile(bytes: Uint8Array): FileKind {
  if (holdsStream(bytes, 'EncryptedPackage')) return 'encrypted';
  // "Book" is what it was called up to Excel 95.
  return holdsStream(bytes, 'Workbook') || holdsStream(bytes, 'Book') ? 'old-xls' : 'old-office';
}

function sniffZip(bytes: Uint8Array): FileKind {
  try {
    const archive = openZip(bytes, new Reading({}));
    if (archive.find('[Content_Types].xml') !== undefined) {
      // Office online has been seen to number the workbook: xl/workbook2.xml.
      if (archive.entries.some(({ name }) => /^xl\/workbook\d{0,3}\.xml$/i.test(name))) return 'xlsx';
      if (archive.find('xl/workbook.bin') !== undefined) return 'xlsb';
      if (archive.find('word/document.xml') !== undefined) return 'word';
      if (archive.find('ppt/presentation.xml') !== undefined) return 'slides';
    }
    if (archive.entries.some(({ name }) => /^index(?:\/document\.iwa|\.zip)$/i.test(name))) return 'iwork';
    return isOpenDocumentSheet(archive) ? 'ods' : 'other-zip';
  } catch (error) {
    if (error instanceof Refusal) return 'broken-zip';
    throw error;
  }
}

const openDocumentSheet = 'application/vnd.oasis.opendocument.spreadsheet';

function isOpenDocumentSheet(archive: ZipArchive): boolean {
  const entry = archive.find('mimetype');
  if (entry === undefined || entry.unpackedBytes > 200) return false;
  let isSheet = false;
  archive.unpack(entry, (bytes) => {
    isSheet = startsWith(bytes, openDocumentSheet);
  });
  return isSheet;
}

function startsWith(bytes: Uint8Array, text: string): boolean {
  for (let at = 0; at < text.length; at += 1) if (bytes[at] !== text.charCodeAt(at)) return false;
  return true;
}
