import { difference, type Explained, given, product, quotient, sum } from '../../explain/explained.ts';
import { formatGbp } from '../../units/format.ts';
import { exactSum } from '../../units/sum.ts';
import type { PreparedLm3 } from '../lm3.ts';
import type { Lm3Project } from '../project.ts';
import type { Lm3Result } from '../result.ts';
import { lm3Sources } from '../sources.ts';
import type { TakenShares } from '../taken-shares.ts';
import { opened, type Range } from './change-bounds.ts';
import type { WhatIfChange } from './changes.ts';
import type { Move } from './moves.ts';
import { movedPayroll, type PayMove, payGain } from './pay-move.ts';
import { type RoutePointer, routePointer } from './route-pointer.ts';
import { supplierGain } from './supplier-gain.ts';

/** What one change does. */
export interface ChangeEffect {
  readonly kind: WhatIfChange['kind'];
  /** Place in the list of changes. */
  readonly index: number;
  /** The change in words. */
  readonly words: string;
  /** GBP moved; null for a change of area. */
  readonly moved: number | null;
  /** GBP in rounds 2 and 3 for each pound moved; null for a change of area. */
  readonly gainPerPound: number | null;
  /** LM3. */
  readonly addsToLm3: number;
  /** How it follows: GBP added to rounds 2 and 3, or LM3 for a change of area. */
  readonly workings: Explained;
  /** Where to find out how a contract may be placed, for moves of spend. */
  readonly routes?: RoutePointer;
}

/** Each move of spend with its gain. `round1` is GBP. */
export function moveEffects(
  prepared: PreparedLm3,
  taken: TakenShares,
  moves: readonly Move[],
  round1: number,
): ChangeEffect[] {
  return moves.map((move) => {
    const gain = supplierGain(prepared, taken, move);
    const to = 'existing' in move.to ? move.to.existing.name : `${move.to.added.name} (new)`;
    const words = `${formatGbp(move.amount)} moves from ${move.from.name} to ${to}`;
    return effectOf('moveSpend', move.index, words, move.amount, gain, round1, routePointer);
  });
}

/** Each move of pay with its gain, and how far answers of the staff survey leave the sum of them open, GBP. */
export function payEffects(
  project: Lm3Project,
  moves: readonly PayMove[],
  changes: readonly WhatIfChange[],
  round1: number,
): { readonly effects: readonly ChangeEffect[]; readonly range: Range } {
  if (moves.length === 0) return { effects: [], range: { low: 0, high: 0 } };
  const amount = exactSum(moves.map((move) => move.amount));
  const gain = payGain(project, movedPayroll(project, moves), amount);
  const effects = moves.map((move) => {
    const words = `${formatGbp(move.amount)} of pay goes to staff who live in the area instead of outside it`;
    const kind = changes[move.index]?.kind ?? 'localPay';
    return effectOf(kind, move.index, words, move.amount, gain.perPound, round1);
  });
  return { effects, range: openedBySurvey(gain, amount) };
}

function openedBySurvey(gain: ReturnType<typeof payGain>, amount: number): Range {
  const { counted, respendable, shares, surveyed } = gain;
  const [local, nonLocal] = [shares.local, shares.nonLocal];
  const money = amount * respendable;
  const known =
    amount * counted + money * ((surveyed.local ? 0 : local) - (surveyed.nonLocal ? 0 : nonLocal));
  const up = opened(known, surveyed.local ? money : 0);
  const down = opened(0, surveyed.nonLocal ? -money : 0);
  return { low: up.low + down.low, high: up.high + down.high };
}

/** What it does to LM3 alone that another area counts as the local one. */
export function areaEffect(
  changes: readonly WhatIfChange[],
  before: Lm3Result,
  there: Lm3Result,
): ChangeEffect | undefined {
  const index = changes.findIndex(({ kind }) => kind === 'area');
  if (index === -1) return undefined;
  const workings = difference(
    {
      id: 'areaEffect',
      label: 'Change of LM3 by looking at another area',
      unit: 'ratio',
      formula: `LM3 for ${there.area ?? 'the other area'} - LM3 for ${before.area ?? 'the area of the project'}`,
      sources: [lm3Sources.sizeDependence],
    },
    there.workings,
    before.workings,
  );
  return {
    kind: 'area',
    index,
    words: `${there.area ?? 'Another area'} counts as the local area instead of ${before.area ?? 'the area of the project'}`,
    moved: null,
    gainPerPound: null,
    addsToLm3: workings.value,
    workings,
  };
}

/** All effects as one tree whose root is the change of LM3. */
export function changeTree(
  round1: Explained,
  effects: readonly ChangeEffect[],
  area?: ChangeEffect,
): Explained {
  const added = sum(
    {
      id: 'whatIf.added',
      label: 'Added to rounds 2 and 3',
      unit: 'GBP',
      formula: 'sum of pounds moved x gain of a pound moved',
    },
    effects.map(({ workings }) => workings),
  );
  const byMoves = quotient(
    {
      id: 'whatIf.change',
      label: 'Change of LM3 by money moved',
      unit: 'ratio',
      formula: 'added to rounds 2 and 3 / round 1, which stays the same',
      sources: [lm3Sources.adopted],
    },
    added,
    round1,
  );
  if (!area) return byMoves;
  return sum(
    {
      id: 'whatIf.all',
      label: 'Change of LM3',
      unit: 'ratio',
      formula: 'by the other area + by money moved',
    },
    [area.workings, byMoves],
  );
}

function effectOf(
  kind: ChangeEffect['kind'],
  index: number,
  words: string,
  moved: number,
  gain: Explained,
  round1: number,
  routes?: RoutePointer,
): ChangeEffect {
  const workings = product(
    {
      id: `whatIf.change${index + 1}`,
      label: words,
      unit: 'GBP',
      formula: 'pounds moved x gain of a pound moved',
    },
    [
      given(
        { id: `whatIf.moved${index + 1}`, label: 'Pounds moved', unit: 'GBP', formula: 'as asked' },
        moved,
      ),
      gain,
    ],
  );
  return {
    kind,
    index,
    words,
    moved,
    gainPerPound: gain.value,
    addsToLm3: workings.value / round1,
    workings,
    ...(routes ? { routes } : {}),
  };
}
