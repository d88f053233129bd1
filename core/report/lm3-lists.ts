import type { Explained } from '../explain/explained.ts';
import { chaseList } from '../lm3/chase-list.ts';
import type { Lm3Project } from '../lm3/project.ts';
import type { Lm3Result } from '../lm3/result.ts';
import { sourcesOf, workingsOf } from './explained-lists.ts';
import { listSheet } from './list-sheet.ts';
import { methodNotes } from './method-sheet.ts';
import type { SheetSpec } from './workbook-spec.ts';

/** Sheets of a report that list what stands behind the figures. */

export function chaseSheet(project: Lm3Project): SheetSpec {
  return listSheet(
    'Who to ask first',
    'ChaseList',
    [
      { heading: 'Supplier', width: 44 },
      { heading: 'Spend (£)', width: 18, style: 'gbp' },
      { heading: 'Local', width: 14 },
      { heading: 'Share of supplier spend', width: 22, style: 'share' },
      { heading: 'Response rate with this and those above', width: 30, style: 'share' },
    ],
    chaseList(project).suppliers.map((supplier) => [
      supplier.name,
      supplier.spend,
      supplier.local ? 'Yes' : 'No',
      supplier.shareOfSpend,
      supplier.responseRateThen,
    ]),
    'Silent suppliers whose answers would firm the result up most, as they stood when this report was made.',
  );
}

export const workingsSheet = (result: Lm3Result): SheetSpec => workingsOf(trees(result));

export const sourcesSheet = (result: Lm3Result): SheetSpec =>
  sourcesOf(trees(result), [
    ...result.assumptions.flatMap(({ source }) => (source ? [source] : [])),
    ...result.caveats.map(({ source }) => source),
    ...methodNotes.map(({ source }) => source),
  ]);

const trees = ({ workings, otherWorkings }: Lm3Result): Explained[] => [
  workings,
  ...Object.values(otherWorkings),
];
