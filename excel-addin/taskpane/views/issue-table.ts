import type { Issue } from '../../../core/index.ts';
import { describePlace } from '../../../core/index.ts';
import { dataTable } from '../data-table.ts';

/** What is wrong, where, and how to put it right: one row each. */
export function issueTable(
  caption: string,
  issues: readonly Issue[],
  announce: (text: string) => void,
): HTMLElement {
  return dataTable({
    caption,
    rows: issues,
    announce,
    columns: [
      { heading: 'Sheet', cell: ({ where }) => sheetOf(where), kind: 'heading' },
      { heading: 'Cell', cell: ({ where }) => cellOf(where) },
      { heading: 'Found', cell: ({ found }) => found },
      { heading: 'Expected', cell: ({ expected }) => expected },
      { heading: 'How to put it right', cell: ({ mend }) => mend },
    ],
  });
}

/** What has no sheet concerns the file as a whole, or a figure that the path names. */
function sheetOf(where: Issue['where']): string {
  if (where.sheet) return where.sheet;
  return where.path ?? (where.file ? 'The whole file' : describePlace(where));
}

const cellOf = ({ cell, row, column }: Issue['where']): string =>
  cell ?? [row && `row ${row}`, column && `column ${column}`].filter(Boolean).join(', ');
