import { Inflate } from 'fflate';
import type { Reading } from '../reading.ts';
import { refuseDamaged } from '../refusal.ts';
import { crc32 } from './crc32.ts';
import type { ZipEntry } from './directory.ts';

/** One step can unpack to at most 1,032 times this, 16 MB, before the size is looked at again. */
const stepBytes = 16 * 1024;

/**
 * Unpacks one file of the archive piece by piece. The size in the directory is a claim: unpacking
 * stops at the first byte beyond it, and falling short of it or a wrong check sum is refused too.
 * `onPiece` gets the bytes, good only until it returns, and how many packed bytes went in.
 */
export function unpack(
  archive: Uint8Array,
  entry: ZipEntry,
  reading: Reading,
  onPiece: (bytes: Uint8Array, packedBytes: number) => void,
): void {
  const packed = archive.subarray(entry.dataAt, entry.dataAt + entry.packedBytes);
  let unpackedBytes = 0;
  let crc = 0;
  let piece: Uint8Array = new Uint8Array(0);
  // fflate calls back within push; what it hands over is kept and judged outside, where throwing is ours to do.
  const inflate = new Inflate((bytes) => {
    piece = bytes;
  });
  for (let at = 0; at < packed.length; at += stepBytes) {
    reading.mayGoOn();
    const step = packed.subarray(at, at + stepBytes);
    if (entry.stored) piece = step;
    else pushInto(inflate, step, at + stepBytes >= packed.length, entry, reading);
    unpackedBytes += piece.length;
    if (unpackedBytes > entry.unpackedBytes) {
      refuseDamaged(reading.place, `${entry.name} in the workbook, which unpacks to more than it declares`);
    }
    crc = crc32(piece, crc);
    if (piece.length > 0) onPiece(piece, step.length);
  }
  if (unpackedBytes !== entry.unpackedBytes) {
    refuseDamaged(reading.place, `${entry.name} in the workbook, which unpacks to less than it declares`);
  }
  if (crc !== entry.crc) {
    refuseDamaged(reading.place, `${entry.name} in the workbook with bytes changed since it was saved`);
  }
}

function pushInto(
  inflate: Inflate,
  step: Uint8Array,
  last: boolean,
  entry: ZipEntry,
  reading: Reading,
): void {
  try {
    inflate.push(step, last);
  } catch {
    // Whatever fflate says of it, the packed bytes are not what a zip writer made.
    refuseDamaged(reading.place, `${entry.name} in the workbook, which cannot be unpacked`);
  }
}
