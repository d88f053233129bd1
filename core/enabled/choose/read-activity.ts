import { words } from '../../words/normalise.ts';
import { SpellingCorrector } from '../../words/spelling.ts';
import { stem } from '../../words/stem.ts';

/** A word of a description, reduced to what it is looked up by. */
export interface Term {
  readonly stem: string;
  /** As it was written. */
  readonly written: string;
  /** True when it stands after "and", a comma or the like: not the main activity. */
  readonly later: boolean;
  /** 1 as written, less when the spelling was put right or a word was completed, 0 when it is not known. */
  readonly trust: number;
}

interface Lists {
  readonly shorthand: ReadonlyMap<string, string>;
  readonly misspellings: ReadonlyMap<string, string>;
  readonly neutral: ReadonlySet<string>;
  readonly wholeWords: ReadonlySet<string>;
}

const corrected = 0.9;
const completed = 0.8;
const shortestPart = 3;
/** What parts the activities of one description. */
const separator = /\band\b|[,;/+]|(?<=\s)&(?=\s)/i;

/** Turns descriptions of activities into terms, by what the vocabulary knows. */
export class ActivityReader {
  private readonly known = new Map<string, number>();
  private readonly stems = new Set<string>();
  /** Two words that stand side by side in a phrase of the vocabulary. */
  private readonly pairs = new Set<string>();
  private spelling: SpellingCorrector | undefined;

  constructor(private readonly lists: Lists) {}

  /** Terms of a phrase of the vocabulary itself; its words count as known from now on. */
  learn(phrase: string): readonly string[] {
    const all = this.wordsOf(phrase);
    for (const word of all) this.known.set(word, (this.known.get(word) ?? 0) + 1);
    all.slice(1).forEach((word, index) => {
      this.pairs.add(`${all[index]} ${word}`);
    });
    const stems = [...new Set(all.map(this.stem))];
    for (const each of stems) this.stems.add(each);
    return stems;
  }

  /** Terms of what somebody typed, in order, without words that say nothing. */
  read(text: string): readonly Term[] {
    const terms = new Map<string, Term>();
    const parts = text.split(separator).map((part) => this.joined(this.wordsOf(part)));
    parts.forEach((all, part) => {
      all.forEach((word, index) => {
        const isLast = part === parts.length - 1 && index === all.length - 1;
        for (const term of this.termsOf(word, part > 0, isLast)) {
          if (!terms.has(term.stem)) terms.set(term.stem, term);
        }
      });
    });
    return [...terms.values()];
  }

  private readonly stem = (word: string): string => (this.lists.wholeWords.has(word) ? word : stem(word));

  private wordsOf(text: string): string[] {
    const spelt = text
      .toLowerCase()
      .split(/\s+/)
      .map((piece) => this.lists.shorthand.get(piece) ?? piece)
      .join(' ');
    return words(spelt)
      .map((word) => this.lists.misspellings.get(word) ?? word)
      .filter((word) => !this.lists.neutral.has(word));
  }

  /** "book shop" and "bookshop" are one, whichever of them the vocabulary has. */
  private joined(all: readonly string[]): string[] {
    const result: string[] = [];
    for (let index = 0; index < all.length; index += 1) {
      const [word = '', next = ''] = [all[index], all[index + 1]];
      if (next !== '' && !this.pairs.has(`${word} ${next}`) && this.known.has(word + next)) {
        result.push(word + next);
        index += 1;
      } else result.push(word);
    }
    return result;
  }

  private termsOf(word: string, later: boolean, isLast: boolean): Term[] {
    const term = (known: string, trust: number): Term => ({
      stem: this.stem(known),
      written: word,
      later,
      trust,
    });
    if (this.stems.has(this.stem(word))) return [term(word, 1)];
    const parts = this.parts(word);
    if (parts) return parts.map((part) => term(part, 1));
    const begun = isLast && word.length >= shortestPart + 1 ? this.completions(word) : [];
    if (begun.length > 0) return begun.map((whole) => term(whole, completed));
    this.spelling ??= new SpellingCorrector(this.known);
    const better = this.spelling.correct(word);
    return [better === undefined ? term(word, 0) : term(better, corrected)];
  }

  private parts(word: string): [string, string] | undefined {
    for (let at = shortestPart; at <= word.length - shortestPart; at += 1) {
      const [before, after] = [word.slice(0, at), word.slice(at)];
      if (this.known.has(before) && this.known.has(after)) return [before, after];
    }
    return undefined;
  }

  /** Known words that begin like the last one, which may still be being typed. */
  private completions(start: string): string[] {
    const stems = new Map<string, string>();
    for (const word of this.known.keys()) {
      if (word.startsWith(start) && !stems.has(this.stem(word))) stems.set(this.stem(word), word);
    }
    return [...stems.values()];
  }
}
