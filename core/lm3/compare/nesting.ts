import { formatCount, formatGbp, formatShare } from '../../units/format.ts';
import type { Issue } from '../../workbook/issue.ts';
import { jsonPlace } from '../../workbook/json-issue.ts';
import type { Lm3Project, Supplier } from '../project.ts';
import type { AreaSize } from './area-size.ts';
import { liesInside } from './area-size.ts';

/** One area of a comparison with the project as it is seen from there. */
export interface NestedArea extends AreaSize {
  readonly project: Lm3Project;
}

/** Suppliers named for each pair of areas and each kind of contradiction. */
const named = 20;

/**
 * What cannot be true if one area lies inside the other: local in the inner one only, re-spending
 * less in the outer one, fewer local staff in the outer one.
 */
export function nestingIssues(areas: readonly NestedArea[]): Issue[] {
  return areas.flatMap((inner) =>
    areas.filter((outer) => liesInside(inner, outer)).flatMap((outer) => pairIssues(inner, outer)),
  );
}

function pairIssues(inner: NestedArea, outer: NestedArea): Issue[] {
  const places: Issue[] = [];
  const shares: Issue[] = [];
  inner.project.suppliers.forEach((inside, index) => {
    const outside = outer.project.suppliers[index];
    if (!outside || inside.spend <= 0) return;
    if (inside.local && !outside.local) {
      places.push(
        supplierIssue(
          inside,
          index,
          `local in ${inner.name} but not in ${outer.name}`,
          `a supplier that is local in ${inner.name} to be local in ${outer.name}, which holds it`,
          outer.name,
        ),
      );
    }
    const [here, there] = [inside.respendShare, outside.respendShare];
    if (here !== null && there !== null && there < here) {
      shares.push(
        supplierIssue(
          inside,
          index,
          `a re-spend share of ${formatShare(here)} in ${inner.name} and ${formatShare(there)} in ${outer.name}`,
          `a share in ${outer.name} no smaller than in ${inner.name}, which lies inside it`,
          outer.name,
        ),
      );
    }
  });
  return [...staffIssue(inner, outer), ...shortened(places), ...shortened(shares)];
}

function supplierIssue(
  supplier: Supplier,
  index: number,
  found: string,
  expected: string,
  outer: string,
): Issue {
  return {
    severity: 'warning',
    where:
      supplier.where === undefined
        ? jsonPlace(['suppliers', index, 'areas', outer])
        : { path: supplier.where },
    found: `"${supplier.name}" with ${found}`,
    expected,
    mend: 'Correct one of the two, or the kind of the areas if one does not lie inside the other.',
  };
}

function staffIssue(inner: NestedArea, outer: NestedArea): Issue[] {
  const [here, there] = [inner.project.payroll.local, outer.project.payroll.local];
  if (here <= there) return [];
  return [
    {
      severity: 'warning',
      where: { path: 'payroll' },
      found: `${formatGbp(here)} of pay to staff who live in ${inner.name} and ${formatGbp(there)} in ${outer.name}`,
      expected: `no less pay in ${outer.name}, which holds ${inner.name}`,
      mend: 'Correct the pay of one of the two areas.',
    },
  ];
}

function shortened(issues: readonly Issue[]): Issue[] {
  const rest = issues.length - named;
  const last = issues[named - 1];
  if (rest <= 0 || !last) return [...issues];
  const others = `and ${formatCount(rest)} more ${rest === 1 ? 'supplier' : 'suppliers'} like it`;
  return [...issues.slice(0, named - 1), { ...last, found: `${last.found}, ${others}` }];
}
