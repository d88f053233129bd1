import type { Source } from '../explain/explained.ts';
import type { ThresholdRow } from '../procurement/schema.ts';
import {
  type Authority,
  type ContractType,
  describeAmount,
  describeRow,
  periodOf,
  type RowOnDate,
  thresholdOn,
  thresholdsHeldUntil,
} from '../procurement/thresholds.ts';
import { formatDate } from '../units/calendar.ts';
import { formatPounds } from '../units/format.ts';
import { findAmounts } from './amounts.ts';
import { notAdvice, regimeOn } from './law-lines.ts';

/** Figures from the table of thresholds, with the rows as sources. */
export interface ThresholdAnswer {
  readonly text: string;
  readonly sources: readonly Source[];
}

/** A threshold asked about, not one that something is below or above of. */
const asksForThreshold = /(?<!\b(?:below|under|above|over|beneath|sub)[ -](?:the )?)\bthresholds?\b/i;
/** Words beside an amount that make it a question of procurement. */
const asksWhetherToTender =
  /\b(tender(ed|ing)?|procure(ment)?|advertise[ds]?|quotes?|compete[ds]?|competition|direct(ly)? award(ed)?|award(ed)? direct(ly)?|go out to|threshold)\b/i;
/** Thresholds of taxes and incomes are not held. */
const otherThreshold =
  /\b((vat|tax|income|earnings|pay|salary|benefit|charity|audit|registration|council tax|inheritance|confidence|response)( (registration|rate))? thresholds?|thresholds? (for|of) (vat|tax|charit\w+|registration|income tax))\b/i;
/** Duties with an amount of their own have passages of their own. */
const ownAmount =
  /\b(social value|subsid\w*|state aid|notice|kpi|indicators?|pipeline|undervalue|scot\w+|wales|welsh|northern ireland|report)\b/i;
const question =
  /\b(what|whats|which|how much|how big|when|is|are|was|were|do|does|can|must|need|tell|give)\b|\?/i;

const typePatterns: readonly (readonly [ContractType, RegExp])[] = [
  [
    'light_touch',
    /\b(light ?-?touch|social care|care services?|youth|community services?|education|health|befriending|lunch club)\b/i,
  ],
  ['works', /\b(works|construction|building (work|works|contract)|refurbish\w*)\b/i],
  ['concession', /\bconcessions?\b/i],
  [
    'goods_services',
    /\b(goods|supplies|ordinary services?|other services?|services? contracts?|(?<!touch |care |community |education |health )services?|cleaning|grounds maintenance|it|consultancy|sub-?central)\b/i,
  ],
];
const central = /\b(central|central government|government department|ministry|nhs|whitehall)\b/i;
const inYear = /\b(20(?:1[5-9]|2\d|3\d))\b/;

/**
 * Answers "what is the threshold for ..." and "do we have to tender £..." from the table of
 * thresholds, for the day or year that is asked about. Undefined for anything else.
 *
 * @param today date as YYYY-MM-DD
 */
export function thresholdAnswer(text: string, today: string | undefined): ThresholdAnswer | undefined {
  if (otherThreshold.test(text) || ownAmount.test(text)) return undefined;
  const [amount] = findAmounts(text).filter(({ kind }) => kind === 'money');
  const forAmount = amount !== undefined && asksWhetherToTender.test(text) && question.test(text);
  if (!forAmount && !(asksForThreshold.test(text) && isProcurement(text))) return undefined;
  const day = dayOf(text, today);
  const authority: Authority = central.test(text) ? 'central' : 'sub-central';
  const rows = typesIn(text).flatMap((type) => thresholdOn(day.date, authority, type) ?? []);
  if (rows.length === 0) return undefined;
  const lines = [
    forAmount
      ? amountSentence(withVat(amount.value, text), rows, day)
      : figuresSentence(rows, authority, day.words),
    ...rows.map(({ row }) => `Threshold row: ${describeAmount(row)} (${describeRow(row)}${markWords(row)}).`),
    `The value is the most that could be paid over the whole life, options and linked needs included; at the figure itself it counts as above. Law tested: England, ${regimeOn(day.date)}${day.date > thresholdsHeldUntil ? '; figures for this date are not set yet, these are the last held' : ''}.`,
    notAdvice,
  ];
  return { text: lines.join('\n\n'), sources: rows.map(sourceOf) };
}

