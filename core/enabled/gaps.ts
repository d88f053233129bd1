import type { Issue } from '../workbook/issue.ts';
import type { TenantFacts } from './enabled-employment.ts';
import { placeOf } from './place.ts';
import type { FteEstimate, GvaEstimate } from './result.ts';

/** Adds what a tenant gave that could not be used, and what is missing without it. */
export function gapIssues(facts: TenantFacts, fte: FteEstimate, gva: GvaEstimate, issues: Issue[]): void {
  if (facts.tenant.sic !== undefined && !facts.sectionKnown) issues.push(unknownCode(facts));
  if (
    fte.value === null ||
    gva.value === null ||
    fte.method === 'fromGva' ||
    facts.tenant.hoursPerWeek !== undefined
  ) {
    issues.push(...unusedIssues(facts, fte, gva));
  }
}

function unknownCode({ tenant }: TenantFacts): Issue {
  return {
    severity: 'warning',
    where: placeOf(tenant, 'sic'),
    found: `"${tenant.sic}"`,
    expected: 'a code of SIC 2007 such as 56.10, or the letter of a section from A to T',
    mend: 'The ratios of all industries were used. Correct the code; a code that begins with 0 must be typed as text.',
  };
}

/** Why a figure is missing, where the tenant gave something that could not be used. */
function unusedIssues(facts: TenantFacts, fte: FteEstimate, gva: GvaEstimate): Issue[] {
  const { tenant, density, settings } = facts;
  const issues: Issue[] = [];
  const tell = (field: string, found: string, expected: string, mend: string): void => {
    issues.push({ severity: 'warning', where: placeOf(tenant, field), found, expected, mend });
  };
  const hasArea = tenant.floorspaceM2 !== undefined || tenant.floorspaceSqFt !== undefined;
  const byLittle = fte.method === 'unknown' || fte.method === 'fromGva';
  if (tenant.fte === undefined && tenant.hoursPerWeek !== undefined && settings.fullTimeHours === undefined) {
    tell(
      'hoursPerWeek',
      'hours of staff, and no hours of a full-time week',
      'the hours of a full-time week in the settings',
      'The hours were not used. Set the full-time week.',
    );
  }
  if (byLittle && density && !('density' in density) && (hasArea || tenant.beds !== undefined)) {
    const what = hasArea ? 'floor area was' : 'beds were';
    tell(density.field, density.found, density.expected, `Its ${what} not used. ${density.mend}`);
  } else if (byLittle && hasArea && !density) {
    tell(
      'floorspaceM2',
      'a floor area without the kind of premises',
      'a use class or a density type beside it',
      'Its floor area was not used. Add one of them.',
    );
  } else if (
    fte.method === 'unknown' &&
    density &&
    'density' in density &&
    density.density.area_basis === 'beds' &&
    hasArea
  ) {
    tell(
      'floorspaceM2',
      'the floor area of a hotel',
      'its number of beds: hotel densities count beds',
      'Its floor area was not used. Add the beds.',
    );
  }
  if (issues.length > 0) return issues;
  const needed =
    fte.value === null && gva.value === null ? 'jobs and GVA' : fte.value === null ? 'jobs' : 'GVA';
  if (gva.value === null && tenant.turnoverGbp !== undefined) {
    tell(
      'turnoverGbp',
      `turnover of ${tenant.name}, in an industry without a ratio of GVA to turnover`,
      'its GVA (profit plus pay), or its number of employees',
      `Its ${needed} are not counted. Ask for the number of employees first.`,
    );
  } else if (fte.value === null) {
    tell(
      'name',
      `nothing to work out the ${needed} of ${tenant.name} from`,
      'employees, or floor area with its kind, or a SIC code beside turnover or GVA',
      `Its ${needed} are not counted; it is listed. Ask for the number of employees first.`,
    );
  }
  return issues;
}
