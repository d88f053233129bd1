import { shippedGva } from '../../core/enabled/reference.ts';
import type { Cell, Row, Sheet } from '../../core/workbook/cell.ts';
import { cellAddress } from '../../core/workbook/cell.ts';
import { makeXlsx } from './make-xlsx.ts';

/**
 * Tables laid out as ONS publishes them (titles, notes, headings over several lines, units below them,
 * a row for each code and year). The figures are ours: those that ship, times a factor.
 */

const sheetOf = (name: string, rows: readonly (readonly Cell[])[]): Sheet => ({
  name,
  rows: rows.map((cells, index): Row => ({ number: index + 1, cells })),
});

export interface SurveyTable {
  readonly year?: number;
  /** GVA of each code is what ships times this. */
  readonly factor?: (code: string) => number;
  /** `£ million` */
  readonly unit?: string;
  readonly leaveOut?: readonly string[];
  /** What stands in place of the turnover of a code. */
  readonly turnover?: Readonly<Record<string, Cell>>;
}

/** The Annual Business Survey, "Sections A to S": an overview and a sheet for each section. */
export function businessSurvey({
  year = 2024,
  factor = () => 1,
  unit = '(£ million)',
  leaveOut = [],
  turnover = {},
}: SurveyTable = {}): Sheet[] {
  const { sections, divisions } = shippedGva();
  const head = (title: string): Cell[][] => [
    [`Table 1: Annual Business Survey, ${title}, UK, ${year} [note 1]`],
    ['Shorthand is used in this table; c = confidential information, low = a small figure.'],
    ['Return to table of contents'],
    [
      'Standard industrial classification\n(revised 2007) \nSection\nDivision',
      'Description',
      'Year',
      'Number of enterprises\n',
      'Total turnover',
      'Approximate gross value added at basic prices (aGVA)\n',
      'Total employment costs\n',
    ],
    ['SIC', 'Description', 'Year', '(number)', unit, unit, unit],
  ];
  const rowsOf = (
    code: string,
    written: string,
    title: string,
    row: (typeof sections.rows)[number] | (typeof divisions.rows)[number],
  ): Cell[][] => {
    if (leaveOut.includes(code)) return [];
    const [amount, gva] = [row.turnover_gbp_m, row.agva_gbp_m];
    const rows = [2019, year].map((each): Cell[] => [
      written,
      title,
      each,
      1000,
      each === year && code in turnover ? (turnover[code] ?? null) : (amount ?? 'c'),
      gva === null ? '[c]' : gva * (each === year ? factor(code) : 1),
      gva === null ? '[c]' : gva / 2,
    ]);
    return rows;
  };
  const covered = sections.rows.filter(({ gva_to_turnover_ratio: ratio }) => ratio !== null);
  const overview = covered.flatMap((row) =>
    row.section === 'ALL'
      ? rowsOf('ALL', 'A-S (Part) [note 1]', 'All covered', row)
      : rowsOf(
          row.section,
          'APQ'.includes(row.section) ? `${row.section} (Part) [note 1]` : `${row.section} `,
          row.title,
          row,
        ),
  );
  const own = covered
    .filter(({ section }) => section !== 'ALL')
    .map(({ section }) => {
      const inside = divisions.rows.filter((row) => row.section === section);
      return sheetOf(`Section ${section}`, [
        ...head(`Section ${section}`),
        ...inside.flatMap((row) => rowsOf(row.division, row.division, row.title, row)),
        ...inside.slice(0, 1).map((row): Cell[] => [`${row.division}.1`, 'A group', year, 10, 5, 2, 1]),
      ]);
    });
  return [
    sheetOf('Notes', [['Notes'], ['note 1', 'Section A covers a part.']]),
    sheetOf('Sections A to S', [...head('Sections A to S'), ...overview]),
    ...own,
  ];
}

export interface GvaTable {
  readonly year?: number;
  readonly factor?: (section: string) => number;
  readonly title?: string;
  readonly regions?: readonly (readonly [string, string])[];
  readonly leaveOut?: readonly string[];
}

const itl1: readonly (readonly [string, string])[] = [...'CDEFGHIJKLMN'].map((letter) => [
  `TL${letter}`,
  `Region ${letter}`,
]);

/** Imputed rent of owner-occupiers, GBP million: part of section L as it is published. */
export const imputedRent = 240_000;

/** Regional GVA (balanced) by industry at current prices: a row for each region and code, years as headings. */
export function regionalGva({
  year = 2023,
  factor = () => 1,
  title = 'Table 1c: ITL1 UK current price estimates, pounds million [note 2]',
  regions = [...itl1, ['TLB', 'England'], ['TLZ', 'Extra-Regio'], ['UK', 'United Kingdom']],
  leaveOut = [],
}: GvaTable = {}): Sheet {
  const { rows } = shippedGva().sections;
  const sections = rows.filter(({ section }) => section !== 'ALL' && !leaveOut.includes(section));
  const amounts = sections.map((row): readonly [string, string, number] => [
    `${row.section} (1-99)`,
    row.title,
    row.gva_gbp_m * factor(row.section) + (row.section === 'L' ? imputedRent : 0),
  ]);
  const total = amounts.reduce((sum, [, , amount]) => sum + amount, 0);
  const lines: readonly (readonly [string, string, number])[] = [
    ['Total', 'All industries', total],
    ['A-E', 'Production sector', 1],
    ...amounts,
    ['68IMP', "Owner-occupiers' imputed rental", imputedRent],
    ['2-3', 'Forestry and fishing', 5],
  ];
  return sheetOf('Table 1c', [
    [title],
    ['ITL region code', 'ITL region name', 'SIC07 code', 'SIC07 description', 1998, `${year - 1}`, `${year}`],
    ...regions.flatMap(([code, name]) =>
      lines.map(([sic, description, amount]): Cell[] => {
        const share = code.length > 2 && /^TL[C-N]/.test(code) ? amount / 12 : amount;
        return [code, name, sic, description, 1, share * 0.95, share];
      }),
    ),
  ]);
}

const xmlText = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');

/** The sheets as an .xlsx file. */
export function sheetsToXlsx(sheets: readonly Sheet[]): Uint8Array {
  const xml = ({ rows }: Sheet): string =>
    rows
      .map(({ number, cells }) => {
        const each = cells.map((cell, column) => {
          const at = cellAddress(column, number);
          if (cell === null) return '';
          return typeof cell === 'number'
            ? `<c r="${at}"><v>${cell}</v></c>`
            : `<c r="${at}" t="inlineStr"><is><t xml:space="preserve">${xmlText(String(cell))}</t></is></c>`;
        });
        return `<row r="${number}">${each.join('')}</row>`;
      })
      .join('');
  return makeXlsx({ sheets: Object.fromEntries(sheets.map((sheet) => [sheet.name, xml(sheet)])) });
}

/** The sheet as CSV below its title, numbers with thousands separators as ONS writes them. */
export function sheetToCsv({ rows }: Sheet): string {
  return rows
    .slice(1)
    .map(({ cells }, line) =>
      cells
        .map((cell) => {
          const text =
            typeof cell === 'number' && line > 0 ? Math.round(cell).toLocaleString('en-GB') : String(cell);
          return /[",\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
        })
        .join(','),
    )
    .join('\r\n');
}
