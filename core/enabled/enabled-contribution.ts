import type { Assumption } from '../explain/explained.ts';
import { supplierKey } from '../ledger/supplier-key.ts';
import { formatApproximateCount, formatApproximateGbp } from '../units/format.ts';
import type { Issue, Outcome } from '../workbook/issue.ts';
import { countOnce, type Entry } from './double-counting.ts';
import { gvaFromJobs } from './enabled-gva.ts';
import { lower } from './estimate.ts';
import { Foundations } from './foundations.ts';
import { gapIssues } from './gaps.ts';
import { CrossCheck, estimateOf } from './lazy-workings.ts';
import { LookUps } from './look-ups.ts';
import { placeOf } from './place.ts';
import type { EnabledProject } from './project.ts';
import { Numbers } from './reading.ts';
import { type EnabledReference, shippedReference } from './reference.ts';
import type { EnabledResult, FteEstimate, GvaEstimate, TenantResult } from './result.ts';
import { sanityIssues } from './sanity.ts';
import { enabledSources } from './sources.ts';
import { anchorResult, authorityResults, type Counted, totalOf } from './sums.ts';
import { tenantFigures } from './tenant-figures.ts';
import { ownTables } from './update/own-tables.ts';

/** What a face may set otherwise, and what it knows beyond the project. */
export interface EnabledOptions {
  /** Enter turnover as GVA, as the report of 2017 did. */
  readonly asPublished2017?: boolean;
  /** Newer reference data than that which ships. */
  readonly reference?: EnabledReference;
  readonly issues?: readonly Issue[];
}

/**
 * Enabled employment (FTE) and enabled GVA (GBP a year) of tenants, by tenant, anchor, authority and
 * in all, with the workings of every figure. Gross: nothing is taken off for what would have happened
 * anyway. It is the activity of tenants, not of their landlord.
 *
 * Source: Keep it Local for Economic Resilience (2017), Appendix 2; choices in
 * docs/method/enabled-contribution.md.
 *
 * @example a café of 87.5 m2 NIA, use class A3, SIC 56: 87.5 / 17.5 = 5 FTE (4.375 to 5.833), and
 *   5 x £36,081 = £180,405 GVA
 */
export function computeEnabled(
  project: EnabledProject,
  options: EnabledOptions = {},
): Outcome<EnabledResult> {
  const { asPublished2017 = false, reference = shippedReference() } = options;
  const rests = new Foundations();
  const look = new LookUps(project, reference, asPublished2017);
  const estimated = estimateAll(project, look, rests);
  const once = countOnce(estimated);
  const counted = estimated.map((entry, at): Counted => {
    const { anchor, anchorAt, tenant, isLandlord, fte, gva, section, crossCheck, warnings } = entry;
    const result: TenantResult = {
      name: tenant.name,
      companyNumber: tenant.companyNumber,
      activity: tenant.activity,
      where: tenant.where,
      section,
      fte,
      gva,
      confidence: lower(fte.confidence, gva.confidence),
      fteCountsIn: once.fte[at] ?? [],
      gvaCountsIn: once.gva[at] ?? [],
      crossCheck,
      warnings,
    };
    return { anchor, anchorAt, isLandlord, result };
  });
  const groups = groupByAnchor(counted, project.anchors.length);
  const anchors = project.anchors.map((anchor, at) => anchorResult(anchor, groups[at] ?? []));
  const { total, workings } = totalOf(groups, anchors);
  const { assumptions, sources } = rests.of(gross);
  const { id, name, year } = project;
  const value: EnabledResult = {
    ...(id === undefined ? {} : { id }),
    ...(name === undefined ? {} : { name }),
    ...(year === undefined ? {} : { year }),
    asPublished2017,
    ...(reference.own === undefined ? {} : { referenceData: reference.own }),
    anchors,
    authorities: authorityResults(project.anchors, groups, anchors),
    totals: {
      ...total,
      tenants: counted.length,
      notCounted: counted.filter(
        ({ result }) =>
          result.confidence === 'unknown' && result.fte.value === null && result.gva.value === null,
      ).length,
    },
    headline: { fte: formatApproximateCount(total.fte), gva: formatApproximateGbp(total.gvaGbp) },
    assumptions: [...ownTables(reference.own), ...assumptions],
    sources,
    issues: [
      ...(options.issues ?? []),
      ...(asPublished2017 ? [legacyIssue] : []),
      ...anchorIssues(project),
      ...once.issues,
      ...counted.flatMap(({ result }) => result.warnings),
    ],
    workings,
  };
  return { ok: true, value, issues: value.issues };
}

