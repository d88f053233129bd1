import { type Assumption, type Explained, everyNode } from '../../explain/explained.ts';
import type { Issue, Outcome } from '../../workbook/issue.ts';
import { jsonPlace } from '../../workbook/json-issue.ts';
import { areaProject } from '../compare/area-project.ts';
import { computeLm3, computePrepared, type PreparedLm3, prepareLm3 } from '../lm3.ts';
import type { Lm3Project } from '../project.ts';
import type { Lm3Context, Lm3Result } from '../result.ts';
import { takenShares } from '../taken-shares.ts';
import { averageGain, northumberland } from './average-gain.ts';
import { moveBounds, type Range, together } from './change-bounds.ts';
import type { WhatIfChange } from './changes.ts';
import { areaEffect, type ChangeEffect, changeTree, moveEffects, payEffects } from './effects.ts';
import { movedTable } from './moved-table.ts';
import { findMoves } from './moves.ts';
import { movedPayroll, payIssues, payMoves } from './pay-move.ts';
import { type RoutePointer, routePointer } from './route-pointer.ts';
import { standingAssumptions, whatIfSentences } from './what-if-words.ts';

/** LM3 before and after some changes, with ratios of silent suppliers held as they were. */
export interface WhatIf {
  readonly before: Lm3Result;
  readonly after: Lm3Result;
  /** The project after the changes. */
  readonly project: Lm3Project;
  /** After less before: ratios for LM3 and LM2, GBP for the rounds. */
  readonly difference: Readonly<Record<'lm3' | 'lm2' | 'round1' | 'round2' | 'round3' | 'total', number>>;
  /** In the order of the changes. */
  readonly effects: readonly ChangeEffect[];
  /** The change of LM3 as one tree: what every change adds, over round 1. */
  readonly workings: Explained;
  /** The change of LM3 at the least and at the most, whatever silent suppliers are like. */
  readonly bounds: Range;
  /** Gain of a pound moved from the average non-local to the average local supplier; null without both. */
  readonly averageGain: Explained | null;
  /** LM3 after the changes if ratios for silent suppliers followed the suppliers that remain, instead of being held. */
  readonly recomputedLm3: number;
  /** A published gain to compare with; never used. */
  readonly example: typeof northumberland;
  readonly routes: RoutePointer;
  readonly assumptions: readonly Assumption[];
  readonly sentences: readonly string[];
  readonly issues: readonly Issue[];
}

/**
 * What LM3 would be if money moved to local suppliers or local staff, or with another area as the
 * local one. A change of area counts first, then all moves at once, so the order of the changes does
 * not matter. Money moved re-spends what the supplier that gets it re-spends; ratios taken for
 * silent suppliers are held, and no price changes.
 *
 * Source: docs/method/lm3.md, What if.
 *
 * @returns issues when a supplier or area is not found, or more is moved than there is
 * @example £10,000 from a supplier elsewhere that re-spends 0.36 to a local one that re-spends 0.76
 *   adds 10,000 x ((1 + 0.76) - 0.36) = £14,000 to rounds 2 and 3
 */
