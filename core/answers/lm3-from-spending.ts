import { computeLm3 } from '../lm3/lm3.ts';
import { type Lm3ProjectInput, parseLm3Project } from '../lm3/project.ts';
import { formatPounds, formatRatio, formatShare } from '../units/format.ts';
import { type Amount, findAmounts } from './amounts.ts';
import { home } from './staff-respend.ts';
import type { Worked } from './worked.ts';

const asksLm3 = /\b(lm ?-?3|local multiplier|multiplier)\b/i;
const income = /\b(income|turnover|budget|revenue|contract|grant|receipts)\b/i;
const pay = /\b(wages?|payroll|salar(y|ies)|staff|pay|employees?|wage bill)\b/i;
const supplier = /\b(suppliers?|supplies|contractors?|purchases?|firms?|shops?|goods|services bought)\b/i;
const other = /\b(rent|rates|utilities|utility|insurance|overheads?|other (direct )?costs?|bills)\b/i;
const respend = /\bre-?sp(end|ends|ent|ending)\b|\bspend(s)? (it )?(again|locally|here)\b|\bpass(es)? on\b/i;
const inWords: readonly (readonly [RegExp, number])[] = [
  [/\b(all|everything|100 ?%)\b/i, 1],
  [/\bhalf\b/i, 0.5],
  [/\b(a )?third\b/i, 1 / 3],
  [/\btwo thirds\b/i, 2 / 3],
  [/\b(a )?quarter\b/i, 0.25],
  [/\b(none|nothing)\b/i, 0],
];

/** Income, pay and suppliers with a figure each ask for LM3 without naming it. */
const tellsAll = (text: string): boolean =>
  income.test(text) &&
  pay.test(text) &&
  supplier.test(text) &&
  !/\b(gva|jobs?|threshold|tender|law|legal)\b/i.test(text) &&
  findAmounts(text).filter(({ kind }) => kind === 'money').length >= 3;

interface Part {
  readonly kind: 'income' | 'pay' | 'supplier' | 'other';
  readonly amount: number;
  readonly localShare: number | undefined;
  readonly respendShare: number | null;
}

/**
 * LM3 by the engine from spending told in a question: "income 100k, wages 60k local, suppliers 20k
 * local who re-spend half: lm3?". Null when wages or suppliers have no place, or nothing asks for LM3.
 *
 * (100,000 + 80,000 + 66% of 60,000 + 50% of 20,000) / 100,000 = 2.30
 */
export function lm3FromSpending(text: string): Worked | null {
  if (!asksLm3.test(text) && !tellsAll(text)) return null;
  const none = /\b(no|without|zero|not any) (other )?(suppliers?|contractors?|purchases?)\b/gi;
  const plain = asPercent(
    text.replace(none, ' ').replace(/\blm ?-?[23]\b/gi, (found) => '_'.repeat(found.length)),
  );
  const money = findAmounts(plain).filter(
    ({ kind, value }) => kind === 'money' || (kind === 'plain' && value >= 500),
  );
  if (money.length < 2 || money.length > 12) return null;
  const parts: (Part | undefined)[] = [];
  for (const [at, amount] of money.entries()) {
    parts.push(readPart(segment(plain, money, at), amount, parts.at(-1)?.kind));
  }
  if (parts.includes(undefined)) return null;
  const known = parts.flatMap((part) => part ?? []);
  if (!known.some(({ kind }) => kind === 'pay' || kind === 'supplier')) return null;
  if (
    known.some(({ kind, localShare }) => (kind === 'pay' || kind === 'supplier') && localShare === undefined)
  )
    return null;
  const parsed = parseLm3Project(project(known));
  if (!parsed.ok) return null;
  const outcome = computeLm3(parsed.value);
  if (!outcome.ok) return null;
  const { lm3, round1, round2, round3, bounds, answers, workings } = outcome.value;
  const silent = known.some(({ kind, respendShare }) => kind === 'supplier' && respendShare === null);
  const score =
    silent && answers.count === 0
      ? `LM3 lies between ${formatRatio(bounds.low)} and ${formatRatio(bounds.high)}, by what suppliers re-spend, which the question does not say`
      : `LM3 is ${formatRatio(lm3)}`;
  return {
    workings,
    text: `${score}. Round 1 ${formatPounds(round1)}; Round 2 ${formatPounds(round2)} to local people and suppliers; Round 3 ${silent ? 'at least ' : ''}${formatPounds(round3)} re-spent locally. Formula: (Round 1 + Round 2 + Round 3) divided by Round 1. Staff are taken at the standard rates (${formatShare(0.66)} of local pay, ${formatShare(0.33)} of other pay); ${told(known)}. Computed by Local Pound with all recipients in Round 3; a workbook with each supplier gives ratings and intervals as well.`,
  };
}

