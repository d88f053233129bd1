import type { KnownBlock } from '@slack/types';
import { formatGbp, type Lm3Result } from '../../core/index.ts';
import type { Discretion } from '../files/discretion.ts';
import { slackLimits } from './limits.ts';
import { paragraph } from './message.ts';

const headings = ['Round', 'Amount', 'Of each £1.00'] as const;

type Sole = Pick<Discretion, 'soleAnswer'>;

/**
 * The three rounds and their parts: name, amount, and the same for each pound of round 1. Round 3 in
 * one sum where a part of it would be a single supplier's answer.
 */
function rows(result: Lm3Result, { soleAnswer }: Sole): (readonly [string, string, string])[] {
  const { round1, round2, round3, total, round2Parts, round3Parts } = result;
  const row = (name: string, amount: number) =>
    [name, formatGbp(amount), formatGbp(amount / round1)] as const;
  return [
    row('Round 1: spent', round1),
    row('Round 2: spent locally', round2),
    row('Round 2, pay of local staff', round2Parts.localStaff),
    row('Round 2, local suppliers', round2Parts.localSuppliers),
    row('Round 2, other local costs', round2Parts.localOtherCosts),
    row('Round 3: spent locally again', round3),
    ...(soleAnswer
      ? []
      : [
          row('Round 3, by local staff', round3Parts.localStaff),
          row('Round 3, by non-local staff', round3Parts.nonLocalStaff),
          row('Round 3, by local suppliers', round3Parts.localSuppliers),
          row('Round 3, by non-local suppliers', round3Parts.nonLocalSuppliers),
        ]),
    row('Total of the three rounds', total),
  ];
}

/** The rounds as a table of Slack's own, all of it on one page. */
export function roundsTable(result: Lm3Result, sole: Sole): KnownBlock {
  const lines = rows(result, sole);
  return {
    type: 'data_table',
    caption: 'The three rounds of LM3 with their parts. Amounts may not add up because of rounding.',
    row_header_column_index: 0,
    page_size: Math.min(lines.length, slackLimits.tablePageSize),
    rows: [headings, ...lines].map((row) => row.map((text) => ({ type: 'raw_text', text }))),
  };
}

/** The rounds as lines, for a Slack that refuses the table. */
export function roundsParagraph(result: Lm3Result, sole: Sole): KnownBlock {
  return paragraph(
    rows(result, sole)
      .map(([name, amount, each]) => `${name}: ${amount} (${each} of each £1.00)`)
      .join('\n'),
  );
}
