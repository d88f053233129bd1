import { type Indicator, indicatorName } from '../framework/indicators.ts';
import type { Characteristic } from '../framework/schema.ts';

/** How a kind of indicator is spoken of in a sentence. */
const measureWords: Readonly<Record<Indicator['measures'][number], string>> = {
  counted: 'counted',
  money: 'a sum of money',
  share: 'a share',
  survey: 'from a survey',
  ratio: 'a ratio',
};

/** “Levels of loneliness” */
export const quoted = (indicator: Indicator): string => `“${indicatorName(indicator)}”`;

/** Characteristic 7, Good quality services */
export const label = ({ number, name }: Pick<Characteristic, 'number' | 'name'>): string =>
  `Characteristic ${number}, ${name}`;

/** Whether key, and under which characteristic: the first sentence of an answer on one indicator. */
export function standingSentence(indicator: Indicator, characteristic: Characteristic): string {
  const standing =
    indicator.standing === 'key' ? 'one of the three key indicators' : 'one of the other measures';
  return `${quoted(indicator)} is ${standing} under ${label(characteristic)}.`;
}

/** What the indicator is, what data it needs and how to collect them. */
export function dataSentences({ measures, needs, collect, often }: Indicator): string {
  const kinds = measures.map((kind) => measureWords[kind]).join(' and ');
  const data = needs.map(({ name }) => name).join('; ');
  return `It is ${kinds}. Data needed: ${data}. How to collect it (Local Pound's advice): ${lowerFirst(collect)} ${upperFirst(often)}.`;
}

const lowerFirst = (text: string): string =>
  /^[A-Z][a-z]/.test(text) && !/^Land Registry/.test(text)
    ? text.charAt(0).toLowerCase() + text.slice(1)
    : text;
const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
