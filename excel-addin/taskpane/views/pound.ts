import { formatGbp, type Lm3Result, type PoundRound, poundChart, poundRounds } from '../../../core/index.ts';
import { element } from '../element.ts';
import { type Section, section } from '../section.ts';
import { drawing } from './drawing.ts';

/**
 * Where each pound goes: the chart that every face shows, and its figures as a table. People who do
 * not see the chart, or whose pane is too narrow for it, get the table instead.
 */
export function pound(result: Lm3Result): Section {
  return section(
    'each-pound',
    'Where each pound goes',
    element('div', { class: 'chart' }, drawing(poundChart(result))),
    element('div', { class: 'chart-table table-frame' }, table(poundRounds(result))),
  );
}

function table(rounds: readonly PoundRound[]): HTMLElement {
  return element(
    'table',
    {},
    element('caption', {}, 'What becomes of each £1.00 of round 1'),
    element(
      'thead',
      {},
      element(
        'tr',
        {},
        element('th', { scope: 'col' }, 'Part'),
        element('th', { scope: 'col', class: 'figure' }, 'Per £1.00'),
      ),
    ),
    rounds.map(({ label, perPound, slices }) =>
      element(
        'tbody',
        {},
        element(
          'tr',
          { class: 'group' },
          element('th', { scope: 'rowgroup' }, label),
          element('td', { class: 'figure' }, formatGbp(perPound)),
        ),
        slices.map((part) =>
          element(
            'tr',
            {},
            element('th', { scope: 'row' }, part.label, shareBar(part.perPound, part.stays)),
            element('td', { class: 'figure' }, formatGbp(part.perPound)),
          ),
        ),
      ),
    ),
  );
}

/** A bar as long as the share it stands for; what leaves the area is only an outline. */
function shareBar(share: number, stays: boolean): HTMLElement {
  const bar = element('span', { class: stays ? 'bar' : 'bar bar-leaves' });
  // Set on the element, not in markup: the page's security policy allows no inline styles.
  bar.style.width = `${share * 100}%`;
  return element('span', { class: 'bar-space', 'aria-hidden': 'true' }, bar);
}
