import type { Spend, SpendSum } from '../../ledger/spend.ts';
import { spendDeprivation } from '../../ledger/spend-by-district.ts';
import { type ListColumn, listSheet } from '../list-sheet.ts';
import type { CellValue, SheetSpec } from '../workbook-spec.ts';

const pounds = (pence: number): number => pence / 100;

const sumColumns: readonly ListColumn[] = [
  { heading: 'Payments', width: 12, style: 'count' },
  { heading: 'Total (£)', width: 18, style: 'gbp' },
  { heading: 'Local (£)', width: 18, style: 'gbp' },
  { heading: 'Not local (£)', width: 18, style: 'gbp' },
  { heading: 'Cannot tell (£)', width: 18, style: 'gbp' },
];

const sums = ({ lines, pence, local, notLocal, cannotTell }: SpendSum): CellValue[] => [
  lines,
  pounds(pence),
  pounds(local),
  pounds(notLocal),
  pounds(cannotTell),
];

export function categorySheet({ byCategory }: Spend): SheetSpec {
  return listSheet(
    'By category',
    'SpendByCategory',
    [{ heading: 'Category', width: 50 }, { heading: 'Suppliers', width: 12, style: 'count' }, ...sumColumns],
    byCategory.map(({ category, suppliers, ...sum }) => [
      category ?? '(no category)',
      suppliers,
      ...sums(sum),
    ]),
    'In the words of the ledger, the largest first. The rows add up to the total.',
  );
}

export function monthSheet({ byMonth }: Spend): SheetSpec {
  return listSheet(
    'By month',
    'SpendByMonth',
    [{ heading: 'Month', width: 16 }, ...sumColumns],
    byMonth.map(({ month, ...sum }) => [month ?? '(no date)', ...sums(sum)]),
    'By the date of the payment. The rows add up to the total.',
  );
}

export function districtSheet({ byDistrict }: Spend): SheetSpec {
  return listSheet(
    'By district',
    'SpendByDistrict',
    [
      { heading: 'Code', width: 14 },
      { heading: 'District', width: 40 },
      { heading: 'Suppliers', width: 12, style: 'count' },
      ...sumColumns,
    ],
    byDistrict.map(({ district, suppliers, ...sum }) => [
      district?.code ?? '',
      district?.name ?? '(place not known)',
      suppliers,
      ...sums(sum),
    ]),
    'By the postcode of the supplier. The rows add up to the total.',
  );
}

/** How deprived the districts are that the money reached; none where nothing was placed. */
export function deprivationSheet(spend: Spend): SheetSpec[] {
  const reach = spendDeprivation(spend);
  if (!reach) return [];
  const part = ['most deprived fifth', 'second', 'third', 'fourth', 'least deprived fifth'];
  return [
    listSheet(
      'By deprivation',
      'SpendByDeprivation',
      [
        { heading: 'Districts', width: 60 },
        { heading: 'Spend (£)', width: 18, style: 'gbp' },
        { heading: 'Share of what was placed', width: 24, style: 'share' },
      ],
      [
        ...reach.fifths.map(({ fifth, amount, share }) => [
          `${fifth}: ${part[fifth - 1] ?? ''}`,
          amount,
          share,
        ]),
        ['The most deprived tenth, within the first', null, reach.mostDeprivedTenth.value],
        ['Districts without an index', reach.withoutIndex, null],
      ],
      `${reach.label}. ${reach.limits.join(' ')}`,
    ),
  ];
}

export function typeSheet({ supplierTypes }: Spend, words: Readonly<Record<string, string>>): SheetSpec[] {
  if (!supplierTypes) return [];
  return [
    listSheet(
      'By kind of supplier',
      'SpendByKindOfSupplier',
      [
        { heading: 'Kind of supplier', width: 46 },
        { heading: 'Suppliers', width: 12, style: 'count' },
        { heading: 'Payments', width: 12, style: 'count' },
        { heading: 'Total (£)', width: 18, style: 'gbp' },
      ],
      supplierTypes.map(({ type, suppliers, lines, pence }) => [
        type === null ? 'The file does not say' : (words[type] ?? type),
        suppliers,
        lines,
        pounds(pence),
      ]),
      'As the files tell it. An empty cell is no answer: it need not mean no.',
    ),
  ];
}
