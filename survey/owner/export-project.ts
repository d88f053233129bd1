import { type Lm3Project, prepareLm3 } from '../../core/index.ts';
import { standIns } from './stand-ins.ts';
import type { SurveyProject } from './survey-project.ts';

/** A project as it may leave the survey. */
export interface ExportedProject {
  readonly project: Lm3Project;
  /** Whether an interval worked out from it is the survey's own. */
  readonly intervalHolds: boolean;
}

/**
 * Replaces the shares that may not be shown singly by stand-ins, and the names say so. LM3, LM2, the
 * bounds, the response rate and the interval stay as they are: each stratum keeps its weighted sum
 * and its spread. Where no stand-ins have the spread, those of a stratum all get its mean, and the
 * interval is too narrow.
 */
export function exportProject({ project, hidden }: SurveyProject): ExportedProject {
  if (hidden.size === 0) return { project, intervalHolds: true };
  const weighted = project.settings.meanOfAnswers !== 'unweighted';
  const secret = new Set([...hidden].flatMap((place) => project.suppliers[place] ?? []));
  const { table } = prepareLm3(project);
  const strata = new Map<number, number[]>();
  table.share.forEach((share, place) => {
    if (Number.isNaN(share)) return;
    const stratum = table.stratum[place] ?? 0;
    const places = strata.get(stratum);
    if (places) places.push(place);
    else strata.set(stratum, [place]);
  });
  let intervalHolds = true;
  const replaced = new Map<Lm3Project['suppliers'][number], number>();
  for (const places of strata.values()) {
    const stratum = places.map((place) => ({
      weight: weighted ? (table.spend[place] ?? 0) : 1,
      share: table.share[place] ?? 0,
      hidden: secret.has(table.supplierAt(place)),
    }));
    const made = standIns(stratum);
    if (made === undefined) intervalHolds = false;
    const mean = meanOfHidden(stratum);
    places.forEach((place, at) => {
      if (stratum[at]?.hidden) replaced.set(table.supplierAt(place), made?.[at] ?? mean);
    });
  }
  const note = ' (kept private: a stand-in)';
  return {
    intervalHolds,
    project: {
      ...project,
      suppliers: project.suppliers.map((supplier, place) => {
        if (!hidden.has(place)) return supplier;
        // A supplier without spend, or with a credit, has no weight in LM3: nothing stands in for it.
        const respendShare = replaced.get(supplier) ?? null;
        return {
          ...supplier,
          name: `${supplier.name.slice(0, longestName - note.length)}${note}`,
          respendShare,
        };
      }),
    },
  };
}

function meanOfHidden(
  stratum: readonly { readonly weight: number; readonly share: number; readonly hidden: boolean }[],
): number {
  const some = stratum.filter(({ hidden }) => hidden);
  const all = some.reduce((sum, { weight }) => sum + weight, 0);
  return all === 0 ? 0 : Math.min(1, some.reduce((sum, { weight, share }) => sum + weight * share, 0) / all);
}

/** Longest name of a supplier that a workbook takes. */
const longestName = 200;
