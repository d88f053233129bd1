import { type Cell, cellText, quoteCell, type Sheet } from '../workbook/cell.ts';
import type { Issue, Outcome } from '../workbook/issue.ts';
import { Items, itemColumns } from '../workbook/items.ts';
import { amountOf, comparable, findSheet, isEmpty, type TableRow } from '../workbook/read-table.ts';
import { shortText, shortTextExpected } from '../workbook/short-text.ts';
import { defined, WorkbookReading } from '../workbook/workbook-reading.ts';
import {
  type EnabledProject,
  type EnabledProjectInput,
  figureExpected,
  parseEnabledProject,
} from './project.ts';
import {
  areaBasis,
  areaBasisExpected,
  areaUnit,
  areaUnitExpected,
  figureCells,
  floorArea,
  floorAreaExpected,
  squareFeet,
} from './tenant-cells.ts';
import {
  anchorColumns,
  partTimeWords,
  studyItems,
  type TenantColumn,
  tenantColumns,
  tenantSheets,
} from './workbook-layout.ts';

type AnchorInput = EnabledProjectInput['anchors'][number];
type TenantInput = AnchorInput['tenants'][number];
type TenantLine = TableRow<TenantColumn>;
type Places = NonNullable<TenantInput['places']>;

/**
 * Reads tenants from a workbook by its sheet names and headings. Everything wrong is listed at once,
 * each with sheet, cell, what was found, what was expected and how to mend it; no project is returned
 * while there is an error.
 */
export function readTenantsWorkbook(sheets: readonly Sheet[]): Outcome<EnabledProject> {
  const reading = new WorkbookReading(sheets, 'tenants', 'one line for each tenant');
  const study = readStudy(reading);
  const anchors = readAnchors(reading);
  const listed = anchors.length > 0;
  const lines = reading.table(tenantSheets.tenants, tenantColumns, true);
  reading.issues.push(...unitIssues(sheets, lines));
  const inFeet = headingSays(sheets, lines, 'floorspace', squareFeet);
  for (const row of lines) {
    if (!reading.isLine(row, 'name')) continue;
    const anchor = anchorOf(reading, row, anchors, listed);
    const tenant = readTenant(reading, row, inFeet);
    anchor?.tenants.push(tenant);
  }
  const { issues } = reading;
  if (issues.some((issue) => issue.severity === 'error')) return { ok: false, issues };
  if (anchors.length === 0) return { ok: false, issues: [...issues, noTenants] };
  const parsed = parseEnabledProject({ ...study, anchors });
  return { ...parsed, issues: [...issues, ...parsed.issues] };
}

const noTenants: Issue = {
  severity: 'error',
  where: { sheet: tenantSheets.tenants.name },
  found: 'no tenants',
  expected: 'a line for each tenant',
  mend: 'Fill in the sheet.',
};

function readStudy(reading: WorkbookReading): Omit<EnabledProjectInput, 'anchors'> {
  const items = new Items(reading, reading.table(tenantSheets.study, itemColumns, false));
  const hours = (cell: Cell) => {
    const number = amountOf(cell);
    return number !== undefined && number >= 20 && number <= 60 ? number : undefined;
  };
  const factor = (cell: Cell) => {
    const number = amountOf(cell);
    return number !== undefined && number >= 1 && number <= 100 ? number : undefined;
  };
  const rule = items.choice(studyItems.partTimeRule, partTimeWords);
  return defined({
    name: items.value(studyItems.name, shortText, shortTextExpected),
    year: items.value(studyItems.year, shortText, shortTextExpected),
    settings: defined({
      fullTimeHours: items.value(studyItems.fullTimeHours, hours, figureExpected.fullTimeHours ?? ''),
      partTimeRuleConfirmed: rule === undefined ? undefined : rule === 'confirmed',
      crossCheckFactor: items.value(studyItems.crossCheckFactor, factor, 'a factor from 1 to 100'),
    }),
  });
}

function readAnchors(reading: WorkbookReading): AnchorInput[] {
  const anchors: AnchorInput[] = [];
  for (const row of reading.table(tenantSheets.anchors, anchorColumns, false)) {
    if (!reading.isLine(row, 'name')) continue;
    const name = cellText(row.cell('name'));
    if (anchors.some((anchor) => comparableName(anchor.name) === comparableName(name))) {
      reading.wrongCell(row, 'name', 'each anchor once');
      continue;
    }
    const authority = reading.optional(row, 'authority', shortText, shortTextExpected);
    anchors.push({
      name,
      ...(authority === undefined ? {} : { authority }),
      tenants: [],
      where: `${row.sheet} row ${row.row.number}`,
      places: { name: { sheet: row.sheet, cell: row.address('name') } },
    });
  }
  return anchors;
}

const comparableName = (name: string): string => name.trim().toLowerCase().replace(/\s+/g, ' ');

