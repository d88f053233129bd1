import { product } from '../explain/explained.ts';
import { assume } from './assumptions.ts';
import { type TenantFacts, told } from './enabled-employment.ts';
import { bothYears, endsOf, estimate, primary, sameEnds, scaled, unknown } from './estimate.ts';
import type { FteEstimate, GvaEstimate } from './result.ts';
import { enabledSources } from './sources.ts';

const ruleSources = [enabledSources.method];

const naming = ({ where, name }: TenantFacts['tenant'], formula: string) => ({
  id: `${where}.enabledGva`,
  label: `GVA of ${name}`,
  unit: 'GBP' as const,
  formula,
  sources: ruleSources,
});

/**
 * GVA of one tenant from what it told of its money: as given, else turnover x the ratio of its
 * industry. Turnover is never taken for GVA, except in the mode "as published in 2017".
 *
 * @returns undefined when it told nothing, or its industry has no ratio (sections K, O and T)
 */
export function gvaFromMoney(facts: TenantFacts, asPublished2017: boolean): GvaEstimate | undefined {
  const { tenant, industry, sectionKnown } = facts;
  if (tenant.gvaGbp !== undefined) {
    return estimate(
      sameEnds(told(tenant, 'gvaGbp', `GVA of ${tenant.name}`, 'GBP', tenant.gvaGbp)),
      'given',
      'high',
      primary,
    );
  }
  if (tenant.turnoverGbp === undefined) return undefined;
  if (asPublished2017) {
    const asGva = told(tenant, 'turnoverGbp', `GVA of ${tenant.name}`, 'GBP', tenant.turnoverGbp);
    const entered = { ...asGva, formula: 'turnover, entered as GVA', assumptions: [assume.turnoverAsGva] };
    return estimate(sameEnds(entered), 'turnover', 'high', primary);
  }
  const ratio = industry.gvaToTurnover;
  if (!ratio) return undefined;
  const gva = product(
    {
      ...naming(tenant, 'turnover x (GVA / turnover) of the industry'),
      assumptions: sectionKnown ? [] : [assume.noSection],
    },
    [told(tenant, 'turnoverGbp', 'Turnover', 'GBP', tenant.turnoverGbp), ratio.node],
  );
  return estimate(sameEnds(gva), 'turnover', 'moderate', { year: ratio.year, verified: ratio.verified });
}

/** GVA of one tenant by the jobs route: FTE x GVA per FTE of its industry. */
export function gvaFromJobs(facts: TenantFacts, fte: FteEstimate): GvaEstimate {
  const { tenant, industry, sectionKnown } = facts;
  const ends = endsOf(fte);
  if (!ends) return unknown;
  const { gvaPerFte } = industry;
  const name = {
    ...naming(tenant, 'FTE x GVA per FTE of the industry'),
    assumptions: sectionKnown ? [] : [assume.noSection],
  };
  const firm = sectionKnown && (fte.confidence === 'high' || fte.confidence === 'moderate');
  return estimate(scaled(name, ends, 'product', gvaPerFte), 'employment', firm ? 'moderate' : 'low', {
    year: bothYears(fte.dataYear, gvaPerFte.year),
    verified: fte.verified && gvaPerFte.verified,
  });
}
