import {
  type Cell,
  cellText,
  computeEnabled,
  type EnabledSum,
  type Issue,
  type Row,
  readTenantsWorkbook,
  type TenantResult,
  tenantMethodWords,
} from '../../core/index.ts';
import { tableOf } from './cells.ts';
import { refused } from './problem.ts';
import { remember } from './remember.ts';

/**
 * Jobs and GVA that the tenants of a community anchor make possible: one line for each tenant, then the total.
 * @customfunction ENABLED
 * @param tenants The tenants with their headings, as on the Tenants sheet: Tenant, Activity, Floor area, Turnover (£), Employees and so on.
 * @param settings Two columns of items and answers, as on the Study sheet, such as Hours of a full-time week.
 * @returns Jobs as full-time equivalents and GVA in pounds, each with its low and high end, and how firm they are.
 */
export function enabled(tenants: unknown[][], settings?: unknown[][]): unknown[][] {
  return enabledTable({ tenants, settings });
}

const anchorHeadings = new Set(['community anchor', 'anchor', 'landlord']);
const tenantsName = 'Tenants';

const enabledTable = remember(({ tenants, settings }: { tenants: unknown; settings: unknown }): Cell[][] => {
  const rows = tableOf(tenants);
  const hasAnchors = rows.some(({ cells }) =>
    cells.some((cell) => anchorHeadings.has(cellText(cell).toLowerCase())),
  );
  const items = tableOf(settings);
  const read = readTenantsWorkbook([
    { name: tenantsName, rows },
    ...(hasAnchors ? [] : [{ name: 'Anchors', rows: oneAnchor }]),
    ...(items.length === 0 ? [] : [{ name: 'Study', rows: [itemsHeading, ...items] }]),
  ]);
  if (!read.ok) throw refused(read.issues.map(inRange));
  const computed = computeEnabled(read.value);
  if (!computed.ok) throw refused(computed.issues.map(inRange));
  const { anchors, totals } = computed.value;
  const lines = anchors.flatMap((anchor) => anchor.tenants.map(tenantLine));
  return [tenantHeadings, ...lines, totalLine(totals)];
});

const itemsHeading: Row = { number: 0, cells: ['Item', 'Answer'] };
const oneAnchor: readonly Row[] = [
  { number: 1, cells: ['Community anchor'] },
  { number: 2, cells: ['All tenants'] },
];

/** A range has no sheet: its cells are told by row and by column letter from its own first cell. */
function inRange(issue: Issue): Issue {
  const { sheet, cell, column } = issue.where;
  const argument = sheet === tenantsName ? 'tenants' : 'settings';
  const [, letters, digits] = /^([A-Z]+)(\d+)$/.exec(cell ?? '') ?? [];
  const place = letters === undefined ? column : `${letters} of ${argument}`;
  return {
    ...issue,
    where: {
      ...(digits === undefined ? {} : { row: Number(digits) }),
      ...(place === undefined ? { path: argument } : { column: place }),
    },
  };
}

const tenantHeadings = [
  'Tenant',
  'Jobs (FTE)',
  'Jobs, low',
  'Jobs, high',
  'GVA (£)',
  'GVA, low (£)',
  'GVA, high (£)',
  'Confidence',
  'Where the jobs come from',
  'Where the GVA comes from',
];

const figure = (value: number | null): number | string => value ?? '';

const tenantLine = ({ name, fte, gva, confidence }: TenantResult): Cell[] => [
  name,
  figure(fte.value),
  figure(fte.low),
  figure(fte.high),
  figure(gva.value),
  figure(gva.low),
  figure(gva.high),
  confidence,
  tenantMethodWords[fte.method],
  tenantMethodWords[gva.method],
];

const totalLine = (sum: EnabledSum): Cell[] => [
  'Total',
  sum.fte,
  sum.fteLow,
  sum.fteHigh,
  sum.gvaGbp,
  sum.gvaLow,
  sum.gvaHigh,
  sum.confidence,
  '',
  '',
];
