import { characteristics } from '../framework/framework.ts';
import { type Indicator, indicators } from '../framework/indicators.ts';
import type { Characteristic } from '../framework/schema.ts';
import { dataSentences, label, quoted, standingSentence } from './indicator-words.ts';
import type { Passage } from './passage.ts';

/** Each indicator of the bank as a passage, and for each characteristic its key and its other measures. */
export function indicatorPassages(): Passage[] {
  return characteristics().flatMap((characteristic) => {
    const own = indicators().filter((indicator) => indicator.characteristic === characteristic.number);
    return [
      listPassage(characteristic, own),
      ...own.map((indicator) => onePassage(indicator, characteristic, wordsOfAnEarlier(indicator))),
    ];
  });
}

/** A question belongs to one passage: plain words that two indicators share are asked of the first. */
function wordsOfAnEarlier(indicator: Indicator): ReadonlySet<string> {
  const all = indicators();
  return new Set(all.slice(0, all.indexOf(indicator)).flatMap(({ words }) => words));
}

function onePassage(
  indicator: Indicator,
  characteristic: Characteristic,
  taken: ReadonlySet<string>,
): Passage {
  const { id, name, words, standing, sources } = indicator;
  return {
    id: `indicator-${id}`,
    kind: 'indicator',
    title: `Indicator: ${name}`,
    body: `${standingSentence(indicator, characteristic)} ${dataSentences(indicator)}`,
    asks: [name, ...words.filter((word) => !taken.has(word)).map((word) => `measure ${word}`)],
    synonyms: [...words, standing === 'key' ? 'key indicator' : 'other measure', 'key or other'],
    names: [],
    sources,
  };
}

function listPassage(characteristic: Characteristic, own: readonly Indicator[]): Passage {
  const { number, name } = characteristic;
  const key = own.filter(({ standing }) => standing === 'key');
  const others = own.filter(({ standing }) => standing === 'other');
  const [first] = own;
  if (first === undefined)
    throw new Error(`core/data/indicators.json is broken. None for characteristic ${number}`);
  const about = name.toLowerCase();
  return {
    id: `c${number}-indicators`,
    kind: 'indicator-list',
    title: `${label(characteristic)}: indicators`,
    body: `The key indicators of ${label(characteristic)}, are: ${key.map(quoted).join('; ')}. Its other measures: ${others.map(({ name: other }) => other).join('; ')}. That makes ${own.length}.`,
    asks: [
      `indicators for characteristic ${number}`,
      `key indicators for characteristic ${number}`,
      `other measures for characteristic ${number}`,
      `how do we measure ${about}`,
      `what are the indicators of ${about}`,
    ],
    synonyms: ['key indicators', 'other measures'],
    names: [],
    sources: [first.sources[0]],
  };
}
