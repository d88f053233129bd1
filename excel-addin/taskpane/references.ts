import { type Assumption, everyNode, type Lm3Result, type Source } from '../../core/index.ts';
import { element } from './element.ts';

/** Numbers for the assumptions and sources of a result, so that the workings can point to them briefly. */
export interface References {
  /** Every document, each place in it once. Numbers run through all of them. */
  readonly documents: readonly SourceDocument[];
  /** `assumption 2, source 5` as links; what is not in a list is not named. */
  linksFor(assumptions: readonly Assumption[], sources: readonly Source[]): readonly HTMLElement[];
}

export interface SourceDocument {
  readonly title: string;
  readonly link: string | undefined;
  readonly places: readonly { readonly number: number; readonly source: Source }[];
}

export const assumptionAnchor = (number: number): string => `assumption-${number}`;
export const sourceAnchor = (number: number): string => `source-${number}`;

export const referencesOf = (result: Lm3Result): References =>
  referencesTo(sourcesOf(result), result.assumptions);

/** Numbers for these sources and assumptions, in the order given. */
export function referencesTo(sources: readonly Source[], assumptions: readonly Assumption[]): References {
  const documents = documentsOf(sources);
  const sourceNumbers = new Map(
    documents.flatMap(({ places }) => places.map(({ number, source }) => [keyOf(source), number] as const)),
  );
  const assumptionNumbers = new Map(assumptions.map(({ id }, index) => [id, index + 1]));
  return {
    documents,
    linksFor: (made, places) => [
      ...made.flatMap(({ id }) => link('assumption', assumptionAnchor, assumptionNumbers.get(id))),
      ...places.flatMap((source) => link('source', sourceAnchor, sourceNumbers.get(keyOf(source)))),
    ],
  };
}

function link(what: string, anchor: (number: number) => string, number: number | undefined): HTMLElement[] {
  return number === undefined ? [] : [element('a', { href: `#${anchor(number)}` }, `${what} ${number}`)];
}

const keyOf = ({ title, place }: Source): string => `${title}\n${place}`;

function documentsOf(sources: readonly Source[]): SourceDocument[] {
  const byTitle = new Map<string, Map<string, Source>>();
  for (const source of sources) {
    const places = byTitle.get(source.title) ?? new Map<string, Source>();
    byTitle.set(source.title, places.set(source.place, source));
  }
  let number = 0;
  return [...byTitle].map(([title, places]) => ({
    title,
    link: [...places.values()].find(({ link }) => link !== undefined)?.link,
    places: [...places.values()].map((source) => {
      number += 1;
      return { number, source };
    }),
  }));
}

function sourcesOf({ workings, otherWorkings, assumptions, caveats }: Lm3Result): Source[] {
  return [
    ...[workings, ...Object.values(otherWorkings)].flatMap((tree) =>
      [...everyNode(tree)].flatMap((node) => node.sources),
    ),
    ...assumptions.flatMap(({ source }) => (source ? [source] : [])),
    ...caveats.map(({ source }) => source),
  ];
}
