import { formatCount, formatGbp, type Leak, type Leaks, signedRatio } from '../../../core/index.ts';
import { type Column, dataTable } from '../data-table.ts';
import { element } from '../element.ts';
import { openingSection, type Section } from '../section.ts';
import { later } from './later.ts';
import { routeNote } from './route-note.ts';

/** Where money leaves the area, ranked by pounds leaving and by what moving it would add. */
export const leaksSection = (find: () => Promise<Leaks>, announce: (text: string) => void): Section =>
  openingSection(
    'leaks',
    'Leaks',
    'Through whom money leaves the area, and what moving it would add.',
    () => [later(find(), 'Looking for leaks.', (found) => leaksInParts(found, announce))],
  );

function leaksInParts(found: Leaks, announce: (text: string) => void): HTMLElement[] {
  const { sentences, moves, suppliers, categories, routes } = found;
  const told = sentences.filter((sentence) => sentence !== routes.words);
  return [
    element(
      'div',
      { class: 'words' },
      told.map((sentence) => element('p', {}, sentence)),
    ),
    ...tableOf('By what moving them would add', 'Suppliers by what moving them would add', moves, announce, [
      supplier,
      spend,
      leaving,
      adds,
    ]),
    routeNote(routes),
    ...tableOf('By pounds leaving', 'Suppliers by pounds leaving', suppliers, announce, [
      supplier,
      { heading: 'Local', cell: ({ localSpend }) => (localSpend > 0 ? 'Yes' : 'No') },
      spend,
      leaving,
      { heading: 'In round 2', cell: (leak) => formatGbp(leak.leaving.round2), kind: 'figure' },
      { heading: 'In round 3', cell: (leak) => formatGbp(leak.leaving.round3), kind: 'figure' },
    ]),
    ...tableOf('By category', 'Categories by pounds leaving', categories, announce, [
      { heading: 'Category', cell: ({ name }) => name, kind: 'heading' },
      {
        heading: 'Suppliers',
        cell: ({ suppliers: all, localSuppliers }) =>
          localSuppliers === 0
            ? `${formatCount(all)}, none local`
            : `${formatCount(all)}, ${formatCount(localSuppliers)} local`,
      },
      spend,
      leaving,
      adds,
    ]),
  ];
}

const supplier: Column<Leak> = {
  heading: 'Supplier',
  cell: ({ name, answered }) => (answered ? name : `${name} (has not answered)`),
  kind: 'heading',
};

const spend: Column<Leak> = { heading: 'Spend', cell: (leak) => formatGbp(leak.spend), kind: 'figure' };

const leaving: Column<Leak> = {
  heading: 'Leaves',
  cell: (leak) => formatGbp(leak.leaving.total),
  kind: 'figure',
};

const adds: Column<Leak> = {
  heading: 'Moving adds to LM3',
  cell: ({ movingAddsToLm3 }) => (movingAddsToLm3 === null ? 'nothing' : signedRatio(movingAddsToLm3)),
  kind: 'figure',
};

function tableOf(
  title: string,
  caption: string,
  rows: readonly Leak[],
  announce: (text: string) => void,
  columns: readonly Column<Leak>[],
): HTMLElement[] {
  if (rows.length === 0) return [];
  return [element('h3', {}, title), dataTable({ caption, rows, announce, columns })];
}
