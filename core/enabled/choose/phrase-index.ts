import MiniSearch from 'minisearch';
import type { ActivityReader, Term } from './read-activity.ts';

/** Something that a description can be compared with: an everyday word, or the title of a code. */
export interface Phrase<Subject> {
  readonly subject: Subject;
  readonly text: string;
  /** Titles are wordy: how much of one was said matters less than how much of what was said is in it. */
  readonly wordy: boolean;
}

export interface PhraseMatch<Subject> {
  readonly phrase: Phrase<Subject>;
  /** 1: exactly what was written. */
  readonly fit: number;
  /** Words of the description that were found, as written. */
  readonly matched: readonly string[];
}

interface Indexed<Subject> {
  readonly phrase: Phrase<Subject>;
  readonly stems: readonly string[];
}

/** How many of the nearest phrases are looked at closely. */
const candidates = 120;
const faintWeight = 0.25;
/** A word that no phrase has: a name, or an activity that is not known. In units of rarity. */
const unknownWeight = 3.5;
/** What is taken off for an unsaid rest, for what the phrase leaves out, and for standing late or in another order. */
const weights = {
  phrase: 1.5,
  query: 0.5,
  floor: 0.5,
  wordy: 0.72,
  laterWord: 0.06,
  laterPart: 0.7,
  order: 0.97,
  onlyFaint: 0.3,
} as const;

/**
 * Finds the phrases nearest to a description: MiniSearch (BM25) gathers, then each is judged by how much
 * of the phrase was said and how much of what was said is in the phrase, rare words counting more.
 */
export class PhraseIndex<Subject> {
  private readonly indexed: readonly Indexed<Subject>[];
  private readonly search: MiniSearch;
  private readonly rarity = new Map<string, number>();

  constructor(
    phrases: readonly Phrase<Subject>[],
    reader: ActivityReader,
    private readonly faint: ReadonlySet<string>,
  ) {
    this.indexed = phrases.map((phrase) => ({ phrase, stems: reader.learn(phrase.text) }));
    const uses = new Map<string, number>();
    for (const { stems } of this.indexed) for (const each of stems) uses.set(each, (uses.get(each) ?? 0) + 1);
    for (const [each, count] of uses) this.rarity.set(each, Math.log(1 + this.indexed.length / count));
    this.search = new MiniSearch({
      fields: ['stems'],
      tokenize: (text) => text.split(' '),
      processTerm: (each) => each || null,
    });
    this.search.addAll(this.indexed.map(({ stems }, id) => ({ id, stems: stems.join(' ') })));
  }

  /** Phrases with something in common with the description, best first. */
  match(terms: readonly Term[]): PhraseMatch<Subject>[] {
    if (terms.length === 0) return [];
    const found = this.search.search(terms.map(({ stem }) => stem).join(' '));
    return found
      .slice(0, candidates)
      .flatMap(({ id }) => this.indexed[id as number] ?? [])
      .map((indexed) => this.judge(indexed, terms))
      .sort((a, b) => b.fit - a.fit);
  }

  private judge({ phrase, stems }: Indexed<Subject>, terms: readonly Term[]): PhraseMatch<Subject> {
    const wanted = new Set(stems);
    const shared = terms.filter(({ stem }) => wanted.has(stem));
    const said = sum(shared.map((term) => term.trust * this.weight(term.stem)));
    const ofPhrase = said / sum(stems.map((each) => this.weight(each)));
    // A completion stands for one word only, however many words it could become.
    const writtenOnce = [...new Map(terms.map((term) => [term.written, term])).values()];
    const whole = sum(writtenOnce.map((term) => this.weight(term.stem)));
    const ofQuery = Math.min(1, said / whole);
    const telling = terms.filter((term) => !this.isFaint(term) || wanted.has(term.stem));
    const first = telling.findIndex(({ stem }) => wanted.has(stem));
    const place =
      (1 - weights.laterWord * Math.min(5, first)) *
      (shared.every(({ later }) => later) && !terms.every(({ later }) => later) ? weights.laterPart : 1) *
      (inOrder(stems, shared) ? 1 : weights.order) *
      (shared.length < stems.length && shared.every(this.isFaint) ? weights.onlyFaint : 1);
    const fit = phrase.wordy
      ? weights.wordy * ofQuery * (weights.floor + (1 - weights.floor) * ofPhrase)
      : ofPhrase ** weights.phrase * ofQuery ** weights.query;
    return { phrase, fit: fit * place, matched: [...new Set(shared.map(({ written }) => written))] };
  }

  private readonly isFaint = ({ stem }: Term): boolean => this.faint.has(stem);

  private weight(stem: string): number {
    const rarity = this.rarity.get(stem) ?? unknownWeight;
    return this.faint.has(stem) ? faintWeight * rarity : rarity;
  }
}

/** Whether the words of a phrase were said in its order: "care home" is no "home care". */
function inOrder(stems: readonly string[], shared: readonly Term[]): boolean {
  const places = shared.map(({ stem }) => stems.indexOf(stem));
  return places.every((place, index) => index === 0 || place > (places[index - 1] ?? 0));
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);
