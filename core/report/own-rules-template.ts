import { ownRulesLayout } from '../procurement/own-rules-sheet.ts';
import type { CellSpec, WorkbookSpec } from './workbook-spec.ts';

const emptyBands = 12;

/** An empty worksheet for an organisation's contract procedure rules; `route --own-rules` reads it back. */
export function ownRulesTemplate(): WorkbookSpec {
  const { sheet, details, columns, vatWords } = ownRulesLayout;
  const labels = Object.values(details);
  const firstDetail = 4;
  const headingRow = firstDetail + labels.length + 1;
  const vatRow = firstDetail + labels.indexOf(details.vatBasis);
  const notes: Readonly<Record<string, string>> = {
    upTo: 'The band reaches up to this amount. Leave it empty in the last band.',
    quotes: 'How many quotes or tenders you ask for. 0 or 1 lets one provider be asked.',
    how: 'For example: written quotes, open advert, waiver form.',
    approval: 'Who has to approve.',
  };
  const blank = (): CellSpec[] =>
    columns.map(({ key }) => ({ value: null, style: key === 'upTo' ? 'inputGbp' : 'input' }));
  return {
    title: 'Own contract procedure rules',
    sheets: [
      {
        name: sheet,
        widths: [26, 44, 44, 50],
        cells: [
          { address: 'A1', value: sheet, style: 'title' },
          {
            address: 'A2',
            value:
              'What your organisation asks of itself. It is shown beside the law and never instead of it.',
            style: 'subtitle',
          },
          ...labels.flatMap((label, index) => [
            { address: `A${firstDetail + index}`, value: label, style: 'label' as const },
            { address: `B${firstDetail + index}`, value: null, style: 'input' as const },
          ]),
        ],
        tables: [
          {
            name: 'OwnRuleBands',
            row: headingRow,
            column: 1,
            headings: columns.map(({ key, heading }) => ({ text: heading, note: notes[key] ?? '' })),
            rows: Array.from({ length: emptyBands }, blank),
          },
        ],
        validations: [
          {
            range: `B${vatRow}`,
            rule: { kind: 'list', choices: Object.values(vatWords) },
            message: 'Choose whether the amounts include VAT.',
          },
        ],
        freeze: { rows: headingRow, columns: 0 },
      },
    ],
    names: [],
  };
}
