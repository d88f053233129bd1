import { type Child, element } from './element.ts';

/** A titled part of the result, which the list of contents can jump to. */
export interface Section {
  readonly id: string;
  readonly title: string;
  readonly element: HTMLElement;
}

export function section(id: string, title: string, ...content: readonly Child[]): Section {
  const headingId = `${id}-title`;
  return {
    id,
    title,
    element: element(
      'section',
      { id, class: 'part card', 'aria-labelledby': headingId },
      element('h2', { id: headingId, tabindex: -1 }, title),
      content,
    ),
  };
}

/** Links to the parts of the page. */
export function contentsOf(sections: readonly Section[]): HTMLElement {
  return element(
    'nav',
    { class: 'contents', 'aria-label': 'On this page' },
    element(
      'ul',
      {},
      sections.map(({ id, title }) => element('li', {}, element('a', { href: `#${id}` }, title))),
    ),
  );
}
