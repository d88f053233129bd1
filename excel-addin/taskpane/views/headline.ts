import { formatRatio, type Lm3Result, lm3Summary, methodName } from '../../../core/index.ts';
import { element } from '../element.ts';
import { departures } from './departures.ts';
import { ratingBadge } from './rating-badge.ts';
import { workingsLink } from './workings.ts';

/** LM3 in large, with what it is for, and LM2 beside it. */
export function headline(
  result: Lm3Result,
  fileName: string,
): { readonly heading: HTMLElement; readonly element: HTMLElement } {
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
      { class: 'hero card' },
      element(
        'div',
        { class: 'hero-main' },
        heading,
        element(
          'div',
          {},
          element('p', { class: 'lead' }, pound),
          projectFacts(result, fileName),
          element('p', { class: 'to-workings' }, workingsLink('lm3', 'Workings of LM3')),
        ),
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
        element('p', {}, 'It leaves out the third round, which is less certain.'),
        element('p', { class: 'to-workings' }, workingsLink('lm2', 'Workings of LM2')),
        element(
          'p',
          { class: 'second' },
          element('span', { class: 'second-label' }, 'Confidence: '),
          ratingBadge(result.rating),
        ),
        element(
          'p',
          { class: 'to-certainty' },
          element('a', { href: '#certainty' }, 'How sure is this figure?'),
        ),
      ),
      ...departures(result),
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

/** What the figure is of, besides the area and the period that stand in the headline. */
function projectFacts(result: Lm3Result, fileName: string): HTMLElement {
  const facts: readonly (readonly [string, string])[] = [
    ['Organisation', result.name],
    ['Scope', result.scope ?? 'not stated'],
    ['Workbook', fileName],
    ['Method', upperFirst(methodName(result))],
    ['Settings', result.departures.length === 0 ? 'standard' : 'not standard, see below'],
  ];
  return element(
    'dl',
    { class: 'facts' },
    facts.map(([name, value]) => element('div', {}, element('dt', {}, name), element('dd', {}, value))),
  );
}

const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
