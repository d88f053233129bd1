import type { Explained, Source } from '../explain/explained.ts';
import { once } from '../shipped/once.ts';
import { formatCount } from '../units/format.ts';
import { incomeByLm3 } from './income-by-lm3.ts';
import { figuresOn, lawLines } from './law-lines.ts';
import { lm3FromRounds } from './lm3-from-rounds.ts';
import { askedForNeverHeld } from './never-held.ts';
import { allPassages, type Passage, topics } from './passage.ts';
import { isCovered, isNear } from './refusal.ts';
import { type Hit, Retriever } from './retrieve.ts';
import { staffRespend } from './staff-respend.ts';
import { type ThresholdAnswer, thresholdAnswer } from './threshold-answer.ts';
import { unpublishedResult } from './unpublished-result.ts';
import type { Term } from './vocabulary.ts';
import type { Worked } from './worked.ts';

/** What a question gets, whatever it asks. */
export interface Answer {
  /** Plain text of at most `maxAnswerLength` characters; the first sentence answers, the last line names the sources. */
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

/** Fits one Slack message and one screen. */
export const maxAnswerLength = 1600;

/** Longer questions are read up to here, and the answer says so. */
export const maxQuestionLength = 2000;

interface Knowledge {
  readonly retriever: Retriever;
  readonly byId: (id: string) => Passage;
  readonly published: readonly Passage[];
}

/** Read and indexed at the first question. */
const knowledge = once((): Knowledge => {
  const passages = allPassages();
  const map = new Map(passages.map((passage) => [passage.id, passage]));
  const byId = (id: string): Passage => {
    const passage = map.get(id);
    if (passage === undefined) throw new Error(`core/data is broken. Answers need the entry "${id}"`);
    return passage;
  };
  const published = passages.filter(({ kind }) => kind === 'lm3-result');
  return { retriever: new Retriever(passages), byId, published };
});

/**
 * Answers a question from the shipped knowledge, with sources, or says that it is not covered. Never
 * throws on any text; takes time linear in the length of the question.
 *
 * @param today date as YYYY-MM-DD, for questions of law; without it an answer says that none was given
 * @example answerQuestion('what radius was used for hopscotch').text // 'A radius of 12 km ...'
 */
export function answerQuestion(question: string, today?: string): Answer {
  const text = question.slice(0, maxQuestionLength);
  const answer = answerText(text, today);
  if (text.length === question.length) return answer;
  const note = `Only the first ${formatCount(maxQuestionLength)} characters of the question were read.`;
  return { ...answer, text: `${clip(answer.text, maxAnswerLength - note.length - 1)}\n${note}` };
}

function answerText(question: string, today: string | undefined): Answer {
  const { retriever, byId, published } = knowledge();
  const sum =
    worked(staffRespend(question, byId('lm3-proxies')), byId('lm3-proxies')) ??
    worked(lm3FromRounds(question, byId('lm3-formula')), byId('lm3-formula')) ??
    worked(incomeByLm3(question, byId('lm3-one-pound')), byId('lm3-one-pound'));
  if (sum !== undefined) return sum;
  const never = askedForNeverHeld(question);
  if (never !== undefined) return refuse(`That is not covered: Local Pound holds no ${never.what}.`);
  const threshold = thresholdAnswer(question, today);
  if (threshold !== undefined) return withSources(threshold, byId('law-thresholds'));
  const whose = unpublishedResult(question, retriever, published);
  if (whose !== undefined) return noneFor(whose, byId('result-all'));
  const { terms, hits } = retriever.retrieve(question);
  if (terms.length === 0) return refuse('There is no question in that which Local Pound can read.');
  const fitting = hits.slice(0, consideredHits).filter((hit) => isCovered(question, terms, hit));
  const [first, ...others] = fitting;
  if (first === undefined)
    return refuse(`That is not covered in what Local Pound knows.${nearest(terms, hits)}`);
  return compose(first, others, today);
}

/** For a question that may be ours in words we do not know: what to try instead. */
function nearest(terms: readonly Term[], hits: readonly Hit[]): string {
  const titles = hits
    .slice(0, 2)
    .filter((hit) => isNear(terms, hit))
    .map(({ passage }) => `“${passage.title}”`);
  return titles.length === 0 ? '' : ` The nearest it has: ${titles.join(' and ')}.`;
}

/** How far down the ranking an answer may come from. */
const consideredHits = 3;
/** A second passage is added when it fits nearly as well as the first. */
const nearlyAsGood = 0.75;

function compose(first: Hit, others: readonly Hit[], today: string | undefined): Answer {
  const second = others.find((hit) => hit.score >= nearlyAsGood * first.score);
  if (second !== undefined) {
    const both = covered([first, second], today);
    if (both.text.length <= maxAnswerLength) return both;
  }
  const one = covered([first], today);
  return { ...one, text: clip(one.text, maxAnswerLength) };
}

function covered(hits: readonly Hit[], today: string | undefined): Answer {
  const sources = distinct(hits.flatMap(({ passage }) => passage.sources));
  const laws = hits.flatMap(({ passage }) => passage.law ?? []);
  const bodies = hits.map(({ passage }) =>
    passage.law === undefined ? passage.body : figuresOn(passage.law.text, today),
  );
  const lines = laws.length === 0 ? sourceLines(sources) : [...lawLines(laws, today), sourceLine(sources)];
  return {
    text: [...bodies, ...lines].join('\n\n'),
    sources,
    covered: true,
    passages: hits.map(({ passage: { id, title }, matched }) => ({ id, title, matched })),
  };
}

function worked(result: Worked | null, passage: Passage): Answer | undefined {
  if (result === null) return undefined;
  const { id, title, sources } = passage;
  const answer = {
    text: clip([result.text, ...sourceLines(sources)].join('\n\n'), maxAnswerLength),
    sources,
    covered: true,
    passages: [{ id, title, matched: [] }],
  };
  return result.workings === undefined ? answer : { ...answer, workings: result.workings };
}

function withSources({ text, sources }: ThresholdAnswer, { id, title }: Passage): Answer {
  return {
    text: clip([text, sourceLine(sources)].join('\n\n'), maxAnswerLength),
    sources,
    covered: true,
    passages: [{ id, title, matched: [] }],
  };
}

function noneFor(whose: string, results: Passage): Answer {
  const { id, title, body, sources } = results;
  const text = `No LM3 has been published for ${clip(whose, 80)} in the sources that Local Pound holds. ${body}`;
  return {
    text: clip([text, ...sourceLines(sources)].join('\n\n'), maxAnswerLength),
    sources,
    covered: false,
    passages: [{ id, title, matched: [] }],
  };
}

function refuse(reason: string): Answer {
  const list = topics()
    .map((topic) => `- ${topic}`)
    .join('\n');
  return {
    text: clip(`${reason} You can ask about:\n${list}`, maxAnswerLength),
    sources: [],
    covered: false,
    passages: [],
  };
}

function sourceLine(sources: readonly Source[]): string {
  return `Source: ${sources.map(({ title, place }) => `${title}, ${place}`).join('; ')}.`;
}

function sourceLines(sources: readonly Source[]): string[] {
  const unread = sources.filter(({ verified }) => !verified).map(({ title }) => title);
  const caution =
    unread.length === 0 ? [] : [`Not checked in full: only the abstract was read of ${unread.join('; ')}.`];
  return [...caution, sourceLine(sources)];
}

function distinct(sources: readonly Source[]): Source[] {
  return [...new Map(sources.map((source) => [`${source.title} ${source.place}`, source])).values()];
}

function clip(text: string, length: number): string {
  if (text.length <= length) return text;
  // Half of a surrogate pair would be no character at all.
  return `${text.slice(0, length - 3).replace(/[\uD800-\uDBFF]$/, '')}...`;
}
