import type { Explained } from '../../explain/explained.ts';
import { formatRatio } from '../../units/format.ts';
import type { Issue, Outcome } from '../../workbook/issue.ts';
import type { Lm3Project } from '../project.ts';
import type { Lm3Result } from '../result.ts';
import { movesBy, signedRatio } from '../signed.ts';
import { changeParts } from './change-parts.ts';
import { periodDifferences } from './period-differences.ts';
import { type PeriodFacts, periodFacts } from './period-facts.ts';
import { type SupplierMoves, supplierMoves } from './supplier-moves.ts';

/** Periods of one organisation side by side, in the order they were given. */
export interface PeriodComparison {
  readonly periods: readonly { readonly label: string; readonly result: Lm3Result }[];
  /** From each period to the next. */
  readonly changes: readonly PeriodChange[];
  /** From the first period to the last, where there are more than two. */
  readonly overall?: PeriodChange;
  readonly issues: readonly Issue[];
}

/** What drove LM3 from one period to another. */
export interface PeriodChange {
  readonly from: string;
  readonly to: string;
  /** LM3 of the later period less that of the earlier one. */
  readonly lm3: number;
  readonly lm2: number;
  /** Parts of the change in LM3, in the order of the rounds; they add up to it. */
  readonly parts: readonly ChangePart[];
  /** The same as one tree whose root is the change. */
  readonly workings: Explained;
  readonly suppliers: SupplierMoves;
  /** Whether the certain bounds of the two periods overlap: the change may then be nothing but silence. */
  readonly boundsOverlap: boolean;
  readonly sentences: readonly string[];
}

export interface ChangePart {
  readonly id: string;
  readonly label: string;
  /** LM3. */
  readonly change: number;
}

/**
 * Compares two or more periods of one organisation and says what drove the change.
 *
 * Source: docs/method/lm3.md, Periods.
 *
 * @param projects in the order of time
 * @returns issues instead of a comparison when method, tax mode or kind of area differ
 */
export function comparePeriods(projects: readonly Lm3Project[]): Outcome<PeriodComparison> {
  if (projects.length < 2) return { ok: false, issues: [tooFew(projects.length)] };
  const differences = periodDifferences(projects);
  if (differences.some(({ severity }) => severity === 'error')) return { ok: false, issues: differences };
  const facts: PeriodFacts[] = [];
  const issues = [...differences];
  for (const [index, project] of projects.entries()) {
    const computed = periodFacts(project, index);
    if (!computed.ok) return computed;
    facts.push(computed.value);
    issues.push(...computed.issues);
  }
  const changes = facts.slice(1).flatMap((to, index) => {
    const from = facts[index];
    return from ? [changeBetween(from, to)] : [];
  });
  const [first, last] = [facts[0], facts.at(-1)];
  const value: PeriodComparison = {
    periods: facts.map(({ label, result }) => ({ label, result })),
    changes,
    ...(facts.length > 2 && first && last ? { overall: changeBetween(first, last) } : {}),
    issues,
  };
  return { ok: true, value, issues };
}

function changeBetween(from: PeriodFacts, to: PeriodFacts): PeriodChange {
  const workings = changeParts(from, to);
  const parts = workings.inputs.map(({ id, label, value }) => ({ id, label, change: value }));
  const [before, after] = [from.result, to.result];
  const boundsOverlap = before.bounds.low <= after.bounds.high && after.bounds.low <= before.bounds.high;
  const change = after.lm3 - before.lm3;
  return {
    from: from.label,
    to: to.label,
    lm3: change,
    lm2: after.lm2 - before.lm2,
    parts,
    workings,
    suppliers: supplierMoves(from, to),
    boundsOverlap,
    sentences: [
      `From ${from.label} to ${to.label} LM3 ${movesBy(change)}, from ${formatRatio(before.lm3)} to ${formatRatio(after.lm3)}; LM2 ${movesBy(after.lm2 - before.lm2)}.`,
      drivers(parts),
      certainty(before, after, boundsOverlap, change),
    ].filter((sentence) => sentence !== ''),
  };
}

/** Parts below this do not make a sentence. */
const worthSaying = 0.005;

function drivers(parts: readonly ChangePart[]): string {
  const largest = parts
    .filter(({ change }) => Math.abs(change) >= worthSaying)
    .sort((a, b) => Math.abs(b.change) - Math.abs(a.change))
    .slice(0, 3)
    .map(({ label, change }) => `${label} (${signedRatio(change)})`);
  return largest.length === 0 ? '' : `What moved it most: ${largest.join('; ')}.`;
}

function certainty(before: Lm3Result, after: Lm3Result, overlap: boolean, change: number): string {
  const complete = [before, after].every(({ interval }) => interval?.method === 'complete');
  if (complete)
    return 'In both periods every supplier that counts answered, so the change is none of silence.';
  const bounds = [before, after].map(
    ({ bounds: { low, high } }) => `${formatRatio(low)} to ${formatRatio(high)}`,
  );
  const told = `The certain bounds are ${bounds.join(' and ')}`;
  if (!overlap) return `${told}. They do not overlap, so LM3 did change, whatever silent suppliers are like.`;
  return change === 0
    ? `${told}: silence may hide a change.`
    : `${told}. They overlap, so the change may be nothing but silence: suppliers who did not answer could undo it.`;
}

function tooFew(count: number): Issue {
  return {
    severity: 'error',
    where: {},
    found: count === 0 ? 'no period' : 'one period',
    expected: 'two or more periods of one organisation',
    mend: 'Give a project for each period, the earliest first.',
  };
}
