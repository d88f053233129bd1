import type { Assumption } from '../../../core/index.ts';
import { element } from '../element.ts';
import { assumptionAnchor } from '../references.ts';
import { type Section, section } from '../section.ts';
import { sourceInWords } from './sources.ts';

/** Every choice the result rests on, with what would move if it were made otherwise. */
export function assumptions(made: readonly Assumption[]): Section[] {
  if (made.length === 0) return [];
  return [
    section(
      'assumptions',
      'What was assumed',
      element(
        'ol',
        { class: 'assumptions' },
        made.map(({ text, because, effect, source }, index) =>
          element(
            'li',
            { id: assumptionAnchor(index + 1) },
            element('p', { class: 'assumed' }, text),
            element(
              'dl',
              {},
              fact('Why', because),
              fact('Effect', effect),
              source ? fact('Source', sourceInWords(source)) : undefined,
            ),
          ),
        ),
      ),
    ),
  ];
}

const fact = (name: string, words: string | Node): HTMLElement =>
  element('div', {}, element('dt', {}, name), element('dd', {}, words));
