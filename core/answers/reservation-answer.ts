import { type RowOnDate, thresholdOn } from '../procurement/thresholds.ts';
import { formatPounds } from '../units/format.ts';
import { findAmounts } from './amounts.ts';
import { notAdvice, regimeOn } from './law-lines.ts';
import type { Passage } from './passage.ts';
import { dayOf, sourceOf, type ThresholdAnswer, typesIn, typeWords, withVat } from './threshold-answer.ts';

const limits =
  /\b(reserv\w+|only|restrict\w*|limit(ed|ing)?|exclusively|keep (it|this) (for|to)|ring-?fence\w*)\b/i;
const community =
  /\b(vcses?|vcs|chari(ty|ties)|social enterprises?|voluntary (groups?|organisations?|sector)|community (groups?|organisations?)|not[- ]for[- ]profits?|third sector|cics?)\b/i;
const nearby =
  /\blocal(ly)? (firms?|suppliers?|businesses|companies|providers?|contractors?|only|bidders?)\b|\bfirms? (from|in) (the|our) (area|borough|county|district)\b/i;
const asks = /\b(can|could|may|are we allowed|is it (legal|ok|allowed|lawful)|ok|possible|allowed)\b|\?/i;
const elsewhere = /\b(scot\w+|wales|welsh|northern ireland|grants?|report|2017)\b/i;
/** To give it to one of them is another question. */
const oneOfThem = /\b(give|gives|giving|hand|award\w*|direct(ly)?|without (a )?(tender|competition))\b/i;
const localSince = '2026-02-04';

/**
 * "Can we keep a £400k youth contract for charities?": whether a contract of that value may be limited to
 * voluntary bodies or to local suppliers, by the thresholds of the day. Undefined for anything else.
 */
export function reservationAnswer(
  text: string,
  today: string | undefined,
  byId: (id: string) => Passage,
): (ThresholdAnswer & { readonly about: Passage }) | undefined {
  const [amount] = findAmounts(text).filter(({ kind }) => kind === 'money');
  if (
    amount === undefined ||
    !limits.test(text) ||
    !asks.test(text) ||
    elsewhere.test(text) ||
    oneOfThem.test(text)
  )
    return undefined;
  const toLocal = nearby.test(text);
  const toCommunity = !toLocal && community.test(text);
  if (!toLocal && !toCommunity) return undefined;
  const day = dayOf(text, today);
  if (day.date < '2025-02-24') return undefined;
  const { value, note } = withVat(amount.value, text);
  // Works are asked about by name.
  const types = typesIn(text).filter((type, _, all) => type !== 'works' || all.length === 1);
  const rows = types.flatMap((type) => thresholdOn(day.date, 'sub-central', type) ?? []);
  const under = rows.filter(({ row }) => value < row.amount_gbp);
  const over = rows.filter(({ row }) => value >= row.amount_gbp);
  if (rows.length === 0) return undefined;
  const yes = toLocal ? localYes(day.date) : communityYes;
  const no = toLocal ? localNo : communityNo;
  const opening =
    over.length === 0 ? yes.short : under.length === 0 ? no.short : 'That depends on the kind of contract.';
  const lines = [
    `${opening} ${formatPounds(value)}${note} is ${[...(under.length > 0 ? [`below the threshold for ${listed(under)}`] : []), ...(over.length > 0 ? [`at or above the threshold for ${listed(over)}`] : [])].join(' and ')}.`,
    ...(under.length > 0 ? [`Below it: ${yes.long}`] : []),
    ...(over.length > 0 ? [`At or above it: ${no.long}`] : []),
    `The value is the most that could be paid over the whole life. Law tested: England, councils, ${day.words.replace(/^On /, '')}, ${regimeOn(day.date)}. ${notAdvice}`,
  ];
  const laws = [
    ...(under.length > 0 ? [byId(toLocal ? 'law-local-reservation' : 'law-vcse-reservation')] : []),
    ...(over.length > 0 ? [byId(toLocal ? 'law-local-reservation' : 'myth-any-charity')] : []),
  ];
  const about = byId(toLocal ? 'law-local-reservation' : 'law-vcse-reservation');
  return {
    about,
    text: lines.join('\n\n'),
    sources: [...laws.flatMap(({ sources }) => sources), ...rows.map(sourceOf)],
  };
}

const listed = (rows: readonly RowOnDate[]): string =>
  rows
    .map(({ row }) => `${typeWords[row.contract_type] ?? ''} (${formatPounds(row.amount_gbp)})`)
    .join(' and ');

interface Ruling {
  readonly short: string;
  readonly long: string;
}

const communityYes: Ruling = {
  short: 'Yes.',
  long: 'a council may limit the competition to VCSEs (value-driven bodies that mainly reinvest their surpluses), to SMEs, or to both; a notice has to say so (Procurement Regulations 2024, reg 24(2)(l)).',
};
const communityNo: Ruling = {
  short: 'No, not as such.',
  long: 'a competition can be reserved only for public service mutuals run by their employees (Procurement Act 2023, s.33, listed services, 5 years at most) or supported employment providers with 30% disabled or disadvantaged staff (s.32). Lots, proportionate conditions and, for light touch, criteria on users’ needs and closeness remain open to you.',
};
const localYes = (date: string): Ruling =>
  date >= localSince
    ? {
        short: 'Yes.',
        long: 'an English council may keep it to suppliers based in the local area (its own, or with bordering counties), if that is decided before anyone is invited and the notice says so with the area (SI 2026/94).',
      }
    : {
        short: 'No, not on that day.',
        long: 'until 4 February 2026 a council could not keep suppliers out because of where they are (Local Government Act 1988, s.17(5)(e)).',
      };
const localNo: Ruling = {
  short: 'No.',
  long: 'suppliers may not be kept out because of where they are (Local Government Act 1988, s.17(5)(e); the power of SI 2026/94 is for below the threshold only). Lots, social value and, for light touch, closeness to users are open to you.',
};
