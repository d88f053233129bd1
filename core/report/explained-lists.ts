import { type Assumption, type Explained, everyNode, type Source } from '../explain/explained.ts';
import { workingsLines } from '../explain/workings.ts';
import { describePlace, type Issue } from '../workbook/issue.ts';
import { listSheet } from './list-sheet.ts';
import { sourceInWords } from './source-words.ts';
import type { SheetSpec } from './workbook-spec.ts';

/** Sheets that list what stands behind any explained result. */

export function assumptionsSheet({
  assumptions,
}: {
  readonly assumptions: readonly Assumption[];
}): SheetSpec {
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

export function workingsOf(trees: readonly Explained[]): SheetSpec {
  return listSheet(
    'Workings',
    'Workings',
    [
      { heading: 'Figure', width: 80 },
      { heading: 'Value', width: 20 },
      { heading: 'How it is worked out', width: 90 },
      { heading: 'Where it was given', width: 26 },
    ],
    trees
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

/** Every source of the trees and of what else is handed over, once. */
export function sourcesOf(trees: readonly Explained[], others: readonly Source[]): SheetSpec {
  const sources = [
    ...trees.flatMap((tree) => [...everyNode(tree)].flatMap((node) => node.sources)),
    ...others,
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

export function problemsSheet({ issues }: { readonly issues: readonly Issue[] }): SheetSpec {
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
