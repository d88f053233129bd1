import { draftFor, knowledge } from './answer-one.ts';
import type { Term } from './vocabulary.ts';

/** Ways to begin that lean on what was said before. */
const begins = /^\W*(and|or|but|what about|how about|wot about|same for|ok and|and also)\b/i;
const pronoun =
  /\b(it|its|it's|they|them|their|that|those|these|this|there|he|she|his|her|ones|others?|same)\b/i;
/** With so few words of its own a question that says "it" leans on the one before. */
const fewWords = 2;

/** True when the question hardly says anything without the one before. */
export function leans(question: string): boolean {
  if (begins.test(question)) return true;
  if (!pronoun.test(question)) return false;
  const { terms } = knowledge().retriever.read(question);
  return terms.filter(({ kind }) => kind !== 'neutral').length <= fewWords;
}

/**
 * The question as it would stand alone after the one before, likeliest first. "and hackney?" after
 * "population of bradford" is "population of hackney".
 */
export function standingAlone(question: string, previous: string | undefined): string[] {
  if (previous === undefined || previous.trim() === '') return [];
  const { retriever } = knowledge();
  const now = retriever.read(question).terms;
  const before = retriever.read(previous).terms;
  // What the one before came to: "and its population?" after "which area is the most deprived".
  const { about } = draftFor(previous, undefined);
  const candidates = [
    otherStanding(question, previous),
    about === undefined || !pronoun.test(question) ? undefined : `${question} ${about}`,
    exchanged(before, now),
    renumbered(before, now),
    carried(before, now, isEntity),
    carried(before, now, ({ kind }) => kind !== 'neutral'),
  ];
  return [...new Set(candidates.flatMap((text) => text ?? []))];
}

/** "and others?" after the key indicators of something asks for the other measures of the same, and the reverse. */
function otherStanding(question: string, previous: string): string | undefined {
  const asked =
    /^\W*(?:and |what about |how about )?(?:the )?(others?|other ones?|other measures?|rest|key|key ones?|key indicators?)\W*$/i
      .exec(question)?.[1]
      ?.toLowerCase();
  const standing = /\b(key|main|headline|other) (indicators?|measures?|ones)\b/i;
  if (asked === undefined || !standing.test(previous)) return undefined;
  return previous.replace(standing, asked.startsWith('key') ? 'key indicators' : 'other measures');
}

const entityGroup = /^#(characteristic-\d|step-\d+|round-\d|name-.+|place-.+)$/;
/** What kind of thing a term names: two of one kind can stand in each other's place. */
export function entityKind({ keys, kind }: Term): string | undefined {
  const key = keys.find((candidate) => entityGroup.test(candidate));
  if (key === undefined && kind !== 'name' && kind !== 'place') return undefined;
  return key?.startsWith('#characteristic') || key?.startsWith('#step') || key?.startsWith('#round')
    ? key.replace(/\d+$/, '')
    : 'name';
}
const isEntity = (term: Term): boolean => entityKind(term) !== undefined;

function isOnlyEntities(terms: readonly Term[]): boolean {
  return terms.some(isEntity) && terms.every((term) => isEntity(term) || term.kind === 'neutral');
}

/** The question before with its name, area or number exchanged for the new one. */
function exchanged(before: readonly Term[], now: readonly Term[]): string | undefined {
  const fresh = now.filter(isEntity);
  const [first] = fresh;
  if (first === undefined || !isOnlyEntities(now)) return undefined;
  const kinds = new Set(fresh.map(entityKind));
  if (!before.some((term) => kinds.has(entityKind(term)))) return undefined;
  const kept = before.filter((term) => !kinds.has(entityKind(term)));
  return [...kept, ...fresh].map(({ surface }) => surface).join(' ');
}

/** "and 4?" after "what is characteristic 3". */
function renumbered(before: readonly Term[], now: readonly Term[]): string | undefined {
  const numbers = now.filter(({ kind }) => kind === 'number');
  const [number] = numbers;
  const others = now.filter(({ kind }) => kind !== 'number' && kind !== 'neutral');
  if (number === undefined || numbers.length > 1 || others.length > 0) return undefined;
  const numbered = before.find((term) => entityKind(term)?.startsWith('#'));
  if (numbered === undefined) return undefined;
  return before
    .map((term) => (term === numbered ? `${entityWord(term)} ${number.surface}` : term.surface))
    .join(' ');
}

const entityWord = (term: Term): string => (entityKind(term) ?? '').replace(/^#|-$/g, '');

/** The new question with what the one before was about. */
function carried(
  before: readonly Term[],
  now: readonly Term[],
  isCarried: (term: Term) => boolean,
): string | undefined {
  const keys = new Set(now.flatMap((term) => term.keys));
  const kinds = new Set(now.flatMap((term) => entityKind(term) ?? []));
  const extra = before.filter(
    (term) =>
      isCarried(term) &&
      !term.keys.some((key) => keys.has(key)) &&
      !(isEntity(term) && kinds.has(entityKind(term) ?? '')),
  );
  if (extra.length === 0) return undefined;
  return [...now, ...extra].map(({ surface }) => surface).join(' ');
}
