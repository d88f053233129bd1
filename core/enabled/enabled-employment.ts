import { type Explained, given, product, quotient, sum } from '../explain/explained.ts';
import { assume } from './assumptions.ts';
import type { DensityChoice } from './density.ts';
import { bothYears, type Ends, endsOf, estimate, primary, sameEnds, scaled, unknown } from './estimate.ts';
import type { EnabledProject, Tenant } from './project.ts';
import type { IndustryRatios, Ratio, Ratios } from './ratios.ts';
import type { FteEstimate, GvaEstimate } from './result.ts';
import { enabledSources } from './sources.ts';

/** What the employment of one tenant is worked out with. */
export interface TenantFacts {
  readonly tenant: Tenant;
  readonly settings: EnabledProject['settings'];
  readonly ratios: Ratios;
  readonly industry: IndustryRatios;
  readonly sectionKnown: boolean;
  readonly density: DensityChoice | undefined;
}

/** One figure that the tenant gave. */
export function told(
  tenant: Tenant,
  field: string,
  label: string,
  unit: Explained['unit'],
  value: number,
): Explained {
  const id = `${tenant.where}.${field}`;
  const where = tenant.places?.[field]?.cell ?? id;
  return given({ id, label, unit, formula: 'as the tenant gave it', where }, value);
}

const ruleSources = [enabledSources.method];

const naming = ({ where, name }: Tenant, formula: string) => ({
  id: `${where}.enabledFte`,
  label: `FTE of ${name}`,
  unit: 'FTE' as const,
  formula,
  sources: ruleSources,
});

/**
 * Full-time equivalents of one tenant without any help from its GVA: given, from hours or heads, or
 * from floor area / employment density. Rules and their order: docs/method/enabled-contribution.md.
 */
export function enabledEmployment(facts: TenantFacts): FteEstimate {
  const { tenant } = facts;
  if (tenant.fte !== undefined) {
    return estimate(
      sameEnds(told(tenant, 'fte', `FTE of ${tenant.name}`, 'FTE', tenant.fte)),
      'given',
      'high',
      primary,
    );
  }
  return byHours(facts) ?? byWorkingTime(facts) ?? byHeadcount(facts) ?? byFloorspace(facts) ?? unknown;
}

/** Hours of all staff / hours of a full-time week, which the user has set. */
function byHours({ tenant, settings }: TenantFacts): FteEstimate | undefined {
  const { hoursPerWeek } = tenant;
  if (hoursPerWeek === undefined || settings.fullTimeHours === undefined) return undefined;
  const week = given(
    { id: 'fullTimeHours', label: 'Hours of a full-time week', unit: 'number', formula: 'set by you' },
    settings.fullTimeHours,
  );
  const hours = told(tenant, 'hoursPerWeek', 'Paid hours of all staff in a week', 'number', hoursPerWeek);
  const fte = quotient(naming(tenant, 'hours of all staff / hours of a full-time week'), hours, week);
  return estimate(sameEnds(fte), 'headcountByHours', 'high', primary);
}

function byWorkingTime({ tenant, settings }: TenantFacts): FteEstimate | undefined {
  const { fullTime, partTime } = tenant;
  if (fullTime === undefined && partTime === undefined) return undefined;
  const parts = [
    ...(fullTime === undefined ? [] : [told(tenant, 'fullTime', 'Full-time employees', 'count', fullTime)]),
    ...(partTime === undefined
      ? []
      : [
          product(halfNaming, [
            told(tenant, 'partTime', 'Part-time employees', 'count', partTime),
            half(settings),
          ]),
        ]),
  ];
  const fte = sum(naming(tenant, 'full-time + 0.5 x part-time'), parts);
  return estimate(
    sameEnds(fte),
    'headcountByHours',
    settings.partTimeRuleConfirmed ? 'high' : 'moderate',
    primary,
  );
}

const halfNaming = {
  id: 'partTimeFte',
  label: 'Part-time employees as FTE',
  unit: 'FTE' as const,
  formula: 'part-time employees x 0.5',
};

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
const half = ({ partTimeRuleConfirmed }: EnabledProject['settings']): Explained =>
  partTimeRuleConfirmed ? halfConfirmed : halfAssumed;

function byHeadcount({ tenant, industry, sectionKnown }: TenantFacts): FteEstimate | undefined {
  if (tenant.headcount === undefined) return undefined;
  const { ftePerJob } = industry;
  const heads = told(tenant, 'headcount', 'Number of employees', 'count', tenant.headcount);
  const fte = product(
    {
      ...naming(tenant, 'employees x FTE per job of the industry'),
      assumptions: sectionKnown ? [] : [assume.noSection],
    },
    [heads, ftePerJob.node],
  );
  return estimate(sameEnds(fte), 'headcount', 'moderate', {
    year: ftePerJob.year,
    verified: ftePerJob.verified,
  });
}

