import type { Issue } from '../workbook/issue.ts';
import { heaviestLines, type Line } from './heaviest-lines.ts';
import { placeOf } from './place.ts';
import type { Anchor, Tenant } from './project.ts';
import type { FteEstimate, GvaEstimate, Scope } from './result.ts';

/** One tenant at one anchor with its figures, on the way to the sums. */
export interface Entry {
  readonly anchor: Anchor;
  readonly anchorAt: number;
  readonly tenant: Tenant;
  /** Its name as it is compared with others. */
  readonly key: string;
  /** The landlord among its own tenants: its staff are its own, not enabled by it. */
  readonly isLandlord: boolean;
  readonly fte: FteEstimate;
  readonly gva: GvaEstimate;
}

/** Company numbers are eight characters; leading zeros are often lost. */
export function companyKey(written: string): string {
  const bare = written.toUpperCase().replace(/[^A-Z0-9]/g, '');
  return /^\d+$/.test(bare) ? bare.padStart(8, '0') : bare;
}

/**
 * Where each figure counts, so that a tenant that is there several times (same name, or same company
 * number) counts once in every sum. Of lines with the same name or number the largest counts:
 * whichever comes first, and whatever line is added, no sum becomes smaller.
 */
export function countOnce(entries: readonly Entry[]): {
  readonly fte: readonly (readonly Scope[])[];
  readonly gva: readonly (readonly Scope[])[];
  readonly issues: readonly Issue[];
} {
  const alone = (figure: Figure) =>
    entries.map((entry) => (entry[figure].value === null || entry.isLandlord ? nowhere : everywhere));
  const counted = { fte: alone('fte'), gva: alone('gva') };
  const groups = sameTenants(entries);
  for (const group of groups) {
    for (const figure of ['fte', 'gva'] as const) spread(group, entries, figure, counted[figure]);
  }
  return {
    ...counted,
    issues: [
      ...entries.filter(({ isLandlord }) => isLandlord).map(landlordIssue),
      ...groups.map((group) => twiceIssue(group, entries)),
    ],
  };
}

type Figure = 'fte' | 'gva';
const everywhere: readonly Scope[] = ['anchor', 'authority', 'total'];
const nowhere: readonly Scope[] = [];

/** Decides for one group of lines which of them count in each anchor, each authority and in all. */
function spread(
  group: readonly number[],
  entries: readonly Entry[],
  figure: Figure,
  counted: (readonly Scope[])[],
): void {
  const lines = group.flatMap((place): Line[] => {
    const entry = entries[place];
    if (!entry || entry[figure].value === null) return [];
    const { companyNumber } = entry.tenant;
    return [
      {
        place,
        name: entry.key,
        number: companyNumber === undefined ? `line ${place}` : companyKey(companyNumber),
        value: entry[figure].value ?? 0,
        low: entry[figure].low ?? 0,
        high: entry[figure].high ?? 0,
      },
    ];
  });
  const scopes: Record<Scope, (place: number) => string> = {
    anchor: (place) => String(entries[place]?.anchorAt),
    authority: (place) => (entries[place] ? authorityName(entries[place].anchor) : ''),
    total: () => '',
  };
  for (const place of group) counted[place] = nowhere;
  for (const scope of everywhere) {
    const within = new Map<string, Line[]>();
    for (const line of lines) {
      const key = scopes[scope](line.place);
      within.set(key, [...(within.get(key) ?? []), line]);
    }
    for (const { place } of [...within.values()].flatMap(heaviestLines)) {
      counted[place] = [...(counted[place] ?? nowhere), scope];
    }
  }
}

/** Places of entries that are one tenant, for tenants with more than one. */
function sameTenants(entries: readonly Entry[]): number[][] {
  const leader = entries.map((_, place) => place);
  const find = (place: number): number => {
    let at = place;
    while (leader[at] !== at) at = leader[at] ?? at;
    return at;
  };
  const byName = new Map<string, number>();
  const byNumber = new Map<string, number>();
  const join = (firstWith: Map<string, number>, key: string, place: number): void => {
    const first = firstWith.get(key);
    if (first === undefined) firstWith.set(key, place);
    else leader[find(place)] = find(first);
  };
  entries.forEach((entry, place) => {
    if (entry.isLandlord) return;
    join(byName, entry.key, place);
    if (entry.tenant.companyNumber !== undefined)
      join(byNumber, companyKey(entry.tenant.companyNumber), place);
  });
  const groups = new Map<number, number[]>();
  entries.forEach((_, place) => {
    const first = find(place);
    if (first === place) return;
    groups.set(first, [...(groups.get(first) ?? [first]), place]);
  });
  return [...groups.values()].map((group) => group.sort((a, b) => a - b));
}

/** The authority of an anchor as sums are named by. */
export const authorityName = ({ authority }: { readonly authority?: string | undefined }): string =>
  authority ?? 'Authority not stated';

function landlordIssue({ anchor, tenant }: Entry): Issue {
  return {
    severity: 'warning',
    where: placeOf(tenant, 'name'),
    found: `"${tenant.name}" among the tenants of ${anchor.name}`,
    expected: 'tenants only: enabled contribution leaves the landlord’s own staff out',
    mend: 'The line was not counted. Take it out, or correct the name if it is another organisation.',
  };
}

function twiceIssue(group: readonly number[], entries: readonly Entry[]): Issue {
  const members = group.flatMap((place) => entries[place] ?? []);
  const [first, second] = members;
  const anchors = [...new Set(members.map(({ anchor }) => anchor.name))];
  const names = [...new Set(members.map(({ tenant }) => `"${tenant.name}"`))];
  const numbers = new Set(
    members.flatMap(({ tenant }) =>
      tenant.companyNumber === undefined ? [] : companyKey(tenant.companyNumber),
    ),
  );
  const differing =
    numbers.size > 1
      ? ' Their company numbers differ: if they are different organisations, give them different names.'
      : '';
  return {
    severity: 'warning',
    where: second ? placeOf(second.tenant, 'name') : {},
    found: `${names.slice(0, 3).join(' and ')} ${members.length} times, at ${anchors.slice(0, 3).join(' and ')}${first ? ` (first ${first.tenant.where})` : ''}`,
    expected: 'each tenant once in the totals',
    mend: `It counts once: the larger of its figures. If it works from several places, put all of it on one line.${differing}`,
  };
}
