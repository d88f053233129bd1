import { crc32 as crcOfNode } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joinBytes } from '../../spreadsheet/join-bytes.ts';
import { Reading } from '../../spreadsheet/reading.ts';
import { Refusal } from '../../spreadsheet/refusal.ts';
import { crc32 } from '../../spreadsheet/zip/crc32.ts';
import { openZip } from '../../spreadsheet/zip.ts';
import { makeZip } from '../fakes/make-zip.ts';

const encoder = new TextEncoder();

function unpacked(bytes: Uint8Array, name: string): Uint8Array {
  const archive = openZip(bytes, new Reading({}));
  const entry = archive.find(name);
  if (entry === undefined) throw new Error(`no ${name}`);
  const pieces: Uint8Array[] = [];
  archive.unpack(entry, (piece) => pieces.push(piece.slice()));
  return joinBytes(pieces);
}

function refusal(read: () => unknown): string {
  try {
    read();
  } catch (error) {
    if (error instanceof Refusal) return error.issue.found;
    throw error;
  }
  return 'read';
}

describe('a zip archive', () => {
  it('unpacks what was packed, deflated or stored, in the plain or the 64-bit form', () => {
    const content = fc.oneof(
      fc.uint8Array({ maxLength: 200 }),
      fc
        .tuple(fc.uint8Array({ minLength: 1, maxLength: 40 }), fc.integer({ min: 1, max: 4000 }))
        .map(([piece, times]) => joinBytes(Array.from({ length: times }, () => piece))),
    );
    fc.assert(
      fc.property(
        fc.array(fc.tuple(content, fc.boolean()), { minLength: 1, maxLength: 4 }),
        fc.boolean(),
        (files, zip64) => {
          const bytes = makeZip(
            files.map(([file, stored], index) => ({ name: `folder/${index}`, content: file, stored })),
            { zip64 },
          );
          for (const [index, [file]] of files.entries()) {
            expect(Buffer.compare(unpacked(bytes, `Folder/${index}`), file)).toBe(0);
          }
        },
      ),
      { numRuns: 60, seed: 20261124 },
    );
  });

  it('takes backslashes and a leading slash in names for what they mean', () => {
    const bytes = makeZip([{ name: '\\xl\\workbook.xml', content: 'x' }]);
    expect(openZip(bytes, new Reading({})).entries.map(({ name }) => name)).toEqual(['xl/workbook.xml']);
  });

  it('finds its table of contents in front of a comment', () => {
    const bytes = makeZip([{ name: 'a', content: 'x' }]);
    const comment = encoder.encode('made by hand');
    const withComment = joinBytes([bytes, comment]);
    withComment[bytes.length - 2] = comment.length;
    expect(unpacked(withComment, 'a')).toEqual(encoder.encode('x'));
  });

  it('is refused when a size or check sum is not what the table says', () => {
    const content = 'spend '.repeat(1000);
    const file = { name: 'a', content };
    expect(refusal(() => unpacked(makeZip([{ ...file, declaredBytes: 5_999 }]), 'a'))).toContain(
      'more than it declares',
    );
    expect(refusal(() => unpacked(makeZip([{ ...file, declaredBytes: 6_001 }]), 'a'))).toContain(
      'less than it declares',
    );
    expect(refusal(() => unpacked(makeZip([{ ...file, crc: 1 }]), 'a'))).toContain('bytes changed');
    expect(refusal(() => unpacked(makeZip([{ ...file, declaredPackedBytes: 12 }]), 'a'))).toMatch(
      /cannot be unpacked|less than/,
    );
    expect(refusal(() => unpacked(makeZip([{ ...file, declaredPackedBytes: 1e6 }]), 'a'))).toContain(
      'runs past the end',
    );
    expect(
      refusal(() => unpacked(makeZip([{ ...file, packed: encoder.encode('no deflate') }]), 'a')),
    ).toContain('cannot be unpacked');
  });

  it('is refused when files share their bytes', () => {
    const bytes = makeZip([
      { name: 'aa', content: 'x' },
      { name: 'bb', content: 'y'.repeat(100), stored: true },
    ]);
    const view = new DataView(bytes.buffer);
    // The header of the second file is copied into the data of the first by lengthening that.
    const packedSizeInTable = bytes.findLastIndex(
      (_, at) => at < bytes.length - 60 && view.getUint32(at, true) === 0x02014b50,
    );
    const first = bytes.findIndex((_, at) => view.getUint32(at, true) === 0x02014b50);
    expect(first).toBeLessThan(packedSizeInTable);
    view.setUint32(first + 20, 60, true);
    expect(refusal(() => openZip(bytes, new Reading({})))).toContain('bb shares its bytes');
  });

  it('has the check sums that everyone computes', () => {
    expect(crc32(encoder.encode('123456789'))).toBe(0xcbf43926);
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.nat(300), (bytes, cut) => {
        const whole = crc32(bytes);
        expect(crc32(bytes.subarray(cut), crc32(bytes.subarray(0, cut)))).toBe(whole);
        if (typeof crcOfNode === 'function') expect(whole).toBe(crcOfNode(bytes));
      }),
    );
  });
});
