import { knowledge } from './answer-one.ts';
import type { Term } from './vocabulary.ts';

/** How a question begins, or what it says, when it leans on the one before. */
const leans =
  /^\W*(and|or|but|also|what about|how about|wot about|same for|for|in|then|ok and|so)\b|\b(it|its|it's|they|them|their|that|those|these|this|there|he|she|his|her|one|ones|others?|same)\b/i;
/** So short that hardly anything is asked. */
const fewWords = 4;

/**
 * The question as it would stand alone after the one before, likeliest first; none when it leans on
 * nothing. "and hackney?" after "population of bradford" is "population of hackney".
 */
export function standingAlone(question: string, previous: string | undefined): string[] {
  if (previous === undefined || previous.trim() === '') return [];
  const { retriever } = knowledge();
  const now = retriever.retrieve(question).terms;
  if (!leans.test(question) && now.filter(({ kind }) => kind !== 'neutral').length >= fewWords) return [];
  const before = retriever.retrieve(previous).terms;
  const candidates = [
    ...(leans.test(question) || isOnlyEntities(now) ? [exchanged(before, now)] : []),
    carried(before, now, isEntity),
    carried(before, now, ({ kind }) => kind !== 'neutral'),
  ];
  return [...new Set(candidates.flatMap((text) => text ?? []))];
}

const entityGroup = /^#(characteristic-\d|step-\d+|round-\d|name-.+|place-.+)$/;
/** What kind of thing a term names: two of one kind can stand in each other's place. */
function entityKind({ keys, kind }: Term): string | undefined {
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
