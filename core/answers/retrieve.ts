import MiniSearch from 'minisearch';
import type { Passage } from './passage.ts';
import { SpellingCorrector } from './spelling.ts';
import { defaultVocabulary, type Term, type TermKind, TermReader, type Vocabulary } from './vocabulary.ts';

/** A passage that has something in common with a question. */
export interface Hit {
  readonly passage: Passage;
  /** For ordering within one question; scores of two questions cannot be compared. */
  readonly score: number;
  /** How much of what the question is about the passage speaks of: 0 to 1. */
  readonly coverage: number;
  /** How like the question the nearest of the passage's own questions is: 0 to 1. */
  readonly askSimilarity: number;
  /** The words of the question that were found in the passage. */
  readonly matched: readonly string[];
  /** The words of the question that carry a subject and were not found there. */
  readonly missed: readonly string[];
  /** True when one of the matched words is more than a place, a number or a word without a subject. */
  readonly onSubject: boolean;
}

export interface Retrieval {
  readonly terms: readonly Term[];
  /** Words of the question that mean nothing here, as written: not in any passage, synonym or list. */
  readonly unknown: readonly string[];
  /** Best first. */
  readonly hits: readonly Hit[];
}

/** Every number that ranking and refusal rest on. */
export interface RetrievalWeights {
  /** How much a match in each part of a passage counts in BM25. */
  readonly fields: {
    readonly title: number;
    readonly asks: number;
    readonly words: number;
    readonly body: number;
  };
  /** A match by group, against 1 for a match by stem. */
  readonly byGroup: number;
  /** A match on one word of a phrase, against 1 for the phrase. */
  readonly byPart: number;
  /** A match by a corrected spelling. */
  readonly corrected: number;
  /** How much of a question each kind of term makes up. Unknown words have their own weight. */
  readonly share: Readonly<Record<TermKind | 'unknown', number>>;
  /** What BM25 is multiplied by at no coverage and at no likeness to a question of the passage. */
  readonly floor: { readonly coverage: number; readonly askSimilarity: number };
  /** How many passages BM25 hands over to be ranked again. */
  readonly candidates: number;
}

export const defaultWeights: RetrievalWeights = {
  fields: { title: 2, asks: 3, words: 2, body: 1 },
  byGroup: 0.9,
  byPart: 0.5,
  corrected: 0.85,
  share: { subject: 1.5, name: 1, word: 1, place: 0.5, number: 1, neutral: 0, unknown: 1.25 },
  floor: { coverage: 0.5, askSimilarity: 0.35 },
  candidates: 25,
};

/** A passage read into terms. */
interface Read {
  readonly passage: Passage;
  readonly keys: ReadonlySet<string>;
  readonly asks: readonly (readonly Term[])[];
}

/** A term of the question with how far its spelling can be trusted. */
interface Asked {
  readonly term: Term;
  readonly trust: number;
  readonly unknown: boolean;
}

/** Finds passages for questions: BM25 over terms, then a second look at what the question asks. */
export class Retriever {
  private readonly index: MiniSearch<{ id: number } & Record<keyof RetrievalWeights['fields'], string>>;
  private readonly reader: TermReader;
  private readonly read: readonly Read[];
  private readonly spelling: SpellingCorrector;
  private readonly knownWords: ReadonlyMap<string, number>;
  private readonly rarity: ReadonlyMap<string, number>;

  constructor(
    passages: readonly Passage[],
    vocabulary: Vocabulary = defaultVocabulary,
    private readonly weights: RetrievalWeights = defaultWeights,
  ) {
    this.reader = new TermReader(vocabulary, namesOf(passages));
    const { documents, read, wordUses } = readPassages(passages, this.reader);
    this.read = read;
    this.knownWords = wordUses;
    for (const word of vocabulary.neutral) if (!wordUses.has(word)) wordUses.set(word, 0);
    for (const group of vocabulary.groups) {
      for (const word of group.words.flatMap((phrase) => this.reader.words(phrase))) {
        if (!wordUses.has(word)) wordUses.set(word, 0);
      }
    }
    this.spelling = new SpellingCorrector(wordUses);
    this.rarity = rarities(read);
    this.index = new MiniSearch({
      fields: Object.keys(weights.fields),
      tokenize: (text) => text.split(' '),
      processTerm: (term) => term || null,
    });
    this.index.addAll(documents);
    this.reader.stopLearning();
  }

