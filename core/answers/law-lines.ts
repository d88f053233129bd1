import type { Mark, Nation } from '../procurement/schema.ts';
import {
  type ContractType,
  describeAmount,
  describeRow,
  type RowOnDate,
  thresholdOn,
  thresholdsHeldUntil,
} from '../procurement/thresholds.ts';
import { formatDate } from '../units/calendar.ts';
import { formatPounds } from '../units/format.ts';

/** What an answer on a question of law has to show beside its words. */
export interface PassageLaw {
  /** The body with `{light_touch}` and the like where the figure of the day goes. */
  readonly text: string;
  readonly mark: Mark;
  readonly verified: boolean;
  readonly unverified: readonly string[];
  /** Rows to show, in force on the date asked about. */
  readonly thresholds: readonly ('goods_services' | 'light_touch' | 'works' | 'concession')[];
  readonly nations: readonly Nation[];
  readonly validFrom: string | null;
  readonly validTo: string | null;
  /** True when it also rests on the health regime. */
  readonly health: boolean;
}

export const notAdvice = 'This is general information, not legal advice.';

/** The day that figures are taken from where nobody said what day it is: one of the last period held. */
const withoutDate = thresholdsHeldUntil;

/** The body with the figures of a day, or of the last period held. */
export function figuresOn(text: string, today: string = withoutDate): string {
  return text.replace(/\{(goods_services|light_touch|works|concession)\}/g, (_token, type: ContractType) => {
    const found = thresholdOn(today, 'sub-central', type);
    return found === undefined ? 'the threshold of the day' : formatPounds(found.row.amount_gbp);
  });
}

/** The regime that a purchase begun on a date falls under in England. */
export function regimeOn(date: string): string {
  return date >= '2025-02-24' ? 'Procurement Act 2023' : 'Public Contracts Regulations 2015';
}

/**
 * The lines under an answer of law: date tested and regime, whether it is in force, the threshold rows
 * with their VAT basis, what is not verified, and that it is no advice.
 */
export function lawLines(laws: readonly PassageLaw[], today: string | undefined): string[] {
  const date = today ?? withoutDate;
  const types = [...new Set(laws.flatMap(({ thresholds }) => thresholds))];
  const rows = types.flatMap((type) => thresholdOn(date, 'sub-central', type) ?? []);
  const unverified = laws.flatMap((law) => unverifiedWords(law));
  return [
    [testedWords(laws, today), ...laws.flatMap((law) => forceWords(law, date))].join(' '),
    ...(rows.length > 0
      ? [
          `${rows.length === 1 ? 'Threshold row' : 'Threshold rows'}, councils: ${rows.map(rowWords).join('; ')}.`,
        ]
      : []),
    [...unverified, notAdvice].join(' '),
  ];
}

function testedWords(laws: readonly PassageLaw[], today: string | undefined): string {
  const when =
    today === undefined ? 'no date was given; figures are of the last period held' : formatDate(today);
  const health = laws.some((law) => law.health) ? '; health care: Provider Selection Regime 2023' : '';
  return `Law tested: ${nationWords(laws)}, ${when}, ${regimeOn(today ?? withoutDate)}${health}.`;
}

const names: Readonly<Record<Nation, string>> = {
  england: 'England',
  wales: 'Wales',
  scotland: 'Scotland',
  ni: 'Northern Ireland',
};

function nationWords(laws: readonly PassageLaw[]): string {
  const nations = laws.flatMap((law) => law.nations);
  if (nations.length === 0 || nations.includes('england')) return names.england;
  return [...new Set(nations)].map((nation) => names[nation]).join(' and ');
}

function forceWords({ validFrom, validTo }: PassageLaw, date: string): string[] {
  if (validFrom !== null && date < validFrom)
    return [`On that day it was not in force: it began on ${formatDate(validFrom)}.`];
  if (validTo !== null && date > validTo) {
    return [`It ended for new procurements on ${formatDate(validTo)}; those begun earlier stay under it.`];
  }
  return [];
}

function rowWords({ row, expired }: RowOnDate): string {
  const mark = row.verified === 'verified' ? '' : `, ${row.verified}`;
  return `${describeAmount(row)} (${describeRow(row)}${mark})${expired ? ', the last row held' : ''}`;
}

function unverifiedWords({ mark, verified, unverified }: PassageLaw): string[] {
  const points = unverified.length > 0 ? `: ${unverified.join('; ')}` : '';
  if (verified) return points === '' ? [] : [`Not confirmed${points}.`];
  return mark === 'I'
    ? [`Our own reading in part, not verified${points}.`]
    : [`Not verified in full${points}.`];
}
