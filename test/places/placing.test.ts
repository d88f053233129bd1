import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  type LocalArea,
  type LocalAreaInput,
  outwardShares,
  type PostcodeIndex,
  parseLocalArea,
  placePostcode,
  placerFor,
} from '../../core/index.ts';
import { shippedPostcodes } from '../../places/shipped-postcodes.ts';

let index: PostcodeIndex;
beforeAll(async () => {
  index = await shippedPostcodes();
});

function area(input: LocalAreaInput): LocalArea {
  const parsed = parseLocalArea(input, index);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
  return parsed.value;
}
const inCalderdale = (postcode: string) =>
  placePostcode(index, area({ districts: ['Calderdale'] }), postcode);

describe('placing a postcode in districts', () => {
  it('says local or not local with the district', () => {
    expect(inCalderdale('hx11uj')).toEqual({
      placing: 'local',
      reason: 'HX1 1UJ is in Calderdale',
      district: { code: 'E08000033', name: 'Calderdale' },
    });
    expect(inCalderdale('SW1A 1AA')).toEqual({
      placing: 'notLocal',
      reason: 'SW1A 1AA is in Westminster',
      district: { code: 'E09000033', name: 'Westminster' },
    });
  });

  it('leans on the first half of a postcode that is not held where 95% of it agrees, and says so', () => {
    expect(index.find('HX1 5ZZ')).toBe(-1);
    const placed = inCalderdale('HX1 5ZZ');
    expect(placed).toMatchObject({ placing: 'local', district: { name: 'Calderdale' } });
    expect(placed.assumption).toBe('placed by its first half, HX1, nearly all of which is in Calderdale');
    expect(inCalderdale('HX1')).toMatchObject({ placing: 'local', assumption: placed.assumption });
  });

  it('cannot tell by a first half that is shared', () => {
    const placed = placePostcode(index, area({ districts: ['Aberdeen City'] }), 'AB12');
    expect(placed).toEqual({
      placing: 'cannotTell',
      reason: 'only the first half, AB12, is given, and 69% of the live postcodes of AB12 are local',
    });
  });

  it('says of every first half what at least 95% of its postcodes say, else that it cannot tell', () => {
    const place = placerFor(index, area({ districts: ['West Yorkshire', 'Rochdale'] }));
    const codes = new Set(
      area({ districts: ['West Yorkshire', 'Rochdale'] }).districts.map(({ code }) => code),
    );
    for (const outward of index.outwards) {
      const shares = outwardShares(index, outward);
      const local = (shares?.districts ?? []).reduce(
        (sum, { code, share }) => sum + (codes.has(code) ? share : 0),
        0,
      );
      const known = (shares?.districts ?? []).reduce((sum, { share }) => sum + share, 0);
      const expected = local >= 0.95 ? 'local' : known - local >= 0.95 ? 'notLocal' : 'cannotTell';
      // Sums of shares are rounded in their last digit; 0.95 sharp does not come up.
      expect(place(outward).placing, outward).toBe(expected);
    }
  });

  it.each([
    ['BT7 1NN', 'notLocal', 'BT7 1NN is in Northern Ireland, whose postcodes are not held'],
    ['JE2 3AB', 'notLocal', 'JE2 3AB is in Jersey'],
    ['IM1 1AA', 'notLocal', 'IM1 1AA is on the Isle of Man'],
    ['FIQQ 1ZZ', 'notLocal', 'FIQQ 1ZZ is in a British overseas territory'],
    ['GIR 0AA', 'cannotTell', 'GIR 0AA is a special code of the former Girobank, which no district holds'],
    ['BFPO 801', 'cannotTell', 'BFPO 801 is a British Forces address (BFPO), which says no place'],
    ['BX1 1LT', 'cannotTell', 'BX1 1LT is a code without a place, used by banks and tax offices'],
    [
      'HX9 9ZZ',
      'cannotTell',
      'HX9 9ZZ is not among the postcodes held, and no postcode held begins with HX9',
    ],
    ['', 'cannotTell', 'no postcode'],
    ['see contract', 'cannotTell', '"see contract" is not a postcode'],
  ])('says of %j plainly what it is', (text, placing, reason) => {
    expect(inCalderdale(text)).toEqual({ placing, reason });
  });

  it('cannot tell of Northern Ireland when the area holds some of it', () => {
    const both = area({ districts: ['Belfast', 'Calderdale'] });
    expect(placePostcode(index, both, 'BT7 1NN').placing).toBe('cannotTell');
    expect(placePostcode(index, both, 'HX1 1UJ').placing).toBe('local');
  });
});

