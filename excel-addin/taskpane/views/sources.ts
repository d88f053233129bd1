import type { Source } from '../../../core/index.ts';
import { element } from '../element.ts';
import { type SourceDocument, sourceAnchor } from '../references.ts';
import { type Section, section } from '../section.ts';

/** Every document that the result rests on, with the places in it. */
export function sources(documents: readonly SourceDocument[]): Section {
  return section(
    'sources',
    'Sources',
    documents.map(({ title, link, places }) => [
      element('h3', {}, titleOf(title, link)),
      element(
        'ol',
        { class: 'sources', start: places[0]?.number },
        places.map(({ number, source }) => element('li', { id: sourceAnchor(number) }, placeInWords(source))),
      ),
    ]),
  );
}

/** Document and place, with a word of warning when we have not read it ourselves. */
export function sourceInWords(source: Source): HTMLElement {
  return element('span', {}, titleOf(source.title, source.link), `, ${placeInWords(source)}`);
}

const titleOf = (title: string, link: string | undefined): string | HTMLElement =>
  link && /^https:/.test(link) ? element('a', { href: link, rel: 'noreferrer' }, title) : title;

const placeInWords = ({ place, verified }: Source): string =>
  `${place}${verified ? '' : ' (not read by us in the document itself)'}`;