/** Beds, or floor area on the measure of the tenant's density: what is divided by the density. */
export function measuredSize({ tenant, ratios, density: choice }: TenantFacts): Area | undefined {
  if (!choice || !('density' in choice)) return undefined;
  const basis = choice.density.area_basis;
  return basis === 'beds' ? bedsOf(tenant) : areaOn(basis, tenant, ratios);
}

function byFloorspace(facts: TenantFacts): FteEstimate | undefined {
  const { tenant, ratios, density: choice } = facts;
  const area = measuredSize(facts);
  if (!area || !choice || !('density' in choice)) return undefined;
  const { density, general } = choice;
  const name = naming(
    tenant,
    density.area_basis === 'beds' ? 'beds / beds per FTE' : 'floor area / floor area per FTE',
  );
  const at = (end: 'low' | 'typical' | 'high'): Explained =>
    quotient(name, area.node, ratios.density(density, end, general).node);
  const typical = at('typical');
  // The more room each takes, the fewer they are: low FTE goes with the high density figure.
  const ends: Ends =
    density.value_low === density.value_high
      ? sameEnds(typical)
      : { typical, low: at('high'), high: at('low') };
  const row = ratios.density(density, 'typical', general);
  return estimate(ends, 'floorspace', row.verified ? 'moderate' : 'low', {
    year: row.year,
    verified: row.verified && area.verified,
  });
}

export interface Area {
  readonly node: Explained;
  readonly verified: boolean;
}

const bedsOf = (tenant: Tenant): Area | undefined =>
  tenant.beds === undefined
    ? undefined
    : { node: told(tenant, 'beds', 'Beds', 'count', tenant.beds), verified: true };

/** The floor area of a tenant in m2, as it gave it. */
function floorArea(tenant: Tenant, ratios: Ratios): Explained | undefined {
  const { floorspaceM2, floorspaceSqFt } = tenant;
  if (floorspaceM2 !== undefined) return told(tenant, 'floorspaceM2', 'Floor area', 'm2', floorspaceM2);
  if (floorspaceSqFt === undefined) return undefined;
  const feet = told(tenant, 'floorspaceSqFt', 'Floor area in square feet', 'number', floorspaceSqFt);
  const metres = ratios.area('sqft', 'm2');
  return (
    metres &&
    product(
      { id: `${tenant.where}.m2`, label: 'Floor area', unit: 'm2', formula: 'square feet x 0.09290304' },
      [feet, metres.node],
    )
  );
}

/** The floor area of a tenant on the measure that the density is for. */
function areaOn(basis: string, tenant: Tenant, ratios: Ratios): Area | undefined {
  const area = floorArea(tenant, ratios);
  if (!area) return undefined;
  const assumptions = tenant.areaBasis === undefined ? [assume.areaBasis] : [];
  const factor: (Ratio & { inverse: boolean }) | undefined = ratios.area(tenant.areaBasis ?? 'NIA', basis);
  if (!factor) return { node: assumptions.length === 0 ? area : { ...area, assumptions }, verified: true };
  const name = {
    id: `${tenant.where}.${basis}`,
    label: `Floor area, ${basis}`,
    unit: 'm2' as const,
    formula: `${tenant.areaBasis ?? 'NIA'} ${factor.inverse ? '/' : 'x'} ${factor.node.label}`,
    assumptions: factor.inverse ? [...assumptions, assume.inverse] : assumptions,
  };
  const node = factor.inverse ? quotient(name, area, factor.node) : product(name, [area, factor.node]);
  return { node, verified: factor.verified };
}

/** Full-time equivalents from GVA, where nothing else gives them and the industry is known. */
export function employmentFromGva(facts: TenantFacts, gva: GvaEstimate): FteEstimate {
  const { tenant, industry, sectionKnown } = facts;
  const ends = endsOf(gva);
  if (!ends || !sectionKnown) return unknown;
  const { gvaPerFte } = industry;
  return estimate(
    scaled(naming(tenant, 'GVA / GVA per FTE of the industry'), ends, 'quotient', gvaPerFte),
    'fromGva',
    'low',
    { year: bothYears(gva.dataYear, gvaPerFte.year), verified: gva.verified && gvaPerFte.verified },
  );
}
