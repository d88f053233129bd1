import type { Confidence, FteMethod, GvaMethod, TenantResult } from './result.ts';

type Judged = Pick<TenantResult, 'fte' | 'gva'>;

const counted = new Set<FteMethod>(['given', 'headcountByHours', 'headcount']);

/** How an anchor's employment was come by, in the words of the published Table 1. */
export function fteMethodWords(tenants: readonly Judged[]): string {
  const known = tenants.filter(({ fte }) => fte.method !== 'unknown');
  const primary = known.filter(({ fte }) => counted.has(fte.method));
  if (known.length === 0) return 'No workable data';
  if (primary.length === tenants.length) return 'Primary data provided';
  return primary.length > 0 ? 'Primary data partially provided' : 'Calculation from partial primary data';
}

/** The same for GVA. Turnover is primary data of which a part is worked out. */
export function gvaMethodWords(tenants: readonly Judged[]): string {
  const methods = tenants.map(({ gva }) => gva.method);
  if (methods.every((method) => method === 'unknown')) return 'No workable data';
  if (methods.every((method) => method === 'given')) return 'Primary data provided';
  return methods.some((method) => method === 'given' || method === 'turnover')
    ? 'Primary data partially provided'
    : 'Calculation by ONS industry estimations';
}

/** How one tenant's figure was come by, for people. */
export const tenantMethodWords: Record<FteMethod | GvaMethod, string> = {
  given: 'given by the tenant',
  headcountByHours: 'from hours, or full-time and part-time',
  headcount: 'from the number of employees',
  floorspace: 'from floor area',
  fromGva: 'from GVA',
  turnover: 'from turnover',
  employment: 'from jobs',
  unknown: 'not known',
};

/** What each level means. The first two are the published report's, with the colours of its table. */
export const confidenceWords: Record<Confidence, string> = {
  high: 'High (dark blue): complete primary data',
  moderate: 'Moderate (light blue): gaps filled by estimates',
  low: 'Low (amber; our own level): a figure is missing, or rests on weak or unverified data',
  unknown: 'Not known: nothing to work it out from',
};
