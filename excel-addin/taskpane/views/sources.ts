import { everyNode, type Lm3Result, type Source } from '../../../core/index.ts';
import { element } from '../element.ts';
import { type Section, section } from '../section.ts';

/** Every document that the result rests on, each place once. */
export function sources(result: Lm3Result): Section {
  return section(
    'sources',
    'Sources',
    element(
      'ul',
      { class: 'sources' },
      sourcesOf(result).map((source) => element('li', {}, sourceInWords(source))),
    ),
  );
}

function sourcesOf({ workings, otherWorkings, assumptions }: Lm3Result): Source[] {
  const found = [
    ...[workings, ...Object.values(otherWorkings)].flatMap((tree) =>
      [...everyNode(tree)].flatMap((node) => node.sources),
    ),
    ...assumptions.flatMap(({ source }) => (source ? [source] : [])),
  ];
  return [...new Map(found.map((source) => [`${source.title}, ${source.place}`, source])).values()];
}

/** Document and place, with a word of warning when we have not read it ourselves. */
export function sourceInWords({ title, place, link, verified }: Source): HTMLElement {
  return element(
    'span',
    {},
    link && /^https:/.test(link) ? element('a', { href: link, rel: 'noreferrer' }, title) : title,
    `, ${place}`,
    verified ? '' : ' (not read by us in the document itself)',
  );
}
