import type { Hit } from './retrieve.ts';
import type { Term } from './vocabulary.ts';
import { measuring } from './weights.ts';

/** The numbers of the refusal rule; docs/method/retrieval.md says where they come from. */
export const refusalRule = {
  /** Least coverage plus likeness to one of the passage's own questions, if a subject or name is shared. */
  evidenceOnSubject: 0.75,
  /** The same if only ordinary words are shared, which could mean something else. */
  evidence: 0.92,
  /** The same if the asker speaks of their own case or of the framework. */
  evidenceOnOwnCase: 0.78,
  /** The same for an activity when nobody says that they do it or asks where it belongs. */
  evidenceOnBareActivity: 1.1,
  /** Enough to name the passage as the nearest one in a refusal. */
  evidenceForNearest: 0.42,
  /** The same when a single ordinary word is shared. */
  evidenceForNearestOnOneWord: 0.65,
  /** The same when the question has words that mean nothing here. */
  evidenceForNearestInDoubt: 0.72,
  /** Least share of the question that the passage has to speak of, however alike they are. */
  coverage: 0.4,
  /** Least likeness where a single ordinary word is shared. */
  likenessOnOneWord: 0.4,
  /** A question without any subject matter is answered only if it is one of ours, nearly word for word. */
  askOnly: 0.8,
  /** One of the passage's own questions, word for word. */
  wordForWord: 0.99,
} as const;

/** Kinds that describe what a place or its organisations are like, and tell nobody how to do a thing. */
const descriptive: ReadonlySet<string> = new Set(['activity', 'characteristic', 'example', 'indicator']);
const howTo =
  /\b(how (do|can|could|should|would) (i|we|you|one)|how to|should (i|my|we|our)|where (can|could|do|should) i)\b/i;
/** Kinds that tell of what was, and so tell nobody how to do a thing either. */
const narrative: ReadonlySet<string> = new Set([
  'evidence',
  'provenance',
  'case-study',
  'organisation',
  'area-data',
  'lesson',
  'recommendation',
  'barrier',
]);
/** Kinds that tell of one place: of another they tell nothing. */
const ofAPlace: ReadonlySet<string> = new Set(['area-data', 'case-study']);
const howToMyself = /\b(how (do|can|could|should|would) i|how to)\b/i;
/** Somebody asks whether the sources speak of a thing at all. */
const aboutContents =
  /\b(mention(s|ed)?|(say|says|said) (anything|something|about)|anything (on|about)|covered)\b/i;
/** An example has its numbers and superlatives; what holds for any place has none. */
const howMany = /\b(how (much|long|many)|nearest|best|cheapest|buy|price)\b/i;
const whoOrWhen = /^\W*(who|whose|when)\b/i;
const aboutPlacing =
  /\b(characteristics?|chars?|framework|fits?|belongs?|comes? under|counts?|principles?|indicators?|outcomes?|measured?|which (one|heading)|anchors?)\b|\bc ?[1-7]\b|\bwheres?( (does|do|is))?( (it|that|this|they|those))?( go| fit)?\W*$/i;
/** Organisations speak in the plural. */
const organisationSpeaks = /\b(we|we'?re|we'?ve|us|our|ours)\b/i;
const personSpeaks = /\b(i|i'?m|i'?ve|my)\b/i;

/** "How do I keep bees?" holds the words of an activity, but asks for something that no description tells. */
function asksForOtherThanDescribed(question: string, kind: string): boolean {
  if (narrative.has(kind)) return howToMyself.test(question);
  if (!descriptive.has(kind) || aboutPlacing.test(question)) return false;
  if (kind === 'indicator' && measuring.test(question.toLowerCase())) return false;
  if (howTo.test(question) || (howMany.test(question) && kind !== 'example')) return true;
  return (
    kind !== 'example' &&
    (whoOrWhen.test(question) ||
      (/^\W*how\b/i.test(question) && (kind === 'activity' || kind === 'indicator')))
  );
}

/** An activity answers "where does what we do belong"; words alone have to be nearly those of the activity. */
function saysWhatWeDo(question: string): boolean {
  return aboutPlacing.test(question) || organisationSpeaks.test(question);
}

/** A figure of 1950 is not held where the passage does not speak of 1950; 2017 is the report's own year. */
function asksForOtherYear(question: string, { passage }: Hit): boolean {
  const years = question.match(/\b(?:1[89]\d\d|20\d\d)\b/g) ?? [];
  return years.some(
    (year) =>
      year !== '2017' &&
      !/[£,]/.test(question.charAt(question.indexOf(year) - 1)) &&
      !passage.body.includes(year),
  );
}

/** Somebody wants a number, of a height or age or of things. */
const asksForNumber = /\bhow (many|tall|old|heavy|wide|far)\b|\bnumbers? of\b/i;
const tellsNumber =
  /\d|\b(one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen|hundred|half|third|quarter|fifth|none|no|all|every|each)\b/i;

/** Somebody wants a sum of money. */
const asksForMoney = /\bin (pounds|gbp|pound notes|quid)\b|\bhow many (pounds|quid)\b/i;

