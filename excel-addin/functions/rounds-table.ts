import { everyNode, formatRatio, formatShare, isLowerBound, type Lm3Result } from '../../core/index.ts';

const headings = ['Line', 'Value', 'How it is worked out'];

/** The result as rows for a sheet: what a line is, its value as a number, and how it comes about. */
export function roundsTable(result: Lm3Result, cannotTell: number): (string | number)[][] {
  const { lm3, lm2, round1, round2, round3, total, bounds, interval, responseRate, rating } = result;
  const { workings, otherWorkings } = result;
  const formulaOf = (id: string): string =>
    [...everyNode(workings)].find((node) => node.id === id)?.formula ?? '';
  const silent = 'if suppliers that have not answered re-spend';
  return [
    headings,
    ['Round 1, spent (£)', round1, formulaOf('round1')],
    ['Round 2, stays in the area (£)', round2, formulaOf('round2')],
    ['Round 3, re-spent in the area (£)', round3, formulaOf('round3')],
    ['Total (£)', total, 'round 1 + round 2 + round 3'],
    [isLowerBound(result) ? 'LM3, at least' : 'LM3', lm3, workings.formula],
    ['LM2', lm2, otherWorkings.lm2.formula],
    ['LM3 at the least', bounds.low, `${silent} nothing in the area`],
    ['LM3 at the most', bounds.high, `${silent} all of it in the area`],
    ...(interval
      ? [
          [`Low end of the ${formatShare(interval.level)} interval`, interval.low, intervalWords(interval)],
          [`High end of the ${formatShare(interval.level)} interval`, interval.high, intervalWords(interval)],
        ]
      : [['Interval', '', result.intervalReason ?? 'there is none']]),
    ['Share of supplier spend that answered', responseRate, otherWorkings.responseRate.formula],
    ['Rating', rating, result.ratingParts.map(({ name, found }) => `${name}: ${found}`).join('; ')],
    ...(cannotTell > 0
      ? [
          [
            'Spend that cannot be placed (£)',
            cannotTell,
            `counts as not local; if all of it were local, LM3 would rise by at least ${formatRatio(cannotTell / round1)}`,
          ],
        ]
      : []),
  ];
}

const intervalWords = ({ method }: { readonly method: string }): string =>
  method === 'complete'
    ? 'no supplier that counts is silent'
    : 'if silent suppliers are like those that answered';
