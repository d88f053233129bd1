import { type Explained, given } from '../explain/explained.ts';
import { assume } from './assumptions.ts';
import type { DensityChoice } from './density.ts';
import { bothYears, type Found, found, primary, restsOn, scaled } from './estimate.ts';
import type { EnabledProject, Tenant } from './project.ts';
import type { IndustryRatios, Ratios } from './ratios.ts';
import type { Reading, Step, Told } from './reading.ts';
import type { FteMethod } from './result.ts';
import { enabledSources } from './sources.ts';

/** What the employment of one tenant is worked out with. */
export interface TenantFacts {
  readonly tenant: Tenant;
  readonly settings: EnabledProject['settings'];
  readonly ratios: Ratios;
  readonly industry: IndustryRatios;
  readonly sectionKnown: boolean;
  readonly density: DensityChoice | undefined;
  /** Hours of a full-time week, where the user has set them. */
  readonly fullTimeWeek: Explained | undefined;
  /** True in the named mode that enters turnover as GVA, as the report of 2017 did. */
  readonly asPublished2017: boolean;
}

export type FoundFte<Value> = Found<Value, FteMethod>;

const asTold = 'as the tenant gave it';
const tell = {
  fte: { field: 'fte', label: 'FTE', named: true, unit: 'FTE', formula: asTold },
  hours: {
    field: 'hoursPerWeek',
    label: 'Paid hours of all staff in a week',
    unit: 'number',
    formula: asTold,
  },
  fullTime: { field: 'fullTime', label: 'Full-time employees', unit: 'count', formula: asTold },
  partTime: { field: 'partTime', label: 'Part-time employees', unit: 'count', formula: asTold },
  headcount: { field: 'headcount', label: 'Number of employees', unit: 'count', formula: asTold },
  beds: { field: 'beds', label: 'Beds', unit: 'count', formula: asTold },
  metres: { field: 'floorspaceM2', label: 'Floor area', unit: 'm2', formula: asTold },
  feet: { field: 'floorspaceSqFt', label: 'Floor area in square feet', unit: 'number', formula: asTold },
} as const satisfies Record<string, Told>;

const sources = [enabledSources.method];
const fteBy = (formula: string): Step => ({
  id: 'enabledFte',
  label: 'FTE',
  named: true,
  unit: 'FTE',
  formula,
  sources,
});
const step = {
  byHours: fteBy('hours of all staff / hours of a full-time week'),
  byWorkingTime: fteBy('full-time + 0.5 x part-time'),
  partTime: {
    id: 'partTimeFte',
    label: 'Part-time employees as FTE',
    unit: 'FTE',
    formula: 'part-time employees x 0.5',
  },
  byHeadcount: fteBy('employees x FTE per job of the industry'),
  byBeds: fteBy('beds / beds per FTE'),
  byFloorspace: fteBy('floor area / floor area per FTE'),
  fromGva: fteBy('GVA / GVA per FTE of the industry'),
  metres: { id: 'm2', label: 'Floor area', unit: 'm2', formula: 'square feet x 0.09290304' },
} as const satisfies Record<string, Step>;

/** Said of every figure that rests on the ratios of all industries. */
export const withoutSection = [assume.noSection];

/**
 * Full-time equivalents of one tenant without any help from its GVA: given, from hours or heads, or
 * from floor area / employment density; undefined where it gave none of them. Rules and their order:
 * docs/method/enabled-contribution.md.
 */
export function enabledEmployment<Value>(
  facts: TenantFacts,
  read: Reading<Value>,
): FoundFte<Value> | undefined {
  const { tenant } = facts;
  if (tenant.fte !== undefined) {
    return found(read.told(tenant, tell.fte), 'given', tell.fte.formula, 'high', primary);
  }
  return (
    byHours(facts, read) ??
    byWorkingTime(facts, read) ??
    byHeadcount(facts, read) ??
    byFloorspace(facts, read)
  );
}

/** Hours of all staff / hours of a full-time week, which the user has set. */
function byHours<Value>(
  { tenant, fullTimeWeek }: TenantFacts,
  read: Reading<Value>,
): FoundFte<Value> | undefined {
  if (tenant.hoursPerWeek === undefined || fullTimeWeek === undefined) return undefined;
  const hours = read.told(tenant, tell.hours);
  const fte = read.quotient(step.byHours, tenant, hours, read.shared(fullTimeWeek));
  return found(fte, 'headcountByHours', step.byHours.formula, 'high', primary);
}

function byWorkingTime<Value>(
  { tenant, settings }: TenantFacts,
  read: Reading<Value>,
): FoundFte<Value> | undefined {
  const { fullTime, partTime } = tenant;
  if (fullTime === undefined && partTime === undefined) return undefined;
  const parts: Value[] = [];
  if (fullTime !== undefined) parts.push(read.told(tenant, tell.fullTime));
  if (partTime !== undefined) {
    const half = settings.partTimeRuleConfirmed ? halfConfirmed : halfAssumed;
    parts.push(read.product(step.partTime, tenant, read.told(tenant, tell.partTime), read.shared(half)));
  }
  return found(
    read.sum(step.byWorkingTime, tenant, parts),
    'headcountByHours',
    step.byWorkingTime.formula,
    settings.partTimeRuleConfirmed ? 'high' : 'moderate',
    primary,
  );
}

