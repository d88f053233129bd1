import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { activityWords } from '../../../core/enabled/choose/activity-words.ts';
import { chooseActivity } from '../../../core/enabled/choose/choose-activity.ts';
import { shippedReference } from '../../../core/enabled/reference.ts';
import { sicOf } from '../../../core/enabled/sic.ts';
import searches from '../../fixtures/activity/searches.json' with { type: 'json' };

interface Search {
  readonly text: string;
  readonly expected: string;
  readonly also?: readonly string[];
}

const first = (text: string): string | undefined => chooseActivity(text).sic[0]?.code;

function score(list: readonly Search[]) {
  const misses = list.filter(({ text, expected }) => first(text) !== expected);
  const wrong = misses.filter(({ text, also = [] }) => !also.includes(first(text) ?? ''));
  return { exact: 1 - misses.length / list.length, defensible: 1 - wrong.length / list.length };
}

describe('everyday activities', () => {
  it.each([
    ['hairdresser', '96.02', 'retail-high-street'],
    ['yoga studio', '85.51', 'fitness-mid-market'],
    ['solicitor', '69.10', 'office-professional-services'],
    ['charity office', '88.99', 'office-corporate'],
    ['5-a-side', '93.11', 'fitness-budget'],
  ])('"%s" is %s, and its density %s comes first', (text, code, density) => {
    const choices = chooseActivity(text);
    expect(choices.found).toBe(true);
    expect(choices.sic[0]?.code).toBe(code);
    expect(choices.densities[0]?.id).toBe(density);
  });

  it('finds the expected class first for more than nine in ten of the searches it was tuned on', () => {
    const { exact, defensible } = score(searches.tuning);
    expect(exact).toBeGreaterThan(0.95);
    expect(defensible).toBeGreaterThan(0.97);
  });

  it('does as well on the half that was kept aside', () => {
    const { exact, defensible } = score(searches.keptAside);
    expect(exact).toBeGreaterThan(0.92);
    expect(defensible).toBeGreaterThan(0.97);
  });

  it('keeps enough searches, with codes that exist, none of them twice', () => {
    const all: Search[] = [...searches.tuning, ...searches.keptAside];
    expect(all.length).toBeGreaterThanOrEqual(150);
    expect(new Set(all.map(({ text }) => text)).size).toBe(all.length);
    for (const { expected, also = [] } of all) {
      for (const code of [expected, ...also]) expect(sicOf(code)?.code).toBe(code);
    }
  });

  it('finds each word of its own list under a code that has it', () => {
    const { activities } = activityWords();
    const codes = new Map<string, Set<string>>();
    for (const { sic, words } of activities) {
      for (const word of words) codes.set(word, (codes.get(word) ?? new Set()).add(sic.code));
    }
    expect(codes.size).toBeGreaterThan(2000);
    const lost = [...codes].filter(([word, own]) => !own.has(first(word) ?? ''));
    expect(lost.map(([word]) => word)).toEqual([]);
  });
});

describe('why', () => {
  it('names the word of the list', () => {
    expect(chooseActivity('Hairdresser').sic[0]?.why).toBe(
      'because "hairdresser" is in the list of everyday words for 96.02',
    );
  });

  it('says that a slip of spelling was read as a word', () => {
    expect(chooseActivity('photograpfer').sic[0]).toMatchObject({
      code: '74.20',
      why: expect.stringContaining('"photograpfer" was read as a word of it'),
    });
  });

  it('names the words of a title', () => {
    expect(chooseActivity('manufacture of macaroni').sic[0]).toMatchObject({
      code: '10.73',
      why: 'because "macaroni" is in the title of 10.73',
    });
  });

  it('says why a density is suggested, and when it is only the nearest', () => {
    expect(chooseActivity('cafe').densities[0]?.why).toBe(
      'because "cafe" usually works from a cafe or restaurant',
    );
    expect(chooseActivity('pub').densities[0]?.why).toContain('this is the nearest');
  });
});

describe('figures that were not read in the guide', () => {
  it('are marked wherever they are suggested', () => {
    const { densities } = shippedReference();
    const texts = activityWords().activities.map(({ words }) => words[0] ?? '');
    const suggested = texts.flatMap((text) => chooseActivity(text).densities);
    expect(suggested.filter(({ verified }) => !verified).length).toBeGreaterThan(50);
    for (const { id, verified, typical } of suggested) {
      expect(densities.get(id)?.verified === true, id).toBe(verified);
      expect(densities.get(id)?.value_typical, id).toBe(typical);
    }
  });

  it('never come from the older edition', () => {
    const texts = activityWords().activities.map(({ words }) => words[0] ?? '');
    const ids = texts.flatMap((text) => chooseActivity(text).densities.map(({ id }) => id));
    expect(ids.filter((id) => id.startsWith('2010'))).toEqual([]);
  });
});

