import { characteristics } from '../framework/framework.ts';
import { dataAtHand, type Indicator, indicatorName, indicators } from '../framework/indicators.ts';
import type { Characteristic } from '../framework/schema.ts';
import { once } from '../shipped/once.ts';
import { words } from '../words/normalise.ts';
import { label } from './indicator-words.ts';
import { leftover, without } from './tables/leftover.ts';
import { listWords, type TableAnswer } from './tables/table-answer.ts';

const asksIndicators =
  /\b(indicators?|measures?|measuring|metrics?|kpis?|measure|track|count)\b|\b(key|headline|main) (ones? )?(under|for|in)\b/;
const key = /\b(key|headline|main|core|suggested key)\b/;
const other = /\bother\b/;
const howMany = /\bhow (many|much)\b|\bnumber of\b|\bcount of\b/;
const only =
  /\b(only|just|already) (have|has|got|hold|keep|collect)\b|\b(have|got) (only|just)\b|\ball we (have|got)\b|\bfrom (the |our )?(data|records|figures)\b|\busing (only|just|our)\b|\bwe ve (only )?got\b|\b(indicators?|measures?) .{0,30}\b(need|needs|require|requires|using|come from|based on)\b/;
const kinds: readonly (readonly [Indicator['measures'][number], RegExp, string])[] = [
  ['money', /\b(money|pounds?|monetary|financial value|in pounds|gbp|cash)\b/, 'a sum of money'],
  ['survey', /\b(surveys?|surveyed|questionnaires?|opinions?)\b/, 'from a survey'],
  ['share', /\b(shares?|percentages?|percent|proportions?)\b/, 'a share'],
  ['counted', /\b(counted|numbers?|headcounts?|countable)\b/, 'counted'],
];
const numbered =
  /\b(?:characteristic|char|ch|no|number)? ?(?:c|ch|char)?([1-7])\b|\b(one|two|three|four|five|six|seven)\b|\b(first|second|third|fourth|fifth|sixth|seventh)\b/;
const spelt = ['one', 'two', 'three', 'four', 'five', 'six', 'seven'];
const ordinals = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh'];
/** Short names that people give the characteristics. */
const nicknames: readonly RegExp[] = [
  /\b(positive )?(money flow|flow of money( and resources)?|money and resources|money one)\b|^positive flow$/,
  /\b((diverse|responsible|network of)\W*)*(business(es)?|enterprises?)( and enterprises?)?( one)?\b/,
  /\b(inclusive )?(finance|financial)( system| institutions| inclusion)?( one)?\b/,
  /\b((positive|productive)( and productive)? use of )?(local )?assets?( one)?\b/,
  /\b(active( and connected)? citizens?|connected citizens|citizens?( one)?)\b/,
  /\b((clean( and sustainable)?|sustainable) )?(environment|env)( one)?\b/,
  /\b(good )?quality services?( one)?\b|\bservices one\b/,
];

const needles = once(() =>
  dataAtHand().map((kind) => ({
    kind,
    pattern: new RegExp(`\\b(${kind.words.map((word) => words(word).join(' ')).join('|')})\\b`),
  })),
);

/**
 * Lists and counts of indicators: by characteristic, key or other, by how they are expressed, or by
 * data at hand ("we only have payroll"). Undefined for any other question.
 */
export function indicatorAnswer(text: string): TableAnswer | undefined {
  const atHand = dataAnswer(text);
  if (atHand !== undefined) return atHand;
  if (!asksIndicators.test(text)) return undefined;
  const found = characteristicIn(text);
  const standing = key.test(text) === other.test(text) ? undefined : key.test(text) ? 'key' : 'other';
  const kind = kinds.find(([, pattern]) => pattern.test(without(text, howMany)));
  if (found === undefined && standing === undefined && kind === undefined) return undefined;
  const rest = [asksIndicators, key, other, howMany, ...(kind ? [kind[1]] : [])].reduce(
    without,
    found?.rest ?? text,
  );
  if (
    leftover(
      without(
        rest,
        /\b(characteristics?|char|chars|three|suggested|type|types|kind|under|framework|bank|expressed|heading)\b/,
      ),
    ).length > 0
  )
    return undefined;
  const chosen = indicators().filter(
    (indicator) =>
      (found === undefined || indicator.characteristic === found.characteristic.number) &&
      (standing === undefined || indicator.standing === standing) &&
      (kind === undefined || indicator.measures.includes(kind[0])),
  );
  if (chosen.length === 0) return undefined;
  return {
    text: listText(chosen, found?.characteristic, standing, kind?.[2], howMany.test(text)),
    sources: sourcesOf(chosen),
    covered: true,
  };
}

