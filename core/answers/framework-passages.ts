import type * as z from 'zod';
import type { Source } from '../explain/explained.ts';
import { resolveCitation } from '../framework/documents.ts';
import { frameworkFile } from '../framework/framework.ts';
import type { Activity, Characteristic, frameworkSchema, Principle } from '../framework/schema.ts';
import type { Passage } from './passage.ts';

type Framework = z.output<typeof frameworkSchema>;

/** Principles and characteristics as passages: one for each thing that can be asked of them. */
export function frameworkPassages(framework: Framework): Passage[] {
  const { principles, characteristics } = framework;
  const cite = (place: string): Source[] => [
    resolveCitation(frameworkFile, { document: framework.document, place, verified: true }),
  ];
  const characteristicByActivity = new Map(
    characteristics.flatMap((characteristic) =>
      characteristic.activities.map(
        (activity) => [activityId(characteristic, activity), characteristic] as const,
      ),
    ),
  );
  const alsoUnder = (ids: readonly string[]): string =>
    ids.map((id) => ` ${alsoSentence(id, characteristicByActivity)}`).join('');
  return [
    principlesList(framework, cite('Executive Summary, the four key principles')),
    ...principles.map((principle) => principlePassage(principle, cite(principle.place))),
    characteristicsList(
      framework,
      cite('Executive Summary, The seven characteristics of a resilient local economy'),
    ),
    ...characteristics.flatMap((characteristic) => [
      overview(characteristic, cite(characteristic.place)),
      locally(characteristic, cite(`${characteristic.place}, what this looks like locally`)),
      outcome(characteristic, cite(`${characteristic.place}, example outcome and example indicator`)),
      activityList(characteristic, cite(`${characteristic.place}, activities`)),
      ...characteristic.activities.map((activity) =>
        activityPassage(
          characteristic,
          activity,
          alsoUnder(activity.also),
          cite(`${characteristic.place}, activities`),
        ),
      ),
    ]),
  ];
}

const plain = { synonyms: [], names: [] };

function principlesList({ principles, principlesAsks }: Framework, sources: Source[]): Passage {
  const list = principles.map(({ name, statement }) => `${lowerFirst(name)} (“${statement}”)`).join('; ');
  return {
    ...plain,
    id: 'principles',
    kind: 'principle',
    title: 'The four principles',
    body: `The framework is guided by four principles: ${list}.`,
    asks: principlesAsks,
    sources,
  };
}

function principlePassage(principle: Principle, sources: Source[]): Passage {
  const { id, name, statement, explanation, asks, synonyms } = principle;
  return {
    ...plain,
    id,
    kind: 'principle',
    title: `Principle: ${name}`,
    body: `“${name}” is one of the framework's four principles: “${statement}”. ${explanation}`,
    asks,
    synonyms,
    sources,
  };
}

function characteristicsList(
  { characteristics, characteristicsAsks }: Framework,
  sources: Source[],
): Passage {
  const list = characteristics.map(({ number, name }) => `${number}. ${name}`).join('; ');
  return {
    ...plain,
    id: 'characteristics',
    kind: 'characteristic',
    title: 'The seven characteristics',
    body: `The seven characteristics of a resilient local economy are: ${list}.`,
    asks: characteristicsAsks,
    sources,
  };
}

const label = ({ number, name }: Characteristic): string => `Characteristic ${number}, ${name}`;

function overview(characteristic: Characteristic, sources: Source[]): Passage {
  const { number, name, wording, explanation, outcome, asks, synonyms } = characteristic;
  return {
    ...plain,
    id: `c${number}`,
    kind: 'characteristic',
    title: label(characteristic),
    body: `Characteristic ${number} is ${name}. In full: “${wording}” ${explanation} An example outcome is that ${outcome.body}; the example indicator is “${outcome.indicator}”.`,
    asks,
    synonyms,
    sources,
  };
}

function locally(characteristic: Characteristic, sources: Source[]): Passage {
  const { number, locally } = characteristic;
  return {
    ...plain,
    id: `c${number}-locally`,
    kind: 'characteristic',
    title: `${label(characteristic)}: what it looks like locally`,
    body: `Seen locally, ${label(characteristic)}, looks like this: ${locally.body}.`,
    asks: locally.asks,
    sources,
  };
}

function outcome(characteristic: Characteristic, sources: Source[]): Passage {
  const { number, outcome } = characteristic;
  return {
    ...plain,
    id: `c${number}-outcome`,
    kind: 'characteristic',
    title: `${label(characteristic)}: example outcome and indicator`,
    body: `For ${label(characteristic)}, an example outcome is that ${outcome.body}. The example indicator is “${outcome.indicator}”.`,
    asks: outcome.asks,
    sources,
  };
}

function activityList(characteristic: Characteristic, sources: Source[]): Passage {
  const { number, activities, activitiesAsks } = characteristic;
  return {
    ...plain,
    id: `c${number}-activities`,
    kind: 'characteristic',
    title: `${label(characteristic)}: activities`,
    body: `Activities of community anchors under ${label(characteristic)}: ${activities.map(({ text }) => text).join('; ')}.`,
    asks: activitiesAsks,
    sources,
  };
}

function activityId({ number }: Characteristic, { id }: Activity): string {
  return `c${number}-activity-${id}`;
}

function activityPassage(
  characteristic: Characteristic,
  activity: Activity,
  alsoUnder: string,
  sources: Source[],
): Passage {
  return {
    ...plain,
    id: activityId(characteristic, activity),
    kind: 'activity',
    title: `${upperFirst(activity.text)}: Characteristic ${characteristic.number}`,
    body: `${label(characteristic)}: the report lists ${activity.text} among its activities.${alsoUnder}`,
    asks: [activity.text, ...activity.words],
    synonyms: [],
    sources,
  };
}

function alsoSentence(id: string, characteristicByActivity: ReadonlyMap<string, Characteristic>): string {
  const characteristic = characteristicByActivity.get(id);
  const activity = characteristic?.activities.find(
    (candidate) => activityId(characteristic, candidate) === id,
  );
  if (characteristic === undefined || activity === undefined) {
    throw new Error(`core/data/${frameworkFile} is broken. No activity has the id "${id}"`);
  }
  return `See also ${label(characteristic)}: ${activity.text}.`;
}

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
