import {
  type ChangeKind,
  type ComparedFigure,
  changeWords,
  type EnabledComparison,
  formatCount,
  formatFte,
  formatWholeGbp,
  type Outcome,
} from '../../../../core/index.ts';
import type { WorkbookFile } from '../../../engine/messages.ts';
import { dataTable } from '../../data-table.ts';
import { element } from '../../element.ts';
import { openingSection, type Section } from '../../section.ts';
import { anotherFile } from '../another-file.ts';

/** An earlier year beside this one, like with like. */
export const years = (
  compare: (file: WorkbookFile) => Promise<Outcome<EnabledComparison>>,
  announce: (text: string) => void,
): Section =>
  openingSection(
    'years',
    'Compare with an earlier year',
    'What of the change is of the tenants themselves, and what of method or data.',
    () => [
      anotherFile({
        label: 'Choose the workbook of the earlier year',
        ask: compare,
        show: (found) => inParts(found, announce),
        announce,
      }),
    ],
  );

const kinds = Object.keys(changeWords) as ChangeKind[];

function inParts({ before, after, fte, gva }: EnabledComparison, announce: (text: string) => void) {
  return [
    element('h3', {}, `From ${before ?? 'the earlier workbook'} to ${after ?? 'this one'}`),
    element(
      'p',
      {},
      `Only “${changeWords.alike}” is a change of the tenants themselves. The other lines come from who is counted and how.`,
    ),
    figureTable('Change of jobs (FTE)', fte, formatFte, announce),
    figureTable('Change of GVA', gva, formatWholeGbp, announce),
  ];
}

const figureTable = (
  caption: string,
  { parts, before, after, change }: ComparedFigure,
  format: (value: number) => string,
  announce: (text: string) => void,
): HTMLElement =>
  dataTable({
    caption,
    captionShown: true,
    rows: [
      ...kinds.map((kind) => ({ label: changeWords[kind], ...parts[kind] })),
      { label: 'In all', tenants: undefined, before, after, change },
    ],
    announce,
    columns: [
      { heading: 'Tenants', cell: ({ label }) => label, kind: 'heading' },
      {
        heading: 'How many',
        cell: ({ tenants }) => (tenants === undefined ? '' : formatCount(tenants)),
        kind: 'figure',
      },
      { heading: 'Before', cell: (row) => format(row.before), kind: 'figure' },
      { heading: 'After', cell: (row) => format(row.after), kind: 'figure' },
      {
        heading: 'Change',
        cell: (row) => (row.change > 0 ? `+${format(row.change)}` : format(row.change)),
        kind: 'figure',
      },
    ],
  });
