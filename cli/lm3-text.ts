import { chaseList, formatCount, formatGbp, formatShare, lm3Summary, workingsLines } from '../core/index.ts';
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
    chase(project),
    ['What this rests on', ...result.assumptions.map(({ text, effect }) => `  - ${text} ${effect}`)].join(
      '\n',
    ),
    ...(withWorkings ? [workings(result)] : []),
  ];
  return sections.filter((section) => section !== '').join('\n\n');
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
