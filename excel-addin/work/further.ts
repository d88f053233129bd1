import {
  type AreaComparison,
  askTable,
  compareAreas,
  comparePeriods,
  type Leaks,
  leaks,
  type Outcome,
  type PlanOptionsInput,
  planPrepared,
  type WhatIfChange,
  whatIf,
} from '../../core/index.ts';
import { computeLm3Sheets } from '../../spreadsheet/lm3-file.ts';
import { writeCsv } from '../../spreadsheet/write-csv.ts';
import type {
  MovableSuppliers,
  PeriodsShown,
  PlanShown,
  WhatIfFigures,
  WhatIfShown,
} from '../engine/messages.ts';
import type { OpenProject } from './open-project.ts';
import type { ReadFile } from './read-file.ts';
import { unexpected } from './unexpected.ts';

/** What people ask beyond the result itself. Loaded when the first of it is asked. */

export function planOf(open: OpenProject, options: PlanOptionsInput): Outcome<PlanShown> {
  const planned = planPrepared(open.prepared, options);
  if (!planned.ok) return planned;
  const designs = planned.value.designs.map(({ drawn: _drawn, workings: _workings, ...shown }) => shown);
  return { ...planned, value: { ...planned.value, designs } };
}

/** Everyone to ask, not only those that the page lists. */
export function planFileOf(open: OpenProject, options: PlanOptionsInput): Uint8Array<ArrayBuffer> {
  const planned = planPrepared(open.prepared, { ...options, listed: Number.MAX_SAFE_INTEGER });
  if (!planned.ok) throw unexpected(planned.issues);
  const { headings, rows } = askTable(planned.value);
  return new Uint8Array(
    writeCsv([headings.map(({ text }) => text), ...rows.map((row) => row.map(({ value }) => value))]),
  );
}

export function whatIfOf({ project }: OpenProject, changes: readonly WhatIfChange[]): Outcome<WhatIfShown> {
  const asked = whatIf(project, changes);
  if (!asked.ok) return asked;
  const { before, after, project: _project, ...rest } = asked.value;
  return { ...asked, value: { ...rest, before: figures(before), after: figures(after) } };
}

const figures = ({ lm3, lm2, round1, round2, round3, total }: WhatIfFigures): WhatIfFigures => ({
  lm3,
  lm2,
  round1,
  round2,
  round3,
  total,
});

const mostSuggested = 300;

/** The largest suppliers of each kind, for the lists that a reader chooses from. */
export function movableOf({ prepared: { table, project } }: OpenProject): MovableSuppliers {
  const { spend, stratum, strata, supplierAt } = table;
  const isLocal = (place: number): boolean => strata[stratum[place] ?? 0]?.local ?? false;
  const names = (local: boolean): string[] => {
    const places = Array.from(spend.keys()).filter((place) => isLocal(place) === local);
    places.sort((a, b) => (spend[b] ?? 0) - (spend[a] ?? 0));
    return [...new Set(places.slice(0, mostSuggested).map((place) => supplierAt(place).name))];
  };
  return { from: names(false), to: names(true), payOutside: project.payroll.nonLocal };
}

export function leaksOf({ project }: OpenProject): Leaks {
  const found = leaks(project);
  if (!found.ok) throw unexpected(found.issues);
  return found.value;
}

export function areasOf({ project }: OpenProject): AreaComparison {
  const compared = compareAreas(project);
  if (!compared.ok) throw unexpected(compared.issues);
  return compared.value;
}

/** The period of another workbook, taken as the earlier one, beside the one that is open. */
export function periodsOf({ project }: OpenProject, read: Outcome<ReadFile>): Outcome<PeriodsShown> {
  if (!read.ok) return read;
  const earlier = computeLm3Sheets(read.value.sheets, read.issues);
  if (!earlier.ok) return earlier;
  const compared = comparePeriods([earlier.value.project, project]);
  if (!compared.ok) return compared;
  const { periods, changes, issues } = compared.value;
  const [change] = changes;
  if (!change) throw new Error('Two periods were compared and no change came of it.');
  const shown = periods.map(({ label, result: { lm3, lm2, bounds, responseRate } }) => ({
    label,
    lm3,
    lm2,
    bounds,
    responseRate,
  }));
  return { ...compared, value: { periods: shown, change, issues } };
}
