import type { Lm3Project } from '../../core/index.ts';
import type { SurveyProject } from './survey-project.ts';

/**
 * The project as it may leave the survey: shares that may not be shown singly are replaced by the
 * spend-weighted mean of those of their kind, and the names say so. LM3, LM2, the bounds and the
 * response rate stay as they are; the spread of answers does not, so an interval worked out from it
 * is too narrow.
 */
export function exportProject({ project, hidden }: SurveyProject): Lm3Project {
  const groupOf = ({ local, category = '' }: Lm3Project['suppliers'][number]) =>
    project.settings.categoryStrata ? `${local} ${category}` : String(local);
  const groups = new Map<string, { spend: number; respent: number; plain: number; count: number }>();
  project.suppliers.forEach((supplier, place) => {
    if (!hidden.has(place)) return;
    const { spend: paid, respendShare } = supplier;
    // A supplier without spend, or with a credit, has no weight in LM3.
    const spend = Math.max(0, paid);
    const group = groups.get(groupOf(supplier)) ?? { spend: 0, respent: 0, plain: 0, count: 0 };
    groups.set(groupOf(supplier), {
      spend: group.spend + spend,
      respent: group.respent + spend * (respendShare ?? 0),
      plain: group.plain + (respendShare ?? 0),
      count: group.count + 1,
    });
  });
  const weighted = project.settings.meanOfAnswers !== 'unweighted';
  return {
    ...project,
    suppliers: project.suppliers.map((supplier, place) => {
      const group = groups.get(groupOf(supplier));
      if (!hidden.has(place) || group === undefined) return supplier;
      const mean = weighted && group.spend > 0 ? group.respent / group.spend : group.plain / group.count;
      const note = ` (kept private: mean of ${group.count})`;
      return {
        ...supplier,
        name: `${supplier.name.slice(0, longestName - note.length)}${note}`,
        respendShare: mean,
      };
    }),
  };
}

/** Longest name of a supplier that a workbook takes. */
const longestName = 200;
