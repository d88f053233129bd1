import { cellText } from '../workbook/cell.ts';
import { isEmpty, shareOf, type TableRow, yesOrNo } from '../workbook/read-table.ts';
import {
  choice,
  defined,
  notNegative,
  oneOf,
  shareExpected,
  type WorkbookReading,
} from '../workbook/workbook-reading.ts';
import type { Lm3ProjectInput } from './project.ts';
import { payKindWords, staffSurveyItemWords } from './setting-words.ts';
import type { StaffSurveyItem } from './staff-survey.ts';
import { lm3Sheets, payrollColumns, staffSurveyColumns } from './workbook-layout.ts';

type Payroll = Lm3ProjectInput['payroll'];

const payExpected = 'pay in GBP of 0 or more';
const kindsOfPay = { staff: 'Staff', ...payKindWords } as const;

/** Pay by group, with the lines that stand apart; tax only where a cell of its column is filled. */
export function readPayroll(reading: WorkbookReading, payEntered: 'net' | 'gross' | undefined): Payroll {
  const pay = { local: 0, nonLocal: 0 };
  const tax = { local: 0, nonLocal: 0 };
  const extras: NonNullable<Payroll['extras']> = [];
  let hasTax = false;
  for (const row of reading.table(lm3Sheets.payroll, payrollColumns, true)) {
    if (!reading.isLine(row, 'group')) continue;
    const amount = reading.expect(row, 'pay', notNegative, payExpected) ?? 0;
    const kind =
      reading.optional(row, 'kind', (cell) => choice(cell, kindsOfPay), oneOf(kindsOfPay)) ?? 'staff';
    const livesAnywhere = kind === 'employerPension' || kind === 'employerNationalInsurance';
    const local = livesAnywhere ? false : (reading.expect(row, 'local', yesOrNo, 'Yes or No') ?? false);
    if (kind !== 'staff') {
      extras.push({ name: cellText(row.cell('group')), kind, amount, local });
      continue;
    }
    const group = local ? 'local' : 'nonLocal';
    pay[group] += amount;
    const ownTax = reading.optional(row, 'tax', notNegative, 'tax in GBP of 0 or more');
    if (ownTax === undefined) continue;
    hasTax = true;
    tax[group] += ownTax;
  }
  return { ...pay, extras, ...(hasTax ? { tax } : {}), ...(payEntered ? { entered: payEntered } : {}) };
}

type StaffAnswers = NonNullable<Lm3ProjectInput['staffSurvey']>;

/** The answers to the staff survey: one line each, or one line for each item that an answer lists. */
export function readStaffSurvey(reading: WorkbookReading): StaffAnswers {
  const answers = new Map<string, StaffAnswers[number]>();
  for (const row of reading.table(lm3Sheets.staffSurvey, staffSurveyColumns, false)) {
    if (!reading.isLine(row, 'answer')) continue;
    const name = cellText(row.cell('answer'));
    const before = answers.get(name);
    const local =
      before && isEmpty(row.cell('local'))
        ? before.local
        : (reading.expect(row, 'local', yesOrNo, 'Yes or No') ?? false);
    const pay = reading.optional(row, 'pay', notNegative, payExpected) ?? before?.pay;
    const respendShare =
      reading.optional(row, 'respendShare', shareOf, shareExpected) ?? before?.respendShare;
    const item = readItem(reading, row);
    answers.set(name, {
      answer: name,
      local,
      ...defined({ pay, respendShare }),
      ...(item || before?.items ? { items: [...(before?.items ?? []), ...(item ? [item] : [])] } : {}),
    });
  }
  return [...answers.values()];
}

type SurveyRow = TableRow<(typeof staffSurveyColumns)[number]['key']>;

function readItem(
  reading: WorkbookReading,
  row: SurveyRow,
): { item: StaffSurveyItem; amount: number; localShare: number } | undefined {
  if (isEmpty(row.cell('item'))) return undefined;
  const item = reading.expect(
    row,
    'item',
    (cell) => choice(cell, staffSurveyItemWords),
    oneOf(staffSurveyItemWords),
  );
  const amount = reading.expect(row, 'amount', notNegative, 'an amount in GBP of 0 or more');
  const localShare = reading.expect(row, 'localShare', shareOf, shareExpected);
  return item === undefined || amount === undefined || localShare === undefined
    ? undefined
    : { item, amount, localShare };
}
