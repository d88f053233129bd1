import assert from 'node:assert/strict';
import { multiplier } from '../../excel-addin/functions/money.ts';
import { interleavedMedians } from './medians.ts';

const rows = 10_000;

/** Columns as Excel hands them over: a cell in a row each. No two runs have the same, so none is remembered. */
function columns(run: number): { spend: unknown[][]; local: unknown[][]; respend: unknown[][] } {
  const column = (cell: (row: number) => unknown) => Array.from({ length: rows }, (_, row) => [cell(row)]);
  return {
    spend: column((row) => 100 + ((row * 7919 + run) % 90_000)),
    local: column((row) => (row % 3 === 0 ? 'No' : 'Yes')),
    respend: column((row) => (row % 4 === 0 ? (row % 10) / 10 : '')),
  };
}

/** The three rounds of the same columns in a few lines: no checks, no bounds, no interval, no workings. */
function plainMultiplier({ spend, local, respend }: ReturnType<typeof columns>): number {
  const sums = { Yes: [0, 0, 0], No: [0, 0, 0] };
  spend.forEach(([amount], row) => {
    const sum = sums[local[row]?.[0] as 'Yes' | 'No'];
    const share = respend[row]?.[0];
    sum[0] = (sum[0] ?? 0) + (amount as number);
    if (share === '') return;
    sum[1] = (sum[1] ?? 0) + (amount as number);
    sum[2] = (sum[2] ?? 0) + (amount as number) * (share as number);
  });
  const [all, third] = Object.values(sums).reduce(
    ([total, respent], [paid = 0, answered = 1, given = 0]) => [
      (total ?? 0) + paid,
      (respent ?? 0) + (given / answered) * paid,
    ],
    [0, 0],
  );
  return ((all ?? 0) + (sums.Yes[0] ?? 0) + (third ?? 0)) / (all ?? 1);
}

/** MULTIPLIER over 10,000 rows it has never seen, from Excel's cells to the figure. The aim is under 100 ms. */
export const customFunction = {
  name: 'function',
  title: 'LOCALPOUND.MULTIPLIER over 10,000 new rows, with checks, bounds and interval (aim: under 100 ms)',
  peer: 'plain loop, LM3 only',
  goal: '<= 50',
  run() {
    let run = 0;
    const first = columns(run);
    const ours = multiplier(first.spend, first.local, first.respend);
    assert(Math.abs(ours - plainMultiplier(first)) < 1e-9, 'both give the same LM3');
    const fresh = Array.from({ length: 20 }, (_, each) => columns(each + 1));
    return interleavedMedians(
      () => {
        run += 1;
        const { spend, local, respend } = fresh[run % fresh.length] ?? first;
        return multiplier(spend, local, respend, run);
      },
      () => plainMultiplier(first),
    );
  },
};