const exVat = /\b(ex|excl|excluding|without|plus|net of)\.? ?vat\b|\+ ?vat\b/i;
const inclVat = /\b(inc|incl|including|with)\.? ?vat\b/i;
/** General knowledge: the standard rate since 2011. */
const standardRate = 0.2;

/** The amount to test and the words for how VAT was taken. */
export function withVat(amount: number, text: string): { value: number; note: string } {
  if (exVat.test(text)) {
    const value = Number((amount * (1 + standardRate)).toPrecision(15));
    return { value, note: ' (with VAT at 20%, if the supply carries it)' };
  }
  return { value: amount, note: inclVat.test(text) ? ' including VAT' : ', read as including VAT,' };
}

/** A threshold is ours when a kind of contract, a kind of buyer, a year or buying itself is named. */
function isProcurement(text: string): boolean {
  return (
    typePatterns.some(([, pattern]) => pattern.test(text)) ||
    central.test(text) ||
    inYear.test(text) ||
    /\b(procure\w*|tender\w*|contracts?|council|buy\w*|purchas\w*|find a tender|procurement act|pcr)\b/i.test(
      text,
    )
  );
}

export function typesIn(text: string): ContractType[] {
  const named = typePatterns.filter(([, pattern]) => pattern.test(text)).map(([type]) => type);
  return named.length > 0 ? named : ['goods_services', 'light_touch', 'works'];
}

export function dayOf(text: string, today: string | undefined): { date: string; words: string } {
  const year = inYear.exec(text)?.[1];
  if (year !== undefined && year !== today?.slice(0, 4))
    return { date: `${year}-07-01`, words: `In ${year}` };
  if (today !== undefined) return { date: today, words: `On ${formatDate(today)}` };
  return { date: thresholdsHeldUntil, words: 'In the last period that is held' };
}

export const typeWords: Readonly<Record<string, string>> = {
  goods_services: 'goods and ordinary services',
  light_touch: 'light touch services',
  works: 'works',
  concession: 'concessions',
};

function figuresSentence(rows: readonly RowOnDate[], authority: Authority, when: string): string {
  const figures = rows.map(({ row }) => `${describeAmount(row)} for ${typeWords[row.contract_type] ?? ''}`);
  const whose = authority === 'central' ? 'central government and NHS bodies' : 'a council';
  return `${when} the ${rows.length === 1 ? 'threshold' : 'thresholds'} for ${whose}: ${figures.join('; ')}.`;
}

/** From when, and from what value with VAT, a council publishes notices of small contracts: PA 2023 s.87. */
const noticesFrom = { date: '2025-02-24', amount: 30_000 };

function noticeRule(value: number, date: string): string {
  if (date < noticesFrom.date) return '';
  const amount = formatPounds(noticesFrom.amount);
  return value < noticesFrom.amount
    ? ` Under ${amount} a council need not publish a notice either.`
    : ` From ${amount} a council publishes a notice before any open advert, and a contract details notice after signing (Procurement Act 2023, s.87).`;
}

function amountSentence(
  { value, note }: { value: number; note: string },
  rows: readonly RowOnDate[],
  { words: when, date }: { readonly words: string; readonly date: string },
): string {
  const sides = rows.map(({ row }) => {
    const side = value >= row.amount_gbp ? 'at or above' : 'below';
    return `${side} the threshold for ${typeWords[row.contract_type] ?? ''}, ${formatPounds(row.amount_gbp)}`;
  });
  const below = rows.some(({ row }) => value < row.amount_gbp);
  const rule = below
    ? ` Below it no statute makes you compete; your own contract procedure rules may ask for quotes.${noticeRule(value, date)}`
    : ' From there on competition is the normal way, with closed exceptions.';
  return `${when} ${formatPounds(value)}${note} is ${sides.join('; ')}.${rule} The route adviser, localpound route, lists the routes that are open.`;
}

const markWords = ({ verified, note }: ThresholdRow): string =>
  verified === 'verified' ? '' : `; ${verified}${note === '' ? '' : `: ${note}`}`;

export function sourceOf({ row }: RowOnDate): Source {
  const source: Source = {
    title: row.legal_basis,
    place: `${typeWords[row.contract_type] ?? row.contract_type}, ${periodOf(row)}`,
    verified: row.verified === 'verified',
  };
  return row.source.startsWith('http') ? { ...source, link: row.source } : source;
}
