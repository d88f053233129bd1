import { characteristics } from '../../framework/framework.ts';
import type { DataAtHand } from '../../framework/indicator-schema.ts';
import { dataAtHand, type Indicator, indicators } from '../../framework/indicators.ts';
import { nearlyTheSame } from '../../framework/nearly-the-same.ts';
import type { Characteristic } from '../../framework/schema.ts';
import { words } from '../../words/normalise.ts';
import type { Issue, Outcome } from '../../workbook/issue.ts';
import type { Hit } from '../retrieve.ts';
import { vocabularyData } from '../synonyms.ts';
import { type FoundIndicator, foundIndicator } from './found-indicator.ts';
import { indicatorIndex } from './indicator-index.ts';
import { topicIsCharacteristic, whichCharacteristic } from './which-characteristic.ts';
import { saysWhatIsAtHand, whichData } from './which-data.ts';

/** What somebody looks for. At least one of the three. */
export interface IndicatorQuery {
  /** What is to be measured, in anybody's words: "lonely pensioners". */
  readonly topic?: string;
  /** Number, name or short name: "6", "environment". */
  readonly characteristic?: string;
  /** What data is at hand, in anybody's words: "only the payroll". */
  readonly data?: string;
}

export interface IndicatorSearch {
  /** What was understood, in one sentence. */
  readonly understood: string;
  /** Indicators that fit, the key ones first among those that fit about as well. */
  readonly found: readonly FoundIndicator[];
  /** When nothing fits: what comes nearest, if anything does. */
  readonly nearest: readonly FoundIndicator[];
  /** What to bear in mind, and what to try when nothing fits. */
  readonly notes: readonly string[];
}

/** The numbers of the search; docs/method/indicators.md says what they do. */
export const findingRule = {
  /** Least coverage of the topic plus likeness to what people say of the indicator. */
  evidence: 0.7,
  coverage: 0.4,
  /** A hit that has no subject of ours in common must be nearly what people say. */
  evidenceOffSubject: 1.4,
  /** A score that is this share of the best, with evidence that is, fits about as well as the best. */
  aboutAsWellByScore: 0.4,
  aboutAsWellByEvidence: 0.75,
  /** Evidence that is less than this share of the best is another matter. */
  related: 0.4,
  evidenceForNearest: 0.35,
  nearest: 3,
  longestTopic: 500,
} as const;

/**
 * Finds indicators of the bank by topic, by characteristic and by the data at hand; given together,
 * all of them must hold. Time is linear in the length of the topic, of which 500 characters are read.
 *
 * @returns issues when the characteristic or the data cannot be told from the words given
 * @example findIndicators({ topic: 'loneliness' }) // connectedness (key) and loneliness
 */
export function findIndicators(query: IndicatorQuery): Outcome<IndicatorSearch> {
  const read = understand(query);
  if (!read.ok) return read;
  const { topic, characteristic, data } = read.value;
  const ofCharacteristic = (indicator: Indicator): boolean =>
    characteristic === undefined || indicator.characteristic === characteristic.number;
  const madeOfData = ({ needs }: Indicator): boolean =>
    data === undefined || needs.some(({ id }) => data.some((held) => held.id === id));
  const wanted = (indicator: Indicator): boolean => ofCharacteristic(indicator) && madeOfData(indicator);
  const understood = inWords(read.value);
  const filter = filterWords(characteristic, data);

  if (topic === undefined) {
    const list = inOrder(indicators().filter(wanted), data, query.data ?? query.topic ?? '');
    const found = list.map((indicator) => foundIndicator(indicator, filter, [], data));
    const notes =
      found.length > 0
        ? [...broadKinds(data), ...cautions(found)]
        : [`No indicator of the bank is ${filter}.`];
    return { ok: true, value: { understood, found, nearest: [], notes }, issues: [] };
  }

  const byId = new Map(indicators().map((indicator) => [indicator.id, indicator]));
  const hits = indicatorIndex().retrieve(topic.slice(0, findingRule.longestTopic)).hits;
  const fitting = hits.filter(fits);
  const shown = (hit: Hit): FoundIndicator[] => {
    const indicator = byId.get(hit.passage.id);
    if (indicator === undefined) return [];
    return [foundIndicator(indicator, whyMatched(hit, filter), hit.matched, data)];
  };
  const found = keyFirst(fitting, byId)
    .filter(({ passage }) => wanted(byId.get(passage.id) as Indicator))
    .flatMap(shown);
  if (found.length > 0) {
    return { ok: true, value: { understood, found, nearest: [], notes: cautions(found) }, issues: [] };
  }
  const near = (fitting.length > 0 ? fitting : hits.filter(isNear)).slice(0, findingRule.nearest);
  const nearest = near.flatMap(shown);
  return {
    ok: true,
    value: { understood, found, nearest, notes: nothingFits(topic, filter, fitting.length > 0) },
    issues: [],
  };
}

