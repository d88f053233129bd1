import type { Lm3Project, Supplier } from '../../lm3/project.ts';
import type { SupplierTally } from '../../lm3/strata.ts';
import type { CellSpec, TableSpec } from '../workbook-spec.ts';

export type Kind = 'Local' | 'NonLocal';

/** A whole column of the suppliers' table. */
export const column = (heading: string): string => `Suppliers[[${heading}]]`;
/** The cell of the same row in a column of the suppliers' table. */
export const here = (heading: string): string => `Suppliers[[#This Row],[${heading}]]`;
/** The sum of a column over suppliers of one kind. */
export const ofKind = (heading: string, kind: Kind): string =>
  `SUMIFS(${column(heading)},${column('Local')},"${kind === 'Local' ? 'Yes' : 'No'}")`;

/** Headings of the columns beside the suppliers. */
export const helper = {
  counted: 'Counted (£)',
  answers: 'Counts as answer',
  answered: 'Answered (£)',
  silent: 'Silent (£)',
  respent: 'Re-spent by answers (£)',
  answeredSquared: 'Answered, squared',
  silentSquared: 'Silent, squared',
  difference: 'Squared difference from mean',
} as const;

/** Columns beside the suppliers that the report's formulas add up. */
export function supplierHelpers(
  { suppliers }: Lm3Project,
  tally: SupplierTally,
): Pick<TableSpec, 'headings' | 'rows'> {
  const means = { Local: shareMean(suppliers, true), NonLocal: shareMean(suppliers, false) };
  const rows = suppliers.map((supplier): CellSpec[] => {
    const counted = Math.max(supplier.spend, 0);
    const isAnswer = supplier.respendShare !== null && counted > 0;
    const answered = isAnswer ? counted : 0;
    const mean = means[supplier.local ? 'Local' : 'NonLocal'];
    const share = supplier.respendShare ?? 0;
    return [
      { value: counted, formula: `MAX(${here('Spend (£)')},0)`, style: 'gbp' },
      {
        value: isAnswer ? 1 : 0,
        formula: `IF(AND(ISNUMBER(${here('Re-spend share')}),${here(helper.counted)}>0),1,0)`,
        style: 'count',
      },
      { value: answered, formula: `${here(helper.counted)}*${here(helper.answers)}`, style: 'gbp' },
      {
        value: counted - answered,
        formula: `${here(helper.counted)}-${here(helper.answered)}`,
        style: 'gbp',
      },
      {
        value: answered * share,
        formula: `IF(${here(helper.answers)}=1,${here(helper.answered)}*${here('Re-spend share')},0)`,
        style: 'gbp',
      },
      { value: answered ** 2, formula: `${here(helper.answered)}^2`, style: 'number' },
      { value: (counted - answered) ** 2, formula: `${here(helper.silent)}^2`, style: 'number' },
      {
        value: isAnswer ? (share - mean) ** 2 : 0,
        formula: `IF(${here(helper.answers)}=1,(${here('Re-spend share')}-IF(${here('Local')}="Yes",Local_Mean,NonLocal_Mean))^2,0)`,
        style: 'number',
      },
    ];
  });
  const excluded = tally.leftOut.some(({ kind }) => kind === 'credit')
    ? ' Net credits count as nothing.'
    : '';
  return {
    headings: [
      { text: helper.counted, note: `Spend that counts.${excluded}` },
      { text: helper.answers, note: '1 if the supplier answered and has spend.' },
      { text: helper.answered },
      { text: helper.silent },
      { text: helper.respent, note: 'Answered spend x re-spend share.' },
      { text: helper.answeredSquared, note: 'For the interval.' },
      { text: helper.silentSquared, note: 'For the interval.' },
      { text: helper.difference, note: 'From the plain mean of answers of the same kind, for the interval.' },
    ],
    rows,
  };
}

/** Plain mean of the answers of one kind; 0 without answers. */
export function shareMean(suppliers: readonly Supplier[], local: boolean): number {
  const shares = suppliers
    .filter((supplier) => supplier.local === local && supplier.spend > 0 && supplier.respendShare !== null)
    .map((supplier) => supplier.respendShare ?? 0);
  return shares.length === 0 ? 0 : shares.reduce((total, share) => total + share, 0) / shares.length;
}