const halfConfirmed = given(
  { id: 'partTimeShare', label: 'FTE of a part-timer', unit: 'number', formula: 'confirmed by you' },
  0.5,
);
const halfAssumed = given(
  {
    id: 'partTimeShare',
    label: 'FTE of a part-timer',
    unit: 'number',
    formula: 'assumed',
    assumptions: [assume.partTime],
    sources: [assume.partTime.source],
  },
  0.5,
);

function byHeadcount<Value>(
  { tenant, industry, sectionKnown }: TenantFacts,
  read: Reading<Value>,
): FoundFte<Value> | undefined {
  if (tenant.headcount === undefined) return undefined;
  const { ftePerJob } = industry;
  const fte = read.product(
    step.byHeadcount,
    tenant,
    read.told(tenant, tell.headcount),
    read.shared(ftePerJob.node),
    sectionKnown ? undefined : withoutSection,
  );
  return found(fte, 'headcount', step.byHeadcount.formula, 'moderate', restsOn(ftePerJob));
}

function byFloorspace<Value>(facts: TenantFacts, read: Reading<Value>): FoundFte<Value> | undefined {
  const { tenant, ratios, density: choice } = facts;
  const area = measuredSize(facts, read);
  if (!area || !choice || !('density' in choice)) return undefined;
  const { density, general } = choice;
  const by = density.area_basis === 'beds' ? step.byBeds : step.byFloorspace;
  const { low, typical, high } = ratios.density(density, general);
  const fte = read.quotient(by, tenant, area.value, read.shared(typical.node));
  const rests = restsOn(typical, area.verified);
  const confidence = typical.verified ? 'moderate' : 'low';
  if (density.value_low === density.value_high) {
    return found(fte, 'floorspace', by.formula, confidence, rests);
  }
  // The more room each takes, the fewer they are: low FTE goes with the high density figure.
  return found(fte, 'floorspace', by.formula, confidence, rests, {
    low: read.quotient(by, tenant, area.value, read.shared(high.node)),
    high: read.quotient(by, tenant, area.value, read.shared(low.node)),
  });
}

export interface Measured<Value> {
  readonly value: Value;
  readonly verified: boolean;
}

/** Beds, or floor area on the measure of the tenant's density: what is divided by the density. */
export function measuredSize<Value>(
  { tenant, ratios, density: choice }: TenantFacts,
  read: Reading<Value>,
): Measured<Value> | undefined {
  if (!choice || !('density' in choice)) return undefined;
  const basis = choice.density.area_basis;
  if (basis !== 'beds') return areaOn(basis, tenant, ratios, read);
  return tenant.beds === undefined ? undefined : { value: read.told(tenant, tell.beds), verified: true };
}

/** The floor area of a tenant in m2, as it gave it. */
function floorArea<Value>(tenant: Tenant, ratios: Ratios, read: Reading<Value>): Value | undefined {
  if (tenant.floorspaceM2 !== undefined) return read.told(tenant, tell.metres);
  if (tenant.floorspaceSqFt === undefined) return undefined;
  const metres = ratios.area('sqft', 'm2');
  const feet = read.told(tenant, tell.feet);
  return metres && read.product(step.metres, tenant, feet, read.shared(metres.node));
}

const basisAssumed = [assume.areaBasis];
const byInverse = [assume.inverse];
const basisAssumedByInverse = [assume.areaBasis, assume.inverse];

/** The floor area of a tenant on the measure that the density is for. */
function areaOn<Value>(
  basis: string,
  tenant: Tenant,
  ratios: Ratios,
  read: Reading<Value>,
): Measured<Value> | undefined {
  const area = floorArea(tenant, ratios, read);
  if (area === undefined) return undefined;
  const assumed = tenant.areaBasis === undefined;
  const factor = ratios.area(tenant.areaBasis ?? 'NIA', basis);
  if (!factor) return { value: assumed ? read.resting(area, basisAssumed) : area, verified: true };
  const by = read.shared(factor.node);
  const value = factor.inverse
    ? read.quotient(factor.step, tenant, area, by, assumed ? basisAssumedByInverse : byInverse)
    : read.product(factor.step, tenant, area, by, assumed ? basisAssumed : undefined);
  return { value, verified: factor.verified };
}

/** Full-time equivalents from GVA, where nothing else gives them and the industry is known. */
export function employmentFromGva<Value>(
  { tenant, industry, sectionKnown }: TenantFacts,
  gva: Found<Value, string>,
  read: Reading<Value>,
): FoundFte<Value> | undefined {
  if (!sectionKnown) return undefined;
  const { gvaPerFte } = industry;
  const by = read.shared(gvaPerFte.node);
  return scaled(gva, (end) => read.quotient(step.fromGva, tenant, end, by), {
    method: 'fromGva',
    formula: step.fromGva.formula,
    confidence: 'low',
    year: bothYears(gva.year, gvaPerFte.year),
    verified: gva.verified && gvaPerFte.verified,
  });
}
