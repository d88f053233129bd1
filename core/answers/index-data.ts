import MiniSearch, { type AsPlainObject, type Options } from 'minisearch';
import type { Passage } from './passage.ts';
import { namesOf, rarities, readPassages } from './read-passages.ts';
import { TermReader, type Vocabulary } from './vocabulary.ts';
import type { RetrievalWeights } from './weights.ts';

/**
 * What searching needs of all passages, read once and written down: reading takes most of the time that
 * loading takes. It is worth nothing once a passage or the vocabulary has changed; `fingerprint` tells.
 */
export interface IndexData {
  readonly fingerprint: number;
  /** Keys of terms, parted by spaces. */
  readonly keys: string;
  /**
   * For each key, parted by semicolons: the numbers of the passages that hold it in title, asks, words and
   * body, parted by commas, each list by spaces, in base 36, each number as the step from the one before.
   * Of a key that is never looked up the number of passages alone, after a full stop.
   */
  readonly postings: string;
}

export const indexFields = ['title', 'asks', 'words', 'body'] as const;

/** Postings of one key: passages that hold it, by field. */
type Postings = readonly (readonly number[])[];

/** An index ready for searching. */
export interface LoadedIndex {
  readonly search: MiniSearch;
  /** BM25's inverse document frequency of each key, as a share of the highest: 0 to 1. */
  readonly rarity: ReadonlyMap<string, number>;
  /** Keys of each passage in title, asks and words, and in its body. */
  readonly focus: readonly (readonly string[])[];
  readonly body: readonly (readonly string[])[];
}

/** Changes whenever a text that is indexed, or a word of the vocabulary, does. */
export function fingerprintOf(
  passages: readonly Passage[],
  { groups, shorthand, places, neutral }: Vocabulary,
  { commonplace }: RetrievalWeights,
): number {
  let hash = 2166136261;
  const add = (text: string): void => {
    for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 16777619);
    hash = Math.imul(hash ^ 10, 16777619);
  };
  for (const { title, body, asks, synonyms, names } of passages) {
    for (const text of [title, body, ...asks, ...synonyms, ...names]) add(text);
  }
  for (const { id, words, subject, generic } of groups) add(`${id} ${subject} ${generic} ${words.join()}`);
  add(`${JSON.stringify(shorthand)} ${places.join()} ${[...neutral].join()} ${commonplace}`);
  return hash >>> 0;
}

/** Reads every passage. */
export function buildIndexData(
  passages: readonly Passage[],
  vocabulary: Vocabulary,
  weights: RetrievalWeights,
): IndexData {
  const { read, telling } = readPassages(passages, new TermReader(vocabulary, namesOf(passages)));
  const rarity = rarities(read);
  const isKept = (key: string): boolean => telling.has(key) || (rarity.get(key) ?? 1) > weights.commonplace;
  const all = new Map<string, number[][]>();
  for (const [number, { fields }] of read.entries()) {
    for (const [at, field] of indexFields.entries()) {
      for (const key of new Set(fields[field])) {
        const lists = all.get(key) ?? [[], [], [], []];
        all.set(key, lists);
        lists[at]?.push(number);
      }
    }
  }
  const kept = [...all].sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    fingerprint: fingerprintOf(passages, vocabulary, weights),
    keys: kept.map(([key]) => key).join(' '),
    postings: kept
      .map(([key, lists]) =>
        isKept(key) ? lists.map(steps).join(',') : `.${new Set(lists.flat()).size.toString(36)}`,
      )
      .join(';'),
  };
}

function steps(numbers: readonly number[]): string {
  return numbers.map((number, at) => (number - (numbers[at - 1] ?? 0)).toString(36)).join(' ');
}

function numbersOf(list: string): number[] {
  if (list === '') return [];
  let number = 0;
  return list.split(' ').map((step) => {
    number += Number.parseInt(step, 36);
    return number;
  });
}

/** Makes the index of `count` passages from what was written down. */
export function loadIndex({ keys, postings }: IndexData, count: number, options: Options): LoadedIndex {
  const names = keys.split(' ');
  const rarity = new Map<string, number>();
  const inverse = (held: number): number => Math.log(1 + (count - held + 0.5) / (held + 0.5));
  const rarityOf = Array.from({ length: count + 1 }, (_, held) => inverse(held) / inverse(1));
  const focus: string[][] = Array.from({ length: count }, () => []);
  const body: string[][] = Array.from({ length: count }, () => []);
  const lengths: number[][] = Array.from({ length: count }, () => [0, 0, 0, 0]);
  const seen = new Int32Array(count).fill(-1);
  const index: [string, Record<string, Record<string, number>>][] = [];
  for (const [at, text] of postings.split(';').entries()) {
    const key = names[at] ?? '';
    if (text.startsWith('.')) {
      rarity.set(key, rarityOf[Number.parseInt(text.slice(1), 36)] ?? 0);
      continue;
    }
    const lists: Postings = text.split(',').map(numbersOf);
    let held = 0;
    const byField: Record<string, Record<string, number>> = {};
    for (const [field, numbers] of lists.entries()) {
      if (numbers.length === 0) continue;
      const frequencies: Record<string, number> = {};
      for (const number of numbers) {
        frequencies[number] = 1;
        const length = lengths[number];
        if (length !== undefined) length[field] = (length[field] ?? 0) + 1;
        const inFocus = seen[number] === at;
        if (!inFocus) {
          seen[number] = at;
          held += 1;
        }
        if (field === indexFields.length - 1) body[number]?.push(key);
        else if (!inFocus) focus[number]?.push(key);
      }
      byField[field] = frequencies;
    }
    rarity.set(key, rarityOf[held] ?? 0);
    index.push([key, byField]);
  }
  return { search: MiniSearch.loadJS(plainIndex(index, lengths), options), rarity, focus, body };
}

/** The form that MiniSearch writes and reads. */
function plainIndex(
  index: [string, Record<string, Record<string, number>>][],
  lengths: readonly number[][],
): AsPlainObject {
  const count = lengths.length;
  const byNumber = <Value>(value: (number: number) => Value): Record<string, Value> =>
    Object.fromEntries(lengths.map((_, number) => [number, value(number)]));
  return {
    documentCount: count,
    nextId: count,
    documentIds: byNumber((number) => number),
    fieldIds: Object.fromEntries(indexFields.map((field, at) => [field, at])),
    fieldLength: byNumber((number) => lengths[number] ?? []),
    averageFieldLength: indexFields.map(
      (_, at) => lengths.reduce((sum, length) => sum + (length[at] ?? 0), 0) / count,
    ),
    storedFields: {},
    dirtCount: 0,
    index,
    serializationVersion: 2,
  } as unknown as AsPlainObject;
}
