import type { Explained, Source } from '../explain/explained.ts';
import { distinctSources } from './tables/table-answer.ts';

/** What a question gets, whatever it asks. */
export interface Answer {
  /**
   * The question as it was read: for one that leans on the one before, what it comes to. It is what to
   * hand over as `previous` with the next question.
   */
  readonly asked: string;
  /** Plain text of at most `maxAnswerLength` characters: the fact first, then detail, source, and where to look next. */
  readonly text: string;
  /** The documents and places that the text rests on; empty when nothing fits. */
  readonly sources: readonly Source[];
  /** False when Local Pound does not know: the text then says so and what it can answer. */
  readonly covered: boolean;
  /** The passages that the answer is made of, with the words of the question that were found in each. */
  readonly passages: readonly AnswerPassage[];
  /** For a sum done for the question: the figures as a tree. */
  readonly workings?: Explained;
}

export interface AnswerPassage {
  readonly id: string;
  readonly title: string;
  readonly matched: readonly string[];
}

/** An answer before it is put into one text, so that two can be told together. */
export interface Draft {
  /** Paragraphs, the first sentence of which answers. */
  readonly paragraphs: readonly string[];
  /** Cautions that must stand beside them. */
  readonly cautions: readonly string[];
  readonly sources: readonly Source[];
  readonly covered: boolean;
  readonly passages: readonly AnswerPassage[];
  /** Titles of what is near, for who wants to read on. */
  readonly next: readonly string[];
  readonly workings?: Explained;
  /** Whom the answer comes to, for a question that goes on with "its". */
  readonly about?: string;
}

/** Fits one Slack message and one screen. */
export const maxAnswerLength = 1600;

/** The text of one or more drafts: all they say, then their cautions, sources and what to look at next. */
export function answerOf(asked: string, drafts: readonly Draft[]): Answer {
  const sources = distinctSources(drafts.flatMap((draft) => draft.sources));
  const cautions = [...new Set(drafts.flatMap((draft) => draft.cautions))];
  const ending = [...cautions, ...(sources.length > 0 ? [sourceLine(sources)] : [])];
  const room = maxAnswerLength - ending.join('\n\n').length - 2;
  const body = drafts.flatMap(({ paragraphs }) => paragraphs).join('\n\n');
  const said = [clip(body, Math.max(room, 400)), ...ending].join('\n\n');
  const next = nextLine(drafts);
  const text = said.length + next.length + 2 <= maxAnswerLength && next !== '' ? `${said}\n\n${next}` : said;
  const [only] = drafts;
  return {
    asked,
    text: clip(text, maxAnswerLength),
    sources,
    covered: drafts.some((draft) => draft.covered),
    passages: drafts.flatMap(({ passages }) => passages),
    ...(drafts.length === 1 && only?.workings && { workings: only.workings }),
  };
}

/** True when everything fits without being cut. */
export function fits(drafts: readonly Draft[]): boolean {
  const sources = distinctSources(drafts.flatMap((draft) => draft.sources));
  const parts = [
    ...drafts.flatMap(({ paragraphs }) => paragraphs),
    ...new Set(drafts.flatMap(({ cautions }) => cautions)),
    sourceLine(sources),
  ];
  return parts.join('\n\n').length <= maxAnswerLength;
}

function nextLine(drafts: readonly Draft[]): string {
  const shown = new Set(drafts.flatMap(({ passages }) => passages.map(({ title }) => title)));
  const titles = [...new Set(drafts.flatMap(({ next }) => next))].filter((title) => !shown.has(title));
  return titles.length === 0
    ? ''
    : `Look next: ${titles
        .slice(0, 2)
        .map((title) => `“${title}”`)
        .join(', ')}.`;
}

function sourceLine(sources: readonly Source[]): string {
  const byTitle = new Map<string, string[]>();
  for (const { title, place } of sources) byTitle.set(title, [...(byTitle.get(title) ?? []), place]);
  const cited = [...byTitle].map(([title, places]) => `${title}, ${places.join('; ')}`);
  return `Source: ${cited.join('; ')}.`;
}

/** What has to be said of sources that were not read in full. */
export function unreadCaution(sources: readonly Source[]): string[] {
  const unread = sources.filter(({ verified }) => !verified).map(({ title }) => title);
  return unread.length === 0
    ? []
    : [`Not checked in full: only the abstract was read of ${unread.join('; ')}.`];
}

export function clip(text: string, length: number): string {
  if (text.length <= length) return text;
  // Half of a surrogate pair would be no character at all.
  return `${text.slice(0, length - 3).replace(/[\uD800-\uDBFF]$/, '')}...`;
}

/** As many whole sentences as fit, at least one. */
export function firstSentences(text: string, room: number): string {
  let length = 0;
  const kept: string[] = [];
  for (const sentence of text.split(/(?<=[.!?]) (?=[A-Z“£])/)) {
    if (kept.length > 0 && length + sentence.length > room) break;
    kept.push(sentence);
    length += sentence.length + 1;
  }
  return kept.join(' ');
}
