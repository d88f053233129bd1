import { computeLm3, type Lm3Result, projectOfColumns } from '../../core/index.ts';
import { cellOf, columnOf, tableOf, usedPart } from './cells.ts';
import { notAvailable, refused } from './problem.ts';
import { remember } from './remember.ts';
import { roundsTable } from './rounds-table.ts';

/**
 * LM3 of spending: how often each pound counts in the area over three rounds, from 1 to 3.
 * @customfunction MULTIPLIER
 * @param spend What each supplier was paid, in pounds: one column.
 * @param local Whether each supplier is local: Yes or No, or what ISLOCAL says. "Cannot tell" counts as not local.
 * @param respend The share of its income that each supplier re-spends in the area, such as 40%. Empty: has not answered.
 * @param payLocal Pay to staff who live in the area, in pounds.
 * @param payOutside Pay to staff who live outside the area, in pounds.
 * @param otherCosts Other costs, which leave the area, in pounds: a number or a column.
 * @param settings Two columns of items and answers, as on the Settings sheet of a Local Pound workbook.
 * @returns LM3, not rounded.
 */
export function multiplier(
  spend: unknown[][],
  local: unknown[][],
  respend?: unknown[][],
  payLocal?: number,
  payOutside?: number,
  otherCosts?: unknown[][],
  settings?: unknown[][],
): number {
  return lm3Of({ spend, local, respend, payLocal, payOutside, otherCosts, settings }).result.lm3;
}

/**
 * The three rounds of LM3 as a table: rounds, total, LM3, what it lies between, and how firm it is.
 * @customfunction ROUNDS
 * @param spend What each supplier was paid, in pounds: one column.
 * @param local Whether each supplier is local: Yes or No, or what ISLOCAL says. "Cannot tell" counts as not local.
 * @param respend The share of its income that each supplier re-spends in the area, such as 40%. Empty: has not answered.
 * @param payLocal Pay to staff who live in the area, in pounds.
 * @param payOutside Pay to staff who live outside the area, in pounds.
 * @param otherCosts Other costs, which leave the area, in pounds: a number or a column.
 * @param settings Two columns of items and answers, as on the Settings sheet of a Local Pound workbook.
 * @returns Lines with what they are, their value and how it is worked out.
 */
export function rounds(
  spend: unknown[][],
  local: unknown[][],
  respend?: unknown[][],
  payLocal?: number,
  payOutside?: number,
  otherCosts?: unknown[][],
  settings?: unknown[][],
): unknown[][] {
  const { result, cannotTell } = lm3Of({ spend, local, respend, payLocal, payOutside, otherCosts, settings });
  return roundsTable(result, cannotTell);
}

/**
 * What a pound paid to a local supplier is worth to the area in rounds 2 and 3, in pounds. It is not an LM3.
 * @customfunction POUNDVALUE
 * @param spend What each supplier was paid, in pounds: one column.
 * @param local Whether each supplier is local: Yes or No, or what ISLOCAL says.
 * @param respend The share of its income that each supplier re-spends in the area, such as 40%. Empty: has not answered.
 * @param toLocal TRUE, or left out: a pound to a local supplier. FALSE: a pound to one that is not local.
 * @param settings Two columns of items and answers, as on the Settings sheet of a Local Pound workbook.
 * @returns Pounds for each pound, not rounded.
 */
export function poundValue(
  spend: unknown[][],
  local: unknown[][],
  respend?: unknown[][],
  toLocal?: boolean,
  settings?: unknown[][],
): number {
  const { worth } = lm3Of({ spend, local, respend, settings }).result;
  const value = toLocal === false ? worth.nonLocalSupplier : worth.localSupplier;
  if (value !== null) return value;
  const kind = toLocal === false ? 'that is not local' : 'that is local';
  throw notAvailable(`No supplier ${kind} was paid anything.`);
}

interface Given {
  readonly spend: unknown;
  readonly local: unknown;
  readonly respend?: unknown;
  readonly payLocal?: unknown;
  readonly payOutside?: unknown;
  readonly otherCosts?: unknown;
  readonly settings?: unknown;
}

interface Computed {
  readonly result: Lm3Result;
  readonly cannotTell: number;
}

const lm3Of = remember((given: Given): Computed => {
  const respend = columnOf('respend', given.respend);
  const columns = usedPart({
    spend: columnOf('spend', given.spend) ?? [],
    local: columnOf('local', given.local) ?? [],
    ...(respend ? { respend } : {}),
  });
  const { otherCosts } = usedPart({ otherCosts: columnOf('otherCosts', given.otherCosts) ?? [] });
  const read = projectOfColumns({
    ...columns,
    payLocal: cellOf(given.payLocal),
    payOutside: cellOf(given.payOutside),
    otherCosts,
    settings: tableOf(given.settings),
  });
  if (!read.ok) throw refused(read.issues);
  const { project, cannotTell } = read.value;
  const computed = computeLm3(project);
  if (!computed.ok) throw refused(computed.issues);
  return { result: computed.value, cannotTell };
});
