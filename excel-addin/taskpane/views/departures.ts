import type { Lm3Result } from '../../../core/index.ts';
import { element } from '../element.ts';

/** Every choice of the project that is not the standard one. It stands at the figure, not at the end. */
export function departures({ departures: made }: Lm3Result): HTMLElement[] {
  if (made.length === 0) return [];
  return [
    element(
      'div',
      { class: 'departures' },
      element('h2', {}, 'Not by the standard settings'),
      element(
        'ul',
        {},
        made.map(({ setting, used, standard }) =>
          element(
            'li',
            {},
            element('strong', {}, `${setting}: `),
            used,
            element('span', { class: 'quiet' }, ` (standard: ${standard})`),
          ),
        ),
      ),
      element('p', {}, 'Compare it only with results that were worked out in the same way.'),
    ),
  ];
}
