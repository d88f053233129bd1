import { fewestAnswersForInterval, intervalLevel } from '../interval.ts';
import type { Settings } from '../settings.ts';
import { fewestAnswersForRatio } from '../stratify.ts';
import { studentTQuantile } from '../student-t.ts';
import { chanceOfAnswers, sureEnough } from './enough-answers.ts';
import {
  type Asked,
  askAll,
  askSome,
  type ExpectedStratum,
  expectedStratum,
  type Sums,
} from './expected-reach.ts';
import type { Kind, SizeRanks } from './size-ranks.ts';

/** What every way of asking starts from. */
export interface Ground {
  readonly ranks: SizeRanks;
  /** Kinds of supplier that round 3 follows. */
  readonly kinds: readonly Kind[];
  /** Variance that re-spend shares of a kind are expected to have. */
  readonly shareVariance: Readonly<Record<Kind, number>>;
  readonly answerRate: number;
  readonly mean: Settings['meanOfAnswers'];
  /** Variances in GBP squared that a staff survey brings, with their degrees of freedom. */
  readonly staff: readonly { readonly variance: number; readonly freedom: number }[];
  /** Why no survey of suppliers can bring an interval, if so. */
  readonly never?: string;
}

/** Questionnaires to the largest, and at random to the rest of each kind. */
export interface Split {
  readonly largest: number;
  readonly random: Readonly<Record<Kind, number>>;
}

export interface SplitStratum extends ExpectedStratum {
  readonly id: string;
  /** Stands before "suppliers". */
  readonly label: string;
  readonly shareVariance: number;
}

/** A split with what it is expected to bring. */
export interface JudgedSplit extends Split {
  readonly strata: readonly SplitStratum[];
  /** Chance that there are answers enough for an interval, 0 to 1. */
  readonly chanceOfInterval: number;
  /** Half-width in GBP of round 3, with its parts; null when no interval is to be expected. */
  readonly spread: { readonly freedom: number; readonly t: number; readonly halfWidth: number } | null;
  readonly noIntervalBecause?: string;
}

/** What a split is expected to bring (docs/method/lm3.md, Planning the survey). */
export function judge(split: Split, ground: Ground): JudgedSplit {
  const parts = ground.kinds.map((kind) => kindStrata(kind, split, ground));
  const strata = parts.flatMap((part) => part.strata);
  const chanceOfInterval =
    ground.never === undefined ? parts.reduce((all, { chance }) => all * chance, 1) : 0;
  if (chanceOfInterval < sureEnough) {
    const [weakest] = [...parts].sort((a, b) => a.chance - b.chance);
    const noIntervalBecause = ground.never ?? weakest?.reason ?? '';
    return { ...split, strata, chanceOfInterval, spread: null, noIntervalBecause };
  }
  const variances = [
    ...strata
      .filter(({ silent }) => silent > 0)
      .map((stratum) => ({ variance: varianceOf(stratum), freedom: stratum.answers - 1 })),
    ...ground.staff,
  ];
  const variance = variances.reduce((total, part) => total + part.variance, 0);
  const scatter = variances.reduce((total, part) => total + part.variance ** 2 / part.freedom, 0);
  const freedom = scatter > 0 ? variance ** 2 / scatter : Number.POSITIVE_INFINITY;
  const t = scatter > 0 ? studentTQuantile(1 - (1 - intervalLevel) / 2, freedom) : 0;
  return { ...split, strata, chanceOfInterval, spread: { freedom, t, halfWidth: t * Math.sqrt(variance) } };
}

/** GBP squared. */
export const varianceOf = ({ shareVariance, estimateReach, silentReach }: SplitStratum): number =>
  shareVariance * (estimateReach + silentReach);

const kindWords: Readonly<Record<Kind, string>> = { local: 'local', nonLocal: 'non-local' };

/** Strata of a kind as they will be formed, and the chance that they have answers enough for an interval. */
function kindStrata(
  kind: Kind,
  { largest, random }: Split,
  { ranks, shareVariance, answerRate, mean }: Ground,
): { strata: SplitStratum[]; chance: number; reason: string } {
  const rank = largest === 0 ? 0 : ranks.rankOf(largest);
  const group = (rest: boolean) => {
    const answered = ranks.sums(kind, true, rank, rest);
    const silent = ranks.sums(kind, false, rank, rest);
    const sent = rest ? Math.min(random[kind], silent.count) : silent.count;
    const asked = rest ? askSome(silent, sent, answerRate) : askAll(silent, answerRate);
    const chanceOf = (answers: number): number => chanceOfAnswers(answered.count, sent, answerRate, answers);
    return { answered, asked, chanceOf, staysSilent: silent.count > 0 && asked.chance < 1 };
  };
  const large = group(false);
  const rest = group(true);
  const stratum = (size: string, answered: Sums, asked: readonly Asked[]): SplitStratum => ({
    id: size ? `${kind}.${size}` : kind,
    label: size ? `${size} ${kindWords[kind]}` : kindWords[kind],
    shareVariance: shareVariance[kind],
    ...expectedStratum(answered, asked, mean),
  });
  const strata = [large, rest].every(({ chanceOf }) => chanceOf(fewestAnswersForRatio) >= 0.5)
    ? [stratum('large', large.answered, [large.asked]), stratum('smaller', rest.answered, [rest.asked])]
    : [stratum('', together(large.answered, rest.answered), [large.asked, rest.asked])];

  // The smaller ones need answers of their own: the largest cannot stand for them.
  const chanceOfRest = rest.staysSilent ? rest.chanceOf(fewestAnswersForInterval) : 1;
  // Too few answers of the largest for a stratum join those of the rest; between the two limits lies a gap.
  const joined = rest.staysSilent ? 1 - large.chanceOf(fewestAnswersForRatio) : 0;
  const chanceOfLarge = large.staysSilent ? large.chanceOf(fewestAnswersForInterval) + joined : 1;
  const short = chanceOfRest < chanceOfLarge ? 'smaller' : 'largest';
  return {
    strata,
    chance: chanceOfRest * chanceOfLarge,
    reason: `the ${short} ${kindWords[kind]} suppliers, of which some stay silent, are not sure enough to bring the ${fewestAnswersForInterval} answers that an interval needs`,
  };
}

const together = (one: Sums, other: Sums): Sums => ({
  count: one.count + other.count,
  spend: one.spend + other.spend,
  squares: one.squares + other.squares,
});
