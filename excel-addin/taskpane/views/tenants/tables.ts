import {
  formatFte,
  formatShare,
  formatWholeFte,
  formatWholeGbp,
  type ToAsk,
  tenantMethodWords,
} from '../../../../core/index.ts';
import type { AnchorShown, EnabledFound, TenantPlace, TenantShown } from '../../../engine/messages.ts';
import { dataTable } from '../../data-table.ts';
import { button, type Child, element } from '../../element.ts';
import { confidenceBadge } from './confidence-badge.ts';

type Announce = (text: string) => void;
type Result = EnabledFound['result'];

/** In the columns of the published Table 1: figures, how they were come by, confidence. */
export function anchorTable({ anchors, totals }: Result, announce: Announce): HTMLElement {
  const total = { ...totals, name: 'Total', fteMethod: '', gvaMethod: '' };
  const rows: readonly (Omit<AnchorShown, 'tenants'> & { authority?: string })[] = [...anchors, total];
  return dataTable({
    caption: 'Enabled employment and GVA by community anchor',
    rows,
    announce,
    columns: [
      { heading: 'Community anchor', cell: ({ name }) => name, kind: 'heading' },
      { heading: 'Authority', cell: ({ authority }) => authority ?? '' },
      { heading: 'FTE', cell: ({ fte }) => formatWholeFte(fte), kind: 'figure' },
      { heading: 'Jobs from', cell: ({ fteMethod }) => fteMethod },
      { heading: 'GVA', cell: ({ gvaGbp }) => formatWholeGbp(gvaGbp), kind: 'figure' },
      { heading: 'GVA from', cell: ({ gvaMethod }) => gvaMethod },
      { heading: 'Confidence', cell: ({ confidence }) => confidenceBadge(confidence) },
    ],
  });
}

export const authorityTable = ({ authorities }: Result, announce: Announce): HTMLElement =>
  dataTable({
    caption: 'Enabled employment and GVA by local authority',
    rows: authorities,
    announce,
    columns: [
      { heading: 'Local authority', cell: ({ name }) => name, kind: 'heading' },
      { heading: 'Anchors', cell: ({ anchors }) => anchors.join(', ') },
      { heading: 'FTE', cell: ({ fte }) => formatWholeFte(fte), kind: 'figure' },
      { heading: 'GVA', cell: ({ gvaGbp }) => formatWholeGbp(gvaGbp), kind: 'figure' },
      { heading: 'Confidence', cell: ({ confidence }) => confidenceBadge(confidence) },
    ],
  });

interface TenantRow {
  readonly anchor: string;
  readonly place: TenantPlace;
  readonly tenant: TenantShown;
}

export function tenantTable(
  { anchors }: Result,
  showWorkings: (place: TenantPlace, name: string) => void,
  announce: Announce,
): HTMLElement {
  const rows: readonly TenantRow[] = anchors.flatMap(({ name, tenants }, anchor) =>
    tenants.map((one, tenant) => ({ anchor: name, place: { anchor, tenant }, tenant: one })),
  );
  return dataTable({
    caption: 'Tenants, each with how its figures were come by',
    rows,
    announce,
    columns: [
      { heading: 'Tenant', cell: ({ tenant, anchor }) => named(tenant.name, anchor), kind: 'heading' },
      { heading: 'FTE', cell: ({ tenant: { fte } }) => range(fte, formatFte), kind: 'figure' },
      { heading: 'Jobs are', cell: ({ tenant }) => tenantMethodWords[tenant.fte.method] },
      { heading: 'GVA', cell: ({ tenant: { gva } }) => range(gva, formatWholeGbp), kind: 'figure' },
      { heading: 'GVA is', cell: ({ tenant }) => tenantMethodWords[tenant.gva.method] },
      { heading: 'Confidence', cell: ({ tenant }) => [confidenceBadge(tenant.confidence), ...notes(tenant)] },
      {
        heading: 'Workings',
        cell: ({ tenant, place }) =>
          button(
            ['Show', element('span', { class: 'hidden' }, ` the workings of ${tenant.name}`)],
            () => showWorkings(place, tenant.name),
            { class: 'link-button' },
          ),
      },
    ],
  });
}

/** A tenant with the anchor it is at. */
const named = (tenant: string, anchor: string): Child => [
  tenant,
  element('span', { class: 'quiet why' }, `at ${anchor}`),
];

/** The typical figure, and the ends of its range where there is one. */
function range(
  { value, low, high }: TenantShown['fte'] | TenantShown['gva'],
  format: (value: number) => string,
): Child {
  if (value === null) return 'not known';
  if (low === null || high === null || low === high) return format(value);
  return [
    format(value),
    element('span', { class: 'quiet range-ends' }, ` (${format(low)} to ${format(high)})`),
  ];
}

function notes({ fte, gva, fteCountsIn, gvaCountsIn }: TenantShown): HTMLElement[] {
  const inTotal = fteCountsIn.includes('total') || gvaCountsIn.includes('total');
  const said = [
    ...(fte.verified && gva.verified ? [] : ['rests on unverified reference data']),
    ...(inTotal || (fte.value === null && gva.value === null) ? [] : ['not in the total: counted elsewhere']),
  ];
  return said.map((note) => element('span', { class: 'quiet why' }, note));
}

export const askTable = (rows: readonly ToAsk[], announce: Announce): HTMLElement =>
  dataTable({
    caption: 'Tenants to ask, those first whose answers would firm the totals up most',
    rows,
    announce,
    columns: [
      { heading: 'Tenant', cell: ({ tenant, anchor }) => named(tenant, anchor), kind: 'heading' },
      { heading: 'Ask for', cell: ({ ask }) => ask.join('; ') },
      {
        heading: 'Estimated share of jobs',
        cell: ({ shareOfFte }) => formatShare(shareOfFte),
        kind: 'figure',
      },
      {
        heading: 'Estimated share of GVA',
        cell: ({ shareOfGva }) => formatShare(shareOfGva),
        kind: 'figure',
      },
      {
        heading: 'GVA of high confidence then',
        cell: ({ firmThen }) => formatShare(firmThen),
        kind: 'figure',
      },
    ],
  });