export function whatIf(
  project: Lm3Project,
  changes: readonly WhatIfChange[],
  context: Lm3Context = {},
): Outcome<WhatIf> {
  const start = startingPoint(project, changes, context);
  if (!start.ok) return start;
  const { prepared, result: base } = start.value;
  const before = changes.some(({ kind }) => kind === 'area')
    ? computeLm3(project, context)
    : { ok: true as const, value: base };
  if (!before.ok) return before;
  const moves = findMoves(prepared, changes);
  const pay = payMoves(prepared.project, changes);
  const wrong = [...(moves.ok ? [] : moves.issues), ...payIssues(prepared.project, pay)];
  if (!moves.ok || wrong.length > 0) return { ok: false, issues: wrong };

  const taken = takenShares(prepared);
  const moved = movedTable(prepared, taken, moves.value);
  const paid = movedPayroll(prepared.project, pay);
  const after = computePrepared({ ...moved.prepared, project: paid }, start.value.context);
  if (!after.ok) return after;
  const afterProject = movedPayroll(moved.project, pay);
  const recomputed = computeLm3(afterProject);
  if (!recomputed.ok) return recomputed;

  const byPay = payEffects(prepared.project, pay, changes, base.round1);
  const byMoney = [...moveEffects(prepared, taken, moves.value, base.round1), ...byPay.effects];
  const byArea = areaEffect(changes, before.value, base);
  const effects = byArea ? [...byMoney, byArea] : byMoney;
  const workings = changeTree(round1Of(base), byMoney, byArea);
  const open = together([moveBounds(prepared, taken, moved), byPay.range]);
  const value: Omit<WhatIf, 'sentences'> = {
    before: before.value,
    after: after.value,
    project: afterProject,
    difference: differenceOf(before.value, after.value),
    effects: [...effects].sort((a, b) => a.index - b.index),
    workings,
    bounds: byArea
      ? acrossAreas(before.value, after.value)
      : { low: open.low / base.round1, high: open.high / base.round1 },
    averageGain: averageGain(taken) ?? null,
    recomputedLm3: recomputed.value.lm3,
    example: northumberland,
    routes: routePointer,
    assumptions: [...standingAssumptions, ...assumptionsIn(byMoney)],
    issues: after.issues,
  };
  return { ok: true, value: { ...value, sentences: whatIfSentences(value) }, issues: after.issues };
}

interface Start {
  readonly prepared: PreparedLm3;
  readonly result: Lm3Result;
  readonly context: Lm3Context;
}

/** The project in the area that the changes ask for. */
function startingPoint(
  project: Lm3Project,
  changes: readonly WhatIfChange[],
  context: Lm3Context,
): Outcome<Start> {
  const asked = changes.flatMap((change, index) => (change.kind === 'area' ? [{ ...change, index }] : []));
  const [area, second] = asked;
  if (second) {
    const issue: Issue = {
      severity: 'error',
      where: jsonPlace(['changes', second.index, 'name']),
      found: 'a second change of area',
      expected: 'one area at a time',
      mend: 'Compare the areas side by side instead.',
    };
    return { ok: false, issues: [issue] };
  }
  const view = area
    ? areaProject(project, area.name)
    : { ok: true as const, value: { project, assumptions: [], issues: [] }, issues: [] };
  if (!view.ok) return view;
  const seenFrom: Lm3Context = {
    assumptions: [...(context.assumptions ?? []), ...view.value.assumptions],
    issues: [...(context.issues ?? []), ...view.value.issues],
  };
  const prepared = prepareLm3(view.value.project);
  const computed = computePrepared(prepared, seenFrom);
  if (!computed.ok) return computed;
  return {
    ok: true,
    value: { prepared, result: computed.value, context: seenFrom },
    issues: computed.issues,
  };
}

function round1Of({ workings }: Lm3Result): Explained {
  const round1 = workings.inputs[1];
  if (!round1) throw new TypeError('whatIf: the workings of LM3 do not end in round 1');
  return round1;
}

function differenceOf(before: Lm3Result, after: Lm3Result): WhatIf['difference'] {
  return {
    lm3: after.lm3 - before.lm3,
    lm2: after.lm2 - before.lm2,
    round1: after.round1 - before.round1,
    round2: after.round2 - before.round2,
    round3: after.round3 - before.round3,
    total: after.total - before.total,
  };
}

/** Silent suppliers may re-spend any share in each of two areas, so nothing cancels out. */
function acrossAreas({ bounds: was }: Lm3Result, { bounds: is }: Lm3Result): Range {
  return { low: is.low - was.high, high: is.high - was.low };
}

function assumptionsIn(effects: readonly ChangeEffect[]): Assumption[] {
  const found = new Map<string, Assumption>();
  for (const { workings } of effects) {
    for (const node of everyNode(workings)) {
      for (const assumption of node.assumptions) found.set(assumption.id, assumption);
    }
  }
  return [...found.values()];
}
