import type { Lm3ProjectInput } from '../../../core/index.ts';
import { byCategory, type Groups, localAndNot, oneKind } from './groups.ts';
import { bySize, flat, lumpy, mostlyNothing, type RespendLaw, rare } from './respend-laws.ts';
import { atRandom, eachWithChance, keenOnesAnswer, largestChased, type Silence } from './silence.ts';
import { calderdaleSizes, leedsSizes, type SupplierSizes, subset } from './supplier-sizes.ts';

/** A council's month and a survey of it: who was paid how much, who answers, how they are told apart. */
export interface Situation {
  readonly name: string;
  readonly sizes: SupplierSizes;
  readonly groups: Groups;
  readonly silence: Silence;
  /** Whether, within every stratum, each supplier is as likely to answer as any other. */
  readonly silenceIsRandom: boolean;
  readonly settings?: Lm3ProjectInput['settings'];
  readonly laws: readonly RespendLaw[];
}

const three = [flat, lumpy, bySize];
const all = [...three, mostlyNothing, rare];

/** All situations of the table, in its order. */
export function situations(): readonly Situation[] {
  const calderdale = calderdaleSizes();
  const leeds = leedsSizes();
  const small = subset(calderdale, 150);
  const fifth = eachWithChance(0.2);
  const tenth = eachWithChance(0.1);
  const random =
    (sizes: SupplierSizes) =>
    (name: string, silence: Silence, more: Partial<Situation> = {}): Situation => ({
      name,
      sizes,
      groups: oneKind,
      silence,
      silenceIsRandom: true,
      laws: three,
      ...more,
    });
  const ofSmall = random(small);
  const ofCalderdale = random(calderdale);
  const ofLeeds = random(leeds);
  const notRandom = { silenceIsRandom: false };
  return [
    ofSmall('5 answers', atRandom(5), { laws: all }),
    ofSmall('10 to 12', atRandom(10, 12), { laws: all }),
    ofSmall('20', atRandom(20), { laws: all }),
    ofSmall('30', atRandom(30), { laws: all }),
    ofSmall('75', atRandom(75)),
    ofSmall('20, local and not', atRandom(20), { groups: localAndNot }),
    ofSmall('30, local and not', atRandom(30), { groups: localAndNot }),
    ofSmall('30, five categories', atRandom(30), { groups: byCategory }),
    ofCalderdale('1 in 5', fifth, { laws: all }),
    ofCalderdale('1 in 5, largest 68 apart', fifth, { settings: { largestChased: 68 } }),
    ofCalderdale('1 in 5, local and not', fifth, { groups: localAndNot }),
    ofCalderdale('1 in 5, five categories', fifth, { groups: byCategory }),
    ofCalderdale('1 in 5, five categories, not used', fifth, {
      groups: byCategory,
      settings: { categoryStrata: false },
    }),
    ofLeeds('1 in 10', tenth, { laws: all }),
    ofLeeds('1 in 10, largest 110 apart', tenth, { settings: { largestChased: 110 } }),
    ofLeeds('1 in 10, local and not', tenth, { groups: localAndNot }),
    ...[ofCalderdale, ofLeeds].flatMap((of) => {
      const chased = largestChased(30, 0.7, 0.1);
      return [
        of('largest 30 chased, apart', chased, { settings: { largestChased: 30 } }),
        of('largest 30 chased, one stratum', chased, notRandom),
      ];
    }),
    ofSmall('20, the keen', keenOnesAnswer(20), notRandom),
    ofCalderdale('91, the keen', keenOnesAnswer(91), notRandom),
    ofLeeds('308, the keen', keenOnesAnswer(308), notRandom),
  ];
}