interface Estimated extends Entry {
  readonly section: string | undefined;
  readonly crossCheck: TenantResult['crossCheck'];
  readonly warnings: readonly Issue[];
}

/** Few tenants have warnings; the others share one empty list. */
const noWarnings: readonly Issue[] = [];

/** Every tenant of every anchor with both its figures. */
function estimateAll({ anchors }: EnabledProject, look: LookUps, foundations: Foundations): Estimated[] {
  const read = new Numbers(foundations);
  const checking = new Numbers();
  const issues: Issue[] = [];
  const estimated: Estimated[] = [];
  anchors.forEach((anchor, anchorAt) => {
    const landlord = supplierKey(anchor.name);
    for (const tenant of anchor.tenants) {
      foundations.nextTenant();
      const facts = look.facts(tenant);
      const figures = tenantFigures(facts, read);
      const fte: FteEstimate = estimateOf(figures.fte, facts, 'fte');
      const gva: GvaEstimate = estimateOf(figures.gva, facts, 'gva');
      const jobs = figures.jobsToCheck && gvaFromJobs(facts, figures.jobsToCheck, checking).typical;
      sanityIssues(facts, fte, gva, jobs, issues);
      gapIssues(facts, fte, gva, issues);
      const key = supplierKey(tenant.name);
      estimated.push({
        anchor,
        anchorAt,
        tenant,
        key,
        isLandlord: key === landlord,
        fte,
        gva,
        section: facts.industryIs?.section,
        crossCheck: jobs === undefined ? undefined : new CrossCheck(jobs, facts),
        warnings: issues.length === 0 ? noWarnings : issues.splice(0),
      });
    }
  });
  return estimated;
}

const legacyIssue: Issue = {
  severity: 'warning',
  where: {},
  found: 'the mode "as published in 2017"',
  expected: 'turnover turned into GVA by the ratio of its industry',
  mend: 'Turnover was entered as GVA, as the report’s method says. This overstates GVA; use it only to compare with the report.',
};

function anchorIssues({ anchors }: EnabledProject): Issue[] {
  const seen = new Set<string>();
  return anchors.flatMap((anchor): Issue[] => {
    const issues: Issue[] = [];
    if (anchor.tenants.length === 0) {
      issues.push({
        severity: 'warning',
        where: placeOf(anchor, 'name'),
        found: `${anchor.name} without tenants`,
        expected: 'at least one tenant',
        mend: 'It adds nothing. Add its tenants, or take it out: the published study left such anchors out.',
      });
    }
    const key = anchor.name.trim().toLowerCase();
    if (seen.has(key)) {
      issues.push({
        severity: 'warning',
        where: placeOf(anchor, 'name'),
        found: `${anchor.name} twice among the anchors`,
        expected: 'each anchor once, with all its tenants',
        mend: 'Put its tenants together.',
      });
    }
    seen.add(key);
    return issues;
  });
}

function groupByAnchor(counted: readonly Counted[], anchors: number): Counted[][] {
  const groups: Counted[][] = Array.from({ length: anchors }, () => []);
  for (const entry of counted) groups[entry.anchorAt]?.push(entry);
  return groups;
}

const gross = {
  id: 'gross',
  text: 'The figures are gross: all activity of the tenants counts, whatever would have happened without the anchor.',
  because: 'The published method takes nothing off for deadweight, displacement, leakage or attribution.',
  effect:
    'A net figure would be smaller. Never add these figures to the anchor’s own jobs or GVA, or to LM3.',
  source: enabledSources.method,
} satisfies Assumption;
