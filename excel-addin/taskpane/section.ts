import { button, type Child, element } from './element.ts';

/** A titled part of the result, which the list of contents can jump to. */
export interface Section {
  readonly id: string;
  readonly title: string;
  readonly element: HTMLElement;
  /** Opens the part, where it is one that opens. */
  readonly open?: () => void;
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

/**
 * A part that shows its title and one line until it is opened. What is in it is made only then, so
 * that the many things one may want to know do not hold up the one that everyone does.
 */
export function openingSection(
  id: string,
  title: string,
  lead: string,
  makeContent: () => readonly Child[],
): Section {
  const headingId = `${id}-title`;
  const contentId = `${id}-content`;
  const content = element('div', { id: contentId, class: 'opened', hidden: true });
  let isOpen = false;
  const show = (open: boolean) => {
    if (open && !content.hasChildNodes()) content.append(element('div', {}, ...makeContent()));
    isOpen = open;
    content.hidden = !open;
    toggle.setAttribute('aria-expanded', String(open));
  };
  const toggle = button(title, () => show(!isOpen), {
    id: headingId,
    class: 'opener',
    'aria-expanded': 'false',
    'aria-controls': contentId,
  });
  return {
    id,
    title,
    open: () => show(true),
    element: element(
      'section',
      { id, class: 'part card', 'aria-labelledby': headingId },
      element('h2', {}, toggle),
      element('p', { class: 'opener-lead' }, lead),
      content,
    ),
  };
}

/** Links to the parts of the page. One to a part that opens opens it. */
export function contentsOf(sections: readonly Section[]): HTMLElement {
  return element(
    'nav',
    { class: 'contents', 'aria-label': 'On this page' },
    element(
      'ul',
      {},
      sections.map(({ id, title, open }) => {
        const link = element('a', { href: `#${id}` }, title);
        if (open) link.addEventListener('click', open);
        return element('li', {}, link);
      }),
    ),
  );
}
