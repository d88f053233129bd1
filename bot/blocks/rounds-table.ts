import type { KnownBlock } from '@slack/types';
import { formatGbp, type Lm3Result } from '../../core/index.ts';
import type { Discretion } from '../files/discretion.ts';
import { barChart, type TableContent } from './data-blocks.ts';

type Sole = Pick<Discretion, 'soleAnswer'>;

/**
 * The three rounds and their parts: name, amount, and the same for each pound of round 1. Round 3 in
 * one sum where a part of it would be a single supplier's answer.
 */
export function roundsTable(result: Lm3Result, { soleAnswer }: Sole): TableContent {
  const { round1, round2, round3, total, round2Parts, round3Parts } = result;
  const row = (name: string, amount: number) =>
    [name, formatGbp(amount), formatGbp(amount / round1)] as const;
  return {
    caption: 'The three rounds of LM3 with their parts. Amounts may not add up because of rounding.',
    headings: ['Round', 'Amount', 'Of each £1.00'],
    rows: [
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
    ],
    asLine: ([name, amount, each]) => `${name}: ${amount} (${each} of each £1.00)`,
  };
}

/** What each pound of round 1 comes to, round by round. */
export function roundsChart({ round1, round2, round3 }: Lm3Result): KnownBlock[] {
  const pence = (amount: number): number => Math.round((amount / round1) * 100) / 100;
  return barChart('What becomes of each £1.00', {
    categories: ['Round 1', 'Round 2', 'Round 3'],
    series: [{ name: 'Of each £1.00', values: [1, pence(round2), pence(round3)] }],
    x: 'Round',
    y: 'Pounds of each £1.00',
  });
}
