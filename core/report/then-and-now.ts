import { resolveCitation } from '../framework/documents.ts';
import { type AdviceSection, standingWords } from '../procurement/advice-text.ts';
import { thenAndNow } from '../procurement/data.ts';

/** For readers of the 2017 report: each of its routes as it was, as it is, and what to put right. */
export function thenAndNowSections(): AdviceSection[] {
  return thenAndNow().map(({ id, name, report, law_then, law_now, put_right, sources, ...standing }) => ({
    heading: name,
    lines: [
      `The report: ${report}`,
      `Then: ${law_then}`,
      `Now: ${law_now}`,
      `To put right: ${put_right}`,
      `Source: ${sources
        .map((citation) => resolveCitation(`procurement-then-and-now.json, ${id},`, citation))
        .map(({ title, place }) => `${title}, ${place}`)
        .join('; ')}. ${standingWords({ ...standing, unverified: standing.unverified_points })}`,
    ],
  }));
}
