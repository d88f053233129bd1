import { type Explained, everyNode, type Source } from '../explain/explained.ts';
import { workingsLines } from '../explain/workings.ts';
import { chaseList } from '../lm3/chase-list.ts';
import type { Lm3Project } from '../lm3/project.ts';
import type { Lm3Result } from '../lm3/result.ts';
import { describePlace } from '../workbook/issue.ts';
import { listSheet } from './list-sheet.ts';
import { methodNotes } from './method-sheet.ts';
import { sourceInWords } from './source-words.ts';
import type { SheetSpec } from './workbook-spec.ts';

/** Sheets of a report that list what stands behind the figures. */

export function assumptionsSheet({ assumptions }: Lm3Result): SheetSpec {
  return listSheet(
    'Assumptions',
    'AssumptionsMade',
    [
      { heading: 'What was assumed', width: 70 },
      { heading: 'Why', width: 60 },
      { heading: 'Effect', width: 70 },
      { heading: 'Source', width: 50 },
    ],
    assumptions.map(({ text, because, effect, source }) => [text, because, effect, sourceInWords(source)]),
    'What the result takes for granted, why, and what would move if it were otherwise.',
  );
}

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

export function workingsSheet(result: Lm3Result): SheetSpec {
  return listSheet(
    'Workings',
    'Workings',
    [
      { heading: 'Figure', width: 80 },
      { heading: 'Value', width: 20 },
      { heading: 'How it is worked out', width: 90 },
      { heading: 'Where it was given', width: 26 },
    ],
    trees(result)
      .flatMap((tree) => workingsLines(tree))
      .map(({ depth, label, value, formula, where = '' }) => [
        `${'    '.repeat(depth)}${label}`,
        value,
        formula,
        where,
      ]),
    'The calculation of the engine as it was when this report was made; indented lines lead to the line above them.',
  );
}

export function sourcesSheet(result: Lm3Result): SheetSpec {
  const sources = [
    ...trees(result).flatMap((tree) => [...everyNode(tree)].flatMap((node) => node.sources)),
    ...result.assumptions.flatMap(({ source }) => (source ? [source] : [])),
    ...result.caveats.map(({ source }) => source),
    ...methodNotes.map(({ source }) => source),
  ];
  const distinct = new Map<string, Source>(sources.map((source) => [sourceInWords(source), source]));
  return listSheet(
    'Sources',
    'Sources',
    [
      { heading: 'Document', width: 80 },
      { heading: 'Place', width: 60 },
      { heading: 'Read by us', width: 14 },
    ],
    [...distinct.values()].map(({ title, place, verified }) => [title, place, verified ? 'Yes' : 'No']),
    'Where the rules and figures come from.',
  );
}

export function problemsSheet({ issues }: Lm3Result): SheetSpec {
  return listSheet(
    'Problems',
    'Problems',
    [
      { heading: 'Where', width: 34 },
      { heading: 'Found', width: 70 },
      { heading: 'Expected', width: 50 },
      { heading: 'How to mend it', width: 70 },
    ],
    issues.map(({ where, found, expected, mend }) => [describePlace(where), found, expected, mend]),
    'What was found in the input. None of it kept the result from being computed.',
  );
}

const trees = ({ workings, otherWorkings }: Lm3Result): Explained[] => [
  workings,
  ...Object.values(otherWorkings),
];
