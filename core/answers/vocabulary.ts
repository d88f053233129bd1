import { characteristics } from '../framework/framework.ts';
import { once } from '../shipped/once.ts';
import { words, wordsOfEach } from '../words/normalise.ts';
import { stem } from '../words/stem.ts';
import { characteristicGroups } from './characteristic-names.ts';
import { type SynonymGroup, vocabularyData } from './synonyms.ts';

/** Everything that reading a question depends on besides the passages. All of it is data. */
export interface Vocabulary {
  readonly groups: readonly SynonymGroup[];
  /** Short forms of texting and of the field, spelt out before anything else. */
  readonly shorthand: Readonly<Record<string, string>>;
  /** A place alone is no subject: "weather in Bristol" and "LM3 in Bristol" share it. */
  readonly places: readonly string[];
  /** Words that carry no subject: one of them left unmatched says nothing against an answer. */
  readonly neutral: ReadonlySet<string>;
}

/** The shipped vocabulary, with the numbers and names of the characteristics. */
export const defaultVocabulary = once((): Vocabulary => {
  const data = vocabularyData();
  return {
    ...data,
    groups: [...data.groups, ...characteristicGroups(characteristics())],
    neutral: new Set(data.neutral),
  };
});

/**
 * What a term can say about the subject of a question, most to least: a subject of Local Pound, a
 * proper name, an ordinary word, a place, a number, nothing.
 */
export type TermKind = 'subject' | 'name' | 'word' | 'place' | 'number' | 'neutral';

/** A word or known phrase of a text. */
export interface Term {
  /** As written, levelled. */
  readonly surface: string;
  readonly kind: TermKind;
  /** What it is found by: its stem if it is one word, then its groups as `#id`. */
  readonly keys: readonly string[];
  /** For a phrase: the keys of its words. */
  readonly parts: readonly (readonly string[])[];
  /** Its own keys and those of its words: what it is indexed by. */
  readonly all: readonly string[];
}

/** The key of a proper name, by the first of the names that passages give the same thing. */
export const nameKey = (name: string): string => `#name-${oneWord(name)}`;
export const placeKey = (place: string): string => `#place-${oneWord(place)}`;
/** Keys are handed to the index in one line of text: none may hold a space. */
const oneWord = (name: string): string => name.replaceAll(' ', '-');

interface Phrase {
  readonly stems: readonly string[];
  readonly key: string;
  readonly kind: TermKind;
}

/** Reads text into terms by one vocabulary and one list of proper names. */
export class TermReader {
  /** By their first word, then by their second. */
  private readonly phrases = new Map<string, Map<string, Phrase[]>>();
  private readonly groupsOfStem = new Map<string, { key: string; kind: TermKind }[]>();
  private readonly neutralStems: ReadonlySet<string>;
  /** Words met while the vocabulary and the passages were read; questions add none. */
  private readonly stems = new Map<string, string>();
  private readonly wordTerms = new Map<string, Term>();
  private readonly phraseTerms = new Map<string, Term>();
  private learning = true;

  constructor(
    private readonly vocabulary: Vocabulary,
    names: ReadonlyMap<string, readonly string[]>,
  ) {
    this.neutralStems = new Set([...vocabulary.neutral].map((word) => this.stem(word)));
    this.learn([
      ...vocabulary.groups.flatMap((group) =>
        group.words.map((text) => ({ text, key: `#${group.id}`, kind: kindOfGroup(group) })),
      ),
      ...vocabulary.places.map((text) => ({ text, key: placeKey(text), kind: 'place' as const })),
      ...[...names].flatMap(([id, aliases]) =>
        aliases.map((text) => ({ text, key: nameKey(id), kind: 'name' as const })),
      ),
    ]);
    // The longest phrase wins.
    for (const seconds of this.phrases.values()) {
      for (const list of seconds.values()) list.sort((a, b) => b.stems.length - a.stems.length);
    }
  }

  /** The words of a text, before any correction. */
  words(text: string): string[] {
    return words(text, this.vocabulary.shorthand);
  }

  wordsOfEach(texts: readonly string[]): string[][] {
    return wordsOfEach(texts, this.vocabulary.shorthand);
  }

  /** True when the word, in any form, is in a passage or means something here even if it is in none. */
  knows(word: string, keys: ReadonlyMap<string, unknown> = new Map()): boolean {
    const key = this.stem(word);
    return (
      this.vocabulary.neutral.has(word) ||
      this.neutralStems.has(key) ||
      this.groupsOfStem.has(key) ||
      keys.has(key)
    );
  }

  /** Terms of texts of our own, which may be remembered. */
  ownTerms(texts: readonly string[]): Term[][] {
    const { learning } = this;
    this.learning = true;
    const terms = this.wordsOfEach(texts).map((words) => this.terms(words));
    this.learning = learning;
    return terms;
  }

