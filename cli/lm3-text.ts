import {
  chaseList,
  formatCount,
  formatGbp,
  formatRatio,
  formatShare,
  lm3Summary,
  workingsLines,
} from '../core/index.ts';
import type { Lm3File } from '../spreadsheet/lm3-file.ts';
import { columns } from './output.ts';

const listedToAsk = 10;

/** The result as text: what LM3 is, how sure it is, what it rests on, whom to ask. */
export function lm3Text({ project, result }: Lm3File, withWorkings: boolean): string {
  const { headline, sentences } = lm3Summary(result);
  const sections = [
    [headline, ...sentences].join('\n'),
    columns([
      ['Round 1', formatGbp(result.round1)],
      ['Round 2', formatGbp(result.round2)],
      ['  local staff', formatGbp(result.round2Parts.localStaff)],
      ['  local suppliers', formatGbp(result.round2Parts.localSuppliers)],
      ['  other direct costs kept local', formatGbp(result.round2Parts.localOtherCosts)],
      ['Round 3', formatGbp(result.round3)],
      ['  local staff', formatGbp(result.round3Parts.localStaff)],
      ['  non-local staff', formatGbp(result.round3Parts.nonLocalStaff)],
      ['  local suppliers', formatGbp(result.round3Parts.localSuppliers)],
      ['  non-local suppliers', formatGbp(result.round3Parts.nonLocalSuppliers)],
      ['Total', formatGbp(result.total)],
    ]),
    whatIfDifferent(result),
    chase(project),
    ['What this rests on', ...result.assumptions.map(({ text, effect }) => `  - ${text} ${effect}`)].join(
      '\n',
    ),
    ['What it does not say', ...result.caveats.map(({ text }) => `  - ${text}`)].join('\n'),
    ...(withWorkings ? [workings(result)] : []),
  ];
  return sections.filter((section) => section !== '').join('\n\n');
}

/** LM3 with what is uncertain taken otherwise; nothing where nothing is. */
function whatIfDifferent({
  silentFactor,
  proxySensitivity,
  largestSilent,
  halfWidth,
}: Lm3File['result']): string {
  const rows = [
    ...(silentFactor.slope > 0
      ? [
          ['  Silent suppliers re-spend nothing', formatRatio(silentFactor.atNothing)],
          ['  Silent suppliers re-spend half as much', formatRatio(silentFactor.atHalf)],
        ]
      : []),
    ...proxySensitivity.map(({ staff, lowShare, highShare, lm3AtLow, lm3AtHigh }) => [
      `  ${staff === 'local' ? 'Local' : 'Non-local'} staff re-spend ${formatShare(lowShare)} or ${formatShare(highShare)} of their pay`,
      `${formatRatio(lm3AtLow)} to ${formatRatio(lm3AtHigh)}`,
    ]),
  ];
  const facts = [
    ...(halfWidth === null ? [] : [`  Half-width of the interval: ${formatRatio(halfWidth)}.`]),
    ...(largestSilent
      ? [
          `  Largest silent supplier: ${largestSilent.name}, ${formatGbp(largestSilent.spend)}, ${formatShare(largestSilent.shareOfRound1)} of round 1.`,
        ]
      : []),
  ];
  if (rows.length + facts.length === 0) return '';
  return ['LM3 if things are different', ...(rows.length > 0 ? [columns(rows)] : []), ...facts].join('\n');
}

function chase(project: Lm3File['project']): string {
  const { suppliers, neededForHalf, silent } = chaseList(project);
  if (silent === 0) return '';
  const needed =
    neededForHalf > 0
      ? `answers from ${formatCount(neededForHalf)} of ${formatCount(silent)} silent suppliers would reach half of supplier value`
      : `${formatCount(silent)} silent`;
  const rows = suppliers
    .slice(0, listedToAsk)
    .map(({ name, spend, shareOfSpend, local }) => [
      `  ${name}`,
      formatGbp(spend),
      formatShare(shareOfSpend),
      local ? 'local' : 'not local',
    ]);
  return [`Whom to ask first: ${needed}`, columns(rows)].join('\n');
}

function workings({ workings: tree }: Lm3File['result']): string {
  const lines = workingsLines(tree).map(({ depth, label, value, formula, where }) => {
    const place = where === undefined ? '' : ` [${where}]`;
    return `${'  '.repeat(depth + 1)}${label}: ${value} = ${formula}${place}`;
  });
  return ['Workings', ...lines].join('\n');
}
