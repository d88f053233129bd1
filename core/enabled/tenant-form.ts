import { supplierKey } from '../ledger/supplier-key.ts';
import { cellText, type Sheet } from '../workbook/cell.ts';
import type { Issue, Outcome } from '../workbook/issue.ts';
import { Items, itemColumns } from '../workbook/items.ts';
import { isEmpty } from '../workbook/read-table.ts';
import { shortText, shortTextExpected } from '../workbook/short-text.ts';
import { defined, WorkbookReading } from '../workbook/workbook-reading.ts';
import { companyKey } from './double-counting.ts';
import { placeOf } from './place.ts';
import { type Anchor, type EnabledProject, parseEnabledProject, type Tenant } from './project.ts';
import { areaUnit, areaUnitExpected, figureCells, floorArea, floorAreaExpected } from './tenant-cells.ts';
import { formItems, tenantSheets } from './workbook-layout.ts';

/** What one tenant has answered. */
export interface TenantAnswer {
  /** Left out when the form does not say; then there must be one anchor only. */
  readonly anchor?: string;
  readonly tenant: Tenant;
}

/**
 * Reads the form that a tenant has filled in.
 *
 * @param file the name of the form's file, for the workings and issues
 */
export function readTenantForm(sheets: readonly Sheet[], file?: string): Outcome<TenantAnswer> {
  const reading = new WorkbookReading(sheets, 'tenant-form', 'one answer for each question');
  const items = new Items(reading, reading.table(tenantSheets.form, itemColumns, true));
  const text = (item: string) => items.value(item, shortText, shortTextExpected);
  const figure = (key: 'turnoverGbp' | 'headcount' | 'fullTime' | 'partTime' | 'hoursPerWeek') =>
    items.value(formItems[key], figureCells[key].read, figureCells[key].expected);
  const name = text(formItems.name);
  const area = items.value(formItems.floorspace, floorArea, floorAreaExpected);
  const unit = area?.unit ?? items.value(formItems.areaUnit, areaUnit, areaUnitExpected) ?? 'm2';
  const anchor = text(formItems.anchor);
  const tenant = defined({
    name: name ?? '',
    companyNumber: text(formItems.companyNumber),
    activity: text(formItems.activity),
    ...(area === undefined ? {} : { [unit === 'sqft' ? 'floorspaceSqFt' : 'floorspaceM2']: area.area }),
    turnoverGbp: figure('turnoverGbp'),
    headcount: figure('headcount'),
    fullTime: figure('fullTime'),
    partTime: figure('partTime'),
    hoursPerWeek: figure('hoursPerWeek'),
    where: file ?? tenantSheets.form.name,
    places: placesOf(items, file),
  });
  if (name === undefined && reading.issues.length === 0) reading.issues.push(noName(items));
  const issues = reading.issues.map((issue) => inFile(issue, file));
  if (issues.some(({ severity }) => severity === 'error')) return { ok: false, issues };
  const parsed = parseEnabledProject({ anchors: [{ name: anchor ?? 'not stated', tenants: [tenant] }] });
  if (!parsed.ok) return { ok: false, issues: parsed.issues.map((issue) => inFile(issue, file)) };
  const [answered] = parsed.value.anchors[0]?.tenants ?? [];
  if (!answered) throw new RangeError('readTenantForm: the parsed form holds no tenant');
  return { ok: true, value: { ...(anchor === undefined ? {} : { anchor }), tenant: answered }, issues };
}

const inFile = (issue: Issue, file: string | undefined): Issue =>
  file === undefined ? issue : { ...issue, where: { file, ...issue.where } };

function noName(items: Items): Issue {
  const row = items.row(formItems.name);
  return {
    severity: 'error',
    where: row ? { sheet: row.sheet, cell: row.address('answer') } : { sheet: tenantSheets.form.name },
    found: row ? 'an empty cell' : `no line "${formItems.name}"`,
    expected: 'the name of the tenant',
    mend: 'Fill in the name, so that the answers can be put to the right tenant.',
  };
}

