import type { KnownBlock } from '@slack/types';
import {
  type Assumption,
  describeIssue,
  formatCount,
  formatGbp,
  type Lm3Result,
  lm3Summary,
} from '../../core/index.ts';
import { heading, type Message, paragraph, withinLimits } from './message.ts';

/** Ids of the buttons under a result. */
export const showWorkings = 'lm3_show_workings';
export const showChaseList = 'lm3_show_chase_list';

const listedAssumptions = 8;
const listedIssues = 5;

/** A result with its rounds as Slack's own table; without it where Slack refuses that block. */
export function lm3ResultMessage(result: Lm3Result, resultId: string, table: boolean): Message {
  const { headline, sentences } = lm3Summary(result);
  const rounds = table ? [roundsTable(result)] : roundRows(result).map((row) => paragraph(row.join(': ')));
  const message: Message = {
    text: [headline, ...sentences].join('\n'),
    blocks: [
      heading(headline),
      paragraph(sentences.join('\n')),
      ...rounds,
      ...list('What this rests on', result.assumptions.slice(0, listedAssumptions).map(assumptionLine)),
      ...list('Please note', result.issues.slice(0, listedIssues).map(describeIssue)),
      buttons(resultId),
    ],
  };
  return withinLimits(message, (left) => `${formatCount(left)} more parts are left out here.`);
}

const assumptionLine = ({ text }: Assumption): string => text;

function list(title: string, lines: readonly string[]): KnownBlock[] {
  return lines.length === 0 ? [] : [paragraph([title, ...lines.map((line) => `• ${line}`)].join('\n'))];
}

function roundRows({
  round1,
  round2,
  round3,
  total,
  round2Parts,
  round3Parts,
}: Lm3Result): [string, string][] {
  return [
    ['Round 1', formatGbp(round1)],
    ['Round 2', formatGbp(round2)],
    ['Round 2, local staff', formatGbp(round2Parts.localStaff)],
    ['Round 2, local suppliers', formatGbp(round2Parts.localSuppliers)],
    ['Round 2, other direct costs', formatGbp(round2Parts.localOtherCosts)],
    ['Round 3', formatGbp(round3)],
    ['Round 3, local staff', formatGbp(round3Parts.localStaff)],
    ['Round 3, non-local staff', formatGbp(round3Parts.nonLocalStaff)],
    ['Round 3, local suppliers', formatGbp(round3Parts.localSuppliers)],
    ['Round 3, non-local suppliers', formatGbp(round3Parts.nonLocalSuppliers)],
    ['Total', formatGbp(total)],
  ];
}

function roundsTable(result: Lm3Result): KnownBlock {
  const cell = (text: string) => ({ type: 'raw_text' as const, text });
  return {
    type: 'data_table',
    caption: 'The three rounds of LM3 in pounds',
    row_header_column_index: 0,
    rows: [['Round', 'Amount'], ...roundRows(result)].map((row) => row.map(cell)),
  };
}

function buttons(resultId: string): KnownBlock {
  const button = (action: string, text: string, label: string) => ({
    type: 'button' as const,
    action_id: action,
    text: { type: 'plain_text' as const, text },
    accessibility_label: label,
    value: resultId,
  });
  return {
    type: 'actions',
    elements: [
      button(showWorkings, 'Show workings', 'Show the workings of this LM3, to you only'),
      button(showChaseList, 'Whom to ask first', 'Show the silent suppliers to ask first, to you only'),
    ],
  };
}
