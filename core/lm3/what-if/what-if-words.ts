import type { Assumption } from '../../explain/explained.ts';
import { formatGbp, formatRatio } from '../../units/format.ts';
import { movesBy, signedGbp, signedRatio } from '../signed.ts';
import { lm3Sources } from '../sources.ts';
import { noPriceChange } from './route-pointer.ts';
import type { WhatIf } from './what-if.ts';

/** What every what-if takes for granted. */
export const standingAssumptions: readonly Assumption[] = [
  {
    id: 'noPriceChange',
    text: noPriceChange,
    because: 'LM3 says nothing about prices.',
    effect: 'If the local supplier is dearer, less is bought, or round 1 grows.',
    source: lm3Sources.adopted,
  },
  {
    id: 'heldRatios',
    text: 'Every supplier re-spends the same share as before, and the ratios taken for silent suppliers are held.',
    because: 'Moving money does not change what others re-spend.',
    effect: 'LM3 with the ratios recomputed from the suppliers that remain is told beside the result.',
    source: lm3Sources.adopted,
  },
];

/** Ratios that differ by less than this are the same but for the last digits of the calculation. */
const same = 1e-9;

/** The what-if in sentences that every face shows. */
export function whatIfSentences(value: Omit<WhatIf, 'sentences'>): string[] {
  const { before, after, difference, effects, bounds, averageGain, recomputedLm3 } = value;
  const changesArea = effects.some(({ kind }) => kind === 'area');
  const movesSpend = effects.some(({ routes }) => routes !== undefined);
  return [
    effects.length === 0
      ? `Nothing changes: LM3 stays ${formatRatio(before.lm3)}.`
      : `LM3 ${movesBy(difference.lm3)}, from ${formatRatio(before.lm3)} to ${formatRatio(after.lm3)}: round 2 ${signedGbp(difference.round2)}, round 3 ${signedGbp(difference.round3)}.`,
    ...(effects.length > 0 ? [rangeSentence(bounds, changesArea)] : []),
    ...effects.map(({ words, gainPerPound, addsToLm3 }) =>
      gainPerPound === null
        ? `${words}: LM3 ${signedRatio(addsToLm3)}. LM3s of unlike areas cannot be ranked, as larger areas hold more money.`
        : `${words}: each pound moved gains ${formatGbp(gainPerPound)} in rounds 2 and 3; LM3 ${signedRatio(addsToLm3)}.`,
    ),
    ...(averageGain
      ? [
          `From the average non-local to the average local supplier of this project a pound gains ${formatGbp(averageGain.value)}.`,
        ]
      : []),
    ...(Math.abs(recomputedLm3 - after.lm3) > same
      ? [
          `Ratios for silent suppliers are held, as moving money does not change what others re-spend. If they were recomputed from the suppliers that remain, LM3 would be ${formatRatio(recomputedLm3)} (${signedRatio(recomputedLm3 - after.lm3)}).`,
        ]
      : []),
    noPriceChange,
    ...(movesSpend ? [value.routes.words, value.example.words] : []),
  ];
}

function rangeSentence({ low, high }: WhatIf['bounds'], changesArea: boolean): string {
  if (high - low < same) return 'No answer is missing that could change this.';
  const range = `the change lies between ${signedRatio(low)} and ${signedRatio(high)}`;
  return changesArea
    ? `Whatever silent suppliers are like in either area, ${range}.`
    : `Whatever silent suppliers are like, ${range}.`;
}
