import { constants, deflateRawSync, inflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DeflateFault } from '../../spreadsheet/zip/deflate-fault.ts';
import { inflate } from '../../spreadsheet/zip/inflate.ts';

const seed = 20261124;

/** What comes out, or undefined where the bytes are refused. The pieces are spoilt after use, as they may be. */
function unpacked(packed: Uint8Array): Buffer | undefined {
  const pieces: Buffer[] = [];
  try {
    inflate(packed, (piece) => {
      pieces.push(Buffer.from(piece));
      expect(piece.length).toBeLessThan(128 * 1024);
    });
  } catch (error) {
    if (error instanceof DeflateFault) return undefined;
    throw error;
  }
  return Buffer.concat(pieces);
}

function unpackedByZlib(packed: Uint8Array): Buffer | undefined {
  try {
    return inflateRawSync(packed, { maxOutputLength: 10_000_000 });
  } catch {
    return undefined;
  }
}

const { Z_DEFAULT_STRATEGY, Z_FIXED, Z_HUFFMAN_ONLY, Z_RLE, Z_FILTERED } = constants;
const packing = fc.record({
  level: fc.integer({ min: 0, max: 9 }),
  memLevel: fc.integer({ min: 1, max: 9 }),
  windowBits: fc.integer({ min: 9, max: 15 }),
  strategy: fc.constantFrom(Z_DEFAULT_STRATEGY, Z_FIXED, Z_HUFFMAN_ONLY, Z_RLE, Z_FILTERED),
});
const content = fc.oneof(
  fc.uint8Array({ maxLength: 3000 }),
  fc.uint8Array({ maxLength: 3000, max: 3 }),
  // Long enough for several pieces, with matches that reach back to the one before.
  fc
    .tuple(fc.uint8Array({ minLength: 1, maxLength: 60 }), fc.integer({ min: 1, max: 9000 }), fc.nat())
    .map(([piece, times, state]) => varied(piece, times, state)),
);

/** The piece many times over, a byte of it changed now and then. */
function varied(piece: Uint8Array, times: number, start: number): Uint8Array {
  const bytes = new Uint8Array(piece.length * times);
  let state = start;
  for (let time = 0; time < times; time += 1) {
    bytes.set(piece, time * piece.length);
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    bytes[time * piece.length + (state % piece.length)] = state >>> 16;
  }
  return bytes;
}

describe('unpacking', () => {
  it('gives back what zlib packed, by any strategy and at any level', () => {
    fc.assert(
      fc.property(content, packing, (bytes, options) => {
        const out = unpacked(deflateRawSync(bytes, options));
        expect(out !== undefined && Buffer.compare(out, bytes)).toBe(0);
      }),
      { numRuns: 300, seed },
    );
  });

  it('refuses packed bytes that end too early', () => {
    fc.assert(
      fc.property(
        content,
        packing,
        fc.double({ min: 0, max: 1, maxExcluded: true }),
        (bytes, options, cut) => {
          const packed = deflateRawSync(bytes, options);
          expect(unpacked(packed.subarray(0, Math.floor(packed.length * cut)))).toBeUndefined();
        },
      ),
      { numRuns: 200, seed },
    );
  });

  it('gives what zlib gives, or refuses, where bytes are changed', () => {
    let refused = 0;
    fc.assert(
      fc.property(content, packing, fc.nat(), fc.nat(7), (bytes, options, place, bit) => {
        const packed = deflateRawSync(bytes, options);
        const at = place % packed.length;
        packed[at] = (packed[at] as number) ^ (1 << bit);
        const ours = unpacked(packed);
        const theirs = unpackedByZlib(packed);
        if (theirs !== undefined) expect(ours !== undefined && Buffer.compare(ours, theirs)).toBe(0);
        if (ours === undefined) refused += 1;
      }),
      { numRuns: 500, seed },
    );
    expect(refused).toBeGreaterThan(50);
  });

  it('comes to an end on noise', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (noise) => {
        const ours = unpacked(noise);
        const theirs = unpackedByZlib(noise);
        if (theirs !== undefined) expect(ours !== undefined && Buffer.compare(ours, theirs)).toBe(0);
      }),
      { numRuns: 3000, seed },
    );
  });
});
