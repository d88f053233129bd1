import { chooseActivity } from './choose/choose-activity.ts';
import type { Confidence, EnabledResult, TenantResult } from './result.ts';

/** A tenant whose answer would firm the result up, and what to ask it for. */
export interface ToAsk {
  readonly anchor: string;
  readonly tenant: string;
  readonly where?: string | undefined;
  /** What to ask for, the most useful first. */
  readonly ask: readonly string[];
  readonly confidence: Confidence;
  /** What of the totals rests on estimates for this tenant, 0 to 1. */
  readonly shareOfFte: number;
  readonly shareOfGva: number;
  /** How far its range moves the totals: FTE and GBP. */
  readonly fteRange: number;
  readonly gvaRange: number;
  /** Share of total GVA with high confidence once this tenant and all above it have answered. */
  readonly firmThen: number;
}

/**
 * What data would raise confidence most: tenants ranked by what of the totals rests on estimates for
 * them. Tenants of which nothing is known come first, since the totals lack them altogether.
 */
export function dataToAsk({ anchors, totals }: EnabledResult): readonly ToAsk[] {
  const counted = anchors.flatMap((anchor) =>
    anchor.tenants.filter(isToCount).map((tenant) => ({ anchor: anchor.name, tenant })),
  );
  const share = (value: number, total: number): number => (total === 0 ? 0 : value / total);
  const asked = counted
    .filter(({ tenant }) => tenant.confidence !== 'high')
    .map(({ anchor, tenant }) => ({
      anchor,
      tenant: tenant.name,
      where: tenant.where,
      of: tenant,
      confidence: tenant.confidence,
      shareOfFte: share(estimated(tenant, 'fte'), totals.fte),
      shareOfGva: share(estimated(tenant, 'gva'), totals.gvaGbp),
      fteRange: (tenant.fte.high ?? 0) - (tenant.fte.low ?? 0),
      gvaRange: (tenant.gva.high ?? 0) - (tenant.gva.low ?? 0),
      missing: (tenant.fte.value === null ? 1 : 0) + (tenant.gva.value === null ? 1 : 0),
    }))
    .sort(
      (a, b) =>
        b.missing - a.missing ||
        Math.max(b.shareOfFte, b.shareOfGva) - Math.max(a.shareOfFte, a.shareOfGva) ||
        b.gvaRange - a.gvaRange,
    );
  let firm = counted
    .filter(({ tenant }) => tenant.gva.confidence === 'high')
    .reduce((total, { tenant }) => total + (tenant.gva.value ?? 0), 0);
  return asked.map(({ missing: _, of, ...tenant }, place) => {
    firm += tenant.shareOfGva * totals.gvaGbp;
    const ask = questionsTo(of, place < withSuggestion);
    return { ...tenant, ask, firmThen: share(firm, totals.gvaGbp) };
  });
}

/** Finding a code takes milliseconds, so only the tenants that matter most get one suggested. */
const withSuggestion = 50;

/** Lines that count somewhere, or would if anything were known of them. */
const isToCount = ({ fte, gva, fteCountsIn, gvaCountsIn }: TenantResult): boolean =>
  fteCountsIn.includes('total') ||
  gvaCountsIn.includes('total') ||
  (fte.value === null && gva.value === null);

/** What of a figure counts in the total and is not primary data in full. */
function estimated(tenant: TenantResult, figure: 'fte' | 'gva'): number {
  const countsIn = figure === 'fte' ? tenant.fteCountsIn : tenant.gvaCountsIn;
  const { value, confidence } = tenant[figure];
  return countsIn.includes('total') && confidence !== 'high' ? (value ?? 0) : 0;
}

function questionsTo({ fte, gva, section, activity }: TenantResult, suggest: boolean): string[] {
  const asks: string[] = [];
  if (fte.confidence !== 'high') {
    asks.push(
      fte.method === 'headcountByHours'
        ? 'paid hours of all staff in a week'
        : 'full-time and part-time employees, or paid hours in a week',
    );
  }
  if (gva.confidence !== 'high') {
    asks.push(
      gva.method === 'turnover' ? 'profit plus pay (its GVA)' : 'turnover, or better its profit plus pay',
    );
  }
  if (section === undefined && gva.confidence !== 'high') {
    asks.push(
      activity === undefined ? 'what it does, for a SIC code' : suggest ? codeFor(activity) : 'a SIC code',
    );
  }
  return asks;
}

/** The code that its activity points to, for a person to judge: it is never filled in by itself. */
function codeFor(activity: string): string {
  const [best] = chooseActivity(activity).sic;
  return best === undefined ? 'a SIC code' : `a SIC code: perhaps ${best.code}, ${best.title}`;
}
