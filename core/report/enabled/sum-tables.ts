import { authorityName } from '../../enabled/double-counting.ts';
import { tenantMethodWords as words } from '../../enabled/method-words.ts';
import type {
  AnchorResult,
  AuthorityResult,
  Confidence,
  EnabledResult,
  Scope,
} from '../../enabled/result.ts';
import { same } from '../formulas/same-or-changed.ts';
import { type FormulaColumn, formulaColumns } from '../formulas/table-parts.ts';
import { titleCells } from '../list-sheet.ts';
import type { SheetSpec } from '../workbook-spec.ts';
import { bothSame, confidenceNames, countsHeading, tenantHelper, tenantsTable } from './tenant-formulas.ts';

const { whole } = tenantsTable;
const firstRow = 5;
const headingRow = firstRow - 1;

type Sum = Pick<
  AnchorResult,
  'name' | 'fte' | 'gvaGbp' | 'fteLow' | 'fteHigh' | 'gvaLow' | 'gvaHigh' | 'confidence'
>;

/** A sheet whose check cells are counted on the first sheet. */
export interface CheckedSheet {
  readonly sheet: SheetSpec;
  readonly checks: { readonly range: string; readonly count: number };
}

/** The columns that hold where a row is a sum over tenants. */
interface SumKind<Row extends Sum> {
  readonly scope: Scope;
  /** The heading beside the tenants that says which row they belong to, and the cell of the row with it. */
  readonly belongs: string;
  readonly letter: string;
  readonly rows: readonly Row[];
}

const rowOf = <Row extends Sum>({ rows }: SumKind<Row>, row: Row): number => firstRow + rows.indexOf(row);

function sumColumn<Row extends Sum>(
  kind: SumKind<Row>,
  figure: 'fte' | 'gva',
  heading: string,
  of: string,
  value: (row: Row) => number,
): FormulaColumn<Row> {
  return {
    heading,
    style: figure === 'fte' ? 'ratio' : 'gbp',
    formula: (row) =>
      `SUMIFS(${whole(of)},${whole(kind.belongs)},${kind.letter}${rowOf(kind, row)},${whole(countsHeading(figure, kind.scope))},1)`,
    value,
  };
}

/** How many tenants of a row hold a word in a column. */
const tally = <Row extends Sum>(kind: SumKind<Row>, row: Row, heading: string, word: string): string =>
  `SUMIFS(${whole(tenantHelper.isTenant)},${whole(kind.belongs)},${kind.letter}${rowOf(kind, row)},${whole(heading)},"${word}")`;

const all = <Row extends Sum>(kind: SumKind<Row>, row: Row): string =>
  `SUMIFS(${whole(tenantHelper.isTenant)},${whole(kind.belongs)},${kind.letter}${rowOf(kind, row)})`;

/** The published Table 1, live: authority, anchor, FTE and GVA, each with its method, and confidence. */
export function anchorSheet({ anchors }: EnabledResult): CheckedSheet {
  const h = tenantHelper;
  const kind: SumKind<AnchorResult> = {
    scope: 'anchor',
    belongs: 'Community anchor',
    letter: 'B',
    rows: anchors,
  };
  const confidence = (row: AnchorResult): string =>
    `IF(OR(${all(kind, row)}=0,${tally(kind, row, h.confidence, 'Low')}+${tally(kind, row, h.confidence, 'Not known')}>0),"Low",IF(${tally(kind, row, h.confidence, 'Moderate')}>0,"Moderate","High"))`;
  const counted = (row: AnchorResult): string =>
    [words.given, words.headcountByHours, words.headcount]
      .map((word) => tally(kind, row, h.fteMethod, word))
      .join('+');
  const columns: FormulaColumn<AnchorResult>[] = [
    { heading: 'Local authority', style: 'text', value: ({ authority }) => authority ?? '' },
    { heading: 'Community anchor', style: 'label', value: ({ name }) => name },
    sumColumn(kind, 'fte', 'Enabled employment (FTE)', h.fteResult, ({ fte }) => fte),
    {
      heading: 'How FTE was come by',
      style: 'text',
      formula: (row) =>
        `IF(${tally(kind, row, h.fteMethod, words.unknown)}=${all(kind, row)},"No workable data",IF(${counted(row)}=${all(kind, row)},"Primary data provided",IF(${counted(row)}>0,"Primary data partially provided","Calculation from partial primary data")))`,
      value: ({ fteMethod }) => fteMethod,
    },
    sumColumn(kind, 'gva', 'Enabled GVA (£)', h.gvaResult, ({ gvaGbp }) => gvaGbp),
    {
      heading: 'How GVA was come by',
      style: 'text',
      formula: (row) =>
        `IF(${tally(kind, row, h.gvaMethod, words.unknown)}=${all(kind, row)},"No workable data",IF(${tally(kind, row, h.gvaMethod, words.given)}=${all(kind, row)},"Primary data provided",IF(${tally(kind, row, h.gvaMethod, words.given)}+${tally(kind, row, h.gvaMethod, words.turnover)}>0,"Primary data partially provided","Calculation by ONS industry estimations")))`,
      value: ({ gvaMethod }) => gvaMethod,
    },
    {
      heading: 'Confidence',
      style: 'text',
      formula: confidence,
      value: (row) => confidenceNames[row.confidence],
    },
    ...rangeColumns(kind),
    bars('FTE as a bar', 'C', kind, ({ fte }) => fte),
    bars('GVA as a bar', 'E', kind, ({ gvaGbp }) => gvaGbp),
    ...checkColumns(kind, 'C', 'E'),
  ];
  return sumSheet(
    'By anchor',
    'ByAnchor',
    columns,
    anchors,
    [30, 40, 14, 32, 18, 36, 14, 12, 12, 18, 18, 26, 26, 14, 18, 14],
    'Each tenant counts once at an anchor. A tenant of several anchors counts once in the total, so that rows may add up to more; they may also not add up because of rounding.',
    'G',
    'P',
  );
}

