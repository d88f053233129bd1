import { type AreaComparison, formatRatio, formatShare, formatWholeGbp } from '../../../core/index.ts';
import { dataTable } from '../data-table.ts';
import { element } from '../element.ts';
import { openingSection, type Section } from '../section.ts';
import { issueTable } from './issue-table.ts';
import { later } from './later.ts';
import { sourceInWords } from './sources.ts';

/** The same spending in every area that the workbook tells of. Nothing where it tells of one only. */
export function areas(
  others: readonly string[],
  compare: () => Promise<AreaComparison>,
  announce: (text: string) => void,
): Section[] {
  if (others.length === 0) return [];
  return [
    openingSection(
      'areas',
      'Areas side by side',
      'The same spending with another area as the local one.',
      () => [later(compare(), 'Looking at each area.', (found) => sideBySide(found, announce))],
    ),
  ];
}

function sideBySide({ areas: columns, ranking, issues }: AreaComparison, announce: (text: string) => void) {
  return [
    dataTable({
      caption: 'LM3 by area',
      rows: columns,
      announce,
      columns: [
        {
          heading: 'Area',
          cell: ({ name, own }) => (own ? `${name} (of this result)` : name),
          kind: 'heading',
        },
        { heading: 'Size', cell: ({ size }) => size },
        { heading: 'LM2', cell: ({ result }) => formatRatio(result.lm2), kind: 'figure' },
        { heading: 'LM3', cell: ({ result }) => formatRatio(result.lm3), kind: 'figure' },
        {
          heading: 'Bounds',
          cell: ({ result: { bounds } }) => `${formatRatio(bounds.low)} to ${formatRatio(bounds.high)}`,
        },
        { heading: 'Round 2', cell: ({ result }) => formatWholeGbp(result.round2), kind: 'figure' },
        { heading: 'Round 3', cell: ({ result }) => formatWholeGbp(result.round3), kind: 'figure' },
        { heading: 'Value answered', cell: ({ result }) => formatShare(result.responseRate), kind: 'figure' },
      ],
    }),
    element('p', { class: ranking.allowed ? 'quiet' : 'notice' }, ranking.reason),
    ...(ranking.allowed ? [] : [element('p', { class: 'quiet' }, 'Source: ', sourceInWords(ranking.source))]),
    ...(issues.length > 0
      ? [element('h3', {}, 'Worth checking'), issueTable('Things to check about the areas', issues, announce)]
      : []),
  ];
}
