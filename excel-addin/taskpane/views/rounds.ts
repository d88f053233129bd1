import { type Explained, everyNode, formatGbp, formatRatio, type Lm3Result } from '../../../core/index.ts';
import { element } from '../element.ts';
import { type Section, section } from '../section.ts';

/** The three rounds with what they are made of, from the same tree as the workings. */
export function rounds(result: Lm3Result): Section {
  const parts = ['round1', 'round2', 'round3'].map((id) => nodeOf(result.workings, id));
  return section(
    'rounds',
    'The three rounds',
    element(
      'div',
      { class: 'table-frame' },
      element(
        'table',
        {},
        element('caption', { class: 'hidden' }, 'Rounds 1 to 3 with their parts'),
        element(
          'thead',
          {},
          element(
            'tr',
            {},
            element('th', { scope: 'col' }, 'Round and part'),
            element('th', { scope: 'col', class: 'figure' }, 'Amount'),
          ),
        ),
        parts.map((round) =>
          element(
            'tbody',
            {},
            row(round, 'rowgroup', 'group'),
            round.inputs.map((part) => row(part, 'row')),
          ),
        ),
        element(
          'tfoot',
          {},
          element(
            'tr',
            {},
            element('th', { scope: 'row' }, 'Total of the three rounds'),
            element('td', { class: 'figure' }, formatGbp(result.total)),
          ),
          element(
            'tr',
            {},
            element('th', { scope: 'row' }, 'LM3 = total / round 1'),
            element('td', { class: 'figure' }, formatRatio(result.lm3)),
          ),
        ),
      ),
    ),
    element('p', { class: 'quiet' }, 'Parts may not add up to the last penny because of rounding.'),
  );
}

function row({ label, value }: Explained, scope: 'row' | 'rowgroup', name?: string): HTMLElement {
  return element(
    'tr',
    { class: name },
    element('th', { scope }, label),
    element('td', { class: 'figure' }, formatGbp(value)),
  );
}

function nodeOf(tree: Explained, id: string): Explained {
  for (const node of everyNode(tree)) if (node.id === id) return node;
  throw new Error(`The workings of LM3 have no "${id}".`);
}
