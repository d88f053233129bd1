import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PostcodePacker, type PostcodeRecord, readPostcodeIndex } from '../../../core/index.ts';

const about = { source: 'A test', madeOn: '2026-11-24', attribution: 'Nobody’s' };

const packed = (records: readonly PostcodeRecord[]): Uint8Array => {
  const packer = new PostcodePacker();
  for (const record of records) expect(packer.add(record)).toBe(true);
  return packer.finish(about).bytes;
};

const letter = fc.constantFrom(...'ABDEFGHJLNPQRSTUWXYZ');
const digit = fc.nat(9).map(String);
const outward = fc
  .tuple(letter, fc.option(letter, { nil: '' }), digit, fc.oneof(digit, letter, fc.constant('')))
  .map((parts) => parts.join(''));
const inward = fc.tuple(digit, letter, letter).map((parts) => parts.join(''));
const lat = fc.integer({ min: 498_000, max: 610_000 }).map((steps) => steps / 10_000);
const lon = fc.integer({ min: -20_000, max: 20_000 }).map((steps) => steps / 10_000);
const record: fc.Arbitrary<PostcodeRecord> = fc.record({
  postcode: fc.tuple(outward, inward).map((halves) => halves.join(' ')),
  district: fc.option(fc.constantFrom('E08000033', 'W06000015', 'S12000033'), { nil: undefined }),
  position: fc.option(fc.record({ lat, lon }), { nil: undefined }),
  terminated: fc.boolean(),
});
const records = fc
  .uniqueArray(record, { selector: ({ postcode }) => postcode, maxLength: 200 })
  // A first half reaches 6.5 degrees.
  .map((all) =>
    all.map((each) => ({
      ...each,
      position: each.position && { ...each.position, lat: Math.min(each.position.lat, 56) },
    })),
  );

describe('a packed postcode file', () => {
  it('gives back every postcode with its district, position and state, and no other postcode', () => {
    fc.assert(
      fc.property(records, record, (all, other) => {
        const read = readPostcodeIndex(packed(all), 'test');
        if (!read.ok) throw new Error(JSON.stringify(read.issues));
        const index = read.value;
        expect(index.size).toBe(all.length);
        for (const { postcode, district, position, terminated } of all) {
          const row = index.find(postcode.toLowerCase());
          expect(index.postcodeAt(row)).toBe(postcode);
          expect(index.districtAt(row)).toBe(district);
          expect(index.positionAt(row)).toEqual(position);
          expect(index.terminatedAt(row)).toBe(terminated);
        }
        if (!all.some(({ postcode }) => postcode === other.postcode))
          expect(index.find(other.postcode)).toBe(-1);
      }),
    );
  });

  it('finds nothing, and never fails, for any other text', () => {
    const read = readPostcodeIndex(packed([{ postcode: 'HX1 1UJ', district: 'E08000033' }]), 'test');
    if (!read.ok) throw new Error('broken');
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: fc.constantFrom(...'HX1UJ ') })),
        (text) => {
          const isIt = text.replace(/[ \t\u00a0]/g, '').toUpperCase() === 'HX11UJ';
          expect(read.value.find(text)).toBe(isIt ? 0 : -1);
        },
      ),
      { numRuns: 3000 },
    );
  });

  it('keeps the first of two records of one postcode and counts the second', () => {
    const packer = new PostcodePacker();
    packer.add({ postcode: 'HX1 1UJ', district: 'E08000033' });
    packer.add({ postcode: 'HX11UJ', district: 'E08000032' });
    const { bytes, size, twice } = packer.finish(about);
    expect([size, twice]).toEqual([1, 1]);
    const read = readPostcodeIndex(bytes, 'test');
    expect(read.ok && read.value.districtAt(0)).toBe('E08000033');
  });

  it('takes no text that is not a whole postcode', () => {
    const packer = new PostcodePacker();
    for (const postcode of ['', 'HX1', 'GIR 0AA', 'HX1 1CV', 'hx1 1uj', '11 1AA', 'ABCD 1AA']) {
      expect(packer.add({ postcode }), postcode).toBe(false);
    }
  });

  it('is refused, and never read by half, when any of its bytes are lost', () => {
    const bytes = packed([
      { postcode: 'HX1 1UJ', district: 'E08000033', position: { lat: 53.7, lon: -1.8 } },
      { postcode: 'AB10 1AB', district: 'S12000033' },
    ]);
    for (let length = 0; length < bytes.length; length += 7) {
      const read = readPostcodeIndex(bytes.subarray(0, length), 'places.bin');
      expect(read.ok, `${length} bytes`).toBe(false);
      expect(read.issues[0]?.where.file).toBe('places.bin');
    }
  });
});
