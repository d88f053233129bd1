import { cellAddress } from '../workbook/cell.ts';
import type { DecisionRecord, RecordSection } from './decision-record.ts';
import type { CellStyle, PlacedCell, SheetSpec, WorkbookSpec } from './workbook-spec.ts';

/** Where each section goes: one sheet to sign, others to look things up. */
const sheetOf: Readonly<Record<string, string>> = {
  'Facts given': 'Facts',
  'Doubts about the facts': 'Facts',
  'Law tested': 'Law',
  'What holds whatever the route': 'Law',
  'Conditions to meet': 'Conditions and records',
  'Records to keep': 'Conditions and records',
  'Routes considered': 'Routes considered',
  'What would change the order': 'Routes considered',
};
const mainSheet = 'Decision record';
const order = [mainSheet, 'Conditions and records', 'Facts', 'Law', 'Routes considered'];

/** Widths by the widest table of a sheet. */
const widths: Readonly<Record<string, readonly number[]>> = {
  [mainSheet]: [44, 100],
  'Conditions and records': [80, 70],
  Facts: [50, 60, 50, 60],
  Law: [8, 80, 50, 50],
  'Routes considered': [8, 50, 12, 8, 70, 44, 60],
};

/** The decision record as a workbook: coloured cells are for people to fill in. */
export function decisionRecordWorkbook(record: DecisionRecord): WorkbookSpec {
  return {
    title: record.title,
    sheets: order.map((name) => sheet(record, name)),
    names: [],
  };
}

function sheet(record: DecisionRecord, name: string): SheetSpec {
  const sections = record.sections.filter(({ heading }) => (sheetOf[heading] ?? mainSheet) === name);
  const placed: PlacedCell[] = [
    { address: 'A1', value: name === mainSheet ? record.title : name, style: 'title' },
    { address: 'A2', value: record.subtitle, style: 'subtitle' },
  ];
  let row = 4;
  for (const section of sections) row = place(placed, section, row, record, widths[name] ?? []);
  return {
    name,
    widths: widths[name] ?? [],
    cells: placed,
    tables: [],
    validations: [],
    freeze: { rows: 2, columns: 0 },
  };
}

const narrow = 20;

/** Puts a section from a row on and gives the row where the next one starts. */
function place(
  cells: PlacedCell[],
  section: RecordSection,
  first: number,
  record: DecisionRecord,
  columnWidths: readonly number[],
): number {
  let row = first;
  const put = (column: number, value: string, style: CellStyle): void => {
    cells.push({ address: cellAddress(column, row), value: value === '' ? null : value, style });
  };
  // A narrow first column is for numbers and rules: the heading stands beside it.
  const headingColumn = (columnWidths[0] ?? 0) < narrow ? 1 : 0;
  columnWidths.forEach((_width, column) => {
    put(column, column === headingColumn ? section.heading : '', 'heading');
  });
  row += 1;
  for (const line of section.lines) {
    const [label, text] = typeof line === 'string' ? ['', line] : line;
    put(0, label, 'label');
    put(1, text, 'text');
    row += 1;
  }
  if (section.table !== undefined) {
    section.table.headings.forEach((heading, column) => {
      put(column, heading, 'label');
    });
    row += 1;
    for (const tableRow of section.table.rows) {
      tableRow.forEach((value, column) => {
        put(column, value, value === '' && column === tableRow.length - 1 ? 'input' : 'text');
      });
      row += 1;
    }
  }
  const filled = new Map<string, string>();
  for (const [label, value] of section.blanks ?? []) {
    put(0, label, 'label');
    put(1, value, 'input');
    filled.set(label, cellAddress(1, row));
    row += 1;
  }
  if (section.heading === 'Limit by place') {
    cells.push(...inTime(row, filled, record));
    row += 1;
  }
  return row + 1;
}

/** Whether the decision came before the invitation, worked out in the workbook as the dates are typed in. */
function inTime(row: number, filled: ReadonlyMap<string, string>, record: DecisionRecord): PlacedCell[] {
  const decided = filled.get('Date of the decision to limit by place') ?? '';
  const invited = filled.get('Date of the first invitation or notice') ?? '';
  const day = (address: string): string => `DATEVALUE(TEXT(${address},"yyyy-mm-dd"))`;
  const words = {
    none: 'fill in both dates',
    early: 'decided before the invitation',
    late: 'too late: not before the invitation',
  };
  const value =
    record.decisionDate === '' || record.invitedOn === ''
      ? words.none
      : record.decisionDate < record.invitedOn
        ? words.early
        : words.late;
  return [
    { address: cellAddress(0, row), value: 'Decided before the invitation?', style: 'label' },
    {
      address: cellAddress(1, row),
      value,
      formula: `IF(OR(${decided}="",${invited}=""),"${words.none}",IF(${day(decided)}<${day(invited)},"${words.early}","${words.late}"))`,
      style: 'check',
    },
  ];
}
