import type { Lm3Result } from '../../../core/index.ts';
import { element } from '../element.ts';
import { type Section, section } from '../section.ts';
import { sourceInWords } from './sources.ts';

/** What the figure must not be taken for, each with the document that says so. */
export function caveats({ caveats: made }: Lm3Result): Section {
  return section(
    'caveats',
    'What this figure does not say',
    element(
      'ul',
      { class: 'caveats' },
      made.map(({ text, source }) =>
        element(
          'li',
          {},
          element('p', {}, text),
          element('p', { class: 'quiet' }, 'Source: ', sourceInWords(source)),
        ),
      ),
    ),
  );
}
