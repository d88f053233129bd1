import { formatFloorArea, formatFte, formatGbp, formatWholeGbp } from '../units/format.ts';
import type { Issue } from '../workbook/issue.ts';
import type { TenantFacts } from './enabled-employment.ts';
import { placeOf } from './place.ts';
import type { FteEstimate, GvaEstimate } from './result.ts';

/** Limits of what is plausible. Ours, except where a source is named; none changes a figure. */
export const plausible = {
  /** GVA per FTE, in multiples of the industry's own. */
  gvaPerFte: { from: 0.5, to: 3 },
  /** GBP: above this the published row of £224,359 per FTE makes us ask whether turnover was meant. */
  hardQuestion: 200_000,
  /** m2 per FTE outside storage, cinemas and data centres: the verified densities lie from 8 to 90. */
  areaPerFte: { from: 5, to: 200 },
  /** m2 let to one tenant whose staff nobody has counted. */
  uncountedArea: 2_000,
  /** Turnover per FTE, in multiples of what the industry's ratios imply. */
  turnoverPerFte: 20,
  /** GBP a year; below this an amount looks like thousands. */
  smallestAmount: 1_000,
} as const;

/** Adds what one tenant's figures say against each other. Nothing is mended here. */
export function sanityIssues(
  facts: TenantFacts,
  fte: FteEstimate,
  gva: GvaEstimate,
  jobsRoute: number | undefined,
  issues: Issue[],
): void {
  staffIssues(facts, issues);
  moneyIssues(facts, fte, gva, jobsRoute, issues);
  areaIssues(facts, fte, issues);
}

function warning(
  { tenant }: TenantFacts,
  field: string,
  found: string,
  expected: string,
  mend: string,
): Issue {
  return { severity: 'warning', where: placeOf(tenant, field), found, expected, mend };
}

function staffIssues(facts: TenantFacts, issues: Issue[]): void {
  const { fte, fullTime, partTime, headcount } = facts.tenant;
  const byTime =
    fullTime === undefined && partTime === undefined ? undefined : (fullTime ?? 0) + (partTime ?? 0);
  const heads = headcount ?? byTime;
  if (fte !== undefined && heads !== undefined && fte > heads) {
    issues.push(
      warning(
        facts,
        'fte',
        `${formatFte(fte)} FTE of ${formatFte(heads)} employees`,
        'no more full-time equivalents than employees',
        'The FTE was used as given. Ask which of the two is right.',
      ),
    );
  }
  if (headcount !== undefined && byTime !== undefined && headcount !== byTime) {
    issues.push(
      warning(
        facts,
        'headcount',
        `${formatFte(headcount)} employees, and ${formatFte(byTime)} full-time and part-time together`,
        'the same number both ways',
        'Full-time and part-time were used. Ask which of the two is right.',
      ),
    );
  }
}

function moneyIssues(
  facts: TenantFacts,
  fte: FteEstimate,
  gva: GvaEstimate,
  jobsRoute: number | undefined,
  issues: Issue[],
): void {
  const { tenant } = facts;
  const { turnoverGbp: turnover, gvaGbp } = tenant;
  if (gvaGbp !== undefined && turnover !== undefined && gvaGbp > turnover) {
    issues.push(
      warning(
        facts,
        'gvaGbp',
        `GVA of ${formatGbp(gvaGbp)} above turnover of ${formatGbp(turnover)}`,
        'GVA no larger than turnover, unless grants or donations pay for the work',
        'The GVA was used as given. Ask whether grants are left out of turnover, or the two were swapped.',
      ),
    );
  }
  const thousands = inThousands(facts, fte);
  if (thousands) {
    issues.push(thousands);
    return;
  }
  if (gva.value === null || fte.value === null || fte.value === 0) return;
  if (gva.method === 'employment' || fte.method === 'fromGva') return;

  const perFte = gva.value / fte.value;
  const usual = facts.industry.gvaPerFte.node.value;
  const field = gva.method === 'given' ? 'gvaGbp' : 'turnoverGbp';
  const { crossCheckFactor } = facts.settings;
  if (perFte > plausible.hardQuestion) {
    issues.push(
      warning(
        facts,
        field,
        `${formatWholeGbp(perFte)} of GVA per FTE`,
        `at most about ${formatWholeGbp(plausible.hardQuestion)}, which few industries reach`,
        'Ask whether this is turnover or GVA: one published row with so much per FTE is most likely turnover entered as GVA.',
      ),
    );
  } else if (jobsRoute !== undefined && differs(gva.value, jobsRoute, crossCheckFactor)) {
    issues.push(
      warning(
        facts,
        field,
        `GVA of ${formatWholeGbp(gva.value)} from turnover and ${formatWholeGbp(jobsRoute)} from jobs`,
        `two routes that differ by no more than a factor of ${crossCheckFactor}`,
        'Turnover was used. Check turnover, number of employees and SIC code.',
      ),
    );
  } else if (perFte < usual * plausible.gvaPerFte.from || perFte > usual * plausible.gvaPerFte.to) {
    issues.push(
      warning(
        facts,
        field,
        `${formatWholeGbp(perFte)} of GVA per FTE, where its industry has ${formatWholeGbp(usual)}`,
        'from half to three times that of its industry',
        'It was used as given. Check the amount, the number of employees and the SIC code.',
      ),
    );
  }
}

