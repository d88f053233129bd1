import { formatRatio, type Lm3Result, lm3Summary, methodName } from '../../../core/index.ts';
import { element } from '../element.ts';
import { workingsLink } from './workings.ts';

/** LM3 in large, with what it is for, and LM2 beside it. */
export function headline(result: Lm3Result): {
  readonly heading: HTMLElement;
  readonly element: HTMLElement;
} {
  const { before, figure, after } = headlineParts(result);
  const heading = element(
    'h1',
    { class: 'headline', tabindex: -1 },
    element('span', { class: 'headline-label' }, `${before} `),
    element('strong', { class: 'headline-figure' }, figure),
    element('span', { class: 'headline-for' }, ` ${after}`),
  );
  const [, pound = ''] = lm3Summary(result).sentences;
  return {
    heading,
    element: element(
      'div',
      { class: 'hero' },
      element(
        'div',
        { class: 'hero-main' },
        heading,
        element('p', { class: 'lead' }, pound),
        workingsLink('lm3', 'LM3'),
      ),
      element(
        'div',
        { class: 'hero-side' },
        element(
          'p',
          { class: 'second' },
          element('span', { class: 'second-label' }, 'LM2 is '),
          element('strong', { class: 'second-figure' }, formatRatio(result.lm2)),
        ),
        element('p', {}, 'LM2 leaves out the third round, which is less certain.'),
        workingsLink('lm2', 'LM2'),
      ),
    ),
  };
}

/** The headline that every face shows, cut where its figure stands. */
function headlineParts(result: Lm3Result): { before: string; figure: string; after: string } {
  const { headline } = lm3Summary(result);
  const figure = formatRatio(result.lm3);
  const start = headline.indexOf(figure);
  return {
    before: headline.slice(0, start).trim(),
    figure,
    after: headline.slice(start + figure.length).trim(),
  };
}

/** What the figure is of. */
export function projectFacts(result: Lm3Result, fileName: string): HTMLElement {
  const facts: readonly (readonly [string, string])[] = [
    ['Organisation', result.name],
    ['Scope', result.scope ?? 'not stated'],
    ['Area', result.area ?? 'not stated'],
    ['Period', result.period ?? 'not stated'],
    ['Method', methodName(result)],
    ['Workbook', fileName],
  ];
  return element(
    'dl',
    { class: 'facts' },
    facts.map(([name, value]) => element('div', {}, element('dt', {}, name), element('dd', {}, value))),
  );
}
