import { SpellingCorrector } from '../../words/spelling.ts';
import { vocabularyData } from '../synonyms.ts';
import { TermReader } from '../vocabulary.ts';

/** A thing and what people call it. */
export interface Named {
  readonly id: string;
  readonly words: readonly string[];
}

/** What of a list of things a text speaks of, in its order. */
export interface PhraseReading {
  readonly ids: readonly string[];
  /** The words of the text that name none of them, as written. */
  readonly rest: readonly string[];
}

/** Finds the things of a list that a text names, slips of the pen allowed. */
export class PhraseReader {
  private readonly reader: TermReader;
  private readonly spelling: SpellingCorrector;

  constructor(things: readonly Named[]) {
    const { shorthand, neutral } = vocabularyData();
    const groups = things.map(({ id, words }) => ({ id, words: [...words], subject: true, generic: false }));
    this.reader = new TermReader({ groups, shorthand, places: [], neutral: new Set(neutral) }, new Map());
    const uses = new Map<string, number>();
    for (const word of [
      ...this.reader.wordsOfEach(things.flatMap(({ words }) => words)).flat(),
      ...neutral,
    ]) {
      uses.set(word, (uses.get(word) ?? 0) + 1);
    }
    this.spelling = new SpellingCorrector(uses);
    this.reader.stopLearning();
  }

  /** Linear in the length of the text. */
  read(text: string): PhraseReading {
    const words = this.reader
      .words(text)
      .map((word) => (this.reader.knows(word) ? word : (this.spelling.correct(word) ?? word)));
    const ids = new Set<string>();
    const rest: string[] = [];
    for (const { surface, kind, keys } of this.reader.terms(words)) {
      const named = keys.filter((key) => key.startsWith('#')).map((key) => key.slice(1));
      for (const id of named) ids.add(id);
      if (named.length === 0 && kind !== 'neutral') rest.push(surface);
    }
    return { ids: [...ids], rest };
  }
}
