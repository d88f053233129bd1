import { type ChaseList, formatCount, formatGbp, formatShare } from '../../../core/index.ts';
import { dataTable } from '../data-table.ts';
import { element } from '../element.ts';
import { type Section, section } from '../section.ts';

/** Whom to ask first. Nothing when every supplier has answered. */
export function chase(list: ChaseList, announce: (text: string) => void): Section[] {
  if (list.silent === 0) return [];
  return [
    section(
      'chase',
      'Who to ask first',
      element('p', {}, inWords(list)),
      dataTable({
        caption: 'Suppliers that have not answered, those first whose answers narrow the bounds most',
        rows: list.suppliers,
        announce,
        columns: [
          {
            heading: 'Supplier',
            cell: ({ name, followed }) =>
              followed ? name : `${name} (by the chain method its answer changes nothing)`,
            kind: 'heading',
          },
          { heading: 'Local', cell: ({ local }) => (local ? 'Yes' : 'No') },
          { heading: 'Spend', cell: ({ spend }) => formatGbp(spend), kind: 'figure' },
          {
            heading: 'Share of spend',
            cell: ({ shareOfSpend }) => formatShare(shareOfSpend),
            kind: 'figure',
          },
          {
            heading: 'Answered then',
            cell: ({ responseRateThen }) => formatShare(responseRateThen),
            kind: 'figure',
          },
        ],
      }),
      element(
        'p',
        { class: 'quiet' },
        '"Answered then" is the share of supplier value that will have answered once this supplier and all above it have.',
      ),
    ),
  ];
}

function inWords({ silent, neededForHalf }: ChaseList): string {
  const waiting =
    silent === 1 ? '1 supplier has not answered.' : `${formatCount(silent)} suppliers have not answered.`;
  if (neededForHalf === 0) {
    return `${waiting} Half of supplier value has answered already. Each further answer brings the bounds closer together.`;
  }
  const first =
    neededForHalf === 1 ? 'the first one answers' : `the first ${formatCount(neededForHalf)} answer`;
  return `${waiting} Once ${first}, half of supplier value will have.`;
}