  /** Passages with something in common with the question, best first. */
  retrieve(question: string): Retrieval {
    const { asked, unknown } = this.ask(question);
    const terms = asked.map(({ term }) => term);
    const boosts = this.queryKeys(asked);
    if (boosts.size === 0) return { terms, unknown, hits: [] };
    const found = this.index.search([...boosts.keys()].join(' '), {
      boost: this.weights.fields,
      boostTerm: (key) => boosts.get(key) ?? 0,
    });
    const hits = found
      .slice(0, this.weights.candidates)
      .flatMap((result) => this.read[result.id as number] ?? [])
      .map((read, rank) => this.judge(read, asked, terms, found[rank]?.score ?? 0))
      .sort((a, b) => b.score - a.score);
    return { terms, unknown, hits };
  }

  private ask(question: string): { asked: Asked[]; unknown: string[] } {
    const written = this.reader.words(question);
    const unknown: string[] = [];
    const corrected = new Set<string>();
    const words = written.map((word) => {
      if (/^\d/.test(word) || this.knownWords.has(word) || this.reader.knows(word)) return word;
      unknown.push(word);
      const better = this.spelling.correct(word);
      if (better !== undefined) corrected.add(better);
      return better ?? word;
    });
    const asked = this.reader.terms(words).map((term) => ({
      term,
      trust: term.surface.split(' ').some((word) => corrected.has(word)) ? this.weights.corrected : 1,
      unknown:
        term.kind === 'word' && ![...term.keys, ...term.parts.flat()].some((key) => this.rarity.has(key)),
    }));
    return { asked, unknown };
  }

  private queryKeys(asked: readonly Asked[]): Map<string, number> {
    const { byGroup, byPart } = this.weights;
    const boosts = new Map<string, number>();
    const add = (key: string, boost: number): void => {
      boosts.set(key, Math.max(boosts.get(key) ?? 0, boost));
    };
    for (const { term, trust } of asked) {
      const worth = trust * worthOf(term);
      for (const key of term.keys) {
        // A word that is in most passages costs the most to look up and tells the least.
        const tells = term.kind !== 'neutral' || (this.rarity.get(key) ?? 1) > commonplace;
        if (tells) add(key, worth * (key.startsWith('#') ? byGroup : 1));
      }
      for (const key of term.parts.flat()) add(key, worth * byPart);
    }
    return boosts;
  }

  private judge(read: Read, asked: readonly Asked[], terms: readonly Term[], bm25: number): Hit {
    let whole = 0;
    let spokenOf = 0;
    let onSubject = false;
    const matched: string[] = [];
    const missed: string[] = [];
    for (const { term, trust, unknown } of asked) {
      const strength = trust * this.strength(term, read.keys);
      const share = this.weights.share[unknown ? 'unknown' : term.kind];
      // A number that is not in the passage is a detail of the asker's case, not a subject.
      if (term.kind !== 'number' || strength > 0) whole += share;
      spokenOf += share * strength;
      if (strength > 0 && term.kind !== 'neutral') matched.push(term.surface);
      if (strength === 0 && term.kind !== 'number' && share > 0) missed.push(term.surface);
      if (strength > 0 && isSubjectMatter(term)) onSubject = true;
    }
    const coverage = whole === 0 ? 0 : spokenOf / whole;
    const askSimilarity = Math.max(0, ...read.asks.map((ask) => this.similarity(terms, ask)));
    const { floor } = this.weights;
    const score = bm25 * (floor.coverage + coverage) * (floor.askSimilarity + askSimilarity);
    return { passage: read.passage, score, coverage, askSimilarity, matched, missed, onSubject };
  }