interface Understood {
  readonly topic?: string;
  readonly characteristic?: Characteristic;
  readonly data?: readonly DataAtHand[];
}

/** A topic may say what data there is, or name a characteristic: it is then read as that. */
function understand(query: IndicatorQuery): Outcome<Understood> {
  const issues: Issue[] = [];
  const topic = query.topic?.trim().slice(0, findingRule.longestTopic) ?? '';
  let characteristic: Characteristic | undefined;
  let data: readonly DataAtHand[] | undefined;
  if (query.characteristic !== undefined) {
    characteristic = whichCharacteristic(query.characteristic);
    if (characteristic === undefined) issues.push(unknownCharacteristic(query.characteristic));
  }
  if (query.data !== undefined) {
    data = whichData(query.data.slice(0, findingRule.longestTopic));
    if (data.length === 0) issues.push(unknownData(query.data));
  }
  if (issues.length > 0) return { ok: false, issues };
  const named = characteristic === undefined ? topicIsCharacteristic(topic) : undefined;
  const held = data === undefined && saysWhatIsAtHand(topic) ? whichData(topic) : undefined;
  const isTopic = topic !== '' && named === undefined && held === undefined;
  return {
    ok: true,
    value: {
      ...(isTopic ? { topic } : {}),
      ...((characteristic ?? named) ? { characteristic: characteristic ?? named } : {}),
      ...((data ?? held) ? { data: data ?? held } : {}),
    } as Understood,
    issues: [],
  };
}

const evidence = ({ coverage, askSimilarity }: Hit): number => coverage + askSimilarity;

function fits(hit: Hit): boolean {
  if (!hit.onSubject) return evidence(hit) >= findingRule.evidenceOffSubject;
  return hit.coverage >= findingRule.coverage && evidence(hit) >= findingRule.evidence;
}

const isNear = (hit: Hit): boolean => hit.onSubject && evidence(hit) >= findingRule.evidenceForNearest;

/** Those that fit about as well as the best come first, then what is related; key ones lead in both. */
function keyFirst(hits: readonly Hit[], byId: ReadonlyMap<string, Indicator>): Hit[] {
  const best = Math.max(0, ...hits.map(({ score }) => score));
  const most = Math.max(0, ...hits.map(evidence));
  const rank = (hit: Hit): number => {
    const asWell =
      hit.score >= findingRule.aboutAsWellByScore * best &&
      evidence(hit) >= findingRule.aboutAsWellByEvidence * most;
    return (asWell ? 0 : 2) + (byId.get(hit.passage.id)?.standing === 'key' ? 0 : 1);
  };
  return hits
    .filter((hit) => evidence(hit) >= findingRule.related * most)
    .sort((a, b) => rank(a) - rank(b) || b.score - a.score);
}

/**
 * By data: what is collected from just what was said ("council tax") comes first, then what can be made
 * of the kinds of data alone; key ones lead in each part.
 */
