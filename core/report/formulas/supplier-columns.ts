import { supplierPlaceWords } from '../../lm3/setting-words.ts';
import { neutralText } from '../../workbook/neutral-text.ts';
import { said } from '../lm3-inputs/rows.ts';
import { settingAnswer } from '../lm3-inputs/settings-sheet.ts';
import type { MoreColumns } from '../lm3-inputs/sheet-parts.ts';
import { type CountedSupplier, counts, netCredit, noSpend, type ReportFacts } from './report-facts.ts';
import { type FormulaColumn, formulaColumns, strataTable, suppliersTable } from './table-parts.ts';

const { here } = suppliersTable;

/** Headings of the columns beside the suppliers. */
export const supplierHelper = {
  local: 'Counts as local',
  standing: 'Standing',
  counted: 'Counted (£)',
  stratum: 'Stratum',
  assignedFor: 'Stratum given for',
  misfit: 'Needs a new stratum',
  answers: 'Counts as answer',
  answered: 'Answered (£)',
  silent: 'Silent (£)',
  respent: 'Re-spent by answers (£)',
  share: 'Share if it counts',
  answeredSquared: 'Answered, squared',
  silentSquared: 'Silent, squared',
  difference: 'Squared difference from mean',
  silentFollowed: 'Silent and followed (£)',
} as const;

/** Columns beside the suppliers that the report's formulas add up. */
export function supplierColumns(facts: ReportFacts): MoreColumns {
  const { plainStrata, chain, tally } = facts;
  const means = tally.strata.map(({ answered }) => answered.shareMean);
  const isAnswer = ({ supplier, counted }: CountedSupplier) => supplier.respendShare !== null && counted > 0;
  const answered = (row: CountedSupplier) => (isAnswer(row) ? row.counted : 0);
  const share = (row: CountedSupplier) => (isAnswer(row) ? (row.supplier.respendShare ?? 0) : 0);
  const silent = (row: CountedSupplier) => row.counted - answered(row);
  const givenFor = ({ local, supplier }: CountedSupplier) =>
    `${said(local)}: ${neutralText(supplier.category ?? '')}`;
  const spend = here('Spend (£)');
  const kind = here('Kind of payment');
  const h = supplierHelper;

  const columns: FormulaColumn<CountedSupplier>[] = [
    {
      heading: h.local,
      style: 'text',
      note: 'By the place of work or the head office, as the Settings sheet says.',
      formula: `IF(AND(${settingAnswer('supplierPlace')}="${supplierPlaceWords.headOffice}",ISTEXT(${here('Head office in the area')})),${here('Head office in the area')},${here('Local')})`,
      value: ({ local }) => said(local),
    },
    {
      heading: h.standing,
      style: 'text',
      note: 'Whether it counts, and if not, why.',
      formula: `IF(AND(ISTEXT(${kind}),ISNUMBER(FIND(LOWER(${kind}),LOWER(${settingAnswer('leaveOut')})))),${kind},IF(${spend}<0,"${netCredit}",IF(${spend}>0,"${counts}","${noSpend}")))`,
      value: ({ standing }) => standing,
    },
    {
      heading: h.counted,
      style: 'gbp',
      formula: `IF(${here(h.standing)}="${counts}",${spend},0)`,
      value: ({ counted }) => counted,
    },
    {
      heading: h.stratum,
      style: 'count',
      note: plainStrata
        ? 'Row of the table of strata: 1 for local suppliers, 2 for others.'
        : 'Row of the table of strata, as Local Pound assigned it when this report was made.',
      ...(plainStrata ? { formula: `IF(${here(h.local)}="Yes",1,2)` } : {}),
      value: (row) => (plainStrata ? (row.local ? 1 : 2) : row.stratum),
    },
    ...(plainStrata
      ? []
      : [
          {
            heading: h.assignedFor,
            style: 'text',
            note: 'Local or not, and the category, when the stratum was assigned.',
            value: givenFor,
          } satisfies FormulaColumn<CountedSupplier>,
          {
            heading: h.misfit,
            style: 'count',
            note: '1 if it was changed since, so that its stratum may be wrong.',
            formula: `IF(${here(h.counted)}=0,0,IF(OR(${here(h.stratum)}=0,${here(h.assignedFor)}<>${here(h.local)}&": "&${here('Category')}),1,0))`,
            value: () => 0,
          } satisfies FormulaColumn<CountedSupplier>,
        ]),
    {
      heading: h.answers,
      style: 'count',
      note: '1 if the supplier counts and has answered.',
      formula: `IF(AND(ISNUMBER(${here('Re-spend share')}),${here(h.counted)}>0),1,0)`,
      value: (row) => (isAnswer(row) ? 1 : 0),
    },
    {
      heading: h.answered,
      style: 'gbp',
      formula: `${here(h.counted)}*${here(h.answers)}`,
      value: answered,
    },
    {
      heading: h.silent,
      style: 'gbp',
      formula: `${here(h.counted)}-${here(h.answered)}`,
      value: silent,
    },
    {
      heading: h.share,
      style: 'share',
      formula: `IF(${here(h.answers)}=1,${here('Re-spend share')},0)`,
      value: share,
    },
    {
      heading: h.respent,
      style: 'gbp',
      note: 'Answered spend x re-spend share.',
      formula: `${here(h.answered)}*${here(h.share)}`,
      value: (row) => answered(row) * share(row),
    },
    {
      heading: h.answeredSquared,
      style: 'number',
      note: 'For the interval.',
      formula: `${here(h.answered)}^2`,
      value: (row) => answered(row) ** 2,
    },
    {
      heading: h.silentSquared,
      style: 'number',
      note: 'For the interval.',
      formula: `${here(h.silent)}^2`,
      value: (row) => silent(row) ** 2,
    },
    {
      heading: h.difference,
      style: 'number',
      note: 'From the plain mean of answers of the same stratum, for the interval.',
      formula: `IF(AND(${here(h.answers)}=1,${here(h.stratum)}>0),(${here(h.share)}-${strataTable.at('Plain mean', `MAX(${here(h.stratum)},1)`)})^2,0)`,
      value: (row) => (isAnswer(row) ? (share(row) - (means[row.stratum - 1] ?? 0)) ** 2 : 0),
    },
    {
      heading: h.silentFollowed,
      style: 'gbp',
      note: 'Silent spend that round 3 follows: in the chain method that of local suppliers only.',
      formula: `IF(AND(Is_Chain=1,${here(h.local)}<>"Yes"),0,${here(h.silent)})`,
      value: (row) => (chain && !row.local ? 0 : silent(row)),
    },
  ];
  return formulaColumns(columns, facts.suppliers);
}