  /** How well a passage with these keys speaks of the term: 0 to 1. */
  private strength(term: Term, keys: ReadonlySet<string>): number {
    const { byGroup, byPart } = this.weights;
    const found = term.keys.filter((key) => keys.has(key));
    if (found.length > 0)
      return term.parts.length > 0 || found.some((key) => !key.startsWith('#')) ? 1 : byGroup;
    if (term.parts.length === 0) return 0;
    const partsFound = term.parts.filter((part) => part.some((key) => keys.has(key))).length;
    return (byPart * partsFound) / term.parts.length;
  }

  /** What two questions share, by rarity, of all that they hold together: 0 to 1. */
  private similarity(question: readonly Term[], ask: readonly Term[]): number {
    const askKeys = new Set(ask.flatMap((term) => term.keys));
    const questionKeys = new Set(question.flatMap((term) => term.keys));
    let shared = 0;
    let total = 0;
    for (const term of question) {
      const weight = this.rarityOf(term);
      total += weight;
      if (term.keys.some((key) => askKeys.has(key))) shared += weight;
    }
    for (const term of ask) {
      if (!term.keys.some((key) => questionKeys.has(key))) total += this.rarityOf(term);
    }
    return total === 0 ? 0 : shared / total;
  }

  private rarityOf(term: Term): number {
    const rarest = Math.max(...term.keys.map((key) => this.rarity.get(key) ?? 1));
    return rarest * worthOf(term);
  }
}

/** A neutral word helps a little, one that says what is asked of a subject ("in practice") helps more. */
function worthOf({ kind, keys, parts }: Term): number {
  if (kind !== 'neutral') return 1;
  return keys.length > 1 || parts.length > 0 ? 0.6 : 0.2;
}


/** Rarity of a word that about half of the passages hold. */
const commonplace = 0.15;

/** A published figure such as 2.55 or 66 can be what a question is about; a place or a 3 cannot. */
function isSubjectMatter({ kind, surface }: Term): boolean {
  return (
    kind === 'subject' || kind === 'name' || kind === 'word' || (kind === 'number' && surface.length > 1)
  );
}

const keysOf = (terms: readonly Term[]): string[] =>
  terms.flatMap((term) => [...term.keys, ...term.parts.flat()]);

/** Proper names by an id that all passages about the same thing share. */
function namesOf(passages: readonly Passage[]): Map<string, readonly string[]> {
  const names = new Map<string, readonly string[]>();
  for (const passage of passages) {
    const [first] = passage.names;
    if (first !== undefined) names.set(first, [...new Set([...(names.get(first) ?? []), ...passage.names])]);
  }
  return names;
}

function readPassages(passages: readonly Passage[], reader: TermReader) {
  const wordUses = new Map<string, number>();
  const termsOf = (text: string): Term[] => {
    const textWords = reader.words(text);
    for (const word of textWords) wordUses.set(word, (wordUses.get(word) ?? 0) + 1);
    return reader.terms(textWords);
  };
  const read = passages.map((passage) => {
    const asks = passage.asks.map(termsOf);
    const fields = {
      title: keysOf(termsOf(passage.title)),
      asks: asks.flatMap(keysOf),
      words: [...passage.synonyms, ...passage.names].flatMap((text) => keysOf(termsOf(text))),
      body: keysOf(termsOf(passage.body)),
    };
    return { passage, asks, fields, keys: new Set(Object.values(fields).flat()) };
  });
  const documents = read.map(({ fields }, id) => ({
    id,
    title: fields.title.join(' '),
    asks: fields.asks.join(' '),
    words: fields.words.join(' '),
    body: fields.body.join(' '),
  }));
  return { documents, read, wordUses };
}

/** BM25's inverse document frequency of each key, between 0 and 1. */
function rarities(read: readonly Read[]): Map<string, number> {
  const passagesWith = new Map<string, number>();
  for (const { keys } of read)
    for (const key of keys) passagesWith.set(key, (passagesWith.get(key) ?? 0) + 1);
  const rarest = Math.log(1 + (read.length - 0.5) / 1.5);
  return new Map(
    [...passagesWith].map(([key, count]) => [
      key,
      Math.log(1 + (read.length - count + 0.5) / (count + 0.5)) / rarest,
    ]),
  );
}
