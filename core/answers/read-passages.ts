import type { Passage } from './passage.ts';
import type { Term, TermReader, Vocabulary } from './vocabulary.ts';

/** Keys of each part of a passage that is searched on its own. */
export interface PassageKeys {
  readonly fields: Readonly<Record<'title' | 'asks' | 'words' | 'body', readonly string[]>>;
}

function keysOf(terms: readonly Term[]): string[] {
  const keys: string[] = [];
  for (const { all } of terms) for (const key of all) keys.push(key);
  return keys;
}

const textsOf = ({ title, body, asks, synonyms, names }: Passage): string[] => [
  title,
  body,
  ...asks,
  ...synonyms,
  ...names,
];

/** The passages as keys of terms, and the keys of words with a subject. */
export function readPassages(
  passages: readonly Passage[],
  reader: TermReader,
): { read: PassageKeys[]; telling: Set<string> } {
  const words = reader.wordsOfEach(passages.flatMap(textsOf));
  const telling = new Set<string>();
  const seen = new Set<Term>();
  let next = 0;
  const read = passages.map((passage) => {
    const terms = textsOf(passage).map(() => reader.terms(words[next++] ?? []));
    for (const list of terms) {
      for (const term of list) {
        // The same word is the same term wherever it is read.
        if (term.kind === 'neutral' || seen.has(term)) continue;
        seen.add(term);
        for (const key of term.all) telling.add(key);
      }
    }
    const [title = [], body = [], ...rest] = terms;
    return {
      fields: {
        title: keysOf(title),
        asks: keysOf(rest.slice(0, passage.asks.length).flat()),
        words: keysOf(rest.slice(passage.asks.length).flat()),
        body: keysOf(body),
      },
    };
  });
  return { read, telling };
}

/** How often each known word is used in the passages; a word of the vocabulary alone counts nothing. */
export function wordUses(
  passages: readonly Passage[],
  vocabulary: Vocabulary,
  reader: TermReader,
): Map<string, number> {
  const uses = new Map<string, number>();
  for (const list of reader.wordsOfEach(passages.flatMap(textsOf))) {
    for (const word of list) uses.set(word, (uses.get(word) ?? 0) + 1);
  }
  const others = [
    ...vocabulary.neutral,
    ...reader.wordsOfEach(vocabulary.groups.flatMap(({ words }) => words)).flat(),
  ];
  for (const word of others) if (!uses.has(word)) uses.set(word, 0);
  return uses;
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
export function rarities(read: readonly PassageKeys[]): Map<string, number> {
  const passagesWith = new Map<string, { count: number; last: number }>();
  for (const [at, { fields }] of read.entries()) {
    for (const keys of [fields.title, fields.asks, fields.words, fields.body]) {
      for (const key of keys) {
        const known = passagesWith.get(key);
        if (known === undefined) passagesWith.set(key, { count: 1, last: at });
        else if (known.last !== at) {
          known.last = at;
          known.count++;
        }
      }
    }
  }
  const inverse = (count: number): number => Math.log(1 + (read.length - count + 0.5) / (count + 0.5));
  // Most keys are in few passages: one logarithm for each count.
  const ofCount = Array.from({ length: read.length + 1 }, (_, count) => inverse(count) / inverse(1));
  const rarity = new Map<string, number>();
  for (const [key, { count }] of passagesWith) rarity.set(key, ofCount[count] ?? 0);
  return rarity;
}
