import { formatCount } from '../../core/index.ts';
import type { Reading } from '../reading.ts';
import { refuse, refuseDamaged } from '../refusal.ts';

/** One file inside the archive, as the central directory at its end describes it. */
export interface ZipEntry {
  /** With forward slashes and no leading one, as some writers use backslashes. */
  readonly name: string;
  readonly packedBytes: number;
  /** What the directory claims; `unpack` holds the entry to it. */
  readonly unpackedBytes: number;
  readonly crc: number;
  readonly stored: boolean;
  /** Where the packed bytes begin. */
  readonly dataAt: number;
}

const endOfDirectory = { signature: 0x06054b50, bytes: 22, maxComment: 0xffff };
const zip64Locator = { signature: 0x07064b50, bytes: 20 };
const zip64End = { signature: 0x06064b50, bytes: 56 };
const directoryEntry = { signature: 0x02014b50, bytes: 46 };
const localHeader = { signature: 0x04034b50, bytes: 30 };
const flagEncrypted = 0x0001;
const flagStrongEncryption = 0x0040;
const flagMaskedHeaders = 0x2000;
const methodStored = 0;
const methodDeflated = 8;
const inZip64 = 0xffffffff;

/**
 * Reads the table of contents of a zip archive held in memory, and nothing else of it.
 * Refuses tables that are cut off, lie about where data is, repeat a name, ask for a password or
 * declare more than the limits allow. Written after PKWARE's APPNOTE 6.3, sections 4.3 to 4.5.
 */
export function readDirectory(bytes: Uint8Array, reading: Reading): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { at: start, end, count } = findDirectory(view, reading);
  if (count > reading.limits.zipEntries) {
    refuse(
      reading.place,
      `a workbook of ${formatCount(count)} files inside`,
      `at most ${formatCount(reading.limits.zipEntries)}`,
      'Copy the sheets that are needed into a new workbook and use that.',
    );
  }
  const entries: (ZipEntry & { readonly headerAt: number })[] = [];
  const names = new Set<string>();
  let unpacked = 0;
  let at = start;
  for (let index = 0; index < count; index += 1) {
    if (at + directoryEntry.bytes > end || view.getUint32(at, true) !== directoryEntry.signature) {
      refuseDamaged(reading.place, 'a zip archive whose table of contents is cut off');
    }
    const nameBytes = view.getUint16(at + 28, true);
    const extraAt = at + directoryEntry.bytes + nameBytes;
    const extraBytes = view.getUint16(at + 30, true);
    const next = extraAt + extraBytes + view.getUint16(at + 32, true);
    if (next > end) refuseDamaged(reading.place, 'a zip archive whose table of contents is cut off');
    const rawName = bytes.subarray(at + directoryEntry.bytes, extraAt);
    const name = tidyName(rawName);
    refuseUnreadable(view.getUint16(at + 8, true), view.getUint16(at + 10, true), name, reading);
    // Part names of a workbook do not tell capitals from small letters, so neither may the check.
    if (names.has(name.toLowerCase())) {
      refuseDamaged(reading.place, `a zip archive that holds ${name} twice`);
    }
    names.add(name.toLowerCase());
    const sizes = readSizes(view, at, extraAt, extraBytes, reading);
    refuseRatio(sizes, name, reading);
    unpacked += sizes.unpackedBytes;
    if (unpacked > reading.limits.unpackedBytes) refuseUnpacked(reading);
    const dataAt = findData(view, bytes, sizes.headerAt, rawName, reading);
    if (dataAt + sizes.packedBytes > start) {
      refuseDamaged(reading.place, `a zip archive in which ${name} runs past the end of the data`);
    }
    entries.push({
      name,
      crc: view.getUint32(at + 16, true),
      stored: view.getUint16(at + 10, true) === methodStored,
      dataAt,
      ...sizes,
    });
    at = next;
  }
  refuseOverlaps(entries, reading);
  return entries;
}

/** Says that the archive unpacks to more than the limit allows. */
export function refuseUnpacked(reading: Reading): never {
  return refuse(
    reading.place,
    `a workbook that unpacks to more than ${formatCount(reading.limits.unpackedBytes)} bytes`,
    'at most that many',
    'Keep only the sheets and columns that are needed, or split the workbook.',
  );
}

interface Sizes {
  readonly packedBytes: number;
  readonly unpackedBytes: number;
  readonly headerAt: number;
}

function findDirectory(view: DataView, reading: Reading): { at: number; end: number; count: number } {
  const lowest = Math.max(0, view.byteLength - endOfDirectory.bytes - endOfDirectory.maxComment);
  for (let at = view.byteLength - endOfDirectory.bytes; at >= lowest; at -= 1) {
    if (view.getUint32(at, true) !== endOfDirectory.signature) continue;
    if (at + endOfDirectory.bytes + view.getUint16(at + 20, true) > view.byteLength) continue;
    const plain = {
      disk: view.getUint16(at + 4, true),
      count: view.getUint16(at + 10, true),
      bytes: view.getUint32(at + 12, true),
      start: view.getUint32(at + 16, true),
    };
    const told = zip64Directory(view, at) ?? plain;
    if (told.disk !== 0)
      refuseDamaged(reading.place, 'one part of a zip archive that was split into several');
    const end = told.start + told.bytes;
    if (end > at) refuseDamaged(reading.place, 'a zip archive whose table of contents is not where it says');
    return { at: told.start, end, count: told.count };
  }
  return refuseDamaged(reading.place, 'a zip archive without its end: the file was cut short or overwritten');
}

