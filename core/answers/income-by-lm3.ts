import { difference, given, product } from '../explain/explained.ts';
import { formatPounds, formatRatio } from '../units/format.ts';
import { words } from '../words/normalise.ts';
import { findAmounts } from './amounts.ts';
import type { Passage } from './passage.ts';
import { findNamed } from './tables/entities.ts';
import type { Worked } from './worked.ts';

const lm3Given =
  /\b(?:lm ?-?3|multiplier)(?: score| result| ratio| value)?(?: is| was| of| at|:| =)? £?([12]\.\d{1,3}|[123])(?![\d,.]*[\dkm])/i;
/** "if we bring in 1 million at 2.47": a score by its shape. */
const bareScore =
  /(?:\bat|\bby|\btimes|\bx|×) (?:an? |a score of )?£?([12]\.\d{1,2})(?![\d%]|,\d| ?(?:k|m|million|per ?cent)\b)/i;
const fewWords = 40;
const asks =
  /\b(become|becomes|worth|total|totals|generate[sd]?|create[sd]?|make|makes|mean|means|how much|turns? into|extra|bring in|brings in)\b|[=?]/i;

/** The published LM3 of an organisation that the question names, in the shape of a match. */
function publishedScore(
  text: string,
): { readonly 0: string; readonly 1: string; readonly index: number } | null {
  if (!/\b(lm ?-?3|multiplier|scores?|rate|worth|becomes?|turns? into|generates?)\b/i.test(text)) return null;
  const scored = findNamed(words(text).join(' ')).organisations.flatMap(({ lm3 }) => lm3 ?? []);
  const [only] = scored;
  return scored.length === 1 && only !== undefined ? { 0: '', 1: String(only.score), index: 0 } : null;
}

/**
 * What an income becomes at a given LM3: "£200k at an LM3 of 2.43, what does it become?". Null when the
 * question does not give both, or asks for something else.
 *
 * £200,000 at 2.43 becomes £486,000, which is £286,000 beyond the first £200,000.
 */
export function incomeByLm3(text: string, wording: Passage): Worked | null {
  const found = lm3Given.exec(text) ?? publishedScore(text) ?? bareScore.exec(text);
  const money = findAmounts(text).filter(
    (amount) =>
      (amount.kind === 'money' || (amount.kind === 'plain' && amount.value >= 2100)) &&
      (found === null || amount.end <= found.index || amount.start >= found.index + found[0].length),
  );
  const [income] = money;
  if (found === null || income === undefined || money.length !== 1) return null;
  // Hardly anything but the two figures asks for their product as well.
  if (!asks.test(text) && text.length > fewWords) return null;
  const ratio = Number(found[1]);
  const given1 = given(
    { id: 'round1', label: 'Round 1', unit: 'GBP', formula: 'from the question' },
    income.value,
  );
  const given2 = given({ id: 'lm3', label: 'LM3', unit: 'ratio', formula: 'from the question' }, ratio);
  const workings = product(
    {
      id: 'total',
      label: 'Total of the three rounds',
      unit: 'GBP',
      formula: 'Round 1 × LM3',
      sources: wording.sources,
    },
    [given1, given2],
  );
  const extra = difference(
    { id: 'extra', label: 'Beyond Round 1', unit: 'GBP', formula: 'total - Round 1' },
    workings,
    given1,
  );
  return {
    workings,
    text: `${formatPounds(workings.value)}: that is what ${formatPounds(income.value)} becomes at an LM3 of ${formatRatio(ratio)}, counting all three rounds. ${formatPounds(extra.value)} of it is beyond the first ${formatPounds(income.value)}. Formula: Round 1 × LM3. It describes how money flows; it is no forecast of growth or jobs.`,
  };
}
