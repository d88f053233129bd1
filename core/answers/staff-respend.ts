import { type Explained, given, product, sum } from '../explain/explained.ts';
import { defaultProxies } from '../lm3/project.ts';
import { formatPounds, formatShare } from '../units/format.ts';
import { type Amount, findAmounts } from './amounts.ts';
import type { Passage } from './passage.ts';
import type { Worked } from './worked.ts';

const pay = /\b(wages?|payroll|salar(y|ies)|pay ?bill|staff|pay|employees?|workers?|labour|commuters?)\b/i;
const asksRespend =
  /\bre-?sp(end|ent)|\bround (3|three)\b|\bthird round\b|\b(spend|spent|stays?|kept|goes) (again )?(locally|local|here|in the|round here)|\bspend in the area|\bhow much (of (it|that|this) )?(stays?|remains?|is kept)\b|\bproxy|\b(standard|usual|lm3) rates?\b|\b(standard|usual) (local )?(re-?)?spend(ing)?\b/i;
/** What is asked for, which must not be taken for where staff live. */
const question =
  /\b(re-?)?sp(end|ent)( again)? (locally|local|in the (local )?area|here|round here)|\blocal(ly)? (re-?spend|re-?spent|spend|economy)|\bstays? (local(ly)?|in the (local )?area|here)/gi;
const place = '(?:the |our )?(?:local |council )?(?:area|borough|town|district|city|county|patch|place)';
const nonLocal = new RegExp(
  [
    `\\boutside(?: of)?(?: ${place})?`,
    `\\b(?:out of|away from|not from) ${place}`,
    '\\b(?:commut\\w*|non[- ]?local|elsewhere|incomers?|out-of-area|out-of-town)\\b',
    `(?:\\b(?:not|never|none|nobody|no one)\\b|n['’]?t\\b)(?: of (?:them|us|the staff))?(?: \\w+)? (?:locally|local|here|from here|in ${place})\\b`,
  ].join('|'),
  'gi',
);
const local =
  /\b(local|locals|locally|live in|living in|lives in|residents?|inside|within|in the area|live here|lives here)\b/i;
/** These ask for something else about an amount than how much of it is re-spent. */
const notHowMuch = /^\W*(do|does|did|is|are|can|could|should|why|which|when|where|who)\b/i;

interface Share {
  readonly local: boolean;
  readonly amount: number;
}

/**
 * Local re-spend of wages at the standard rates, if that is clearly what the question asks: an amount
 * of pay, and a word for re-spending. Null otherwise.
 *
 * £40,000 to staff who live outside the area: 33% of it, £13,200, is re-spent locally.
 */
export function staffRespend(text: string, proxies: Passage): Worked | null {
  if (!pay.test(text) || !(asksRespend.test(text) || namesProxy(text))) return null;
  if (notHowMuch.test(text) && !/\bhow much\b/i.test(text)) return null;
  const amounts = findAmounts(text);
  // "wages of 45,000": nothing else is counted in thousands beside pay.
  const money = amounts.filter(({ kind, value }) => kind === 'money' || (kind === 'plain' && value >= 2100));
  if (money.length === 0 || money.length > 6) return null;
  const percents = amounts.filter((amount) => amount.kind === 'percent' && !isProxy(amount));
  const half =
    /\bhalf (of (it|them|the staff|staff) )?(are |is )?(living |live |lives )?(local\w*|here|in the area|inside)\b/i.test(
      text,
    );
  const shares =
    half && money.length === 1
      ? halves(money)
      : percents.length > 0
        ? splitByPercent(text, money, percents)
        : placed(text, money);
  if (shares === null) return null;
  return shares === 'unplaced' ? eitherWay(money[0]?.value ?? 0, proxies) : answer(shares, proxies);
}

const rates = [defaultProxies.localStaff, defaultProxies.nonLocalStaff];
const isProxy = ({ value }: Amount): boolean => rates.some((rate) => Math.round(rate * 100) === value);

/** "33% of 90k non-local wages": the rate itself says what is asked for. */
const namesProxy = (text: string): boolean => /\b(33|66) ?(%|per ?cent)/i.test(text);

/** "half local, half not" */
function halves(money: readonly Amount[]): Share[] {
  return money.flatMap(({ value }) => [
    { local: true, amount: value / 2 },
    { local: false, amount: value / 2 },
  ]);
}

/** Where the staff paid by each amount live, from its own clause or else from the whole question. */
function placed(text: string, money: readonly Amount[]): Share[] | 'unplaced' | null {
  const whole = home(text);
  const shares: Share[] = [];
  for (const amount of money) {
    const own = home(clauseAround(text, amount));
    const where = own === 'unsaid' ? whole : own;
    if (where === 'unsaid' && money.length === 1) return 'unplaced';
    if (where === 'unsaid' || where === 'both') return null;
    shares.push({ local: where === 'local', amount: amount.value });
  }
  return shares;
}

