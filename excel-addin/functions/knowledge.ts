import {
  type Cell,
  cellText,
  computeEnabled,
  describeRow,
  type EnabledSum,
  findIndicators,
  formatDate,
  formatPounds,
  type Issue,
  type Row,
  readTenantsWorkbook,
  type TenantResult,
  tenantMethodWords,
  thresholdOn,
  thresholdsHeldUntil,
  vatWords,
} from '../../core/index.ts';
import { cellOf, tableOf, textOf } from './cells.ts';
import { dateOf } from './excel-date.ts';
import { invalid, notAvailable, refused } from './problem.ts';
import { remember } from './remember.ts';
import { authorityOf, contractTypeOf } from './threshold-words.ts';

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

/**
 * Indicators of a resilient local economy for a topic, the best first.
 * @customfunction INDICATORS
 * @param topic What is to be measured, in your own words, such as loneliness; or the name of a characteristic.
 * @param most The most lines. Left out: 10.
 * @param data What data there is, in your own words, such as payroll. Left out: any.
 * @returns The indicators with their characteristic, whether they are key, the data they need and how to collect them.
 */
export function indicators(topic: string, most?: number, data?: string): unknown[][] {
  const asked = textOf(topic);
  const held = textOf(data);
  if (asked === undefined && held === undefined)
    throw invalid('topic: nothing was given; expected some words.');
  const searched = findIndicators({
    ...(asked === undefined ? {} : { topic: asked }),
    ...(held === undefined ? {} : { data: held }),
  });
  if (!searched.ok) throw refused(searched.issues);
  const { found, notes } = searched.value;
  if (found.length === 0) throw notAvailable(notes.join(' '));
  const lines = found
    .slice(0, lineCount(most))
    .map((each) => [
      each.name,
      `${each.characteristic.number} ${each.characteristic.name}`,
      each.standing === 'key' ? 'Key' : 'Other',
      each.data.map(({ name }) => name).join('; '),
      each.collect,
      each.often,
    ]);
  return [
    ['Indicator', 'Characteristic', 'Key or other', 'Data needed', 'How to collect it', 'How often'],
    ...lines,
  ];
}

/**
 * The procurement threshold on a date, in pounds. It never looks at today's date: give the date of the first notice.
 * @customfunction THRESHOLD
 * @param contract The kind of contract: goods, services, light touch, works, concession or light touch concession.
 * @param date The date on which the first notice or approach goes out.
 * @param authority "council", or left out: councils and other sub-central bodies. "central": central government and the NHS.
 * @param show "amount", or left out: pounds. "vat": whether they include VAT. "law": where it stands, and whether it was read there.
 * @returns The amount in pounds, or a text.
 */
export function threshold(contract: string, date: unknown, authority?: string, show?: string): unknown {
  const day = dateOf(cellOf(date));
  if (day === undefined)
    throw invalid(`date: found ${cellText(cellOf(date))}; expected a date such as 1/4/2026.`);
  const held = thresholdOn(day, authorityOf(textOf(authority)), contractTypeOf(textOf(contract)));
  if (!held) throw notAvailable(`No threshold is held for ${formatDate(day)}.`);
  const { row, expired } = held;
  if (expired) {
    throw notAvailable(
      `Thresholds are held until ${formatDate(thresholdsHeldUntil)}; the last one was ${formatPounds(row.amount_gbp)}.`,
    );
  }
  switch ((textOf(show) ?? 'amount').toLowerCase()) {
    case 'amount':
      if (row.verified !== 'unverified') return row.amount_gbp;
      throw notAvailable(
        `${formatPounds(row.amount_gbp)} is held and was not read in its source (${row.source}). Check it there and type it in.`,
      );
    case 'vat':
      return vatWords[row.vat_basis];
    case 'law':
      return `${describeRow(row)}; ${row.source} (${row.verified})`;
    default:
      throw invalid(`show: found "${textOf(show)}"; expected "amount", "vat" or "law".`);
  }
}

const standardLines = 10;

function lineCount(most: unknown): number {
  if (typeof most !== 'number') return standardLines;
  if (most >= 1) return Math.floor(most);
  throw invalid(`most: found ${most}; expected 1 or more lines.`);
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
