import { formatDate } from '../units/calendar.ts';
import { formatPounds } from '../units/format.ts';
import { thresholdRows } from './data.ts';
import type { ThresholdRow } from './schema.ts';

/** The kinds of contract that have a threshold of their own. */
export type ContractType =
  | 'goods_services'
  | 'light_touch'
  | 'works'
  | 'concession'
  | 'light_touch_concession';
/** Central government and NHS bodies have lower thresholds for goods and services than others. */
export type Authority = 'central' | 'sub-central';

/** A row in force on a date, or the last one before it. */
export interface RowOnDate {
  readonly row: ThresholdRow;
  /** True when the date lies after the last period that is held. */
  readonly expired: boolean;
}

/** The last day for which thresholds are held: what applies later has not been set. */
export const thresholdsHeldUntil = '2027-12-31';

const covers = (row: ThresholdRow, date: string): boolean =>
  row.valid_from <= date && (row.valid_to === null || date <= row.valid_to);

/**
 * The row that a date, an authority and a kind of contract fall under. After the last period held,
 * the last row with `expired`. Undefined where none was ever held, such as concessions before 2016.
 */
export function thresholdOn(
  date: string,
  authority: Authority,
  contractType: ContractType,
): RowOnDate | undefined {
  const rows = thresholdRows().filter(
    (row) =>
      row.kind === 'threshold' &&
      row.contract_type === contractType &&
      (row.authority === 'all' || row.authority === authority),
  );
  const row = rows.find((candidate) => covers(candidate, date));
  if (row !== undefined) return { row, expired: false };
  const last = rows.findLast((candidate) => candidate.valid_to !== null && candidate.valid_to < date);
  return date > thresholdsHeldUntil && last !== undefined ? { row: last, expired: true } : undefined;
}

/** The amount at which one duty is switched on, on a date. Pounds. */
export function triggerOn(
  date: string,
  contractType: string,
  authority?: Authority,
): ThresholdRow | undefined {
  return thresholdRows().find(
    (row) =>
      row.kind === 'trigger' &&
      row.contract_type === contractType &&
      covers(row, date) &&
      (authority === undefined || row.authority === authority || row.authority === 'all'),
  );
}

const typeWords: Readonly<Record<string, string>> = {
  goods_services: 'goods and services',
  light_touch: 'light touch services',
  works: 'works',
  concession: 'concessions',
  light_touch_concession: 'light touch concessions',
  defence_security_other: 'defence and security',
};

const authorityWords: Readonly<Record<ThresholdRow['authority'], string>> = {
  all: 'all authorities',
  central: 'central government and NHS bodies',
  'sub-central': 'councils and other sub-central authorities',
  utility: 'utilities',
  council: 'councils',
};

export const vatWords: Readonly<Record<ThresholdRow['vat_basis'], string>> = {
  incl: 'including VAT',
  excl: 'without VAT',
  na: 'VAT does not come into it',
};

/** The period of a row in words. */
export function periodOf({ valid_from, valid_to }: ThresholdRow): string {
  return valid_to === null
    ? `from ${formatDate(valid_from)}`
    : `${formatDate(valid_from)} to ${formatDate(valid_to)}`;
}

/** The row in one line: law, who, what, and when. */
export function describeRow(row: ThresholdRow): string {
  const type = typeWords[row.contract_type] ?? row.contract_type.replaceAll('_', ' ');
  return `${row.legal_basis}: ${type}, ${authorityWords[row.authority]}, ${periodOf(row)}`;
}

/** Amount with its VAT basis: `£663,540 including VAT`. */
export function describeAmount(row: ThresholdRow): string {
  return `${formatPounds(row.amount_gbp)} ${vatWords[row.vat_basis]}`;
}