describe('placing a postcode in a circle', () => {
  it('says how far it is', () => {
    const circle = area({ centre: 'HX1 1UJ', radiusKm: 12 });
    expect(circle.name).toBe('12 km round HX1 1UJ');
    expect(placePostcode(index, circle, 'BD1 1HY').reason).toMatch(
      /^BD1 1HY is 1\d\.\d km from HX1 1UJ, within 12 km$/,
    );
    expect(placePostcode(index, circle, 'LS1 1UR').placing).toBe('notLocal');
  });

  it('places a postcode without a position by its first half, or not at all', () => {
    const unplaced = Array.from({ length: index.size }, (_, row) => row).filter(
      (row) => index.positionAt(row) === undefined,
    );
    const place = placerFor(index, area({ centre: 'HX1', radiusKm: 12 }));
    const answers = unplaced.map((row) => place(index.postcodeAt(row)));
    expect(answers).toHaveLength(836);
    for (const { placing, assumption } of answers)
      expect(placing === 'cannotTell' || assumption !== undefined).toBe(true);
    expect(new Set(answers.map(({ placing }) => placing))).toEqual(new Set(['notLocal', 'cannotTell']));
  });

  it('cannot tell of Northern Ireland or the Isle of Man when it reaches them', () => {
    const stranraer = area({ centre: 'DG9 7AA', radiusKm: 60 });
    expect(placePostcode(index, stranraer, 'BT1 1AA').placing).toBe('cannotTell');
    expect(placePostcode(index, area({ centre: 'DG9 7AA', radiusKm: 10 }), 'BT1 1AA').placing).toBe(
      'notLocal',
    );
    expect(placePostcode(index, stranraer, 'JE2 3AB').placing).toBe('notLocal');
  });

  it('joins districts: what either holds is local', () => {
    const joined = area({ districts: ['Bradford'], centre: 'HX1', radiusKm: 5 });
    expect(joined.name).toBe('Bradford and 5 km round HX1');
    expect(placePostcode(index, joined, 'BD1 1HY').placing).toBe('local');
    expect(placePostcode(index, joined, 'HX1 1UJ').placing).toBe('local');
    expect(placePostcode(index, joined, 'OL14 7EE').placing).toBe('notLocal');
  });

  it('places whatever text comes, and the same each time', () => {
    const place = placerFor(index, area({ centre: 'HX1', radiusKm: 12 }));
    const texts = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: fc.constantFrom(...'HXBT 01OILUJ') }),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const { placing, reason } = place(text);
        expect(['local', 'notLocal', 'cannotTell']).toContain(placing);
        expect(reason.length).toBeLessThan(200);
        expect(place(text)).toEqual({ ...place(text) });
      }),
    );
  });
});

describe('asking for a local area', () => {
  const issuesOf = (input: LocalAreaInput) => parseLocalArea(input, index).issues.map(({ found }) => found);

  it('takes codes and names, counties and former districts', () => {
    expect(area({ districts: ['West Yorkshire'] }).districts).toHaveLength(5);
    expect(area({ districts: ['E08000033', 'Bradford'] }).name).toBe('Calderdale and Bradford');
    expect(issuesOf({ districts: ['E08000019'] })).toEqual([
      '"E08000019": E08000019 is now E08000039, Sheffield',
    ]);
  });

  it.each([
    [{}, 'no area'],
    [{ districts: ['Cornwal', 'Atlantis'] }, '"Cornwal"'],
    [{ centre: 'HX1' }, 'a centre without a radius'],
    [{ radiusKm: 5 }, 'a radius without a centre'],
    [{ centre: 'HX1', radiusKm: 0 }, '0'],
    [{ centre: 'HX1', radiusKm: Number.NaN }, 'NaN'],
    [{ centre: 'ZZ1 1ZZ', radiusKm: 5 }, '"ZZ1 1ZZ"'],
    [{ centre: { lat: -1.8, lon: 53.7 }, radiusKm: 5 }, 'latitude -1.8, longitude 53.7'],
  ])('says what is wrong with %j', (input, found) => {
    const parsed = parseLocalArea(input, index);
    expect(parsed.ok).toBe(false);
    expect(parsed.issues[0]?.found).toBe(found);
  });
});
