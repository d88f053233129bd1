import type { Source } from '../../explain/explained.ts';
import { formatGbp, formatRatio } from '../../units/format.ts';
import type { Issue, Outcome } from '../../workbook/issue.ts';
import { computeLm3 } from '../lm3.ts';
import type { Lm3Project } from '../project.ts';
import type { Lm3Context, Lm3Result } from '../result.ts';
import { lm3Sources } from '../sources.ts';
import { areaProject } from './area-project.ts';
import { type AreaSize, bySize, sizeInWords, whyUnlike } from './area-size.ts';
import { nestingIssues } from './nesting.ts';

/** LM3 of one spending in one of several areas. */
export interface AreaColumn extends AreaSize {
  /** Kind, radius and population, as far as they are stated. */
  readonly size: string;
  /** Whether it is the area that the project itself is about. */
  readonly own: boolean;
  readonly result: Lm3Result;
}

/** One spending in several areas side by side, from the smallest to the largest where sizes are stated. */
export interface AreaComparison {
  readonly name: string;
  readonly period?: string;
  readonly areas: readonly AreaColumn[];
  /** Whether these LM3s may be ranked, and why not. */
  readonly ranking: { readonly allowed: boolean; readonly reason: string; readonly source: Source };
  readonly sentences: readonly string[];
  readonly issues: readonly Issue[];
}

const unnamed = 'area not stated';

/**
 * The project's own area and its other areas side by side. Warnings name suppliers whose entries
 * contradict areas that lie inside each other.
 *
 * Source: docs/method/lm3.md, Several areas.
 */
export function compareAreas(project: Lm3Project, context: Lm3Context = {}): Outcome<AreaComparison> {
  if (project.areas.length === 0) return { ok: false, issues: [onlyOne(project)] };
  const own = computeLm3(project);
  if (!own.ok) return own;
  const { areaKind: kind, population, radiusKm, area: name = unnamed } = project;
  const seen = [columnOf({ name, kind, population, radiusKm }, project, own.value, true)];
  for (const { payrollLocal: _pay, ...size } of project.areas) {
    const view = areaProject(project, size.name);
    if (!view.ok) return view;
    const { project: there, assumptions, issues } = view.value;
    const computed = computeLm3(there, { assumptions, issues });
    if (!computed.ok) return computed;
    seen.push(columnOf(size, there, computed.value, false));
  }
  const ordered = bySize(seen);
  const areas = ordered.map(({ project: _seen, ...column }) => column);
  const unlike = whyUnlike(areas);
  const ranking = {
    allowed: unlike === undefined,
    reason: unlike
      ? `These LM3s are not ranked: ${unlike}. A larger area holds more of any money, so a higher LM3 there is no better result.`
      : 'The areas are alike in kind and size, so their LM3s may be ranked.',
    source: lm3Sources.sizeDependence,
  };
  const issues = unique([
    ...(context.issues ?? []),
    ...areas.flatMap(({ result }) => result.issues),
    ...nestingIssues(ordered),
  ]);
  const value: AreaComparison = {
    name: project.name,
    ...(project.period === undefined ? {} : { period: project.period }),
    areas,
    ranking,
    sentences: [...areas.map(areaSentence), ranking.reason],
    issues,
  };
  return { ok: true, value, issues };
}

function columnOf(size: AreaSize, project: Lm3Project, result: Lm3Result, own: boolean) {
  return { ...size, size: sizeInWords(size), own, project, result };
}

/** The areas by LM3, the highest first. Unlike areas are refused with the reason. */
export function rankAreas({ areas, ranking }: AreaComparison): Outcome<readonly AreaColumn[]> {
  if (ranking.allowed) {
    return { ok: true, value: [...areas].sort((a, b) => b.result.lm3 - a.result.lm3), issues: [] };
  }
  return {
    ok: false,
    issues: [
      {
        severity: 'error',
        where: { path: 'areas' },
        found: areas.map(({ name, size }) => `${name} (${size})`).join('; '),
        expected: 'areas that are alike in kind and size',
        mend: `${ranking.reason} Read them side by side instead.`,
      },
    ],
  };
}

function areaSentence({ name, size, result }: AreaColumn): string {
  const { lm2, lm3, bounds, round1, round2 } = result;
  return `${name} (${size}): ${formatGbp(round2 / round1)} of each pound is spent with local people and organisations; LM2 ${formatRatio(lm2)}, LM3 ${formatRatio(lm3)}, certain bounds ${formatRatio(bounds.low)} to ${formatRatio(bounds.high)}.`;
}

/** The same warning holds for every area, such as the one about credits; it is told once. */
function unique(issues: readonly Issue[]): Issue[] {
  return [...new Map(issues.map((issue) => [JSON.stringify(issue), issue])).values()];
}

function onlyOne({ area }: Lm3Project): Issue {
  return {
    severity: 'error',
    where: { path: 'areas' },
    found: `one area only${area === undefined ? '' : `, ${area}`}`,
    expected: 'at least one more area, such as the ward, the county or the region',
    mend: 'Add areas to the project, each with the pay of staff who live in it, and say for each supplier whether it is local there.',
  };
}
