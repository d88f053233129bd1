import { once } from '../shipped/once.ts';
import type { Passage } from './passage.ts';
import type { Term, TermReader } from './vocabulary.ts';

/** A passage read into terms. */
export interface ReadPassage {
  readonly passage: Passage;
  /** Keys of each part that is searched on its own, and of all of them together. */
  readonly fields: Readonly<Record<'title' | 'asks' | 'words' | 'body', readonly string[]>>;
  /** All keys; made when first asked for, since few passages are ever looked at closely. */
  readonly keys: () => ReadonlySet<string>;
  /** Keys of all parts but the body. */
  readonly focus: () => ReadonlySet<string>;
  readonly asks: readonly (readonly Term[])[];
}

function keysOf(terms: readonly Term[]): string[] {
  const keys: string[] = [];
  for (const { all } of terms) for (const key of all) keys.push(key);
  return keys;
}

/** The passages as terms, how often each word is used in them, and the keys of words with a subject. */
export function readPassages(
  passages: readonly Passage[],
  reader: TermReader,
): { read: ReadPassage[]; wordUses: Map<string, number>; telling: Set<string> } {
  const texts = passages.map(({ title, body, asks, synonyms, names }) => [
    title,
    body,
    ...asks,
    ...synonyms,
    ...names,
  ]);
  const words = reader.wordsOfEach(texts.flat());
  const wordUses = new Map<string, number>();
  for (const list of words) for (const word of list) wordUses.set(word, (wordUses.get(word) ?? 0) + 1);
  const telling = new Set<string>();
  const seen = new Set<Term>();
  let next = 0;
  const read = passages.map((passage, at) => {
    const terms = (texts[at] ?? []).map(() => reader.terms(words[next++] ?? []));
    for (const list of terms) {
      for (const term of list) {
        // The same word is the same term wherever it is read.
        if (term.kind === 'neutral' || seen.has(term)) continue;
        seen.add(term);
        for (const key of term.all) telling.add(key);
      }
    }
    const [title = [], body = [], ...rest] = terms;
    const asks = rest.slice(0, passage.asks.length);
    const fields = {
      title: keysOf(title),
      asks: keysOf(asks.flat()),
      words: keysOf(rest.slice(passage.asks.length).flat()),
      body: keysOf(body),
    };
    const focus = once(() => new Set([...fields.title, ...fields.asks, ...fields.words]));
    const keys = once(() => new Set([...focus(), ...fields.body]));
    return { passage, asks, fields, focus, keys };
  });
  return { read, wordUses, telling };
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
