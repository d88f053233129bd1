import {
  type AnchorResult,
  dataToAsk,
  type Explained,
  enabledSummary,
  exactSum,
  formatCount,
  type Issue,
  type TenantResult,
  tenantMethodWords,
  workingsLines,
} from '../../../core/index.ts';
import { issueLine } from '../../blocks/issues.ts';
import type { ListLine } from '../../blocks/list.ts';
import type { WorkingsPart } from '../../blocks/workings-lines.ts';
import { type OpenAnchor, shortList, type TenantsAnswer } from '../file-answer.ts';
import type { OpenedFile } from './open-file.ts';

const askedListed = 10;
const tenantsExplained = 60;

/** Enabled contribution of tenants as it is told in Slack. */
export function tenantsAnswer(
  { file: { result }, issues }: Extract<OpenedFile, { kind: 'tenants' }>,
  sha256: string,
): TenantsAnswer {
  const { name, year, totals, headline, assumptions } = result;
  const tenants = result.anchors.flatMap((anchor) => anchor.tenants);
  const toAsk = dataToAsk(result);
  const ofTenants = issues.filter(isOfOneTenant);
  return {
    ok: true,
    kind: 'tenants',
    sha256,
    name,
    year,
    summary: enabledSummary(result),
    totals,
    headline,
    anchors: openAnchors(result.anchors),
    assumptions: assumptions
      .map(({ text }) => text)
      .filter((text) => !tenants.some((tenant) => text.includes(tenant.name))),
    toAsk: toAsk.slice(0, askedListed),
    tenantsToAsk: toAsk.length,
    warnings: shortList(issues.filter((issue) => !isOfOneTenant(issue))),
    notesOfTenants: ofTenants.length,
    workings: [...workingsOf(result.anchors), ...notesOf(ofTenants)],
  };
}

/** A note about a cell or a row tells what a single tenant said. */
const isOfOneTenant = ({ where }: Issue): boolean => where.cell !== undefined || where.row !== undefined;

function notesOf(notes: readonly Issue[]): WorkingsPart[] {
  const lines = notes.slice(0, notesListed).map(issueLine);
  return lines.length === 0 ? [] : [{ title: 'Please note', lines }];
}

const notesListed = 40;

/**
 * Anchors for everyone to see. The figures of an anchor with one tenant are that tenant's own, so such
 * anchors are put together, with another one where there is only one of them.
 */
function openAnchors(anchors: readonly AnchorResult[]): OpenAnchor[] {
  const sorted = anchors.toSorted((a, b) => b.gvaGbp - a.gvaGbp || b.fte - a.fte);
  const sole = sorted.filter(({ tenants }) => tenants.length === 1);
  const several = sorted.filter(({ tenants }) => tenants.length > 1);
  if (sole.length === 1 && several.length > 0) sole.push(...several.splice(-1));
  if (sole.length === 0) return several.map(open);
  if (sole.length === 1) return [...several, ...sole].map(open);
  const hidden: OpenAnchor = {
    name: `${formatCount(sole.length)} anchors together`,
    fte: exactSum(sole.map(({ fte }) => fte)),
    gvaGbp: exactSum(sole.map(({ gvaGbp }) => gvaGbp)),
    confidence: lowest(sole),
  };
  return [...several.map(open), hidden];
}

const open = ({ name, fte, gvaGbp, confidence }: AnchorResult): OpenAnchor => ({
  name,
  fte,
  gvaGbp,
  confidence,
});

function lowest(anchors: readonly AnchorResult[]): OpenAnchor['confidence'] {
  const order = ['unknown', 'low', 'moderate', 'high'] as const;
  return order.find((level) => anchors.some(({ confidence }) => confidence === level)) ?? 'unknown';
}

/** The largest tenants with the whole calculation of both figures. */
function workingsOf(anchors: readonly AnchorResult[]): WorkingsPart[] {
  const all = anchors
    .flatMap((anchor) => anchor.tenants.map((tenant) => ({ anchor: anchor.name, tenant })))
    .sort((a, b) => (b.tenant.gva.value ?? 0) - (a.tenant.gva.value ?? 0));
  const parts = all
    .slice(0, tenantsExplained)
    .map(({ anchor, tenant }) => ({ title: `${tenant.name}, ${anchor}`, lines: tenantLines(tenant) }));
  const more = all.length - parts.length;
  if (more <= 0) return parts;
  const rest = { text: `${formatCount(more)} smaller tenants are in the report workbook.` };
  return [...parts, { title: 'The others', lines: [rest] }];
}

function tenantLines({ fte, gva }: TenantResult): ListLine[] {
  return [
    { text: `Jobs ${tenantMethodWords[fte.method]}, GVA ${tenantMethodWords[gva.method]}` },
    ...treeLines(fte.workings),
    ...treeLines(gva.workings),
  ];
}

const treeLines = (tree: Explained | undefined): ListLine[] =>
  tree === undefined
    ? []
    : workingsLines(tree).map(({ depth, label, value, formula, where }) => ({
        depth,
        lead: `${label}: ${value}`,
        text: ` = ${formula}${where === undefined ? '' : ` (${where})`}`,
      }));
