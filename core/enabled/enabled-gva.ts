import { assume } from './assumptions.ts';
import { type FoundFte, type TenantFacts, withoutSection } from './enabled-employment.ts';
import { bothYears, type Found, found, primary, restsOn, scaled } from './estimate.ts';
import type { Reading, Step, Told } from './reading.ts';
import type { GvaMethod } from './result.ts';
import { enabledSources } from './sources.ts';

export type FoundGva<Value> = Found<Value, GvaMethod>;

const tell = {
  gva: { field: 'gvaGbp', label: 'GVA', named: true, unit: 'GBP', formula: 'as the tenant gave it' },
  turnover: { field: 'turnoverGbp', label: 'Turnover', unit: 'GBP', formula: 'as the tenant gave it' },
  turnoverAsGva: {
    field: 'turnoverGbp',
    label: 'GVA',
    named: true,
    unit: 'GBP',
    formula: 'turnover, entered as GVA',
    assumptions: [assume.turnoverAsGva],
  },
} as const satisfies Record<string, Told>;

const gvaBy = (formula: string): Step => ({
  id: 'enabledGva',
  label: 'GVA',
  named: true,
  unit: 'GBP',
  formula,
  sources: [enabledSources.method],
});
const step = {
  fromTurnover: gvaBy('turnover x (GVA / turnover) of the industry'),
  fromJobs: gvaBy('FTE x GVA per FTE of the industry'),
};

/**
 * GVA of one tenant from what it told of its money: as given, else turnover x the ratio of its
 * industry. Turnover is never taken for GVA, except in the mode "as published in 2017".
 *
 * @returns undefined when it told nothing, or its industry has no ratio (sections K, O and T)
 */
export function gvaFromMoney<Value>(
  { tenant, industry, sectionKnown, asPublished2017 }: TenantFacts,
  read: Reading<Value>,
): FoundGva<Value> | undefined {
  if (tenant.gvaGbp !== undefined) {
    return found(read.told(tenant, tell.gva), 'given', tell.gva.formula, 'high', primary);
  }
  if (tenant.turnoverGbp === undefined) return undefined;
  if (asPublished2017) {
    const { formula } = tell.turnoverAsGva;
    return found(read.told(tenant, tell.turnoverAsGva), 'turnover', formula, 'high', primary);
  }
  const ratio = industry.gvaToTurnover;
  if (!ratio) return undefined;
  const gva = read.product(
    step.fromTurnover,
    tenant,
    read.told(tenant, tell.turnover),
    read.shared(ratio.node),
    sectionKnown ? undefined : withoutSection,
  );
  return found(gva, 'turnover', step.fromTurnover.formula, 'moderate', restsOn(ratio));
}

/** GVA of one tenant by the jobs route: FTE x GVA per FTE of its industry. */
export function gvaFromJobs<Value>(
  { tenant, industry, sectionKnown }: TenantFacts,
  fte: FoundFte<Value>,
  read: Reading<Value>,
): FoundGva<Value> {
  const { gvaPerFte } = industry;
  const by = read.shared(gvaPerFte.node);
  const resting = sectionKnown ? undefined : withoutSection;
  const firm = sectionKnown && (fte.confidence === 'high' || fte.confidence === 'moderate');
  return scaled(fte, (end) => read.product(step.fromJobs, tenant, end, by, resting), {
    method: 'employment',
    formula: step.fromJobs.formula,
    confidence: firm ? 'moderate' : 'low',
    year: bothYears(fte.year, gvaPerFte.year),
    verified: fte.verified && gvaPerFte.verified,
  });
}
