import type { Source } from '../../explain/explained.ts';
import { characteristics } from '../../framework/framework.ts';
import type { DataAtHand, MeasureKind } from '../../framework/indicator-schema.ts';
import { type Indicator, indicatorName } from '../../framework/indicators.ts';

/** What an indicator comes as, in words. */
export const measureWords: Readonly<Record<MeasureKind, string>> = {
  counted: 'a count',
  money: 'pounds',
  share: 'a share (percent)',
  survey: 'answers to a question',
  ratio: 'a ratio',
};

/** An indicator as it is shown to somebody who looked for one. */
export interface FoundIndicator {
  readonly id: string;
  readonly name: string;
  readonly characteristic: { readonly number: number; readonly name: string };
  readonly standing: 'key' | 'other';
  readonly data: readonly {
    readonly id: string;
    readonly name: string;
    /** Whether the asker has it; undefined where nobody said what is at hand. */
    readonly atHand?: boolean;
  }[];
  readonly collect: string;
  readonly often: string;
  /** How it is counted, in words. */
  readonly counted: readonly string[];
  /** Why it was found. */
  readonly why: string;
  /** The words of the topic that were found in it. */
  readonly matched: readonly string[];
  readonly sources: readonly Source[];
}

export function foundIndicator(
  indicator: Indicator,
  why: string,
  matched: readonly string[],
  atHand: readonly DataAtHand[] | undefined,
): FoundIndicator {
  const { id, characteristic: number, standing, needs, collect, often, measures, sources } = indicator;
  const name = characteristics().find((each) => each.number === number)?.name ?? '';
  return {
    id,
    name: indicatorName(indicator),
    characteristic: { number, name },
    standing,
    data: needs.map((kind) => ({
      id: kind.id,
      name: kind.name,
      ...(atHand && { atHand: atHand.some((held) => held.id === kind.id) }),
    })),
    collect,
    often,
    counted: measures.map((measure) => measureWords[measure]),
    why,
    matched,
    sources,
  };
}

/** An indicator that somebody chose by name, so that there is no why. */
export function shownIndicator(indicator: Indicator): FoundIndicator {
  return foundIndicator(indicator, '', [], undefined);
}