describe('use classes', () => {
  it.each(['E', 'class E', 'Use Class E', 'use class e unit', 'Class E premises', 'planning use class E'])(
    '"%s" is never turned into a density: the use is asked for',
    (text) => {
      const { densities, useClassQuestion } = chooseActivity(text);
      expect(densities).toEqual([]);
      expect(useClassQuestion?.question).toContain('What are the premises used for?');
      expect(useClassQuestion?.options.map(({ useClass }) => useClass)).toEqual(
        expect.arrayContaining(['E(a)', 'E(b)', 'E(d)', 'E(g)(i)', 'E(g)(ii)', 'E(g)(iii)']),
      );
    },
  );

  it('E beside an activity takes the density of the activity, and says so', () => {
    const { sic, densities, useClassQuestion, notes } = chooseActivity('Class E hairdresser');
    expect(sic[0]?.code).toBe('96.02');
    expect(densities[0]?.id).toBe('retail-high-street');
    expect(useClassQuestion).toBeUndefined();
    expect(notes.join(' ')).toContain('Use Class E alone is never turned into a density');
  });

  it.each([
    ['A3', 'restaurant-cafe'],
    ['E(b)', 'restaurant-cafe'],
    ['use class B1a', 'office-corporate'],
    ['E(g)(iii)', 'light-industrial'],
    ['B8', 'distribution-final-mile'],
  ])('%s has its general density first: %s', (text, id) => {
    expect(chooseActivity(text).densities[0]?.id).toBe(id);
  });

  it.each(['B1', 'D1', 'D2', 'F2'])('%s holds too much for one density and is asked about', (text) => {
    expect(chooseActivity(text)).toMatchObject({ densities: [], useClassQuestion: { useClass: text } });
  });

  it('E is also told as the letter of a section', () => {
    expect(chooseActivity('E').sic[0]).toMatchObject({ code: 'E', level: 'section' });
  });
});

describe('codes', () => {
  it.each(['96.02', '9602', '96020', 'SIC 96.02'])('%s is taken as it is', (text) => {
    expect(chooseActivity(text).sic).toMatchObject([{ code: '96.02', why: 'because it is the code itself' }]);
  });
});

describe('premises without an activity', () => {
  it.each(['office', 'shop', 'light industrial unit', 'studio'])('"%s" has a density and no code', (text) => {
    const { found, sic, densities, notes } = chooseActivity(text);
    expect({ found, sic }).toEqual({ found: true, sic: [] });
    expect(densities.length).toBeGreaterThan(0);
    expect(notes.join(' ')).toContain('Add what is done there');
  });
});

describe('where the guide has no density', () => {
  it.each(['church', 'GP surgery', 'nursery', 'plumber', 'village hall'])(
    '"%s" gets none, and is told what to ask instead',
    (text) => {
      const { sic, densities, notes } = chooseActivity(text);
      expect(sic.length).toBeGreaterThan(0);
      expect(densities).toEqual([]);
      expect(notes.join(' ')).toMatch(/Ask how many people/);
    },
  );
});

describe('when nothing fits', () => {
  it.each(['zzgrblx', 'unit 4', 'quantum teleporter', '', '???'])('"%s" is told so', (text) => {
    const { found, sic, densities, notes } = chooseActivity(text);
    expect({ found, sic, densities }).toEqual({ found: false, sic: [], densities: [] });
    expect(notes.join(' ')).toContain('Nothing in our vocabulary');
  });

  it('the nearest section is offered where one can be told', () => {
    expect(chooseActivity('making widgets').nearestSection).toMatchObject({ code: 'C', level: 'section' });
    expect(chooseActivity('zzgrblx').nearestSection).toBeUndefined();
  });
});

describe('whatever is typed', () => {
  it('is answered, with codes and densities that exist, best first, each once', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), (text) => {
        const { sic, densities, found, nearestSection } = chooseActivity(text);
        for (const { code } of sic) expect(sicOf(code)?.code).toBe(code);
        expect(new Set(sic.map(({ code }) => code)).size).toBe(sic.length);
        expect(new Set(densities.map(({ id }) => id)).size).toBe(densities.length);
        const fits = sic.map(({ fit }) => fit);
        expect(fits).toEqual([...fits].sort((a, b) => b - a));
        if (nearestSection) expect(found).toBe(false);
      }),
    );
  });

  it('does not depend on capitals, plurals or doubled spaces', () => {
    for (const [one, other] of [
      ['hairdresser', ' HAIRDRESSERS '],
      ['solicitor', 'Solicitors'],
      ['yoga studio', 'Yoga  Studios'],
      ['coworking', 'Co-Working'],
    ] as const) {
      expect(first(one)).toBe(first(other));
    }
  });
});
