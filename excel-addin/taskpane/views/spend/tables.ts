import {
  formatCount,
  formatGbp,
  formatShare,
  type Spend,
  type SpendSum,
  type SpendSupplier,
} from '../../../../core/index.ts';
import type { SpendFound } from '../../../engine/messages.ts';
import { type Column, dataTable } from '../../data-table.ts';

type Announce = (text: string) => void;

const pounds = (pence: number): string => formatGbp(pence / 100);

const paid = <Row extends { readonly pence: number }>(): Column<Row> => ({
  heading: 'Paid',
  cell: ({ pence }) => pounds(pence),
  kind: 'figure',
});

const payments = <Row extends { readonly lines: number }>(): Column<Row> => ({
  heading: 'Payments',
  cell: ({ lines }) => formatCount(lines),
  kind: 'figure',
});

const suppliersOf = <Row extends { readonly suppliers: number }>(): Column<Row> => ({
  heading: 'Suppliers',
  cell: ({ suppliers }) => formatCount(suppliers),
  kind: 'figure',
});

/** What is local of each row, and what cannot be told; nothing while nothing says where local is. */
function placedColumns<Row extends SpendSum>(placed: boolean): Column<Row>[] {
  if (!placed) return [];
  return [
    { heading: 'Local', cell: ({ local }) => pounds(local), kind: 'figure' },
    { heading: 'Not local', cell: ({ notLocal }) => pounds(notLocal), kind: 'figure' },
    { heading: 'Cannot tell', cell: ({ cannotTell }) => pounds(cannotTell), kind: 'figure' },
    {
      heading: 'Local share',
      cell: ({ local, pence }) => (pence > 0 ? formatShare(Math.max(0, local) / pence) : '-'),
      kind: 'figure',
    },
  ];
}

const isPlaced = ({ localMeans }: SpendFound): boolean => localMeans !== undefined;

export const categoryTable = (found: SpendFound, announce: Announce): HTMLElement =>
  dataTable<Spend['byCategory'][number]>({
    caption: 'Payments by category',
    rows: found.spend.byCategory,
    announce,
    columns: [
      { heading: 'Category', cell: ({ category }) => category ?? 'No category', kind: 'heading' },
      suppliersOf(),
      payments(),
      paid(),
      ...placedColumns<Spend['byCategory'][number]>(isPlaced(found)),
    ],
  });

export const monthTable = (found: SpendFound, announce: Announce): HTMLElement =>
  dataTable<Spend['byMonth'][number]>({
    caption: 'Payments by month',
    rows: found.spend.byMonth,
    announce,
    columns: [
      { heading: 'Month', cell: ({ month }) => month ?? 'No date', kind: 'heading' },
      payments(),
      paid(),
      ...placedColumns<Spend['byMonth'][number]>(isPlaced(found)),
    ],
  });

export const districtTable = (found: SpendFound, announce: Announce): HTMLElement =>
  dataTable<Spend['byDistrict'][number]>({
    caption: 'Payments by district',
    rows: found.spend.byDistrict,
    announce,
    columns: [
      { heading: 'District', cell: ({ district }) => district?.name ?? 'Not known', kind: 'heading' },
      suppliersOf(),
      payments(),
      paid(),
      {
        heading: 'Of all',
        cell: ({ pence }) =>
          found.spend.total.pence > 0 ? formatShare(pence / found.spend.total.pence) : '-',
        kind: 'figure',
      },
    ],
  });

export const supplierTable = (
  caption: string,
  rows: readonly SpendSupplier[],
  announce: Announce,
): HTMLElement =>
  dataTable<SpendSupplier>({
    caption,
    rows,
    announce,
    columns: [
      { heading: 'Supplier', cell: ({ name }) => name, kind: 'heading' },
      { heading: 'Where', cell: ({ places }) => places[0]?.reason ?? '' },
      payments(),
      paid(),
    ],
  });

export const kindTable = (kinds: Spend['kinds'], announce: Announce): HTMLElement =>
  dataTable<Spend['kinds'][number]>({
    caption: 'Payments that are no plain purchases',
    rows: kinds,
    announce,
    columns: [
      { heading: 'What they are', cell: ({ kind }) => kind.name, kind: 'heading' },
      { heading: 'Names', cell: ({ names }) => formatCount(names), kind: 'figure' },
      payments(),
      paid(),
    ],
  });
