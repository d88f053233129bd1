import { type Child, element } from '../element.ts';

/** One figure with its name above and what it means below. */
export function tile(
  label: string,
  figure: Child,
  words: Child,
  links: readonly HTMLElement[] = [],
): HTMLElement {
  return element(
    'div',
    { class: 'tile' },
    element('h3', {}, label),
    element('p', { class: 'tile-figure' }, figure),
    element('p', {}, words),
    links.length > 0
      ? element(
          'p',
          { class: 'to-workings' },
          'Workings of ',
          links.flatMap((link, index) => (index === 0 ? [link] : [' and ', link])),
        )
      : undefined,
  );
}
