import { formatRatio, formatShare, type Lm3Result } from '../../../core/index.ts';
import { dataTable } from '../data-table.ts';
import { element } from '../element.ts';

/** How far LM3 moves with the shares that stand in for what staff re-spend. Nothing where none stands in. */
export function proxies(
  { proxySensitivity: rows }: Lm3Result,
  announce: (text: string) => void,
): HTMLElement[] {
  if (rows.length === 0) return [];
  return [
    element('h3', {}, 'If staff are different'),
    element(
      'p',
      {},
      'What staff re-spend is taken from a share that is the same for everyone. This is LM3 with it ten percentage points lower and higher.',
    ),
    dataTable({
      caption: 'LM3 with other shares for staff',
      rows,
      announce,
      columns: [
        {
          heading: 'Staff',
          cell: ({ staff }) => (staff === 'local' ? 'Local staff' : 'Non-local staff'),
          kind: 'heading',
        },
        { heading: 'Share taken', cell: ({ share }) => formatShare(share) },
        {
          heading: 'Lower',
          cell: (row) => `LM3 ${formatRatio(row.lm3AtLow)} at ${formatShare(row.lowShare)}`,
        },
        {
          heading: 'Higher',
          cell: (row) => `LM3 ${formatRatio(row.lm3AtHigh)} at ${formatShare(row.highShare)}`,
        },
      ],
    }),
  ];
}
