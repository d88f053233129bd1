import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPostcode } from '../../../core/index.ts';

const held = new Set(['HX1', 'SW1A', 'OX1', 'OL1', 'W1A', 'B1', 'E1', 'EC1A', 'SO14', 'BD1', 'BD11', 'L1']);
const read = (text: string) => readPostcode(text, (outward) => held.has(outward));

describe('a postcode as people type it', () => {
  it.each(['HX1 1UJ', 'hx1 1uj', 'HX11UJ', '  Hx1   1uJ ', 'HX1\u00a01UJ', 'HX1-1UJ.', 'H X 1 1 U J'])(
    'reads %j as HX1 1UJ without a remark',
    (text) => {
      expect(read(text)).toEqual({ kind: 'postcode', postcode: 'HX1 1UJ', outward: 'HX1' });
    },
  );

  it.each([
    ['HX1 IUJ', 'HX1 1UJ'],
    ['HXl 1UJ', 'HX1 1UJ'],
    ['0X1 1AA', 'OX1 1AA'],
    ['OL1 OAA', 'OL1 0AA'],
    ['S0I4 0AA', 'SO14 0AA'],
    ['SWIA 1AA', 'SW1A 1AA'],
    ['Unit 3, Dean Clough, Halifax HX1 1UJ', 'HX1 1UJ'],
  ])('reads %j as %s and says so', (text, postcode) => {
    const reading = read(text);
    expect(reading).toMatchObject({ kind: 'postcode', postcode });
    expect(reading).toHaveProperty('mended', `"${text}" was read as ${postcode}`);
  });

  it('tells a first half, also with a part of the second, as a first half', () => {
    expect(read('hx1')).toEqual({ kind: 'outward', outward: 'HX1' });
    expect(read('SW1A')).toEqual({ kind: 'outward', outward: 'SW1A' });
    // BD1 1, not BD11.
    expect(read('BD1 1')).toEqual({ kind: 'outward', outward: 'BD1' });
    expect(read('BD11')).toEqual({ kind: 'outward', outward: 'BD11' });
  });

  it.each(['n/a', '12345', 'Halifax', 'HX1 1CV', 'HX1 1UJ and BD1 1AA', '£12.00', 'x'.repeat(5000)])(
    'does not take %j for a postcode',
    (text) => {
      expect(read(text)).toEqual({ kind: 'unreadable' });
    },
  );

  it('tells an empty cell as empty', () => {
    expect(read('   ')).toEqual({ kind: 'empty' });
  });

  it('reads whatever comes, and what it reads it reads again the same', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(...'HX1 UJO0IL') })), (text) => {
        const reading = read(text);
        if (reading.kind !== 'postcode') return;
        expect(read(reading.postcode)).toEqual({
          kind: 'postcode',
          postcode: reading.postcode,
          outward: reading.outward,
        });
      }),
      { numRuns: 2000 },
    );
  });
});
