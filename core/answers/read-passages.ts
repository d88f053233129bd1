import type { Passage } from './passage.ts';
import type { Term, TermReader } from './vocabulary.ts';

/** A passage read into terms. */
export interface ReadPassage {
  readonly passage: Passage;
  /** Keys of each part that is searched on its own, and of all of them together. */
  readonly fields: Readonly<Record<'title' | 'asks' | 'words' | 'body', readonly string[]>>;
  readonly keys: ReadonlySet<string>;
  /** Keys of all parts but the body. */
  readonly focus: ReadonlySet<string>;
  readonly asks: readonly (readonly Term[])[];
}

const keysOf = (terms: readonly Term[]): string[] =>
  terms.flatMap((term) => [...term.keys, ...term.parts.flat()]);

/** The passages as terms, and how often each word is used in them. */
export function readPassages(
  passages: readonly Passage[],
  reader: TermReader,
): { read: ReadPassage[]; wordUses: Map<string, number> } {
  const texts = passages.map(({ title, body, asks, synonyms, names }) => [
    title,
    body,
    ...asks,
    ...synonyms,
    ...names,
  ]);
  const words = reader.wordsOfEach(texts.flat());
  const wordUses = new Map<string, number>();
  for (const word of words.flat()) wordUses.set(word, (wordUses.get(word) ?? 0) + 1);
  let next = 0;
  const read = passages.map((passage, at) => {
    const terms = (texts[at] ?? []).map(() => reader.terms(words[next++] ?? []));
    const [title = [], body = [], ...rest] = terms;
    const asks = rest.slice(0, passage.asks.length);
    const fields = {
      title: keysOf(title),
      asks: asks.flatMap(keysOf),
      words: rest.slice(passage.asks.length).flatMap(keysOf),
      body: keysOf(body),
    };
    const focus = new Set([...fields.title, ...fields.asks, ...fields.words]);
    return { passage, asks, fields, focus, keys: new Set([...focus, ...fields.body]) };
  });
  return { read, wordUses };
}

/** Proper names by an id that all passages about the same thing share: the first name of each. */
export function namesOf(passages: readonly Passage[]): Map<string, readonly string[]> {
  const names = new Map<string, readonly string[]>();
  for (const passage of passages) {
    const [first] = passage.names;
    if (first !== undefined) names.set(first, [...new Set([...(names.get(first) ?? []), ...passage.names])]);
  }
  return names;
}

/** BM25's inverse document frequency of each key, as a share of the highest: 0 to 1. */
export function rarities(read: readonly ReadPassage[]): Map<string, number> {
  const passagesWith = new Map<string, number>();
  for (const { keys } of read) {
    for (const key of keys) passagesWith.set(key, (passagesWith.get(key) ?? 0) + 1);
  }
  const inverse = (count: number): number => Math.log(1 + (read.length - count + 0.5) / (count + 0.5));
  return new Map([...passagesWith].map(([key, count]) => [key, inverse(count) / inverse(1)]));
}
