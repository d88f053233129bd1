import { draftFor, knowledge } from './answer-one.ts';
import { type Draft, firstSentences, fits } from './answer-text.ts';
import { entityKind, leans, standingAlone } from './follow-up.ts';

/** Where one question ends and another begins. */
const strong =
  /\?+\s*|[.;]\s+|\n+|,? (?:and|n|&|plus|also|and also|oh and) (?=(?:what|whats|what's|who|whos|who's|how|hows|when|where|why|which|is|are|was|were|do|does|did|can|could)\b)|,? (?:and )?also\b,?/i;
const weak = /,? (?:and|n|&|plus) /i;
/** More would not fit one answer. */
const mostParts = 3;

/**
 * The drafts of a question that asks for several things, when each has an answer of its own; undefined
 * when the whole is better answered as one.
 */
export function severalDrafts(
  question: string,
  whole: Draft,
  today: string | undefined,
): readonly Draft[] | undefined {
  // A sum has read the whole question already.
  if (whole.workings !== undefined) return undefined;
  return (
    apart(question, strong, whole, today) ??
    eachNumbered(question, whole, today) ??
    (whole.covered ? undefined : apart(question, weak, whole, today))
  );
}

function apart(
  question: string,
  boundary: RegExp,
  whole: Draft,
  today: string | undefined,
): readonly Draft[] | undefined {
  const parts = question
    .split(boundary)
    .map((part) => part.trim().replace(/^(?:and|also|plus) /i, ''))
    .filter((part) => part.split(/\s+/).length > 1);
  if (parts.length < 2 || parts.length > mostParts) return undefined;
  const drafts = parts.map((part, at) => ofPart(part, parts[at - 1], today));
  const answered = drafts.filter(({ covered }) => covered);
  if (answered.length === 0 || (answered.length < drafts.length && whole.covered)) return undefined;
  const isOne = new Set(answered.map(({ passages }) => passages[0]?.id)).size === 1 && !tellApart(answered);
  // A table may have told all of it already.
  if (whole.covered && answered.every(({ paragraphs: [said = ''] }) => whole.paragraphs[0]?.includes(said)))
    return undefined;
  if (isOne && whole.covered) return undefined;
  const told = answered.map(firstPassage);
  return fits(told) ? told : shortened(told);
}

const compares =
  /\b(compare|compared|difference|differ|versus|vs|between|add|added|sum|plus|total|divided|formula|linked?|relate)\b/i;
const pairOfNumbers = /\b(characteristic|char|c|step|round)(s?) ?(\d{1,2}) ?(?:,|and|&|n) ?(\d{1,2})\b/gi;

/** "explain rounds 2 and 3": one thing asked about two or three that go by numbers. */
function eachNumbered(
  question: string,
  whole: Draft,
  today: string | undefined,
): readonly Draft[] | undefined {
  if (compares.test(question)) return undefined;
  const { terms } = knowledge().retriever.read(question.replace(pairOfNumbers, '$1 $3 and $1 $4'));
  const numbered = terms.filter((term) => entityKind(term)?.startsWith('#'));
  const different = [...new Set(numbered.map(({ keys }) => keys[0]))];
  if (different.length < 2 || different.length > mostParts) return undefined;
  const drafts = different.map((key) =>
    draftFor(
      terms
        .filter((term) => !numbered.includes(term) || term.keys[0] === key)
        .map(({ surface }) => surface)
        .join(' '),
      today,
    ),
  );
  if (drafts.some(({ covered }) => !covered)) return undefined;
  const told = drafts.map(firstPassage);
  const isOne = new Set(told.map(({ passages }) => passages[0]?.id)).size === 1 && !tellApart(told);
  if (isOne) return undefined;
  const shown = new Set(whole.passages.map(({ id }) => id));
  if (whole.covered && !tellApart(told) && told.every(({ passages: [first] }) => shown.has(first?.id ?? '')))
    return undefined;
  return fits(told) ? told : shortened(told);
}

/** True when all come from tables, which have one id for all that they tell, and say different things. */
function tellApart(drafts: readonly Draft[]): boolean {
  const areTables = drafts.every(({ passages: [first] }) => first?.matched.length === 0);
  return areTables && new Set(drafts.map(({ paragraphs: [said] }) => said)).size > 1;
}

function ofPart(part: string, before: string | undefined, today: string | undefined): Draft {
  const leaning = before !== undefined && leans(part);
  const alone = draftFor(part, today);
  if (before === undefined || (alone.covered && !leaning)) return alone;
  for (const full of standingAlone(part, before)) {
    const draft = draftFor(full, today);
    if (draft.covered) return draft;
  }
  // "and its population": nobody knows whose, so what was found without that is no answer.
  return leaning ? { ...alone, covered: false } : alone;
}

/** One question of several gets one passage, or two of them might show the same. */
function firstPassage(draft: Draft): Draft {
  return draft.passages.length < 2
    ? draft
    : {
        ...draft,
        paragraphs: leading(draft),
        passages: draft.passages.slice(0, 1),
        sources: draft.passages.slice(0, 1).flatMap(({ id }) => knowledge().byId(id).sources),
      };
}

/** What the first passage says, and for a fact what it is part of. */
function leading({ paragraphs, passages: [first] }: Draft): readonly string[] {
  const [said = ''] = paragraphs;
  const whole = first === undefined ? undefined : knowledge().byId(first.id);
  return whole === undefined || whole.law !== undefined || whole.body === said ? [said] : [said, whole.body];
}

/** Room for each part of a long answer. */
const roomForEach = 480;

function shortened(drafts: readonly Draft[]): readonly Draft[] {
  return drafts.map((draft) => ({
    ...draft,
    paragraphs: [firstSentences(draft.paragraphs.join(' '), roomForEach)],
  }));
}
