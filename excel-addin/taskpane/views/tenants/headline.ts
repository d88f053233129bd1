import { formatFte, formatWholeGbp } from '../../../../core/index.ts';
import type { EnabledFound } from '../../../engine/messages.ts';
import { element } from '../../element.ts';
import { confidenceBadge } from './confidence-badge.ts';

/** The two rounded totals in large, with what they are of. */
export function tenantsHeadline(
  { result, summary: { headline, sentences } }: Pick<EnabledFound, 'result' | 'summary'>,
  fileName: string,
): { readonly heading: HTMLElement; readonly element: HTMLElement } {
  const heading = element(
    'h1',
    { class: 'headline enabled-headline', tabindex: -1 },
    inParts(headline, [result.headline.fte, result.headline.gva]),
  );
  const { totals, name, year } = result;
  const facts: readonly (readonly [string, string])[] = [
    ...(name === undefined ? [] : ([['Study', name]] as const)),
    ['Year', year ?? 'not stated'],
    ['Workbook', fileName],
    ['Before rounding', `${formatFte(totals.fte)} FTE and ${formatWholeGbp(totals.gvaGbp)}`],
  ];
  return {
    heading,
    element: element(
      'div',
      { class: 'hero card' },
      element(
        'div',
        {},
        heading,
        element('p', { class: 'lead' }, sentences[0]),
        element(
          'dl',
          { class: 'facts' },
          facts.map(([label, value]) =>
            element('div', {}, element('dt', {}, label), element('dd', {}, value)),
          ),
        ),
      ),
      element(
        'div',
        { class: 'hero-side' },
        element(
          'p',
          { class: 'second' },
          element('span', { class: 'second-label' }, 'Confidence: '),
          confidenceBadge(totals.confidence),
        ),
        element('p', { class: 'to-certainty' }, element('a', { href: '#to-ask' }, 'What would raise it?')),
      ),
    ),
  };
}

/** A sentence with its figures made to stand out. */
function inParts(sentence: string, figures: readonly string[]): HTMLElement[] {
  const parts: HTMLElement[] = [];
  let rest = sentence;
  for (const figure of figures) {
    const at = rest.indexOf(figure);
    if (at === -1) continue;
    if (at > 0) parts.push(element('span', { class: 'headline-label' }, rest.slice(0, at)));
    parts.push(element('strong', { class: 'enabled-figure' }, figure));
    rest = rest.slice(at + figure.length);
  }
  return rest === '' ? parts : [...parts, element('span', { class: 'headline-for' }, rest)];
}
