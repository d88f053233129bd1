import type { Lm3ProjectInput } from '../../../core/index.ts';
import { type Numbers, wholeBelow } from './numbers.ts';
import { bySize, flat, lumpy, type RespendLaw, rare } from './respend-laws.ts';
import { atRandom, eachWithChance, keenOnesAnswer, largestChased, type Silence } from './silence.ts';
import { calderdaleSizes, leedsSizes, type SupplierSizes, subset } from './supplier-sizes.ts';

/** A council's month and a survey of it: who is paid how much, who is asked, how they are told apart. */
export interface Situation {
  readonly name: string;
  readonly sizes: SupplierSizes;
  readonly groups: Groups;
  readonly settings?: Lm3ProjectInput['settings'];
  readonly silence: Silence;
  /** Whether, within every stratum, each supplier is as likely to answer as any other. */
  readonly silenceIsRandom: boolean;
  readonly laws: readonly RespendLaw[];
}

/** How suppliers differ besides their size. */
export interface Groups {
  readonly draw: (next: Numbers) => { readonly local: boolean; readonly category?: string };
  /** What the law's share becomes for a supplier of a group. */
  readonly shift: (share: number, group: { readonly local: boolean; readonly category?: string }) => number;
}

const oneKind: Groups = { draw: () => ({ local: true }), shift: (share) => share };

/** Four in ten are local, and re-spend more. */
const localAndNot: Groups = {
  draw: (next) => ({ local: next() < 0.4 }),
  shift: (share, { local }) => (local ? 0.3 + 0.7 * share : 0.5 * share),
};

/** Five categories, each with its own usual share. */
const categories = ['care', 'building', 'transport', 'supplies', 'grants'];
const byCategory: Groups = {
  draw: (next) => ({ local: true, category: categories[wholeBelow(categories.length, next)] ?? '' }),
  shift: (share, { category = '' }) => 0.5 * share + 0.125 * categories.indexOf(category),
};

export function situations(): readonly Situation[] {
  const calderdale = calderdaleSizes();
  const leeds = leedsSizes();
  const small = subset(calderdale, 150);
  const laws = [flat, lumpy, bySize];
  const random = { silenceIsRandom: true, laws };
  const chased = { silence: largestChased(30, 0.7, 0.1), groups: oneKind, laws };
  return [
    { name: '5 answers at random', sizes: small, groups: oneKind, silence: atRandom(5), ...random },
    { name: '10 to 12 at random', sizes: small, groups: oneKind, silence: atRandom(10, 12), ...random },
    { name: '20 at random', sizes: small, groups: oneKind, silence: atRandom(20), ...random },
    { name: '30 at random', sizes: small, groups: oneKind, silence: atRandom(30), ...random },
    {
      name: '20 at random, local and not',
      sizes: small,
      groups: localAndNot,
      silence: atRandom(20),
      ...random,
    },
    {
      name: '30 at random, local and not',
      sizes: small,
      groups: localAndNot,
      silence: atRandom(30),
      ...random,
    },
    { name: '75 at random', sizes: small, groups: oneKind, silence: atRandom(75), ...random },
    { name: '120 at random', sizes: small, groups: oneKind, silence: atRandom(120), ...random },
    { name: '1 in 5 at random', sizes: calderdale, groups: oneKind, silence: eachWithChance(0.2), ...random },
    {
      name: '1 in 5 at random, local and not',
      sizes: calderdale,
      groups: localAndNot,
      silence: eachWithChance(0.2),
      ...random,
    },
    {
      name: '1 in 5 at random, by category',
      sizes: calderdale,
      groups: byCategory,
      silence: eachWithChance(0.2),
      ...random,
    },
    {
      name: '1 in 5 at random, categories not used',
      sizes: calderdale,
      groups: byCategory,
      silence: eachWithChance(0.2),
      settings: { categoryStrata: false },
      ...random,
    },
    { name: '1 in 10 at random', sizes: leeds, groups: oneKind, silence: eachWithChance(0.1), ...random },
    {
      name: '1 in 10 at random, local and not',
      sizes: leeds,
      groups: localAndNot,
      silence: eachWithChance(0.1),
      ...random,
    },
    {
      name: '30 largest chased, size strata',
      sizes: calderdale,
      ...chased,
      settings: { largestChased: 30 },
      silenceIsRandom: true,
    },
    { name: '30 largest chased, one stratum', sizes: calderdale, ...chased, silenceIsRandom: false },
    {
      name: '30 largest chased, size strata',
      sizes: leeds,
      ...chased,
      settings: { largestChased: 30 },
      silenceIsRandom: true,
    },
    { name: '30 largest chased, one stratum', sizes: leeds, ...chased, silenceIsRandom: false },
    {
      name: '5 at random',
      sizes: small,
      groups: oneKind,
      silence: atRandom(5),
      silenceIsRandom: true,
      laws: [rare],
    },
    {
      name: '20 at random',
      sizes: small,
      groups: oneKind,
      silence: atRandom(20),
      silenceIsRandom: true,
      laws: [rare],
    },
    {
      name: '1 in 5 at random',
      sizes: calderdale,
      groups: oneKind,
      silence: eachWithChance(0.2),
      silenceIsRandom: true,
      laws: [rare],
    },
    {
      name: '20, keen ones answer',
      sizes: small,
      groups: oneKind,
      silence: keenOnesAnswer(20),
      silenceIsRandom: false,
      laws,
    },
    {
      name: '91, keen ones answer',
      sizes: calderdale,
      groups: oneKind,
      silence: keenOnesAnswer(91),
      silenceIsRandom: false,
      laws,
    },
    {
      name: '308, keen ones answer',
      sizes: leeds,
      groups: oneKind,
      silence: keenOnesAnswer(308),
      silenceIsRandom: false,
      laws,
    },
  ];
}