function characteristicIn(text: string): { characteristic: Characteristic; rest: string } | undefined {
  const all = characteristics();
  const number = numberIn(text);
  const named = number === undefined ? nicknames.findIndex((pattern) => pattern.test(text)) : number - 1;
  const characteristic = all[named];
  if (characteristic === undefined) return undefined;
  const whole = words(characteristic.name).join(' ');
  const rest = without(
    text.replace(whole, ' '),
    number === undefined ? (nicknames[named] ?? /$^/) : numbered,
  );
  return { characteristic, rest };
}

function numberIn(text: string): number | undefined {
  const match = numbered.exec(
    text.replace(
      /\b(3|three) (key|main|headline|suggested|other|indicators?|measures?)\b|\bthe (three|3)( ones)?\b|\b(first|top) (3|three)\b/,
      ' ',
    ),
  );
  if (match === null) return undefined;
  const [, digit, word, ordinal] = match;
  if (digit !== undefined) return Number(digit);
  // "two" alone may count indicators; "characteristic two" is a number.
  if (word !== undefined)
    return /\b(characteristic|char|number)\b/.test(text) ? spelt.indexOf(word) + 1 : undefined;
  return ordinal !== undefined && /\b(characteristic|char)\b/.test(text)
    ? ordinals.indexOf(ordinal) + 1
    : undefined;
}

function sourcesOf(chosen: readonly Indicator[]): TableAnswer['sources'] {
  return [...new Map(chosen.map(({ sources: [report] }) => [report.place, report])).values()].slice(0, 2);
}

function listText(
  chosen: readonly Indicator[],
  characteristic: Characteristic | undefined,
  standing: 'key' | 'other' | undefined,
  kind: string | undefined,
  counts: boolean,
): string {
  const noun = standing === 'key' ? 'key indicators' : standing === 'other' ? 'other measures' : 'indicators';
  const where =
    characteristic === undefined ? 'over all seven characteristics' : `under ${label(characteristic)}`;
  const what = `${noun} ${where}${kind === undefined ? '' : ` that are ${kind}`}`;
  const opening = counts ? `There are ${chosen.length} ${what}.` : `The ${chosen.length} ${what}:`;
  if (characteristic === undefined) return `${opening} ${byCharacteristic(chosen)}`;
  const keyOnes = chosen.filter((indicator) => indicator.standing === 'key');
  const others = chosen.filter((indicator) => indicator.standing === 'other');
  const parts = [
    ...(keyOnes.length > 0 ? [`${standing === 'key' ? '' : 'key: '}${named(keyOnes)}`] : []),
    ...(others.length > 0 ? [`${standing === 'other' ? '' : 'other measures: '}${named(others)}`] : []),
  ];
  return `${opening} ${upperFirst(parts.join('. '))}.`;
}

const named = (chosen: readonly Indicator[]): string => chosen.map(indicatorName).join('; ');
const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** All of them where they fit, or how many each characteristic has, the first of them named. */
function byCharacteristic(chosen: readonly Indicator[]): string {
  const groups = characteristics().flatMap((characteristic) => {
    const own = chosen.filter((indicator) => indicator.characteristic === characteristic.number);
    return own.length === 0 ? [] : [{ characteristic, own }];
  });
  const full = groups.map(({ characteristic, own }) => `${characteristic.number}. ${named(own)}`).join('. ');
  if (full.length <= roomForNames) return `${full}.`;
  return `${groups.map(({ characteristic, own }) => `${label(characteristic)}: ${own.length}, such as ${own.slice(0, 1).map(indicatorName).join('')}`).join('. ')}. Ask for one characteristic to see all of them.`;
}
const roomForNames = 1350;

function dataAnswer(text: string): TableAnswer | undefined {
  if (!only.test(text)) return undefined;
  const held = needles()
    .filter(({ pattern }) => pattern.test(text))
    .map(({ kind }) => kind);
  if (held.length === 0) return undefined;
  const ids = new Set(held.map(({ id }) => id));
  const enough = indicators().filter(({ needs }) => needs.every(({ id }) => ids.has(id)));
  const helps = indicators().filter(
    ({ needs }) => needs.some(({ id }) => ids.has(id)) && !needs.every(({ id }) => ids.has(id)),
  );
  const what = listWords(held.map(({ name }) => name));
  const line = (chosen: readonly Indicator[], most: number): string =>
    [...chosen]
      .sort((a, b) => Number(b.standing === 'key') - Number(a.standing === 'key'))
      .slice(0, most)
      .map(
        (indicator) =>
          `${indicatorName(indicator)} (Characteristic ${indicator.characteristic}, ${indicator.standing === 'key' ? 'key' : 'other measure'})`,
      )
      .join('; ');
  const full =
    enough.length > 0
      ? `From ${what} and nothing else you can measure: ${line(enough, 9)}.`
      : `No indicator can be made from ${what} alone.`;
  const part = helps.length > 0 ? ` It is part of what you need for: ${line(helps, 5)}.` : '';
  const [first] = [...enough, ...helps];
  return {
    text: `${full}${part}`,
    sources: first === undefined ? [] : [first.sources[0], first.sources[1]],
    covered: true,
  };
}