/** The anchor that a line belongs to: it must be listed where anchors are listed, and is made where they are not. */
function anchorOf(
  reading: WorkbookReading,
  row: TenantLine,
  anchors: AnchorInput[],
  listed: boolean,
): AnchorInput | undefined {
  if (isEmpty(row.cell('anchor')) && listed && anchors.length === 1) return anchors[0];
  const name = reading.expect(row, 'anchor', shortText, 'the community anchor that it rents from');
  if (name === undefined) return undefined;
  const found = anchors.find((anchor) => comparableName(anchor.name) === comparableName(name));
  if (found) return found;
  if (listed) {
    reading.wrongCell(row, 'anchor', `one of the anchors on the ${tenantSheets.anchors.name} sheet`);
    return undefined;
  }
  const made: AnchorInput = {
    name,
    tenants: [],
    where: `${row.sheet} row ${row.row.number}`,
    places: { name: { sheet: row.sheet, cell: row.address('anchor') } },
  };
  anchors.push(made);
  return made;
}

function readTenant(reading: WorkbookReading, row: TenantLine, inFeet: boolean): TenantInput {
  const text = (key: TenantColumn) => reading.optional(row, key, shortText, shortTextExpected);
  const figure = (key: keyof typeof figureCells) =>
    reading.optional(row, key, figureCells[key].read, figureCells[key].expected);
  const area = reading.optional(row, 'floorspace', floorArea, floorAreaExpected);
  const unit =
    area?.unit ?? reading.optional(row, 'areaUnit', areaUnit, areaUnitExpected) ?? (inFeet ? 'sqft' : 'm2');
  return defined({
    name: cellText(row.cell('name')),
    companyNumber: text('companyNumber'),
    activity: text('activity'),
    sic: text('sic'),
    useClass: text('useClass'),
    densityType: text('densityType'),
    ...(area === undefined ? {} : { [unit === 'sqft' ? 'floorspaceSqFt' : 'floorspaceM2']: area.area }),
    areaBasis: reading.optional(row, 'areaBasis', areaBasis, areaBasisExpected),
    beds: figure('beds'),
    turnoverGbp: figure('turnoverGbp'),
    gvaGbp: figure('gvaGbp'),
    fte: figure('fte'),
    fullTime: figure('fullTime'),
    partTime: figure('partTime'),
    headcount: figure('headcount'),
    hoursPerWeek: figure('hoursPerWeek'),
    where: `${row.sheet} row ${row.row.number}`,
    places: placesOf(row),
  }) as TenantInput;
}

function placesOf(row: TenantLine): Places {
  const places: Places = {};
  for (const { key } of tenantColumns) {
    if (isEmpty(row.cell(key))) continue;
    const place = { sheet: row.sheet, cell: row.address(key) };
    if (key === 'floorspace') {
      places.floorspaceM2 = place;
      places.floorspaceSqFt = place;
    } else {
      places[key] = place;
    }
  }
  return places;
}

/** The heading of a column, which may say a unit that the comparison of headings passes over. */
function headingCell(
  sheets: readonly Sheet[],
  lines: readonly TenantLine[],
  key: TenantColumn,
): { readonly text: string; readonly cell: string } | undefined {
  const [first] = lines;
  const sheet = findSheet(sheets, [tenantSheets.tenants.name, ...tenantSheets.tenants.also]);
  if (!first || !sheet) return undefined;
  const spec = tenantColumns.find((column) => column.key === key);
  const names = new Set([spec?.heading ?? '', ...(spec?.also ?? [])].map(comparable));
  for (const row of sheet.rows) {
    if (row.number >= first.row.number) return undefined;
    const at = row.cells.findIndex((cell) => typeof cell === 'string' && names.has(comparable(cell)));
    const cell = row.cells[at];
    if (typeof cell === 'string') {
      return { text: cell, cell: first.address(key).replace(/\d+$/, String(row.number)) };
    }
  }
  return undefined;
}

function headingSays(
  sheets: readonly Sheet[],
  lines: readonly TenantLine[],
  key: TenantColumn,
  what: RegExp,
): boolean {
  return what.test(headingCell(sheets, lines, key)?.text ?? '');
}

const thousands = /£\s*(000|k)\b|\b000s?\b|thousand|'000|\(k\)/i;

/** Amounts in thousands of pounds would be read as pounds: the heading is refused instead. */
function unitIssues(sheets: readonly Sheet[], lines: readonly TenantLine[]): Issue[] {
  return (['turnoverGbp', 'gvaGbp'] as const).flatMap((key): Issue[] => {
    const heading = headingCell(sheets, lines, key);
    if (!heading || !thousands.test(heading.text)) return [];
    return [
      {
        severity: 'error',
        where: { sheet: lines[0]?.sheet ?? tenantSheets.tenants.name, cell: heading.cell },
        found: quoteCell(heading.text),
        expected: 'amounts in pounds, not in thousands',
        mend: 'Multiply the column by 1,000 and take the thousands out of its heading.',
      },
    ];
  });
}
