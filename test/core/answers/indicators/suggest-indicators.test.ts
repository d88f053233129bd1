import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { indicatorById, indicators, suggestIndicators } from '../../../../core/index.ts';

const ids = (typed: string, most = 20) => suggestIndicators(typed, most).map(({ id }) => id);

describe('indicators offered while somebody types', () => {
  it('are the whole bank in its order before anything is typed', () => {
    expect(ids('', 100)).toEqual(indicators().map(({ id }) => id));
    expect(ids('  ', 5)).toHaveLength(5);
  });

  it('have names in which every word is begun so, and then what people say of them', () => {
    // “lon” begins “loneliness” in a name; “lonely” is what people say of connectedness.
    expect(ids('lon').slice(0, 2)).toEqual(['loneliness', 'connectedness']);
    expect(ids('LEV lonel')[0]).toBe('loneliness');
    expect(ids('lev zzz')).toEqual([]);
  });

  it('put key indicators before others where both have the word in their name', () => {
    const named = suggestIndicators('local', 100).filter(({ name }) => /\blocal/i.test(name));
    const standings = named.map(({ standing }) => standing);
    expect(standings.lastIndexOf('key')).toBeLessThan(standings.indexOf('other'));
  });

  it('are of the bank, each once, whatever is typed', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 300 }),
        fc.integer({ min: 1, max: 100 }),
        (typed, most) => {
          const offered = ids(typed, most);
          expect(new Set(offered).size).toBe(offered.length);
          expect(offered.length).toBeLessThanOrEqual(most);
          for (const id of offered) expect(indicatorById(id)).toBeDefined();
        },
      ),
      { numRuns: 50 },
    );
  });
});