/** "£100k payroll, 80% live locally": the rest lives outside. */
function splitByPercent(text: string, money: readonly Amount[], percents: readonly Amount[]): Share[] | null {
  const [total] = money;
  const [percent] = percents;
  if (total === undefined || percent === undefined || money.length > 1 || percents.length > 1) return null;
  const own = home(clauseAround(text, percent));
  const where = own === 'unsaid' ? home(text) : own;
  if (where === 'unsaid' || where === 'both' || percent.value > 100) return null;
  const part = (total.value * percent.value) / 100;
  return [
    { local: where === 'local', amount: part },
    { local: where !== 'local', amount: total.value - part },
  ];
}

export type Home = 'local' | 'outside' | 'both' | 'unsaid';

/** Where the staff of whom the text speaks live. */
export function home(text: string): Home {
  const about = text.replace(question, ' ');
  // What is left once "not local" and "outside the local area" are gone may still say "local".
  const rest = about.replace(nonLocal, ' ');
  const outside = rest !== about;
  if (local.test(rest)) return outside ? 'both' : 'local';
  return outside ? 'outside' : 'unsaid';
}

/** The part of the text between the nearest stops on both sides of the amount. */
function clauseAround(text: string, { start, end }: Amount): string {
  const stop = /[;.?!] |, | and | plus | & | ?\+ ?|\n/gi;
  let from = 0;
  let to = text.length;
  for (const match of text.matchAll(stop)) {
    if (match.index + match[0].length <= start) from = match.index + match[0].length;
    else if (match.index >= end) {
      to = match.index;
      break;
    }
  }
  return text.slice(from, to);
}

function line({ local: isLocal, amount }: Share, proxies: Passage): Explained {
  const where = isLocal ? 'staff who live in the area' : 'staff who live outside the area';
  const rate = isLocal ? defaultProxies.localStaff : defaultProxies.nonLocalStaff;
  const id = isLocal ? 'localStaff' : 'nonLocalStaff';
  return product(
    {
      id: `respend.${id}`,
      label: `Re-spent locally by ${where}`,
      unit: 'GBP',
      formula: 'pay × standard rate',
    },
    [
      given({ id: `pay.${id}`, label: `Pay to ${where}`, unit: 'GBP', formula: 'from the question' }, amount),
      given(
        {
          id: `rate.${id}`,
          label: 'Standard rate of LM3 Online',
          unit: 'share',
          formula: 'published proxy',
          sources: proxies.sources,
        },
        rate,
      ),
    ],
  );
}

function inWords(respend: Explained): string {
  const [paid, rate] = respend.inputs;
  return `${formatShare(rate?.value ?? 0)} of ${formatPounds(paid?.value ?? 0)}`;
}

const caveat =
  'The rates are standard assumptions (66% for staff who live in the area, 33% for staff who do not), not a measurement of your staff. LM3 leaves out tax and National Insurance as standard.';

function answer(shares: readonly Share[], proxies: Passage): Worked {
  const lines = shares.map((share) => line(share, proxies));
  const [only] = lines;
  if (lines.length === 1 && only !== undefined) {
    const where = shares[0]?.local ? 'local' : 'non-local';
    return {
      workings: only,
      text: `${formatPounds(only.value)} is re-spent locally at the standard rates: ${inWords(only)}. Formula: pay to ${where} staff × the standard LM3 rate for ${where} staff. ${caveat}`,
    };
  }
  const workings = sum(
    {
      id: 'respend',
      label: 'Re-spent locally by staff',
      unit: 'GBP',
      formula: 'local staff + non-local staff',
    },
    lines,
  );
  const parts = lines
    .map((respend) => `${inWords(respend)} = ${formatPounds(respend.value)}`)
    .join(', plus ');
  return {
    workings,
    text: `${formatPounds(workings.value)} is re-spent locally at the standard rates: ${parts}. Formula: pay × the standard LM3 rate, for local and non-local staff apart, then added. ${caveat}`,
  };
}

function eitherWay(amount: number, proxies: Passage): Worked {
  const [inside, outside] = [true, false].map((isLocal) => line({ local: isLocal, amount }, proxies));
  if (inside === undefined || outside === undefined) throw new RangeError('two cases were made above');
  // Two figures, of which one will hold: no single tree of workings.
  return {
    text: `It depends on where the staff live: ${formatPounds(inside.value)} is re-spent locally if they live in the area (${inWords(inside)}), ${formatPounds(outside.value)} if they live outside it (${inWords(outside)}). Formula: pay × the standard LM3 rate. ${caveat}`,
  };
}
