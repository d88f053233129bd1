import { formatCount, formatGbp, formatRatio, formatShare, type SurveyPlan } from '../core/index.ts';
import { columns } from './output.ts';

const fewestListed = 10;
const mostListed = 25;

/** The plan as text: what it says, what each number of questionnaires brings, whom to ask, what it rests on. */
export function planText(plan: SurveyPlan): string {
  const { name, area, period, reading, assumptions } = plan;
  const sections = [
    [
      `Survey plan for ${[name, area ?? 'an area not stated', period ?? 'period not stated'].join(', ')}`,
      ...reading,
    ].join('\n'),
    designTable(plan),
    whomToAsk(plan),
    assumptions.length === 0
      ? ''
      : ['What this rests on', ...assumptions.map(({ text, effect }) => `  - ${text} ${effect}`)].join('\n'),
  ];
  return sections.filter((section) => section !== '').join('\n\n');
}

function designTable({ designs, answerRate }: SurveyPlan): string {
  if (designs.length === 0) return '';
  const rows = designs.map(({ sent, largest, random, expected, boundsWidthByLargestOnly }) => [
    `  ${formatCount(sent)}`,
    formatCount(largest),
    formatCount(random.local),
    formatCount(random.nonLocal),
    formatShare(roundedShare(expected.responseRate)),
    expected.halfWidth === null ? 'none' : `± ${formatRatio(expected.halfWidth)}`,
    formatRatio(expected.boundsWidth),
    formatRatio(boundsWidthByLargestOnly),
    expected.rating,
  ]);
  const headings = [
    '  Questionnaires',
    'largest',
    'drawn local',
    'drawn not local',
    'value answered',
    'LM3',
    'bounds width',
    'if largest only',
    'rating',
  ];
  return [
    `What each number of questionnaires is expected to bring${answerRate === 1 ? '' : `, if ${formatShare(answerRate)} answer`}`,
    columns([headings, ...rows]),
    ...noInterval(designs),
  ].join('\n');
}

/** An expectation to the tenth of a percent would look exact. */
const roundedShare = (share: number): number => Math.round(share * 100) / 100;

function noInterval(designs: SurveyPlan['designs']): string[] {
  return designs
    .filter(({ noIntervalBecause }) => noIntervalBecause !== undefined)
    .map(
      ({ sent, noIntervalBecause }) =>
        `  No interval is to be expected with ${formatCount(sent)}: ${noIntervalBecause}.`,
    );
}

function whomToAsk({ chase, reach, now, designs, seed }: SurveyPlan): string {
  if (chase.length === 0) return '';
  const first = reach.find(({ suppliers }) => suppliers > 0)?.suppliers ?? 0;
  const listed = chase.slice(0, Math.min(Math.max(first, fewestListed), mostListed));
  const rows = listed.map(({ name, spend, local, narrows, responseRateThen }) => [
    `  ${name}`,
    formatGbp(spend),
    local ? 'local' : 'not local',
    formatRatio(narrows),
    formatShare(responseRateThen),
  ]);
  const more = now.silent - listed.length;
  return [
    'Whom to ask first',
    columns([['  Supplier', 'spend', '', 'narrows bounds by', 'answered then'], ...rows]),
    ...(more > 0 ? [`  and ${formatCount(more)} more`] : []),
    ...(designs.some(({ drawn }) => drawn.length > 0)
      ? [
          `The suppliers drawn at random (seed ${String(seed)}) are marked in the file that --out writes, and named with --json.`,
        ]
      : []),
  ].join('\n');
}