  /** Terms in the order of the text; known phrases are one term. Linear in the number of words. */
  terms(textWords: readonly string[]): Term[] {
    const stems = textWords.map((word) => this.stem(word));
    const terms: Term[] = [];
    for (let at = 0; at < stems.length; ) {
      const phrases = this.phrasesAt(stems, at);
      const length = phrases[0]?.stems.length ?? 1;
      terms.push(
        phrases.length === 0
          ? this.word(textWords[at] ?? '')
          : this.phrase(textWords.slice(at, at + length), phrases),
      );
      at += length;
    }
    return terms;
  }

  /** From now on nothing is remembered: what people ask must not make the reader grow. */
  stopLearning(): void {
    this.learning = false;
  }

  private stem(word: string): string {
    const known = this.stems.get(word);
    if (known !== undefined) return known;
    const found = stem(word);
    if (this.learning) this.stems.set(word, found);
    return found;
  }

  private phrasesAt(stems: readonly string[], at: number): readonly Phrase[] {
    const candidates = this.phrases.get(stems[at] ?? '')?.get(stems[at + 1] ?? '');
    if (candidates === undefined) return none;
    const longest = candidates.find((phrase) =>
      phrase.stems.every((key, index) => stems[at + index] === key),
    );
    if (longest === undefined) return none;
    return candidates.filter(
      ({ stems: phrase }) =>
        phrase.length === longest.stems.length && phrase.every((key, index) => stems[at + index] === key),
    );
  }

  private phrase(words: readonly string[], phrases: readonly Phrase[]): Term {
    const surface = words.join(' ');
    const known = this.phraseTerms.get(surface);
    if (known !== undefined) return known;
    const term = phraseTerm(
      surface,
      phrases,
      words.map((word) => this.word(word)),
    );
    if (this.learning) this.phraseTerms.set(surface, term);
    return term;
  }

  private word(surface: string): Term {
    const known = this.wordTerms.get(surface);
    if (known !== undefined) return known;
    const key = this.stem(surface);
    const groups = this.groupsOfStem.get(key) ?? [];
    const kind = this.kindOf(surface, groups);
    const keys = [key, ...groups.map((group) => group.key)];
    const term = { surface, kind, keys, parts: [], all: keys };
    if (this.learning) this.wordTerms.set(surface, term);
    return term;
  }

  private kindOf(surface: string, groups: readonly { kind: TermKind }[]): TermKind {
    if (/^\d/.test(surface)) return 'number';
    const kinds = groups.map((group) => group.kind);
    for (const kind of ['subject', 'name', 'place'] as const) if (kinds.includes(kind)) return kind;
    const generic = kinds.length > 0 && kinds.every((kind) => kind === 'neutral');
    return generic || this.vocabulary.neutral.has(surface) ? 'neutral' : 'word';
  }

  private learn(
    entries: readonly { readonly text: string; readonly key: string; readonly kind: TermKind }[],
  ): void {
    const wordsOfEntries = this.wordsOfEach(entries.map(({ text }) => text));
    entries.forEach(({ key, kind }, at) => {
      const stems = (wordsOfEntries[at] ?? []).map((word) => this.stem(word));
      const [first] = stems;
      if (first === undefined) return;
      // Singular and plural of one word have one stem.
      if (stems.length === 1) {
        const known = this.groupsOfStem.get(first) ?? [];
        if (!known.some((group) => group.key === key)) append(this.groupsOfStem, first, { key, kind });
      } else {
        const seconds = this.phrases.get(first) ?? new Map<string, Phrase[]>();
        this.phrases.set(first, seconds);
        const known = seconds.get(stems[1] ?? '') ?? [];
        const isKnown = known.some((phrase) => phrase.key === key && equal(phrase.stems, stems));
        if (!isKnown) append(seconds, stems[1] ?? '', { stems, key, kind });
      }
    });
  }
}

function equal(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && some.every((stem, at) => stem === others[at]);
}

function kindOfGroup({ subject, generic }: SynonymGroup): TermKind {
  if (subject) return 'subject';
  return generic ? 'neutral' : 'word';
}

const none: readonly Phrase[] = [];

function phraseTerm(surface: string, phrases: readonly Phrase[], parts: readonly Term[]): Term {
  const kinds = [...phrases.map((phrase) => phrase.kind), ...parts.map((part) => part.kind)];
  const kind =
    (['subject', 'name', 'place'] as const).find((candidate) => kinds.includes(candidate)) ??
    (phrases.every((phrase) => phrase.kind === 'neutral') ? 'neutral' : 'word');
  const keys = [...new Set(phrases.map((phrase) => phrase.key))];
  // “in an alliance” is not found by its “in”.
  const telling = parts.filter((part) => part.kind !== 'neutral');
  const partKeys = (telling.length > 0 ? telling : parts).map((part) => part.keys);
  return { surface, kind, keys, parts: partKeys, all: [...keys, ...partKeys.flat()] };
}

function append<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
