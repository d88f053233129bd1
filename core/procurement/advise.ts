import { everyNode } from '../explain/explained.ts';
import type { Issue } from '../workbook/issue.ts';
import {
  type Advice,
  type Band,
  disclaimer,
  type Regime,
  type Remark,
  type ThresholdTested,
} from './advice.ts';
import type { RouteCase } from './case.ts';
import { nationOf } from './data.ts';
import { type Facts, factsOf } from './facts.ts';
import { type Judged, judge } from './judge.ts';
import { type OwnRules, ownRulesOn } from './own-rules.ts';
import { rankRoutes } from './rank-routes.ts';
import { routeAdvice } from './route-advice.ts';
import { describeRow } from './thresholds.ts';
import type { Truth } from './truth.ts';
import { wouldChange } from './would-change.ts';

export interface AdviseOptions {
  /** Warnings from reading the case, to be shown with the result. */
  readonly issues?: readonly Issue[];
  /** The organisation's own contract procedure rules. */
  readonly ownRules?: OwnRules;
}

/**
 * The routes for a case, in order of how well they keep it local, each with the rule that decided.
 * Pure: the date in the case is the date the law is tested for. England in full; for other nations
 * the differences. Source: core/data/procurement-*.json, as docs/method/procurement.md says.
 */
export function adviseRoutes(routeCase: RouteCase, options: AdviseOptions = {}): Advice {
  const { issues = [], ownRules } = options;
  const { facts, judged, ranked, own } = rankCase(routeCase, ownRules);
  const threshold = thresholdTested(facts);
  const tested = facts.value && (threshold?.basis === 'excl VAT' ? facts.value.excl : facts.value.incl);
  return {
    ...(routeCase.id === undefined ? {} : { id: routeCase.id }),
    ...regimeOf(facts),
    dateTested: facts.date,
    band: bandOf(facts),
    threshold,
    valueTested: tested?.value ?? null,
    derived: {
      lightTouch: known(facts.lightTouch),
      reservable: known(facts.reservable),
      notifiable: known(facts.notifiable),
      svaDuty: known(facts.svaDuty),
      localPower: known(facts.localPower),
    },
    guards: [...remarks(judged, ['guard', 'blocked'], facts), ...nationDifferences(facts)],
    routes: ranked.map((one) => routeAdvice(one, facts, judged, own)),
    overlays: remarks(judged, ['overlay'], facts),
    wouldChange: wouldChange(
      routeCase,
      { first: ranked[0], threshold: threshold?.amount },
      (changed) => rankCase(changed, ownRules).ranked[0],
    ),
    ownRules: own ?? null,
    assumptions: tested === undefined ? [] : [...everyNode(tested)].flatMap((node) => node.assumptions),
    issues,
    disclaimer,
    workings: tested ?? null,
  };
}

/** A case judged and ranked, before anything is put into words. */
export function rankCase(routeCase: RouteCase, ownRules?: OwnRules) {
  const facts = factsOf(routeCase);
  const judged = judge(facts);
  const own = ownRules === undefined ? undefined : ownRulesOn(ownRules, facts.value);
  return { facts, judged, own, ranked: rankRoutes(facts, judged, own) };
}

const known = (truth: Truth): boolean | null => truth ?? null;

const regimeNames: Readonly<Record<Regime, string>> = {
  PA: 'Procurement Act 2023',
  PCR: 'Public Contracts Regulations 2015',
  PSR: 'Health Care Services (Provider Selection Regime) Regulations 2023',
  scotland: 'Scottish law: Public Contracts (Scotland) Regulations 2015',
  unknown: 'not known until nation, buyer and service are',
};

function regimeOf({ isPa, isPcr, isPsr, case: { nation } }: Facts): { regime: Regime; regimeName: string } {
  const regime: Regime =
    nation === 'scotland'
      ? 'scotland'
      : isPsr === true
        ? 'PSR'
        : isPa === true
          ? 'PA'
          : isPcr === true
            ? 'PCR'
            : 'unknown';
  return { regime, regimeName: regimeNames[regime] };
}

function bandOf({ above, below, isPsr, case: { nation } }: Facts): Band {
  if (isPsr === true || nation === 'scotland') return 'none';
  if (above === true) return 'above';
  return below === true ? 'below' : 'unknown';
}

function thresholdTested({ threshold, case: { nation } }: Facts): ThresholdTested | null {
  if (threshold === undefined || nation === 'scotland') return null;
  const { row, expired } = threshold;
  return {
    amount: row.amount_gbp,
    basis: row.vat_basis === 'excl' ? 'excl VAT' : 'incl VAT',
    row: describeRow(row),
    source: row.source,
    verified: row.verified === 'verified' && !expired,
    note: expired ? 'The last row that is held; thresholds for this date were not known.' : row.note,
    expired,
  };
}

function remarks(
  judged: readonly Judged[],
  kinds: readonly Judged['data']['kind'][],
  facts: Facts,
): Remark[] {
  return judged
    .filter(({ data, truth }) => truth === true && kinds.includes(data.kind))
    .map(({ data, rule }) => ({
      rule: data.id,
      text: `${data.text ?? data.title}${rule.text?.(facts) ?? ''}`,
      citation: data.citation,
      nextStep: data.next_step,
      record: data.record,
      mark: data.mark,
      verified: data.verified,
      unverified: data.unverified_points,
    }));
}

/** Outside England: what is different there, each point with its citation. */
function nationDifferences({ case: { nation } }: Facts): Remark[] {
  if (nation === 'unknown' || nation === 'england') return [];
  const { differences, links } = nationOf(nation);
  const where = links.map(({ title, link }) => `${title}: ${link}`).join('; ');
  return differences.map(({ text, citation, mark }) => ({
    rule: nation === 'scotland' ? 'G1' : 'G2',
    text,
    citation,
    nextStep: where,
    record: [],
    mark,
    verified: mark === 'V' || mark === 'V2',
    unverified: [],
  }));
}
