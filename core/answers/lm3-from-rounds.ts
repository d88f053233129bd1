import { type Explained, given, quotient, sum } from '../explain/explained.ts';
import { formatPounds, formatRatio } from '../units/format.ts';
import { findAmounts } from './amounts.ts';
import type { Passage } from './passage.ts';
import type { Worked } from './worked.ts';

type Round = 1 | 2 | 3;
const numbers: Readonly<Record<string, Round>> = {
  '1': 1,
  one: 1,
  first: 1,
  '1st': 1,
  '2': 2,
  two: 2,
  second: 2,
  '2nd': 2,
  '3': 3,
  three: 3,
  third: 3,
  '3rd': 3,
};
const label =
  /\b(?:round|rnd|r) ?(1|2|3|one|two|three)\b(?![.,]?\d)|\b(first|second|third|1st|2nd|3rd) round\b/gi;

/**
 * LM3 (or LM2) from rounds given in the question: "round 1 100k, round 2 60k, round 3 40k" or "rounds
 * of 100k, 60k and 40k". Null when the question does not give them all.
 *
 * (100,000 + 60,000 + 40,000) / 100,000 = 2.00
 */
export function lm3FromRounds(text: string, formula: Passage): Worked | null {
  const rounds = labelledRounds(text) ?? listedRounds(text);
  if (rounds === null) return null;
  const amounts = [...rounds.entries()].sort(([a], [b]) => a - b);
  const wantsLm2 = amounts.length === 2;
  const [, round1 = 0] = amounts[0] ?? [];
  if (round1 <= 0) return null;
  const inputs = amounts.map(([number, amount]) =>
    given(
      { id: `round${number}`, label: `Round ${number}`, unit: 'GBP', formula: 'from the question' },
      amount,
    ),
  );
  const name = wantsLm2 ? 'LM2' : 'LM3';
  const words = inputs.map((input) => input.label).join(' + ');
  const total = sum({ id: 'total', label: 'Total', unit: 'GBP', formula: words }, inputs);
  const workings = quotient(
    {
      id: name.toLowerCase(),
      label: name,
      unit: 'ratio',
      formula: `(${words}) / Round 1`,
      sources: formula.sources,
    },
    total,
    inputs[0] as Explained,
  );
  const figures = amounts.map(([, amount]) => formatPounds(amount)).join(' + ');
  return {
    workings,
    text: `${name} is ${formatRatio(workings.value)}: (${figures}) divided by ${formatPounds(round1)}. Formula: (${words}) divided by Round 1.${warning(amounts, round1)}`,
  };
}

function warning(amounts: readonly (readonly [Round, number])[], round1: number): string {
  const above = amounts.filter(([, amount]) => amount > round1).map(([number]) => `Round ${number}`);
  if (above.length === 0) return '';
  return ` Check the figures: ${above.join(' and ')} cannot be more than Round 1 if nothing was spent beyond it, so that LM3 is at most 3.`;
}

/** Each label with the amount beside it: after it, or before it as in "60k in round 2". */
function labelledRounds(text: string): Map<Round, number> | null {
  const labels = [...text.matchAll(label)].map((match) => ({
    round: numbers[(match[1] ?? match[2] ?? '').toLowerCase()],
    start: match.index,
    end: match.index + match[0].length,
  }));
  if (labels.length < 2) return null;
  const amounts = findAmounts(text).filter(
    (amount) => !labels.some(({ start, end }) => amount.start >= start && amount.start < end),
  );
  const amountComesFirst = (amounts[0]?.start ?? Number.POSITIVE_INFINITY) < (labels[0]?.start ?? 0);
  const rounds = new Map<Round, number>();
  for (const [at, { round, start, end }] of labels.entries()) {
    const from = amountComesFirst ? (labels[at - 1]?.end ?? 0) : end;
    const to = amountComesFirst ? start : (labels[at + 1]?.start ?? text.length);
    const [beside] = amounts.filter((amount) => amount.start >= from && amount.end <= to);
    if (beside !== undefined && round !== undefined && !rounds.has(round)) rounds.set(round, beside.value);
  }
  if ([1, 2, 3].every((round) => rounds.has(round as Round))) return rounds;
  return /\blm ?-?2\b/i.test(text) && rounds.has(1) && rounds.has(2) && !rounds.has(3) ? rounds : null;
}

/** Three amounts after the word "rounds", in order. */
function listedRounds(text: string): Map<Round, number> | null {
  // "lm3 when 80k 40k 20k": nothing says what else the three could be.
  const bare = !/\b(staff|wages?|pay\w*|salar\w+|suppliers?|income|turnover|local\w*|who|which)\b/i.test(
    text,
  );
  if (!(bare || /\brounds\b/i.test(text)) || !/\b(lm ?-?3|multiplier)\b/i.test(text)) return null;
  const amounts = findAmounts(text.replace(/\blm ?-?[23]\b/gi, (found) => '_'.repeat(found.length)));
  const inList = amounts.filter(({ kind, value }) => kind !== 'percent' && value > 3);
  if (inList.length !== 3) return null;
  return new Map(inList.map(({ value }, at) => [(at + 1) as Round, value]));
}