const differs = (one: number, other: number, factor: number): boolean =>
  Math.max(one, other) > factor * Math.min(one, other);

/** Turnover that looks as if it had been entered in thousands of pounds, or is otherwise out of all proportion. */
function inThousands(facts: TenantFacts, fte: FteEstimate): Issue | undefined {
  const turnover = facts.tenant.turnoverGbp;
  if (turnover === undefined || turnover === 0) return undefined;
  const { gvaPerFte, gvaToTurnover } = facts.industry;
  if (fte.value !== null && fte.value > 0 && fte.method !== 'fromGva') {
    if (!gvaToTurnover) return undefined;
    const perFte = turnover / fte.value;
    const usual = gvaPerFte.node.value / gvaToTurnover.node.value;
    if (!differs(perFte, usual, plausible.turnoverPerFte)) return undefined;
    return warning(
      facts,
      'turnoverGbp',
      `turnover of ${formatGbp(turnover)}, which is ${formatGbp(perFte)} per FTE`,
      `something nearer to ${formatWholeGbp(usual)} per FTE, as in its industry`,
      perFte < usual
        ? perhapsThousands(turnover)
        : 'It was used as given. Check that it is in pounds and of this tenant alone, and check the number of employees.',
    );
  }
  if (turnover >= plausible.smallestAmount) return undefined;
  return warning(
    facts,
    'turnoverGbp',
    `turnover of ${formatGbp(turnover)} in a year`,
    `at least ${formatWholeGbp(plausible.smallestAmount)}, in pounds`,
    perhapsThousands(turnover),
  );
}

const perhapsThousands = (turnover: number): string =>
  `It was used as given. If it is in thousands of pounds, enter ${formatWholeGbp(turnover * 1000)}; if not, check the number of employees.`;

function areaIssues(facts: TenantFacts, fte: FteEstimate, issues: Issue[]): void {
  const { tenant, density: choice } = facts;
  const inFeet = tenant.floorspaceM2 === undefined;
  const given = tenant.floorspaceM2 ?? tenant.floorspaceSqFt;
  if (given === undefined || given === 0 || fte.value === null || fte.method === 'fromGva') return;
  const feet = facts.ratios.area('sqft', 'm2')?.node.value ?? 1;
  const area = inFeet ? given * feet : given;
  const field = inFeet ? 'floorspaceSqFt' : 'floorspaceM2';
  const density = choice && 'density' in choice ? choice.density : undefined;
  if (density !== undefined && takesRoom(density.id)) return;
  if (fte.method === 'floorspace') {
    if (area <= plausible.uncountedArea || density?.area_basis === 'beds') return;
    issues.push(
      warning(
        facts,
        field,
        `${formatFloorArea(area)} for one tenant, ${formatFte(fte.value)} FTE by floor area alone`,
        `at most about ${formatFloorArea(plausible.uncountedArea)} where nobody has counted the staff`,
        `It was used as given. ${perhapsFeet(facts, area, feet)}Otherwise ask for the number of employees.`,
      ),
    );
    return;
  }
  if (fte.value === 0) return;
  const each = area / fte.value;
  const { from, to } = plausible.areaPerFte;
  const likeFeet =
    !inFeet &&
    density !== undefined &&
    density.area_basis !== 'beds' &&
    each * feet >= density.value_low / 2 &&
    each > density.value_high * 5;
  if (each >= from && each <= to && !likeFeet) return;
  issues.push(
    warning(
      facts,
      field,
      `${formatFloorArea(area)} for ${formatFte(fte.value)} FTE, ${formatFloorArea(each)} each`,
      likeFeet
        ? `something nearer to ${density.value_typical} ${density.unit}`
        : `from ${from} to ${to} m² each`,
      each > to || likeFeet
        ? `${perhapsFeet(facts, area, feet)}Otherwise check the number of employees.`
        : 'Check that the area is in m² and is all that the tenant lets, and check the number of employees.',
    ),
  );
}

/** @param feet square feet in m2 */
const perhapsFeet = ({ tenant }: TenantFacts, area: number, feet: number): string =>
  tenant.floorspaceM2 === undefined ? '' : `If it is in square feet, enter ${formatFloorArea(area * feet)}. `;

/** Storage, cinemas and data centres have more room for each than anything else. */
const takesRoom = (densityId: string): boolean => /^(distribution|data-centre|cinema)/.test(densityId);
