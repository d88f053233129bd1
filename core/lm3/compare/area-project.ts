import type { Assumption } from '../../explain/explained.ts';
import { formatCount, formatGbp } from '../../units/format.ts';
import type { Issue, Outcome } from '../../workbook/issue.ts';
import { jsonPlace } from '../../workbook/json-issue.ts';
import type { AreaDetails, Lm3Project, Supplier } from '../project.ts';
import { lm3Sources } from '../sources.ts';

/** A project seen from another of its areas, and what had to be taken for granted on the way. */
export interface AreaView {
  readonly project: Lm3Project;
  readonly assumptions: readonly Assumption[];
  readonly issues: readonly Issue[];
}

/**
 * The same spending with another area as the local one: who is local and what was re-spent there
 * come from each supplier's entry for that area, staff from `payrollLocal`.
 *
 * Source: docs/method/lm3.md, Several areas.
 *
 * @param name the project's own area, which leaves everything as it is, or one of its `areas`
 */
export function areaProject(project: Lm3Project, name: string): Outcome<AreaView> {
  if (name === project.area) return { ok: true, value: { project, assumptions: [], issues: [] }, issues: [] };
  const index = project.areas.findIndex((area) => area.name === name);
  const area = project.areas[index];
  if (!area) return { ok: false, issues: [unknownArea(project, name)] };
  const suppliers = project.suppliers.map((supplier) => inArea(supplier, name));
  const { area: _own, areaKind: _kind, population: _people, radiusKm: _radius, ...rest } = project;
  const view: Lm3Project = {
    ...rest,
    area: name,
    ...(area.kind === undefined ? {} : { areaKind: area.kind }),
    ...(area.population === undefined ? {} : { population: area.population }),
    ...(area.radiusKm === undefined ? {} : { radiusKm: area.radiusKm }),
    payroll: payrollIn(project.payroll, area),
    // The staff survey asked about the project's own area.
    staffSurvey: [],
    areas: [],
    suppliers,
  };
  const issues = unplacedIssue(project, name);
  return { ok: true, value: { project: view, assumptions: assumptionsFor(project, name), issues }, issues };
}

/** A supplier that nothing is said about counts as not local and silent; `unplacedIssue` tells how many. */
function inArea(supplier: Supplier, name: string): Supplier {
  const { areas, headOfficeLocal: _ownArea, ...rest } = supplier;
  const known = areas?.[name];
  return { ...rest, local: known?.local ?? false, respendShare: known?.respendShare ?? null };
}

function payrollIn(payroll: Lm3Project['payroll'], { payrollLocal }: AreaDetails): Lm3Project['payroll'] {
  const { local, nonLocal, tax } = payroll;
  // Issues of the project allow half a penny over the whole pay.
  const nowNonLocal = Math.max(local + nonLocal - payrollLocal, 0);
  const moved = { ...payroll, local: payrollLocal, nonLocal: nowNonLocal };
  if (!tax) return moved;
  const taxLocal = taxOfLocal(local, nonLocal, tax, payrollLocal);
  return { ...moved, tax: { local: taxLocal, nonLocal: tax.local + tax.nonLocal - taxLocal } };
}

/** Staff who count as local in one area and not in the other are taken to pay tax like their group. */
function taxOfLocal(
  local: number,
  nonLocal: number,
  tax: { readonly local: number; readonly nonLocal: number },
  payrollLocal: number,
): number {
  if (payrollLocal <= local) return local === 0 ? 0 : (tax.local * payrollLocal) / local;
  return (
    tax.local + (nonLocal === 0 ? 0 : (tax.nonLocal * Math.min(payrollLocal - local, nonLocal)) / nonLocal)
  );
}

function assumptionsFor(project: Lm3Project, name: string): Assumption[] {
  const { payroll, otherDirectCosts, staffSurvey, settings } = project;
  const source = lm3Sources.adopted;
  const marked = [
    ...otherDirectCosts,
    ...payroll.extras.filter(({ kind }) => kind === 'directors' || kind === 'agencyStaff'),
  ]
    .filter(({ local }) => local)
    .reduce((total, { amount }) => total + amount, 0);
  const own = project.area ?? 'the project’s own area';
  return [
    ...(marked > 0
      ? [
          {
            id: 'area.marked',
            text: `Other direct costs, directors and agencies marked local for ${own}, ${formatGbp(marked)}, count as local in ${name} too.`,
            because: 'They are marked for one area only.',
            effect: `In a smaller area round 2 would be up to ${formatGbp(marked)} less.`,
            source,
          },
        ]
      : []),
    ...(staffSurvey.length > 0
      ? [
          {
            id: 'area.staffSurvey',
            text: `For ${name} the proxies stand for staff.`,
            because: `The staff survey asked what was spent in ${own}.`,
            effect: 'A staff survey that asks about this area would replace them.',
            source,
          },
        ]
      : []),
    ...(payroll.tax
      ? [
          {
            id: 'area.tax',
            text: `Staff who are local in only one of ${own} and ${name} are taken to pay tax like the rest of their group.`,
            because: 'Tax was entered for the staff of one area only.',
            effect: 'It moves tax between the two groups; round 1 stays the same.',
            source,
          },
        ]
      : []),
    ...(settings.supplierPlace === 'headOffice'
      ? [
          {
            id: 'area.headOffice',
            text: `Whether a supplier is local in ${name} is as entered for that area, not by its head office.`,
            because: `Head offices are known for ${own} only.`,
            effect: 'Suppliers that work and have their head office on different sides would change places.',
            source,
          },
        ]
      : []),
  ];
}

function unplacedIssue({ suppliers }: Lm3Project, name: string): Issue[] {
  let count = 0;
  let spend = 0;
  let first = -1;
  suppliers.forEach((supplier, index) => {
    if (supplier.areas?.[name] !== undefined || supplier.spend <= 0) return;
    if (first === -1) first = index;
    count += 1;
    spend += supplier.spend;
  });
  if (first === -1) return [];
  const where = suppliers[first]?.where;
  return [
    {
      severity: 'warning',
      where: where === undefined ? jsonPlace(['suppliers', first, 'areas', name]) : { path: where },
      found: `nothing about ${name} for ${formatCount(count)} ${count === 1 ? 'supplier' : 'suppliers'} paid ${formatGbp(spend)}`,
      expected: `whether each is local in ${name}`,
      mend: 'They count as not local and silent there. Say for each whether it is local in that area.',
    },
  ];
}

function unknownArea({ area, areas }: Lm3Project, name: string): Issue {
  const known = [...(area === undefined ? [] : [area]), ...areas.map((other) => other.name)];
  return {
    severity: 'error',
    where: { path: 'areas' },
    found: `no area "${name}"`,
    expected:
      known.length === 0
        ? 'an area that the project lists; it lists none'
        : `one of ${known.map((other) => `"${other}"`).join(', ')}`,
    mend: 'Correct the name, or add the area to the project with the pay of staff who live in it.',
  };
}