function placesOf(items: Items, file: string | undefined): NonNullable<Tenant['places']> {
  const places: NonNullable<Tenant['places']> = {};
  for (const [key, item] of Object.entries(formItems)) {
    const row = items.row(item);
    if (!row || isEmpty(row.cell('answer')) || cellText(row.cell('answer')) === '') continue;
    const place = { ...(file === undefined ? {} : { file }), sheet: row.sheet, cell: row.address('answer') };
    if (key === 'floorspace') {
      places.floorspaceM2 = place;
      places.floorspaceSqFt = place;
    } else {
      places[key] = place;
    }
  }
  return places;
}

/** Fields that one question answers together: a new answer takes the place of all that stood there. */
const staffFields = ['fte', 'headcount', 'fullTime', 'partTime', 'hoursPerWeek'] as const;
const areaFields = ['floorspaceM2', 'floorspaceSqFt'] as const;

/**
 * Puts tenants' answers into a project: by anchor, then by company number or name. What a tenant
 * answered takes the place of what stood there; what it left out stays. A tenant that is not there is
 * added, and an anchor that is not there is an error.
 */
export function addAnswers(
  project: EnabledProject,
  answers: readonly TenantAnswer[],
): Outcome<EnabledProject> {
  const issues: Issue[] = [];
  const anchors = project.anchors.map((anchor) => ({ ...anchor, tenants: [...anchor.tenants] }));
  for (const answer of answers) {
    const anchor = anchorFor(answer, anchors);
    if (!anchor) {
      issues.push(noAnchor(answer, anchors));
      continue;
    }
    const at = anchor.tenants.findIndex((tenant) => sameTenant(tenant, answer.tenant));
    const known = anchor.tenants[at];
    if (known) anchor.tenants[at] = withAnswer(known, answer.tenant);
    else {
      anchor.tenants.push(answer.tenant);
      issues.push(newTenant(answer, anchor));
    }
  }
  return issues.some(({ severity }) => severity === 'error')
    ? { ok: false, issues }
    : { ok: true, value: { ...project, anchors }, issues };
}

function anchorFor<Of extends Anchor>({ anchor }: TenantAnswer, anchors: readonly Of[]): Of | undefined {
  if (anchor === undefined) return anchors.length === 1 ? anchors[0] : undefined;
  return anchors.find(({ name }) => supplierKey(name) === supplierKey(anchor));
}

function sameTenant(one: Tenant, other: Tenant): boolean {
  if (one.companyNumber !== undefined && other.companyNumber !== undefined) {
    if (companyKey(one.companyNumber) === companyKey(other.companyNumber)) return true;
  }
  return supplierKey(one.name) === supplierKey(other.name);
}

function withAnswer(known: Tenant, answer: Tenant): Tenant {
  const kept: Record<string, unknown> = { ...known };
  for (const fields of [staffFields, areaFields]) {
    if (fields.some((field) => answer[field] !== undefined)) for (const field of fields) delete kept[field];
  }
  const told = Object.fromEntries(Object.entries(answer).filter(([, value]) => value !== undefined));
  return {
    ...kept,
    ...told,
    name: known.name,
    where: known.where,
    places: { ...known.places, ...answer.places },
  } as Tenant;
}

function noAnchor({ anchor, tenant }: TenantAnswer, anchors: readonly Anchor[]): Issue {
  return {
    severity: 'error',
    where: placeOf(tenant, 'anchor'),
    found: anchor === undefined ? `no landlord on the form of ${tenant.name}` : `the landlord "${anchor}"`,
    expected: `one of ${anchors
      .slice(0, 12)
      .map(({ name }) => `"${name}"`)
      .join(', ')}`,
    mend: 'Write the name of the community anchor as it stands in the workbook.',
  };
}

function newTenant({ tenant }: TenantAnswer, anchor: Anchor): Issue {
  return {
    severity: 'warning',
    where: placeOf(tenant, 'name'),
    found: `the answers of "${tenant.name}", which is not among the tenants of ${anchor.name}`,
    expected: 'the name of a tenant in the workbook',
    mend: 'It was added as a new tenant. If it is one of them under another name, correct the name on the form.',
  };
}
