import writtenIndex from '../data/answers-index.json' with { type: 'json' };
import { once } from '../shipped/once.ts';
import { type Draft, firstSentences, fits, unreadCaution } from './answer-text.ts';
import { incomeByLm3 } from './income-by-lm3.ts';
import { indicatorAnswer } from './indicator-answer.ts';
import { jobsFromFloorspace } from './jobs-from-floorspace.ts';
import { figuresOn, lawLines } from './law-lines.ts';
import { lm3FromRounds } from './lm3-from-rounds.ts';
import { lm3FromSpending } from './lm3-from-spending.ts';
import { askedForNeverHeld } from './never-held.ts';
import { allPassages, type Passage, topics, wholeId } from './passage.ts';
import { isCovered, isNear } from './refusal.ts';
import { reservationAnswer } from './reservation-answer.ts';
import { type Hit, type Retrieval, Retriever } from './retrieve.ts';
import { staffRespend } from './staff-respend.ts';
import { areaTableAnswer } from './tables/area-table.ts';
import { enabledTableAnswer } from './tables/enabled-table.ts';
import { lm3TableAnswer } from './tables/lm3-table.ts';
import { listWords, type TableAnswer } from './tables/table-answer.ts';
import { thresholdAnswer } from './threshold-answer.ts';
import { unpublishedResult } from './unpublished-result.ts';
import { defaultVocabulary } from './vocabulary.ts';
import { defaultWeights } from './weights.ts';
import type { Worked } from './worked.ts';

interface Knowledge {
  readonly retriever: Retriever;
  readonly byId: (id: string) => Passage;
  readonly published: readonly Passage[];
}

/** Read and indexed at the first question. */
export const knowledge = once((): Knowledge => {
  const passages = allPassages();
  const map = new Map(passages.map((passage) => [passage.id, passage]));
  const byId = (id: string): Passage => {
    const passage = map.get(id);
    if (passage === undefined) throw new Error(`core/data is broken. Answers need the entry "${id}"`);
    return passage;
  };
  const published = passages.filter(({ kind }) => kind === 'lm3-result');
  const retriever = new Retriever(passages, defaultVocabulary(), defaultWeights, writtenIndex);
  return { retriever, byId, published };
});

/** How far down the ranking an answer may come from. */
const consideredHits = 3;
/** A second passage is added when it fits nearly as well as the first. */
const nearlyAsGood = 0.6;
/** From this likeness on a question is nearly one of the passage's own. */
const ownQuestion = 0.85;
/** The same where the first may not be what was meant. */
const inDoubt = 0.5;
/** Room for the first of several passages, tried in turn, and the part of it that each of the others gets. */
const roomsForFirst = [800, 700, 600, 500, 400, 300];
const roomForOthers = 0.6;
/** Below this likeness to the passage's own questions the first one may not be what was meant. */
const doubtfulLikeness = 0.55;

/** The answer to one question that stands alone: sums, then what is never held, tables, passages. */
export function draftFor(question: string, today: string | undefined): Draft {
  const { retriever, byId, published } = knowledge();
  const sum =
    worked(lm3FromSpending(question), byId('lm3-formula')) ??
    worked(staffRespend(question, byId('lm3-proxies')), byId('lm3-proxies')) ??
    worked(lm3FromRounds(question, byId('lm3-formula')), byId('lm3-formula')) ??
    worked(incomeByLm3(question, byId('lm3-one-pound')), byId('lm3-one-pound')) ??
    worked(jobsFromFloorspace(question), byId('enabled-estimates'));
  if (sum !== undefined) return sum;
  const never = askedForNeverHeld(question);
  if (never !== undefined) return refuse(`That is not covered: Local Pound holds no ${never.what}.`);
  const reserved = reservationAnswer(question, today, byId);
  if (reserved !== undefined) {
    const { about, text, sources } = reserved;
    return fromTable({ text, sources, covered: true }, about, []);
  }
  const threshold = thresholdAnswer(question, today);
  if (threshold !== undefined) {
    return fromTable({ ...threshold, covered: true }, byId('law-thresholds'), []);
  }
  const retrieval = retriever.retrieve(question);
  const table = tableDraft(retrieval);
  if (table !== undefined) return table;
  const isOurs = (retrieval.hits[0]?.askSimilarity ?? 0) >= ownQuestion;
  const whose = isOurs ? undefined : unpublishedResult(question, retriever, published);
  if (whose !== undefined) return noneFor(whose, byId('result-all'));
  return fromPassages(question, retrieval, today);
}

function tableDraft({ terms, hits, unknown }: Retrieval): Draft | undefined {
  const { byId } = knowledge();
  const text = terms.map(({ surface }) => surface).join(' ');
  const near = hits
    .filter((hit) => isNear(terms, hit, unknown) && hit.passage.law === undefined)
    .map(({ passage }) => passage.title);
  const tables = [
    ['enabled-headline', enabledTableAnswer],
    ['result-all', lm3TableAnswer],
    ['six-areas', areaTableAnswer],
    ['indicator-bank', indicatorAnswer],
  ] as const;
  for (const [id, table] of tables) {
    const answer = table(text);
    if (answer !== undefined) return fromTable(answer, byId(id), near);
  }
  return undefined;
}

