import { once } from '../shipped/once.ts';
import { SpellingCorrector } from '../words/spelling.ts';
import {
  buildIndexData,
  fingerprintOf,
  type IndexData,
  indexFields,
  type LoadedIndex,
  loadIndex,
} from './index-data.ts';
import { type Passage, wholeId } from './passage.ts';
import { namesOf, wordUses } from './read-passages.ts';
import { defaultVocabulary, type Term, TermReader, type Vocabulary } from './vocabulary.ts';
import { defaultWeights, type RetrievalWeights } from './weights.ts';

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
  /** How many of the matched words hardly any other passage holds. */
  readonly rare: number;
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

/** What judging a passage closely needs. */
interface ReadPassage {
  readonly passage: Passage;
  /** Keys of all parts but the body. */
  readonly focus: ReadonlySet<string>;
  readonly keys: ReadonlySet<string>;
  readonly asks: readonly WeighedQuestion[];
}

/** A question with what each of its terms weighs. */
interface WeighedQuestion {
  readonly terms: readonly { readonly keys: readonly string[]; readonly weight: number }[];
  readonly keys: ReadonlySet<string>;
  /** Of all terms together. */
  readonly weight: number;
}

/** A term of the question with how far its spelling can be trusted. */
interface Asked {
  readonly term: Term;
  readonly trust: number;
  readonly unknown: boolean;
}

/** Finds passages for questions: BM25 over terms, then a second look at what the question asks. */
export class Retriever {
  private readonly reader: TermReader;
  private readonly loaded: LoadedIndex;
  private readonly rarity: ReadonlyMap<string, number>;
  /** Passages that were looked at closely, by number: few ever are. */
  private readonly readAlready = new Map<number, ReadPassage>();
  private readonly spelling: () => SpellingCorrector;

  /** @param written the index as it was written down; used only if nothing has changed since */
  constructor(
    private readonly passages: readonly Passage[],
    vocabulary: Vocabulary = defaultVocabulary(),
    private readonly weights: RetrievalWeights = defaultWeights,
    written?: IndexData,
  ) {
    this.reader = new TermReader(vocabulary, namesOf(passages));
    const isFresh = written?.fingerprint === fingerprintOf(passages, vocabulary, weights);
    const data = written !== undefined && isFresh ? written : buildIndexData(passages, vocabulary, weights);
    this.loaded = loadIndex(data, passages.length, {
      fields: [...indexFields],
      tokenize: (text) => text.split(' '),
      processTerm: (term) => term || null,
    });
    this.rarity = this.loaded.rarity;
    this.spelling = once(() => new SpellingCorrector(wordUses(passages, vocabulary, this.reader)));
    this.reader.stopLearning();
  }

  /** The question as terms alone, without looking for passages. */
  read(question: string): Pick<Retrieval, 'terms' | 'unknown'> {
    const { asked, unknown } = this.ask(question);
    return { terms: asked.map(({ term }) => term), unknown };
  }

  /** Passages with something in common with the question, best first. */
  retrieve(question: string): Retrieval {
    const { asked, unknown } = this.ask(question);
    const terms = asked.map(({ term }) => term);
    const boosts = this.queryKeys(asked);
    if (boosts.size === 0) return { terms, unknown, hits: [] };
    const found = this.loaded.search.search([...boosts.keys()].join(' '), {
      boost: this.weights.fields,
      boostTerm: (key) => boosts.get(key) ?? 0,
    });
    const weighed = this.weighed(terms);
    const hits = found
      .slice(0, this.weights.candidates)
      .flatMap(({ id, score }) => {
        const read = this.readAt(id as number);
        return read === undefined ? [] : [this.judge(read, asked, weighed, score)];
      })
      .map((hit) => ({ ...hit, score: hit.score * this.favour(question, hit.passage.kind) }))
      .sort((a, b) => b.score - a.score);
    return { terms, unknown, hits: bestOfEachWhole(hits) };
  }

  private readAt(number: number): ReadPassage | undefined {
    const known = this.readAlready.get(number);
    const passage = this.passages[number];
    if (known !== undefined || passage === undefined) return known;
    const focus = new Set(this.loaded.focus[number]);
    const read: ReadPassage = {
      passage,
      focus,
      keys: new Set([...focus, ...(this.loaded.body[number] ?? [])]),
      asks: this.reader.ownTerms(passage.asks).map((terms) => this.weighed(terms)),
    };
    this.readAlready.set(number, read);
    return read;
  }

  /** What the way of asking does for a kind of passage. */
  private favour(question: string, kind: string): number {
    const text = question.toLowerCase();
    return this.weights.favours
      .filter(({ kinds, when, unless }) => kinds.includes(kind) && when.test(text) && !unless?.test(text))
      .reduce((times, favour) => times * favour.times, 1);
  }

  private ask(question: string): { asked: Asked[]; unknown: string[] } {
    const written = this.reader.words(question);
    const unknown: string[] = [];
    const corrected = new Set<string>();
    const words = written.map((word) => {
      if (/^\d/.test(word) || this.reader.knows(word, this.rarity)) return word;
      unknown.push(word);
      const better = this.spelling().correct(word);
      if (better !== undefined) corrected.add(better);
      return better ?? word;
    });
    const asked = this.reader.terms(words).map((term) => ({
      term,
      trust: term.surface.split(' ').some((word) => corrected.has(word)) ? this.weights.corrected : 1,
      unknown: term.kind === 'word' && !term.all.some((key) => this.rarity.has(key)),
    }));
    return { asked, unknown };
  }

