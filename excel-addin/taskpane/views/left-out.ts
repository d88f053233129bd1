import { formatCount, formatGbp, type Lm3Result, leaveOutWords } from '../../../core/index.ts';
import { dataTable } from '../data-table.ts';
import { element } from '../element.ts';
import { type Section, section } from '../section.ts';

/** Payments that do not count, by kind, each with its sum. */
export function leftOut({ leftOut: kinds }: Lm3Result, announce: (text: string) => void): Section[] {
  if (kinds.length === 0) return [];
  return [
    section(
      'left-out',
      'What was left out',
      element('p', {}, 'These payments are in none of the rounds.'),
      dataTable({
        caption: 'Payments left out, by kind',
        rows: kinds,
        announce,
        columns: [
          {
            heading: 'Kind',
            cell: ({ kind }) => (kind === 'credit' ? 'Suppliers with a net credit' : leaveOutWords[kind]),
            kind: 'heading',
          },
          { heading: 'Suppliers', cell: ({ suppliers }) => formatCount(suppliers), kind: 'figure' },
          { heading: 'Sum', cell: ({ total }) => formatGbp(total), kind: 'figure' },
        ],
      }),
    ),
  ];
}