function fromPassages(
  question: string,
  { terms, hits, unknown }: Retrieval,
  today: string | undefined,
): Draft {
  if (terms.length === 0) return refuse('There is no question in that which Local Pound can read.');
  const fitting = hits.slice(0, consideredHits).filter((hit) => isCovered(question, terms, hit));
  const [first, ...others] = fitting;
  if (first === undefined) return nearestOnly({ terms, hits, unknown }, today);
  // In doubt a passage that only comes near may be the one that was meant.
  const doubtful = first.askSimilarity < doubtfulLikeness;
  const rest = doubtful
    ? hits
        .slice(0, consideredHits)
        .filter((hit) => hit !== first && (others.includes(hit) || isNear(terms, hit, unknown)))
    : others;
  const [second, third] = rest.filter(
    (hit) => hit.score >= (doubtful ? inDoubt : nearlyAsGood) * first.score,
  );
  const next = hits
    .filter((hit) => hit !== first && isNear(terms, hit, unknown))
    .map(({ passage }) => passage.title);
  if (doubtful && second !== undefined && third !== undefined) {
    const short = inShort([first, second, third], today, next);
    if (short !== undefined) return short;
  }
  if (second !== undefined) {
    const fitting = (['each', 'first', 'none'] as const)
      .map((wholes) => covered([first, second], today, next, wholes))
      .find((draft) => fits([draft]));
    if (fitting !== undefined) return fitting;
  }
  const alone = covered([first], today, next);
  return fits([alone]) ? alone : covered([first], today, next, 'none');
}

/** For a question that may be ours in words we do not know: a refusal with the nearest that is held. */
function nearestOnly({ terms, hits, unknown }: Retrieval, today: string | undefined): Draft {
  const nearest = hits.slice(0, consideredHits).filter((hit) => isNear(terms, hit, unknown));
  const [best, ...others] = nearest;
  if (best === undefined) return refuse('That is not covered in what Local Pound knows.');
  const opening = `That is not covered in those words. The nearest it has: ${listWords(nearest.map(({ passage }) => `“${passage.title}”`))}.`;
  const next = others.map(({ passage }) => passage.title);
  const near = inShort(nearest, today, [], opening) ?? covered([best], today, next, 'none');
  return { ...near, paragraphs: [opening, ...near.paragraphs], covered: false };
}

/**
 * Several passages in one answer, the likeliest with most room, cut to whole sentences if need be; undefined
 * when they do not fit even so.
 *
 * @param opening what will stand above them
 */
function inShort(
  hits: readonly Hit[],
  today: string | undefined,
  next: readonly string[],
  opening?: string,
): Draft | undefined {
  const draft = covered(hits, today, next);
  const fitsBelow = ({ paragraphs, ...rest }: Draft): boolean =>
    fits([{ ...rest, paragraphs: opening === undefined ? paragraphs : [opening, ...paragraphs] }]);
  if (fitsBelow(draft)) return draft;
  const texts = hits.map(({ passage }) =>
    [passage, passage.of].flatMap((told) => (told === undefined ? [] : [wordsOf(told, today)])).join(' '),
  );
  return roomsForFirst
    .map((room) => ({
      ...draft,
      paragraphs: texts.map((text, at) => firstSentences(text, at === 0 ? room : room * roomForOthers)),
    }))
    .find(fitsBelow);
}

/** @param wholes after which facts what they are part of is told */
function covered(
  hits: readonly Hit[],
  today: string | undefined,
  next: readonly string[],
  wholes: 'each' | 'first' | 'none' = 'each',
): Draft {
  const sources = hits.flatMap(({ passage }) => passage.sources);
  const laws = hits.flatMap(({ passage }) => passage.law ?? []);
  return {
    paragraphs: hits.flatMap(({ passage }, at) => [
      wordsOf(passage, today),
      ...(passage.of && (wholes === 'each' || (wholes === 'first' && at === 0))
        ? [wordsOf(passage.of, today)]
        : []),
    ]),
    cautions: laws.length === 0 ? unreadCaution(sources) : lawLines(laws, today),
    sources,
    covered: true,
    passages: hits.map(({ passage, matched }) => ({
      id: wholeId(passage),
      title: passage.title,
      matched,
    })),
    next,
  };
}

const wordsOf = ({ body, law }: Passage, today: string | undefined): string =>
  law === undefined ? body : figuresOn(law.text, today);

function worked(result: Worked | null, { id, title, sources }: Passage): Draft | undefined {
  if (result === null) return undefined;
  return {
    paragraphs: [result.text],
    cautions: unreadCaution(sources),
    sources,
    covered: true,
    passages: [{ id, title, matched: [] }],
    next: [],
    ...(result.workings && { workings: result.workings }),
  };
}

function fromTable(answer: TableAnswer, { id, title }: Passage, next: readonly string[]): Draft {
  return {
    paragraphs: [answer.text],
    cautions: [],
    sources: answer.sources,
    covered: answer.covered,
    passages: [{ id, title, matched: [] }],
    next,
    ...(answer.workings && { workings: answer.workings }),
    ...(answer.about && { about: answer.about }),
  };
}

function noneFor(whose: string, { id, title, body, sources }: Passage): Draft {
  const short = whose.length > 80 ? `${whose.slice(0, 77)}...` : whose;
  return {
    paragraphs: [`No LM3 has been published for ${short} in the sources that Local Pound holds. ${body}`],
    cautions: [],
    sources,
    covered: false,
    passages: [{ id, title, matched: [] }],
    next: [],
  };
}

/** Plain words that something is not held, and what is. */
export function refuse(reason: string): Draft {
  return {
    paragraphs: [`${reason} You can ask about: ${topics().join('; ')}.`],
    cautions: [],
    sources: [],
    covered: false,
    passages: [],
    next: [],
  };
}