  private queryKeys(asked: readonly Asked[]): Map<string, number> {
    const { byGroup, byPart, commonplace } = this.weights;
    const boosts = new Map<string, number>();
    const add = (key: string, boost: number): void => {
      boosts.set(key, Math.max(boosts.get(key) ?? 0, boost));
    };
    for (const { term, trust } of asked) {
      const worth = trust * this.worthOf(term);
      for (const key of term.keys) {
        const tells = term.kind !== 'neutral' || (this.rarity.get(key) ?? 1) > commonplace;
        if (tells) add(key, worth * (key.startsWith('#') ? byGroup : 1));
      }
      // The words of a turn of phrase mean nothing by themselves.
      if (term.kind !== 'neutral') for (const key of term.parts.flat()) add(key, worth * byPart);
    }
    return boosts;
  }

  private judge(read: ReadPassage, asked: readonly Asked[], question: WeighedQuestion, bm25: number): Hit {
    let whole = 0;
    let spokenOf = 0;
    let onSubject = false;
    let rare = 0;
    let aside = 1;
    const matched: string[] = [];
    const missed: string[] = [];
    for (const { term, trust, unknown } of asked) {
      const strength = trust * this.strength(term, read);
      const share = this.weights.share[unknown ? 'unknown' : term.kind];
      // A number that is not in the passage is a detail of the asker's case, not a subject.
      if (term.kind !== 'number' || strength > 0) whole += share;
      spokenOf += share * strength;
      if (strength > 0 && term.kind !== 'neutral') matched.push(term.surface);
      if (strength === 0 && term.kind !== 'number' && share > 0) missed.push(term.surface);
      if (strength > 0 && isSubjectMatter(term)) onSubject = true;
      if (strength > 0 && this.rarestKey(term) >= this.weights.rare) rare++;
      // Another place or organisation than the one asked about is named there in passing.
      if (isNamed(term) && this.strengthIn(term, read.focus) === 0) aside *= this.weights.aside;
    }
    const coverage = whole === 0 ? 0 : spokenOf / whole;
    const askSimilarity = Math.max(0, ...read.asks.map((ask) => similarity(question, ask)));
    const { floor } = this.weights;
    const score = aside * bm25 * (floor.coverage + coverage) * (floor.askSimilarity + askSimilarity);
    return { passage: read.passage, score, coverage, askSimilarity, matched, missed, rare, onSubject };
  }

  /** How well a passage speaks of the term: 0 to 1. */
  private strength(term: Term, { keys, focus }: ReadPassage): number {
    const inFocus = this.strengthIn(term, focus);
    return inFocus === 1 ? 1 : Math.max(inFocus, this.weights.bodyOnly * this.strengthIn(term, keys));
  }

  private strengthIn(term: Term, keys: ReadonlySet<string>): number {
    const { byGroup, byPart } = this.weights;
    const found = term.keys.filter((key) => keys.has(key));
    if (found.length > 0)
      return term.parts.length > 0 || found.some((key) => !key.startsWith('#')) ? 1 : byGroup;
    if (term.parts.length === 0) return 0;
    const partsFound = term.parts.filter((part) => part.some((key) => keys.has(key))).length;
    return (byPart * partsFound) / term.parts.length;
  }

  private weighed(terms: readonly Term[]): WeighedQuestion {
    const weighed = terms.map((term) => ({ keys: term.keys, weight: this.rarityOf(term) }));
    return {
      terms: weighed,
      keys: new Set(terms.flatMap(({ keys }) => keys)),
      weight: weighed.reduce((sum, { weight }) => sum + weight, 0),
    };
  }

  /** Rarity of the rarest key of a term that passages hold. */
  private rarestKey({ kind, keys }: Term): number {
    if (kind === 'neutral') return 0;
    return Math.max(0, ...keys.map((key) => this.rarity.get(key) ?? 0));
  }

  private rarityOf(term: Term): number {
    // A word of no passage is as rare as can be; a turn of phrase of no passage is idle talk.
    const unheard = term.kind === 'neutral' ? 0 : 1;
    const rarest = Math.max(...term.keys.map((key) => this.rarity.get(key) ?? unheard));
    return rarest * this.worthOf(term);
  }

  private worthOf({ kind, keys, parts }: Term): number {
    if (kind !== 'neutral') return 1;
    return keys.length > 1 || parts.length > 0 ? this.weights.generic : this.weights.neutral;
  }
}

/** What two questions share, by rarity, of all that they hold together: 0 to 1. */
function similarity(question: WeighedQuestion, ask: WeighedQuestion): number {
  let shared = 0;
  for (const { keys, weight } of question.terms) {
    for (const key of keys) {
      if (ask.keys.has(key)) {
        shared += weight;
        break;
      }
    }
  }
  let total = question.weight;
  for (const { keys, weight } of ask.terms) {
    let isShared = false;
    for (const key of keys) if (question.keys.has(key)) isShared = true;
    if (!isShared) total += weight;
  }
  return total === 0 ? 0 : shared / total;
}

const isNamed = ({ kind }: Term): boolean => kind === 'name' || kind === 'place';

/** A published figure such as 2.55 or 66 can be what a question is about; a place or a 3 cannot. */
function isSubjectMatter({ kind, surface }: Term): boolean {
  return (
    kind === 'subject' || kind === 'name' || kind === 'word' || (kind === 'number' && surface.length > 1)
  );
}

/** A passage and its facts compete with each other; the best of them stands for all. */
function bestOfEachWhole(hits: readonly Hit[]): Hit[] {
  const seen = new Set<string>();
  return hits.filter(({ passage }) => {
    const id = wholeId(passage);
    if (seen.has(id)) return false;
    seen.add(id);
    return true;
  });
}
