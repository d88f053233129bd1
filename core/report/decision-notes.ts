import type { Advice } from '../procurement/advice.ts';
import type { RouteCase } from '../procurement/case.ts';
import { answerWords } from '../procurement/questions.ts';
import { formatCount, formatPounds } from '../units/format.ts';
import type { RecordSection } from './decision-record.ts';

/** The notes of the decision record: what the answers say, the buyer's own words, and what is still to be written. */
export function noteSections(routeCase: RouteCase, advice: Advice): RecordSection[] {
  const { notes = {} } = routeCase;
  const section = (
    heading: string,
    known: readonly string[],
    own: string | undefined,
    asks: readonly string[],
  ) => ({
    heading,
    lines: [...known, ...(own === undefined ? [] : [`In our words: ${own}`])],
    blanks: [...(own === undefined ? ['Our note'] : []), ...asks].map((ask) => [ask, ''] as const),
  });
  return [
    section('Reasons for the route', [], notes.reasons, [
      'Why it gives value for money and local results',
      'Why the next route in the list was not taken',
    ]),
    section('Aggregation note', aggregation(routeCase), notes.aggregation, [
      'Other needs of ours that could reasonably be supplied under the same contract, and why they are kept apart',
    ]),
    section('Market note', market(routeCase), notes.market, [
      'How the market was looked at, and when',
      'Providers found, local and other',
      'How early talks gave nobody an unfair advantage',
    ]),
    section('SME and VCSE note', smallBodies(routeCase, advice), notes.smeAndVcse, [
      'Barriers considered: size of lots, length of documents, insurance, accounts, time to reply',
      'What was done about them',
    ]),
    section('Social value note', socialValue(routeCase, advice), notes.socialValue, [
      'How this could improve the economic, social and environmental well-being of the area',
      'Whether to consult, and why',
    ]),
    section('Conflicts of interest note', conflicts(routeCase, advice), notes.conflicts, [
      'People involved, their interests, and what was done',
      'Checked by, and date',
    ]),
  ];
}

/** A grant or a lease is no contract: the law of contracts is not quoted over it. */
const isContract = ({ instrument }: RouteCase): boolean => instrument !== 'grant' && instrument !== 'land';

function aggregation(routeCase: RouteCase): string[] {
  const { value, linkedValues, linkedReason } = routeCase;
  if (!isContract(routeCase)) {
    return [
      'No procurement threshold applies unless it turns out to be a contract. What one enterprise was given over three financial years counts for subsidy control (Subsidy Control Act 2022 s.36).',
    ];
  }
  const law =
    'Values of needs that could reasonably be supplied under one contract are added; splitting to stay below a threshold is barred (PA 2023 s.4(3), Sch 3 para 4).';
  if (linkedValues.length === 0) return [law, 'No linked needs were given.'];
  const parts = [...(typeof value === 'number' ? [value] : []), ...linkedValues];
  return [
    law,
    `Added here: ${parts.map(formatPounds).join(' + ')}.`,
    ...(linkedReason === undefined ? [] : [`Reason given to keep them apart: ${linkedReason}`]),
  ];
}

function market({ market: known, localCount }: RouteCase): string[] {
  const count =
    localCount === 'unknown'
      ? 'How many capable local providers there are is not known.'
      : `Capable local providers: ${formatCount(localCount)}.`;
  return [`Who could do it: ${answerWords('market', known)}. ${count}`];
}

function smallBodies(routeCase: RouteCase, { band }: Advice): string[] {
  const { target } = routeCase;
  const hoped = `Hoped to compete: ${answerWords('target', target)}.`;
  if (!isContract(routeCase)) return [hoped];
  if (band === 'below')
    return [
      hoped,
      'Barriers that small firms face have to be considered before anyone is invited (PA 2023 s.86).',
    ];
  if (band === 'above') {
    return [
      hoped,
      'Barriers that small firms face have to be considered, and so have lots (PA 2023 ss.12(4), 18).',
    ];
  }
  return [hoped];
}

function socialValue(routeCase: RouteCase, { derived, regime }: Advice): string[] {
  if (!isContract(routeCase))
    return ['The Social Value Act is about contracts; say what the grant or transfer brings to the area.'];
  if (derived.svaDuty === true) {
    return [
      'The Social Value Act duty applies: this note has to be made before the first step (Public Services (Social Value) Act 2012 s.1).',
    ];
  }
  if (regime === 'PSR')
    return ['Social value is one of the five key criteria of a health award (PSR 2023 reg 5(e)).'];
  return derived.svaDuty === null
    ? ['Whether the Social Value Act duty applies depends on answers that are missing.']
    : ['The Social Value Act duty does not apply; local policy may.'];
}

function conflicts(routeCase: RouteCase, { band, regime }: Advice): string[] {
  if (regime === 'PSR')
    return ['Conflicts and how they were managed belong in the record (PSR 2023 reg 24).'];
  return band === 'above' && isContract(routeCase)
    ? [
        'A conflicts assessment has to be prepared before the tender or transparency notice (PA 2023 s.83(1)).',
      ]
    : ['Public law asks for fair decisions whatever the value: note every interest.'];
}