/** Of "how many volunteers does" the volunteers: what is to be counted. */
const counted =
  /\b(?:how many|numbers? of) (?:\w+ ){0,2}?(\w{4,})(?= (?:do|does|did|is|are|was|were|has|have|had|in|at|of)\b)/i;
const number =
  '(?:\\d[\\d,.]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|half|third|no|none|all|every|each)';

/** True when what is to be counted is spoken of, but never beside a number. */
function namesUncounted(question: string, told: string): boolean {
  const what = counted.exec(question)?.[1]?.toLowerCase().slice(0, 6).replace(/s$/, '');
  if (what === undefined || !told.toLowerCase().includes(what)) return false;
  const beside = new RegExp(
    `\\b${number}\\b%?(?: [^ .;]+){0,5} \\W?${what}|${what}[^ ]*(?: [^ .;]+){0,5} \\W?${number}\\b`,
    'i',
  );
  return !beside.test(told);
}

/** "Number of GPs in Calderdale" is not answered by a passage without a number, or on another place. */
function lacksNumber(question: string, terms: readonly Term[], { passage, missed }: Hit): boolean {
  const told = `${passage.body} ${passage.of?.body ?? ''}`;
  if (asksForMoney.test(question)) return !told.includes('£');
  if (!asksForNumber.test(question)) return false;
  return (
    !tellsNumber.test(told) ||
    namesUncounted(question, told) ||
    terms.some(({ kind, surface }) => kind === 'place' && missed.includes(surface))
  );
}

/** True when the hit is good enough to be given as the answer. */
export function isCovered(question: string, terms: readonly Term[], hit: Hit): boolean {
  if (hit.askSimilarity >= refusalRule.wordForWord) return true;
  if (asksForOtherThanDescribed(question, hit.passage.kind)) return false;
  if (!hit.onSubject) return hit.askSimilarity >= refusalRule.askOnly;
  const shared = terms.filter(({ surface }) => hit.matched.includes(surface));
  const onSubject = shared.some(({ kind }) => kind === 'subject' || kind === 'name');
  // A name alone is no answer: what is asked about it has to be there as well.
  const onNameAlone = shared.every(({ kind }) => kind === 'name' || kind === 'place');
  if (onNameAlone && hit.missed.length > 0) return false;
  if (hit.passage.law === undefined && asksForOtherYear(question, hit)) return false;
  if (lacksNumber(question, terms, hit)) return false;
  const ownCase =
    saysWhatWeDo(question) || measuring.test(question.toLowerCase()) || aboutContents.test(question);
  const content = shared.filter(
    ({ kind, surface }) =>
      kind !== 'place' && kind !== 'neutral' && (kind !== 'number' || surface.length > 3),
  );
  // One ordinary word says little unless the question is one of the passage's own.
  if (!onSubject && !ownCase && content.length === 1 && hit.askSimilarity < refusalRule.likenessOnOneWord)
    return false;
  const bare =
    (hit.passage.kind === 'activity' && !saysWhatWeDo(question)) ||
    (hit.passage.kind === 'indicator' && !saysWhatWeDo(question) && !measuring.test(question.toLowerCase()));
  if (bare) {
    return hit.coverage + hit.askSimilarity >= refusalRule.evidenceOnBareActivity;
  }
  const onOtherPlace = terms.some(({ kind, surface }) => kind === 'place' && hit.missed.includes(surface));
  if (onOtherPlace && ofAPlace.has(hit.passage.kind) && !shared.some(({ kind }) => kind === 'place'))
    return false;
  if (!onSubject && onOtherPlace && !saysWhatWeDo(question)) return false;
  if (hit.missed.length === 0 && (hit.rare >= 2 || (hit.rare > 0 && aboutContents.test(question))))
    return true;
  const needed = onSubject
    ? refusalRule.evidenceOnSubject
    : ownCase || personSpeaks.test(question)
      ? refusalRule.evidenceOnOwnCase
      : refusalRule.evidence;
  return hit.coverage >= refusalRule.coverage && hit.coverage + hit.askSimilarity >= needed;
}

/**
 * True when the hit is no answer, but worth showing to somebody who may have meant it. A word that means
 * nothing here, such as "curry", asks for more likeness.
 */
export function isNear(terms: readonly Term[], hit: Hit, unknown: readonly string[]): boolean {
  const shared = terms.filter(({ surface }) => hit.matched.includes(surface));
  const content = shared.filter(({ kind }) => kind !== 'place' && kind !== 'number' && kind !== 'neutral');
  if (shared.some(({ kind }) => kind === 'name')) return true;
  const aboutOurs = shared.some(({ kind }) => kind === 'place' || kind === 'name' || kind === 'subject');
  const evidence = hit.coverage + hit.askSimilarity;
  if (content.length === 0)
    return aboutOurs && unknown.length === 0 && evidence >= refusalRule.evidenceForNearest;
  const needed =
    unknown.length === 0 ? refusalRule.evidenceForNearest : refusalRule.evidenceForNearestInDoubt;
  const onOneWord = evidence >= refusalRule.evidenceForNearestOnOneWord && unknown.length === 0;
  return evidence >= needed && (aboutOurs || content.length > 1 || hit.rare > 0 || onOneWord);
}
