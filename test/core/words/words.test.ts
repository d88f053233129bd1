import { describe, expect, it } from 'vitest';
import { words } from '../../../core/words/normalise.ts';
import { SpellingCorrector, slipsBetween } from '../../../core/words/spelling.ts';
import { stem } from '../../../core/words/stem.ts';

describe('stems', () => {
  // Pairs from Porter's paper and from the words of the field.
  it.each([
    ['caresses', 'caress'],
    ['ponies', 'poni'],
    ['agreed', 'agre'],
    ['plastered', 'plaster'],
    ['motoring', 'motor'],
    ['hopping', 'hop'],
    ['falling', 'fall'],
    ['filing', 'file'],
    ['happy', 'happi'],
    ['relational', 'relat'],
    ['adjustment', 'adjust'],
    ['adoption', 'adopt'],
    ['controll', 'control'],
  ])('%s becomes %s', (word, expected) => {
    expect(stem(word)).toBe(expected);
  });

  it('bring the forms of one word together', () => {
    const same = [
      ['supplier', 'suppliers'],
      ['plant', 'planted', 'planting', 'plants'],
      ['characteristic', 'characteristics'],
      ['respend', 'respending'],
      ['organisation', 'organisations', 'organise', 'organised'],
      ['calculate', 'calculated', 'calculation'],
    ];
    for (const forms of same) expect(new Set(forms.map(stem)).size, forms.join()).toBe(1);
  });

  it('leave numbers and short words alone', () => {
    expect(['lm3', '2.55', 'is', 'gp'].map(stem)).toEqual(['lm3', '2.55', 'is', 'gp']);
  });
});

describe('words of a question', () => {
  it('are the same however LM3 and re-spend are written', () => {
    expect(words('LM3 LM-3 lm 3')).toEqual(['lm3', 'lm3', 'lm3']);
    expect(words('re-spend re spent respend')).toEqual(['respend', 'respent', 'respend']);
  });

  it('spell out short forms', () => {
    expect(words('wot r u', { wot: 'what', r: 'are', u: 'you' })).toEqual(['what', 'are', 'you']);
  });

  it('do not take a short form from what every object has', () => {
    expect(words('constructor tostring', {})).toEqual(['constructor', 'tostring']);
  });

  it('keep figures whole and name percentages one way', () => {
    expect(words('£140,000 2.55 75% 75 per cent')).toEqual([
      '140000',
      '2.55',
      '75',
      'percent',
      '75',
      'percent',
    ]);
  });

  it('lose accents, possessives and American spelling', () => {
    expect(words('café Bradford’s neighborhood organization size')).toEqual([
      'cafe',
      'bradford',
      'neighbourhood',
      'organisation',
      'size',
    ]);
  });
});

describe('mistyped words', () => {
  it('count one slip for swapped, lost, doubled and neighbouring letters', () => {
    expect(slipsBetween('bradfrod', 'bradford', 2)).toBe(1);
    expect(slipsBetween('suplier', 'supplier', 2)).toBe(1);
    expect(slipsBetween('suppplier', 'supplier', 2)).toBe(1);
    expect(slipsBetween('ketter', 'letter', 2)).toBe(1);
  });

  it('count two for a letter that no finger mixes up', () => {
    expect(slipsBetween('mayor', 'manor', 3)).toBe(2);
  });

  it('are mended by the nearest known word, of two the commoner', () => {
    const corrector = new SpellingCorrector(
      new Map([
        ['supplier', 9],
        ['supplies', 2],
        ['manor', 1],
      ]),
    );
    expect(corrector.correct('suplier')).toBe('supplier');
    expect(corrector.correct('mayor')).toBeUndefined();
    expect(corrector.correct('supp')).toBeUndefined();
  });
});
