import type { Passage } from './passage.ts';
import type { Retriever } from './retrieve.ts';
import { nameKey, placeKey, type Term } from './vocabulary.ts';

const lm3 =
  /\b(?:(?:lm ?-?3|(?:local )?multiplier)(?: (?:score|result|figure|number|value|rating))?|score)s?\b/gi;
/** Stands for any of those, so that the ways of asking below can be read. */
const mark = '\uE000';

/** Ways of asking for the LM3 of somebody or some place. The first group is whose. */
const frames: readonly { readonly pattern: RegExp; readonly named: boolean }[] = [
  { pattern: /\uE000 (?:for|of|at|from|by) ([^?!.;\uE000]{2,80})/, named: false },
  { pattern: /\uE000 in ([^?!.;\uE000]{2,80})/, named: true },
  {
    pattern: /(?:^|[?!.;] ?)(?:what(?:['’]?s| is| was)? )?([^?!.;\uE000]{2,80}?)['’]s? \uE000/i,
    named: false,
  },
  {
    pattern:
      /\b(?:did|does|do|has|have|was|is) ([^?!.;\uE000]{2,80}?) (?:get|got|have|had|publish|given) [^?!.;]{0,20}\uE000/i,
    named: true,
  },
  {
    pattern:
      /^(?:what(?:['’]?s| is| was)? |the )?([^?!.;\uE000]{2,80}?) \uE000[?!. ]*(?:pls|please|plz)?[?!. ]*$/i,
    named: true,
  },
  { pattern: /^\uE000 ([^?!.;\uE000]{2,80})/, named: true },
];

/** Words that organisations are called by. */
const organisation =
  /\b(trust|association|council|centre|society|foundation|cic|ltd|limited|plc|farm|charity|group|co-?op|co-?operative|partnership|academy|university|united|homes|housing association|borough|city council|federation|church|hub|arms)\b/i;

/**
 * Whose LM3 is asked for, when none was published for them: a name or place that no published result
 * is about. Undefined when the question asks for something else.
 *
 * @example "what's the LM3 for Shoreditch Trust" // 'Shoreditch Trust'
 */
export function unpublishedResult(
  question: string,
  retriever: Retriever,
  published: readonly Passage[],
): string | undefined {
  const text = question.replace(/\s+/g, ' ').replace(lm3, mark).trim();
  if (!text.includes(mark)) return undefined;
  for (const { pattern, named } of frames) {
    const whose = pattern.exec(text)?.[1]?.trim();
    if (whose === undefined) continue;
    const { terms, unknown } = retriever.read(whose);
    if (isPublished(terms, published) || isASentence.test(whose)) return undefined;
    const isName =
      terms.some(({ kind }) => kind === 'name' || kind === 'place') ||
      (organisation.test(whose) && !isOnlyGeneral(whose));
    const isStrange = !named && unknown.length > 0 && !/^(an?|any|one|some|each|every) /i.test(whose);
    const isProper = named && unknown.length > 0 && /(^| )[A-Z]/.test(whose) && whose !== whose.toUpperCase();
    if (isName || isStrange || isProper) return whose.replace(/[\s,:-]+$/, '');
  }
  return namedWithoutResult(question, retriever, published);
}

/** "what lm3 did Royds get": a known organisation beside LM3, in whatever order. */
function namedWithoutResult(
  question: string,
  retriever: Retriever,
  published: readonly Passage[],
): string | undefined {
  const { terms } = retriever.read(question);
  if (!terms.some(({ keys }) => keys.includes('#lm3')) || isPublished(terms, published)) return undefined;
  const names = retriever
    .retrieve(question)
    .hits.filter(({ passage }) => passage.kind === 'example')
    .flatMap(({ passage }) => passage.names);
  const asked = terms.filter(({ kind }) => kind === 'name').map(({ surface }) => surface);
  return names.find((name) => asked.includes(name.toLowerCase()));
}

/** Then it is a sentence that happens to hold the words, not a name. */
const isASentence =
  /\b(how|why|can|should|which|if|mean|means|work|works)\b|^(are|do|does|did|has|have|is|was|were|we|i|our|my)\b|\b(in|of|to|for|from|and|or)$|(\S+ ){7}/i;

/** "a charity", "our council": a kind of organisation, not a name. */
function isOnlyGeneral(whose: string): boolean {
  return (
    /^(an?|any|our|my|your|the|one|some|each|every|this|another|single|whole)? ?(\w+ )?(council|charity|group|centre|association|trust|partnership|farm|hub|society)s?$/i.test(
      whose,
    ) && !/[A-Z]/.test(whose)
  );
}

function isPublished(terms: readonly Term[], published: readonly Passage[]): boolean {
  const keys = new Set(terms.flatMap((term) => term.keys));
  return published.some(
    ({ names, synonyms }) =>
      names.slice(0, 1).some((name) => keys.has(nameKey(name))) ||
      synonyms.some((word) => keys.has(placeKey(word))),
  );
}
