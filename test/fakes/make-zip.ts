import { deflateSync } from 'fflate';
import { joinBytes } from '../../spreadsheet/join-bytes.ts';
import { crc32 } from '../../spreadsheet/zip/crc32.ts';

/** One file for the archive. What is left out is made honestly from `content`. */
export interface ZipFile {
  readonly name: string;
  readonly content?: string | Uint8Array;
  /** Deflated bytes to put in as they are, instead of `content`. */
  readonly packed?: Uint8Array;
  readonly stored?: boolean;
  /** The size that the archive claims for the unpacked file. */
  readonly declaredBytes?: number;
  readonly declaredPackedBytes?: number;
  readonly method?: number;
  readonly flags?: number;
  readonly crc?: number;
  /** A name in front of the data that is not the one in the table of contents. */
  readonly localName?: string;
  /** Table entry only: points at the file of that index. */
  readonly sameDataAs?: number;
}

const encoder = new TextEncoder();

/** A zip archive, honest unless its files say otherwise; `zip64` writes the 64-bit form throughout. */
export function makeZip(files: readonly ZipFile[], options: { readonly zip64?: boolean } = {}): Uint8Array {
  const pieces: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  const places: number[] = [];
  let at = 0;
  const add = (list: Uint8Array[], piece: Uint8Array): void => {
    list.push(piece);
    if (list === pieces) at += piece.length;
  };
  for (const file of files) {
    const content = typeof file.content === 'string' ? encoder.encode(file.content) : file.content;
    const packed =
      file.packed ?? (file.stored ? content : content && deflateSync(content)) ?? new Uint8Array(0);
    const crc = file.crc ?? (content === undefined ? 0 : crc32(content));
    const unpackedBytes = file.declaredBytes ?? content?.length ?? 0;
    const packedBytes = file.declaredPackedBytes ?? packed.length;
    const name = encoder.encode(file.name);
    const localName = encoder.encode(file.localName ?? file.name);
    const method = file.method ?? (file.stored ? 0 : 8);
    const flags = file.flags ?? 0x0800;
    const place = file.sameDataAs === undefined ? at : (places[file.sameDataAs] ?? 0);
    places.push(place);
    if (file.sameDataAs === undefined) {
      add(
        pieces,
        record(
          [4, 0x04034b50],
          [2, 20],
          [2, flags],
          [2, method],
          [4, 0],
          [4, crc],
          [4, packedBytes],
          [4, unpackedBytes],
          [2, localName.length],
          [2, 0],
        ),
      );
      add(pieces, localName);
      add(pieces, packed);
    }
    const wide = options.zip64 === true;
    const extra = wide
      ? record([2, 1], [2, 24], [8, unpackedBytes], [8, packedBytes], [8, place])
      : new Uint8Array(0);
    directory.push(
      record(
        [4, 0x02014b50],
        [2, 20],
        [2, 20],
        [2, flags],
        [2, method],
        [4, 0],
        [4, crc],
        [4, wide ? 0xffffffff : packedBytes],
        [4, wide ? 0xffffffff : unpackedBytes],
        [2, name.length],
        [2, extra.length],
        [2, 0],
        [2, 0],
        [2, 0],
        [4, 0],
        [4, wide ? 0xffffffff : place],
      ),
      name,
      extra,
    );
  }
  const start = at;
  const directoryBytes = directory.reduce((sum, piece) => sum + piece.length, 0);
  const end = [...directory];
  if (options.zip64) {
    const zip64At = start + directoryBytes;
    end.push(
      record(
        [4, 0x06064b50],
        [8, 44],
        [2, 45],
        [2, 45],
        [4, 0],
        [4, 0],
        [8, files.length],
        [8, files.length],
        [8, directoryBytes],
        [8, start],
      ),
    );
    end.push(record([4, 0x07064b50], [4, 0], [8, zip64At], [4, 1]));
  }
  const count = options.zip64 ? 0xffff : files.length;
  end.push(
    record(
      [4, 0x06054b50],
      [2, 0],
      [2, 0],
      [2, count],
      [2, count],
      [4, options.zip64 ? 0xffffffff : directoryBytes],
      [4, options.zip64 ? 0xffffffff : start],
      [2, 0],
    ),
  );
  return joinBytes([...pieces, ...end]);
}

/** Numbers in little-endian order, each with its number of bytes. */
function record(...fields: readonly (readonly [bytes: 2 | 4 | 8, value: number])[]): Uint8Array {
  const bytes = new Uint8Array(fields.reduce((sum, [size]) => sum + size, 0));
  const view = new DataView(bytes.buffer);
  let at = 0;
  for (const [size, value] of fields) {
    if (size === 2) view.setUint16(at, value, true);
    else if (size === 4) view.setUint32(at, value, true);
    else view.setBigUint64(at, BigInt(value), true);
    at += size;
  }
  return bytes;
}
