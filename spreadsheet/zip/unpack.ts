import type { Reading } from '../reading.ts';
import { refuseDamaged } from '../refusal.ts';
import { crc32 } from './crc32.ts';
import { DeflateFault } from './deflate-fault.ts';
import type { ZipEntry } from './directory.ts';
import { inflate } from './inflate.ts';

/** Files that are not packed are handed over in pieces of this size. */
const storedPieceBytes = 64 * 1024;

/**
 * Unpacks one file of the archive piece by piece. The size in the directory is a claim: unpacking
 * stops at the first piece beyond it, and falling short of it or a wrong check sum is refused too.
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
  const take = (piece: Uint8Array, packedBytes: number): void => {
    reading.mayGoOn();
    unpackedBytes += piece.length;
    if (unpackedBytes > entry.unpackedBytes) {
      refuseDamaged(reading.place, `${entry.name} in the workbook, which unpacks to more than it declares`);
    }
    crc = crc32(piece, crc);
    onPiece(piece, packedBytes);
  };
  if (entry.stored) {
    for (let at = 0; at < packed.length; at += storedPieceBytes) {
      const piece = packed.subarray(at, at + storedPieceBytes);
      take(piece, piece.length);
    }
  } else {
    try {
      inflate(packed, take);
    } catch (error) {
      if (!(error instanceof DeflateFault)) throw error;
      refuseDamaged(reading.place, `${entry.name} in the workbook, which cannot be unpacked`);
    }
  }
  if (unpackedBytes !== entry.unpackedBytes) {
    refuseDamaged(reading.place, `${entry.name} in the workbook, which unpacks to less than it declares`);
  }
  if (crc !== entry.crc) {
    refuseDamaged(reading.place, `${entry.name} in the workbook with bytes changed since it was saved`);
  }
}