/** Anchors by their authority. */
export function authoritySheet({ authorities, anchors }: EnabledResult): CheckedSheet {
  const kind: SumKind<AuthorityResult> = {
    scope: 'authority',
    belongs: tenantHelper.authority,
    letter: 'A',
    rows: authorities,
  };
  const byAnchor = (row: AuthorityResult, word: string): string => {
    const cells = anchors.flatMap((anchor, at) =>
      authorityName(anchor) === row.name ? [`'By anchor'!G${firstRow + at}="${word}"`] : [],
    );
    return `OR(${cells.join(',')})`;
  };
  const columns: FormulaColumn<AuthorityResult>[] = [
    { heading: 'Local authority', style: 'label', value: ({ name }) => name },
    sumColumn(kind, 'fte', 'Enabled employment (FTE)', tenantHelper.fteResult, ({ fte }) => fte),
    sumColumn(kind, 'gva', 'Enabled GVA (£)', tenantHelper.gvaResult, ({ gvaGbp }) => gvaGbp),
    {
      heading: 'Confidence',
      style: 'text',
      formula: (row) =>
        `IF(${byAnchor(row, 'Low')},"Low",IF(${byAnchor(row, 'Moderate')},"Moderate","High"))`,
      value: (row) => confidenceNames[row.confidence],
    },
    ...rangeColumns(kind),
    ...checkColumns(kind, 'B', 'C'),
  ];
  return sumSheet(
    'By authority',
    'ByAuthority',
    columns,
    authorities,
    [40, 14, 18, 14, 12, 12, 18, 18, 14, 18, 14],
    'Each tenant counts once in an authority.',
    'D',
    'K',
  );
}

function rangeColumns<Row extends Sum>(kind: SumKind<Row>): FormulaColumn<Row>[] {
  const h = tenantHelper;
  return [
    sumColumn(kind, 'fte', 'FTE, low', h.fteLow, ({ fteLow }) => fteLow),
    sumColumn(kind, 'fte', 'FTE, high', h.fteHigh, ({ fteHigh }) => fteHigh),
    sumColumn(kind, 'gva', 'GVA, low (£)', h.gvaLow, ({ gvaLow }) => gvaLow),
    sumColumn(kind, 'gva', 'GVA, high (£)', h.gvaHigh, ({ gvaHigh }) => gvaHigh),
  ];
}

function checkColumns<Row extends Sum>(kind: SumKind<Row>, fte: string, gva: string): FormulaColumn<Row>[] {
  const [fteThen, gvaThen] = kind.scope === 'anchor' ? ['N', 'O'] : ['I', 'J'];
  return [
    { heading: 'FTE when this report was made', style: 'ratio', value: (row) => row.fte },
    { heading: 'GVA when this report was made (£)', style: 'gbp', value: (row) => row.gvaGbp },
    {
      heading: 'Now',
      style: 'check',
      formula: (row) => {
        const at = rowOf(kind, row);
        return bothSame(`${fte}${at}`, `${fteThen}${at}`, `${gva}${at}`, `${gvaThen}${at}`);
      },
      value: () => same,
    },
  ];
}

const longestBar = 20;

/** A chart that every program shows and that moves with the figures: a bar of blocks in the cell. */
function bars<Row extends Sum>(
  heading: string,
  letter: string,
  kind: SumKind<Row>,
  value: (row: Row) => number,
): FormulaColumn<Row> {
  const most = Math.max(0, ...kind.rows.map(value));
  const range = `$${letter}$${firstRow}:$${letter}$${firstRow + Math.max(kind.rows.length, 1) - 1}`;
  return {
    heading,
    style: 'bar',
    formula: (row) =>
      `IF(MAX(${range})>0,REPT("█",ROUND(${longestBar}*${letter}${rowOf(kind, row)}/MAX(${range}),0)),"")`,
    value: (row) => (most > 0 ? '█'.repeat(Math.round((longestBar * value(row)) / most)) : ''),
  };
}

function sumSheet<Row extends Sum>(
  name: string,
  table: string,
  columns: readonly FormulaColumn<Row>[],
  rows: readonly Row[],
  widths: readonly number[],
  sentence: string,
  confidenceLetter: string,
  checkLetter: string,
): CheckedSheet {
  const last = firstRow + Math.max(rows.length, 1) - 1;
  return {
    checks: { range: `'${name}'!$${checkLetter}$${firstRow}:$${checkLetter}$${last}`, count: rows.length },
    sheet: {
      name,
      widths,
      cells: titleCells(name, sentence),
      tables: [{ name: table, row: headingRow, column: 1, ...formulaColumns(columns, rows) }],
      validations: [],
      looks: confidenceLooks(`${confidenceLetter}${firstRow}:${confidenceLetter}${last}`),
      freeze: { rows: headingRow, columns: 2 },
    },
  };
}

/** Colours beside the words: the published report's two blues, and amber for our own level. */
export function confidenceLooks(range: string): NonNullable<SheetSpec['looks']> {
  return (Object.keys(confidenceNames) as Confidence[]).map((level) => ({
    range,
    says: confidenceNames[level],
    look: level === 'unknown' ? 'low' : level,
  }));
}
