import { type Issue, type Outcome, type PostcodeIndex, readPostcodeIndex } from '../core/index.ts';

/** Three times the file that ships: a larger one was not made by us. */
const mostBytes = 32 * 1024 * 1024;

/**
 * The index of a packed postcode file as it lies on disk or comes over the network, in Node and in a
 * browser alike.
 *
 * @param file how to name the file in an issue
 * @example await unpackPostcodes(new Uint8Array(await response.arrayBuffer()), 'postcodes.bin')
 */
export async function unpackPostcodes(packed: Uint8Array, file: string): Promise<Outcome<PostcodeIndex>> {
  const unpacked = await unpack(packed);
  if (typeof unpacked === 'string') return { ok: false, issues: [notUnpacked(file, unpacked)] };
  return readPostcodeIndex(unpacked, file);
}

/** The bytes, or what is wrong with them. */
async function unpack(packed: Uint8Array): Promise<Uint8Array | string> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  const reader = new Blob([packed.slice()]).stream().pipeThrough(new DecompressionStream('gzip')).getReader();
  try {
    for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
      const bytes = piece.value as Uint8Array;
      length += bytes.length;
      if (length > mostBytes) return `more than ${mostBytes / 1024 / 1024} MB once unpacked`;
      pieces.push(bytes);
    }
  } catch {
    return 'bytes that do not unpack';
  } finally {
    await reader.cancel().catch(() => undefined);
  }
  const joined = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    joined.set(piece, at);
    at += piece.length;
  }
  return joined;
}

const notUnpacked = (file: string, found: string): Issue => ({
  severity: 'error',
  where: { file },
  found,
  expected: 'a postcode file made by localpound data update',
  mend: 'Make it again from the postcode directory that you downloaded.',
});
