import { formatGbp, isLowerBound, type Lm3Result } from '../../../core/index.ts';
import { element } from '../element.ts';
import { type Section, section } from '../section.ts';
import { tile } from './tile.ts';
import { workingsLink } from './workings.ts';

/** The three things that are said of a pound. They differ by what they leave out, and are often mixed up. */
export function wordings(result: Lm3Result): Section {
  const { lm3, additional, worth } = result;
  const floor = isLowerBound(result) ? 'at least ' : '';
  return section(
    'wordings',
    'What can be said of a pound',
    element(
      'div',
      { class: 'tiles' },
      tile(
        '£1.00 becomes',
        `${floor}${formatGbp(lm3)}`,
        'This is LM3: the pound itself, and rounds 2 and 3.',
        [workingsLink('lm3', 'LM3')],
      ),
      tile(
        'An extra',
        `${floor}${formatGbp(additional)}`,
        'LM3 less the pound itself: what rounds 2 and 3 add to it.',
      ),
      ...worthTile(worth.localSupplier, 'local', floor),
      ...worthTile(worth.nonLocalSupplier, 'non-local', floor),
    ),
    element(
      'p',
      { class: 'quiet tiles-note' },
      'What a pound paid to a supplier is worth to the area leaves out round 1. It is not an LM3 and cannot be set beside one.',
    ),
  );
}

function worthTile(worth: number | null, kind: 'local' | 'non-local', floor: string): HTMLElement[] {
  if (worth === null) return [];
  return [
    tile(
      `Worth to the area, paid to a ${kind} supplier`,
      `${floor}${formatGbp(worth)}`,
      kind === 'local'
        ? 'Not an LM3: the pound reaches the area, and part of it is spent there again.'
        : 'Not an LM3: only what the supplier spends in the area counts.',
      [workingsLink(kind === 'local' ? 'worthLocal' : 'worthNonLocal', `a pound to a ${kind} supplier`)],
    ),
  ];
}
