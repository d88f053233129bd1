import { supplierKey } from '../ledger/supplier-key.ts';
import { exactSum } from '../units/sum.ts';
import { companyKey } from './double-counting.ts';
import type { EnabledResult, TenantResult } from './result.ts';

/** Why a tenant's figures of two years can or cannot be held against each other. */
export type ChangeKind = 'alike' | 'otherMethod' | 'otherReference' | 'new' | 'gone';

export interface ComparedTenant {
  readonly name: string;
  readonly kind: ChangeKind;
  /** FTE or GBP; null where the tenant is not there, or not known. */
  readonly before: number | null;
  readonly after: number | null;
  /** What is different, in words; left out where nothing is. */
  readonly difference?: string;
}

/** What one kind of tenant adds to the change of a total. */
export interface ChangePart {
  readonly tenants: number;
  readonly before: number;
  readonly after: number;
  readonly change: number;
}

export interface ComparedFigure {
  readonly before: number;
  readonly after: number;
  readonly change: number;
  /** The parts add up to the whole change; only `alike` is a change of the tenants themselves. */
  readonly parts: Readonly<Record<ChangeKind, ChangePart>>;
  readonly tenants: readonly ComparedTenant[];
}

export interface EnabledComparison {
  readonly before?: string | undefined;
  readonly after?: string | undefined;
  readonly fte: ComparedFigure;
  readonly gva: ComparedFigure;
  /** False when one of the two is in the mode "as published in 2017": then GVA cannot be compared. */
  readonly sameMode: boolean;
}

/**
 * Compares two years like with like: the change of tenants that are there in both, with their figures
 * come by in the same way from the same reference data; apart from it, what comes from tenants that
 * are new or gone, and from a change of method or of reference data.
 */
export function compareEnabled(before: EnabledResult, after: EnabledResult): EnabledComparison {
  return {
    before: before.year,
    after: after.year,
    fte: compareFigure(before, after, 'fte'),
    gva: compareFigure(before, after, 'gva'),
    sameMode: before.asPublished2017 === after.asPublished2017,
  };
}

type Figure = 'fte' | 'gva';

const countedIn = ({ anchors }: EnabledResult, figure: Figure): TenantResult[] =>
  anchors
    .flatMap(({ tenants }) => tenants)
    .filter((tenant) => (figure === 'fte' ? tenant.fteCountsIn : tenant.gvaCountsIn).includes('total'));

function compareFigure(before: EnabledResult, after: EnabledResult, figure: Figure): ComparedFigure {
  const left = new Set(countedIn(before, figure));
  const byNumber = new Map<string, TenantResult>();
  const byName = new Map<string, TenantResult>();
  for (const tenant of left) {
    if (tenant.companyNumber !== undefined) byNumber.set(companyKey(tenant.companyNumber), tenant);
    byName.set(supplierKey(tenant.name), tenant);
  }
  const matched = countedIn(after, figure).map((tenant): ComparedTenant => {
    const { companyNumber, name } = tenant;
    const same =
      (companyNumber === undefined ? undefined : byNumber.get(companyKey(companyNumber))) ??
      byName.get(supplierKey(name));
    // A tenant of the first year is matched once.
    if (!same || !left.delete(same)) return { name, kind: 'new', before: null, after: tenant[figure].value };
    return { name, ...compareTenant(same, tenant, figure) };
  });
  const gone = [...left].map(
    (tenant): ComparedTenant => ({
      name: tenant.name,
      kind: 'gone',
      before: tenant[figure].value,
      after: null,
    }),
  );
  const tenants = [...matched, ...gone];
  const part = (kind: ChangeKind): ChangePart => partOf(tenants.filter((tenant) => tenant.kind === kind));
  const [from, to] =
    figure === 'fte' ? [before.totals.fte, after.totals.fte] : [before.totals.gvaGbp, after.totals.gvaGbp];
  return {
    before: from,
    after: to,
    change: to - from,
    parts: {
      alike: part('alike'),
      otherMethod: part('otherMethod'),
      otherReference: part('otherReference'),
      new: part('new'),
      gone: part('gone'),
    },
    tenants,
  };
}

function compareTenant(one: TenantResult, other: TenantResult, figure: Figure): Omit<ComparedTenant, 'name'> {
  const [was, is] = [one[figure], other[figure]];
  const values = { before: was.value, after: is.value };
  if (was.method !== is.method) {
    return { kind: 'otherMethod', ...values, difference: `method ${was.method}, then ${is.method}` };
  }
  if (was.dataYear !== is.dataYear || one.section !== other.section) {
    const words = (tenant: TenantResult) =>
      [
        tenant[figure].dataYear ?? 'none',
        tenant.section === undefined ? 'no SIC code' : `section ${tenant.section}`,
      ].join(', ');
    return {
      kind: 'otherReference',
      ...values,
      difference: `reference data ${words(one)}, then ${words(other)}`,
    };
  }
  return { kind: 'alike', ...values };
}

function partOf(tenants: readonly ComparedTenant[]): ChangePart {
  const before = exactSum(tenants.map((tenant) => tenant.before ?? 0));
  const after = exactSum(tenants.map((tenant) => tenant.after ?? 0));
  return { tenants: tenants.length, before, after, change: after - before };
}
