import type { EnabledResult } from '../../../../core/index.ts';
import { element } from '../../element.ts';
import { icon } from '../../icons.ts';

type Confidence = EnabledResult['totals']['confidence'];

const looks = {
  high: { word: 'High', sign: 'tick' },
  moderate: { word: 'Moderate', sign: 'wave' },
  low: { word: 'Low', sign: 'cross' },
  unknown: { word: 'Not known', sign: undefined },
} as const satisfies Record<Confidence, unknown>;

/** Confidence as a word with a shape and a colour of its own, of which the word alone says it all. */
export function confidenceBadge(confidence: Confidence): HTMLElement {
  const { word, sign } = looks[confidence];
  return element(
    'span',
    { class: `badge confidence-${confidence}` },
    sign && icon(sign),
    sign ? ` ${word}` : word,
  );
}
