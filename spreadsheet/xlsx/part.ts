import type { Place } from '../../core/index.ts';
import type { Reading } from '../reading.ts';
import { refuseDamaged } from '../refusal.ts';
import { type XmlHandler, XmlScanner } from '../xml/scanner.ts';
import type { ZipArchive } from '../zip.ts';

/** A workbook's zip archive and the read that it is part of. */
export interface XlsxPackage {
  readonly archive: ZipArchive;
  readonly reading: Reading;
}

/**
 * Unpacks and scans one XML file of the workbook, telling `handler` of its content. `onPacked` hears
 * how many packed bytes went in since it was last called.
 */
export function scanPart(
  { archive, reading }: XlsxPackage,
  part: string,
  handler: XmlHandler,
  where: Place = reading.place,
  onPacked?: (bytes: number) => void,
): void {
  const entry = archive.find(part);
  if (entry === undefined) refuseDamaged(where, `a workbook without the file ${part} that it names`);
  const scanner = new XmlScanner(handler, reading, where, part);
  archive.unpack(entry, (bytes, packedBytes) => {
    scanner.push(bytes);
    onPacked?.(packedBytes);
  });
  scanner.end();
}
