import { cellAddress } from '../../workbook/cell.ts';
import type {
  CellSpec,
  CellStyle,
  CellValue,
  PlacedCell,
  SheetSpec,
  TableSpec,
  ValidationSpec,
} from '../workbook-spec.ts';

/** Row of the headings on every input sheet; the title and a sentence stand above. */
export const headingRow = 4;
/** Validation reaches this far below the last filled row, for lines added later. */
const roomBelow = 5000;

/** One column of an input table: what stands in it, how it looks, and what may be typed. */
export interface InputColumn<Row> {
  readonly heading: string;
  readonly note: string;
  readonly style: CellStyle;
  readonly width: number;
  readonly value: (row: Row) => CellValue | undefined;
  readonly rule?: ValidationSpec['rule'];
  readonly message?: string;
}

export const yesNo = { kind: 'list', choices: ['Yes', 'No'] } as const;
export const positive = { kind: 'decimal', from: 0, to: 1e13 } as const;
export const money = { kind: 'decimal', from: -1e13, to: 1e13 } as const;
export const share = { kind: 'decimal', from: 0, to: 1 } as const;
export const oneOf = (words: Readonly<Record<string, string>> | readonly string[]) =>
  ({ kind: 'list', choices: Object.values(words) }) as const;
export const shareMessage = 'Enter a percentage from 0% to 100%.';
export const choiceMessage = 'Choose one from the list.';

type Described<Row> = Omit<InputColumn<Row>, 'heading'>;

/** The columns that the reader knows, each described here: one that is forgotten does not compile. */
export function columnsOf<Key extends string, Row>(
  specs: readonly { readonly key: Key; readonly heading: string }[],
  described: Record<Key, Described<Row>>,
): InputColumn<Row>[] {
  return specs.map(({ key, heading }) => ({ heading, ...described[key] }));
}

/** Columns that the report adds to an input table, with their cells. */
export type MoreColumns = Pick<TableSpec, 'headings' | 'rows'>;

/** An input sheet that is one table. */
export function inputSheet<Row>(
  named: {
    readonly name: string;
    readonly title: string;
    readonly subtitle: string;
    readonly table: string;
  },
  columns: readonly InputColumn<Row>[],
  rows: readonly Row[],
  more?: MoreColumns,
): SheetSpec {
  const body = rows.map((row, index): CellSpec[] => [
    ...columns.map(({ style, value }) => ({ style, value: emptyAsNull(value(row)) })),
    ...(more?.rows[index] ?? []),
  ]);
  const headings = [
    ...columns.map(({ heading, note }) => ({ text: heading, note })),
    ...(more?.headings ?? []),
  ];
  return {
    ...inputPage(named.name, named.title, named.subtitle, [
      ...columns.map(({ width }) => width),
      ...(more?.headings ?? []).map(() => 18),
    ]),
    tables: [{ name: named.table, row: headingRow, column: 1, headings, rows: body }],
    validations: columns.flatMap(({ rule, message = choiceMessage }, index) =>
      rule ? [columnRule(index, headingRow + rows.length + roomBelow, rule, message)] : [],
    ),
  };
}

/** The name, title and sentence of an input sheet. */
export function inputPage(
  name: string,
  title: string,
  subtitle: string,
  widths: number[],
): Pick<SheetSpec, 'name' | 'widths' | 'cells' | 'freeze'> {
  const cells: PlacedCell[] = [
    { address: 'A1', value: title, style: 'title' },
    { address: 'A2', value: subtitle, style: 'subtitle' },
  ];
  return { name, widths, cells, freeze: { rows: headingRow, columns: 1 } };
}

const emptyAsNull = (value: CellValue | undefined): CellValue =>
  value === undefined || value === '' ? null : value;

function columnRule(
  index: number,
  end: number,
  rule: ValidationSpec['rule'],
  message: string,
): ValidationSpec {
  return { range: `${cellAddress(index, headingRow + 1)}:${cellAddress(index, end)}`, rule, message };
}