/** Some writers (Apache POI's streaming one) always use the 64-bit form, however small the file. */
function zip64Directory(
  view: DataView,
  endAt: number,
): { disk: number; count: number; bytes: number; start: number } | undefined {
  const locatorAt = endAt - zip64Locator.bytes;
  if (locatorAt < 0 || view.getUint32(locatorAt, true) !== zip64Locator.signature) return undefined;
  const at = Number(view.getBigUint64(locatorAt + 8, true));
  if (at + zip64End.bytes > locatorAt || view.getUint32(at, true) !== zip64End.signature) return undefined;
  return {
    disk: view.getUint32(at + 16, true),
    count: Number(view.getBigUint64(at + 32, true)),
    bytes: Number(view.getBigUint64(at + 40, true)),
    start: Number(view.getBigUint64(at + 48, true)),
  };
}

function readSizes(view: DataView, at: number, extraAt: number, extraBytes: number, reading: Reading): Sizes {
  let unpackedBytes = view.getUint32(at + 24, true);
  let packedBytes = view.getUint32(at + 20, true);
  let headerAt = view.getUint32(at + 42, true);
  if (unpackedBytes !== inZip64 && packedBytes !== inZip64 && headerAt !== inZip64) {
    return { packedBytes, unpackedBytes, headerAt };
  }
  let from = extraAt;
  const extraEnd = extraAt + extraBytes;
  while (from + 4 <= extraEnd) {
    const fieldEnd = from + 4 + view.getUint16(from + 2, true);
    if (view.getUint16(from, true) === 0x0001 && fieldEnd <= extraEnd) {
      let valueAt = from + 4;
      const wide = (narrow: number): number => {
        if (narrow !== inZip64) return narrow;
        if (valueAt + 8 > fieldEnd)
          refuseDamaged(reading.place, 'a zip archive without the sizes of a file in it');
        valueAt += 8;
        return Number(view.getBigUint64(valueAt - 8, true));
      };
      unpackedBytes = wide(unpackedBytes);
      packedBytes = wide(packedBytes);
      headerAt = wide(headerAt);
      return { packedBytes, unpackedBytes, headerAt };
    }
    from = fieldEnd;
  }
  return refuseDamaged(reading.place, 'a zip archive without the sizes of a file in it');
}

function findData(
  view: DataView,
  bytes: Uint8Array,
  headerAt: number,
  name: Uint8Array,
  reading: Reading,
): number {
  const nameAt = headerAt + localHeader.bytes;
  if (nameAt > view.byteLength || view.getUint32(headerAt, true) !== localHeader.signature) {
    refuseDamaged(reading.place, `a zip archive in which ${tidyName(name)} is not where it should be`);
  }
  const nameBytes = view.getUint16(headerAt + 26, true);
  // Two names for one file would let two programs see two different workbooks in it.
  if (nameBytes !== name.length || name.some((byte, index) => byte !== bytes[nameAt + index])) {
    refuseDamaged(reading.place, `a zip archive that gives ${tidyName(name)} a second name`);
  }
  return nameAt + nameBytes + view.getUint16(headerAt + 28, true);
}

function refuseUnreadable(flags: number, method: number, name: string, reading: Reading): void {
  if (flags & (flagEncrypted | flagStrongEncryption | flagMaskedHeaders)) {
    refuse(
      reading.place,
      'a zip archive protected with a password',
      'an Excel workbook (.xlsx) without a password',
      'Unpack the archive with its password and use the workbook inside, or save it again without one.',
    );
  }
  if (method !== methodStored && method !== methodDeflated) {
    refuse(
      reading.place,
      `${name} packed by a method that Excel does not use (${formatCount(method)})`,
      'an Excel workbook as Excel saves it',
      'Open the file in Excel and save it as a new workbook (.xlsx).',
    );
  }
}

function refuseRatio(sizes: Sizes, name: string, reading: Reading): void {
  const judgedFrom = 1024 * 1024;
  if (sizes.unpackedBytes <= judgedFrom) return;
  if (sizes.unpackedBytes <= reading.limits.packingRatio * Math.max(1, sizes.packedBytes)) return;
  refuse(
    reading.place,
    `${name} in the workbook, which would unpack from ${formatCount(sizes.packedBytes)} to ${formatCount(sizes.unpackedBytes)} bytes`,
    `at most ${formatCount(reading.limits.packingRatio)} times its packed size, as in real workbooks`,
    'Files like this are made to overload programs. If you trust it, open it in Excel, delete empty formatted rows and columns, and save it as a new workbook.',
  );
}

function refuseOverlaps(entries: readonly (ZipEntry & { headerAt: number })[], reading: Reading): void {
  const byPlace = [...entries].sort((a, b) => a.headerAt - b.headerAt);
  let end = 0;
  for (const entry of byPlace) {
    if (entry.headerAt < end) {
      refuseDamaged(reading.place, `a zip archive in which ${entry.name} shares its bytes with another file`);
    }
    end = entry.dataAt + entry.packedBytes;
  }
}

const nameDecoder = new TextDecoder();

function tidyName(name: Uint8Array): string {
  return nameDecoder.decode(name).replaceAll('\\', '/').replace(/^\//, '');
}
