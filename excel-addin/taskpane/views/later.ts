import { element } from '../element.ts';

/** A place on the page for something that the worker is still at: a line says so until it is there. */
export function later<T>(
  asked: Promise<T>,
  working: string,
  show: (found: T) => readonly HTMLElement[],
): HTMLElement {
  const place = element('div', { 'aria-busy': 'true' }, element('p', { class: 'quiet' }, working));
  asked.then((found) => {
    place.replaceChildren(...show(found));
    place.removeAttribute('aria-busy');
  });
  return place;
}
