import type { Assumption } from '../../../core/index.ts';
import { element } from '../element.ts';
import { assumptionAnchor } from '../references.ts';
import { sourceInWords } from './sources.ts';

/** Choices that something rests on, with what would move if they were made otherwise. */
export const assumptionList = (made: readonly Assumption[], anchored = false): HTMLElement =>
  element(
    'ol',
    { class: 'assumptions' },
    made.map(({ text, because, effect, source }, index) =>
      element(
        'li',
        { id: anchored ? assumptionAnchor(index + 1) : undefined },
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
  );

const fact = (name: string, words: string | Node): HTMLElement =>
  element('div', {}, element('dt', {}, name), element('dd', {}, words));