const money = '(?:£ ?)?\\d[\\d,.]* ?(?:thousand|million|grand|k|m)?\\b';
const ofWhich = new RegExp(
  `(${money})( ?\\w*)[ ,]*(?:\\(|of which|of that|of it|including|incl\\.?|with) *(${money}) *(?:is|are|goes?|to|of it|was)* *(local\\w*|outside|not local|non-?local|in(?:side)? the area|here)`,
  'gi',
);

/** "120k of which 90k local" is 120k, 75% local. */
function asPercent(text: string): string {
  return text.replace(ofWhich, (whole, all: string, what: string, part: string, where: string) => {
    const [total] = findAmounts(all);
    const [some] = findAmounts(part);
    if (total === undefined || some === undefined || some.value > total.value || total.value === 0)
      return whole;
    return `${all}${what} ${((some.value / total.value) * 100).toFixed(10)}% ${where}`;
  });
}

/** From the clause of an amount to the clause of the next. */
function segment(text: string, money: readonly Amount[], at: number): string {
  const from = at === 0 ? 0 : clauseStart(text, money[at]?.start ?? 0);
  const next = money[at + 1];
  return text.slice(from, next === undefined ? text.length : clauseStart(text, next.start));
}

function clauseStart(text: string, before: number): number {
  const stops = [...text.slice(0, before).matchAll(/[;,:+\n]|\. | and | plus | & /gi)];
  const last = stops.at(-1);
  return last === undefined ? 0 : last.index + last[0].length;
}

/** @param before the kind of the part before, which "50k elsewhere" goes on with */
function readPart(clause: string, { value }: Amount, before: Part['kind'] | undefined): Part | undefined {
  const isSupplier = supplier.test(clause);
  const kind = isSupplier
    ? 'supplier'
    : pay.test(clause)
      ? 'pay'
      : income.test(clause)
        ? 'income'
        : other.test(clause)
          ? 'other'
          : home(clause) === 'unsaid' || before === 'income'
            ? undefined
            : before;
  if (kind === undefined) return undefined;
  const percents = findAmounts(clause).filter((amount) => amount.kind === 'percent');
  const respendAt = respend.exec(clause)?.index;
  const ofRespend =
    respendAt === undefined
      ? undefined
      : percents.find(({ end, start }) => end <= respendAt + 30 && start >= respendAt - 12);
  const word =
    respendAt === undefined
      ? undefined
      : inWords.find(([pattern]) => pattern.test(clause.slice(Math.max(0, respendAt - 12))));
  const localPercent = percents.find((amount) => amount !== ofRespend);
  const where = home(clause.replace(respend, ' '));
  const part = (localPercent?.value ?? 100 * (partInWords(clause) ?? 1)) / 100;
  const localShare = where === 'local' ? part : where === 'outside' ? 1 - part : undefined;
  return {
    kind,
    amount: value,
    localShare,
    respendShare: ofRespend ? ofRespend.value / 100 : (word?.[1] ?? null),
  };
}

const wordBeforePlace =
  /\b(all|half|two thirds|(?:a )?third|(?:a )?quarter|none|nothing)(?: (?:of (?:them|it|those|that|which)|is|are|being|were))* (?:local|locally|in the area|inside|outside|based here|from here|non-?local)\b/i;

/** "half local": 0.5. */
function partInWords(clause: string): number | undefined {
  const word = wordBeforePlace.exec(clause)?.[1];
  return word === undefined ? undefined : inWords.find(([pattern]) => pattern.test(word))?.[1];
}

function project(parts: readonly Part[]): Lm3ProjectInput {
  const of = (kind: Part['kind']): readonly Part[] => parts.filter((part) => part.kind === kind);
  const total = (some: readonly Part[], share: (part: Part) => number): number =>
    some.reduce((sum, part) => sum + part.amount * share(part), 0);
  const suppliers = of('supplier').flatMap(({ amount, localShare = 0, respendShare }, at) => [
    ...(localShare > 0
      ? [{ name: `Local suppliers ${at + 1}`, spend: amount * localShare, local: true, respendShare }]
      : []),
    ...(localShare < 1
      ? [{ name: `Other suppliers ${at + 1}`, spend: amount * (1 - localShare), local: false, respendShare }]
      : []),
  ]);
  const [received] = of('income');
  return {
    name: 'From the question',
    payroll: {
      local: total(of('pay'), ({ localShare = 0 }) => localShare),
      nonLocal: total(of('pay'), ({ localShare = 0 }) => 1 - localShare),
    },
    otherDirectCosts: of('other').map(({ amount, localShare }, at) => ({
      name: `Other costs ${at + 1}`,
      amount,
      local: localShare === 1,
    })),
    suppliers,
    ...(received && { income: received.amount }),
  };
}

function told(parts: readonly Part[]): string {
  const shares = parts.filter(({ kind }) => kind === 'supplier');
  if (shares.length === 0) return 'no suppliers were named';
  return shares.every(({ respendShare }) => respendShare !== null)
    ? `suppliers re-spend ${shares.map(({ respendShare }) => formatShare(respendShare ?? 0)).join(' and ')} locally, as the question says`
    : 'suppliers whose re-spend share is not told count from nothing to everything';
}