function inOrder(
  list: readonly Indicator[],
  data: readonly DataAtHand[] | undefined,
  said: string,
): Indicator[] {
  const pairs = wordPairs(said);
  const rank = ({ needs, standing, collect }: Indicator): number => {
    const alone = data === undefined || needs.every(({ id }) => data.some((held) => held.id === id));
    const named = data !== undefined && [...wordPairs(collect)].some((pair) => pairs.has(pair));
    return (named ? 0 : 4) + (alone ? 0 : 2) + (standing === 'key' ? 0 : 1);
  };
  return [...list].sort((a, b) => rank(a) - rank(b));
}

/** Neighbouring words of a text that both carry a subject. */
function wordPairs(text: string): Set<string> {
  const all = words(text.slice(0, findingRule.longestTopic));
  const idle = new Set(vocabularyData().neutral);
  return new Set(
    all.slice(1).flatMap((word, index) => {
      const before = all[index] ?? '';
      return idle.has(word) || idle.has(before) ? [] : [`${before} ${word}`];
    }),
  );
}

function whyMatched({ matched, askSimilarity }: Hit, filter: string): string {
  const wordsFound = matched.map((word) => `"${word}"`).join(', ');
  const exact = askSimilarity === 1 ? 'just what people say for it: ' : 'found in its name and plain words: ';
  return `${exact}${wordsFound}${filter === '' ? '' : `; ${filter}`}`;
}

function filterWords(characteristic?: Characteristic, data?: readonly DataAtHand[]): string {
  return [
    ...(characteristic ? [`part of characteristic ${characteristic.number}`] : []),
    ...(data ? [`made from ${data.map(({ name }) => name).join(' or ')}`] : []),
  ].join(' and ');
}

function inWords({ topic, characteristic, data }: Understood): string {
  const parts = [
    ...(topic === undefined ? [] : [`on "${topic}"`]),
    ...(characteristic ? [`of characteristic ${characteristic.number}, ${characteristic.name}`] : []),
    ...(data ? [`that can be made from ${data.map(({ name }) => name).join(' or ')}`] : []),
  ];
  return `Indicators ${parts.join(', ')}`;
}

function cautions(found: readonly FoundIndicator[]): string[] {
  const ids = new Set(found.map(({ id }) => id));
  return nearlyTheSame
    .filter((pair) => pair.every((id) => ids.has(id)))
    .map((pair) => {
      const [one, other] = pair.map((id) => found.find((each) => each.id === id)?.name ?? '');
      return `"${one}" and "${other}" measure nearly the same: choose one, and do not add them up.`;
    });
}

/** One kind of data has several holders: who has the one need not have the others. */
function broadKinds(data: readonly DataAtHand[] | undefined): string[] {
  return (data ?? [])
    .filter(({ id }) => id === 'council-data')
    .map(({ name }) => `"${name}" is one kind here: check which of them you have.`);
}

function nothingFits(topic: string, filter: string, elsewhere: boolean): string[] {
  return elsewhere
    ? [`Nothing in the bank on "${topic}" is ${filter}. Without that limit these come nearest.`]
    : [
        `Nothing in the bank of 100 indicators fits "${topic}".`,
        'Try fewer or plainer words, or look through a characteristic: 1 to 7.',
      ];
}

function unknownCharacteristic(given: string): Issue {
  return {
    severity: 'error',
    where: { path: 'characteristic' },
    found: `"${given.slice(0, 60)}"`,
    expected: `one of ${characteristics()
      .map(({ number, name }) => `${number} (${name})`)
      .join(', ')}`,
    mend: 'Give the number or the name of one characteristic.',
  };
}

function unknownData(given: string): Issue {
  return {
    severity: 'error',
    where: { path: 'data' },
    found: `"${given.slice(0, 60)}"`,
    expected: `a kind of data that indicators are made from: ${dataAtHand()
      .map(({ name }) => name)
      .join('; ')}`,
    mend: 'Name one or more of these, in your own words.',
  };
}
