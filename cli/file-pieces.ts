import { open } from 'node:fs/promises';

const pieceBytes = 1024 * 1024;

/**
 * The bytes of a file on disk in pieces, each good until the next is asked for: they share one buffer,
 * where a stream would leave one behind for each piece.
 */
export async function* filePieces(path: string): AsyncGenerator<Uint8Array> {
  const file = await open(path);
  try {
    const piece = new Uint8Array(pieceBytes);
    for (;;) {
      const { bytesRead } = await file.read(piece, 0, pieceBytes);
      if (bytesRead === 0) return;
      yield piece.subarray(0, bytesRead);
    }
  } finally {
    await file.close();
  }
}
