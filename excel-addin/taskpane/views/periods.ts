import {
  formatCount,
  formatGbp,
  formatRatio,
  formatShare,
  type Outcome,
  type SupplierMove,
  signedRatio,
} from '../../../core/index.ts';
import type { PeriodsShown, WorkbookFile } from '../../engine/messages.ts';
import { dataTable } from '../data-table.ts';
import { element } from '../element.ts';
import type { References } from '../references.ts';
import { openingSection, type Section } from '../section.ts';
import { anotherFile } from './another-file.ts';
import { issueTable } from './issue-table.ts';
import { workingsTree } from './workings.ts';

/** An earlier period of the same organisation beside this one, and what drove the change. */
export const periods = (
  compare: (file: WorkbookFile) => Promise<Outcome<PeriodsShown>>,
  references: References,
  announce: (text: string) => void,
): Section =>
  openingSection(
    'periods',
    'Compare with an earlier period',
    'What drove LM3 up or down since another workbook of yours.',
    () => [
      anotherFile({
        label: 'Choose the workbook of the earlier period',
        ask: compare,
        show: (found) => inParts(found, references, announce),
        announce,
      }),
    ],
  );

function inParts(
  { periods: both, change, issues }: PeriodsShown,
  references: References,
  announce: (text: string) => void,
): HTMLElement[] {
  const { sentences, parts, suppliers, workings, lm3, from, to } = change;
  return [
    element(
      'div',
      { class: 'words' },
      sentences.map((sentence) => element('p', {}, sentence)),
    ),
    dataTable({
      caption: 'The two periods',
      rows: both,
      announce,
      columns: [
        { heading: 'Period', cell: ({ label }) => label, kind: 'heading' },
        { heading: 'LM2', cell: (period) => formatRatio(period.lm2), kind: 'figure' },
        { heading: 'LM3', cell: (period) => formatRatio(period.lm3), kind: 'figure' },
        {
          heading: 'Bounds',
          cell: ({ bounds }) => `${formatRatio(bounds.low)} to ${formatRatio(bounds.high)}`,
        },
        { heading: 'Value answered', cell: ({ responseRate }) => formatShare(responseRate), kind: 'figure' },
      ],
    }),
    element('h3', {}, 'What drove the change'),
    dataTable({
      caption: `Parts of the change from ${from} to ${to}`,
      rows: [...parts, { id: 'all', label: 'Together', change: lm3 }],
      announce,
      columns: [
        { heading: 'Part', cell: ({ label }) => label, kind: 'heading' },
        { heading: 'LM3', cell: (part) => signedRatio(part.change), kind: 'figure' },
      ],
    }),
    ...(suppliers.most.length > 0
      ? [
          element('h3', {}, 'Suppliers that moved it most'),
          supplierTable(suppliers.most, from, to, announce),
          ...(suppliers.others.count > 0
            ? [
                element(
                  'p',
                  { class: 'quiet' },
                  `${formatCount(suppliers.others.count)} others moved it by ${signedRatio(suppliers.others.change)} together.`,
                ),
              ]
            : []),
        ]
      : []),
    ...(issues.length > 0
      ? [element('h3', {}, 'Worth checking'), issueTable('Differences of the two periods', issues, announce)]
      : []),
    workingsTree([['change', workings]], references, 'periods-workings'),
  ];
}

const supplierTable = (
  moves: readonly SupplierMove[],
  from: string,
  to: string,
  announce: (text: string) => void,
): HTMLElement =>
  dataTable({
    caption: 'Suppliers by how much they moved LM3',
    rows: moves,
    announce,
    columns: [
      { heading: 'Supplier', cell: ({ name }) => name, kind: 'heading' },
      { heading: from, cell: (move) => then(move.from) },
      { heading: to, cell: (move) => then(move.to) },
      { heading: 'LM3', cell: ({ change }) => signedRatio(change), kind: 'figure' },
    ],
  });

function then(period: SupplierMove['from']): string {
  if (!period) return 'not paid';
  const { spend, localSpend, respendShare } = period;
  return `${formatGbp(spend)}, ${localSpend > 0 ? 'local' : 'not local'}, re-spends ${formatShare(respendShare)}`;
}
