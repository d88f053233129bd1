import { describe, expect, it } from 'vitest';
import {
  addAnswers,
  type Cell,
  computeEnabled,
  readTenantForm,
  readTenantsWorkbook,
  type Sheet,
} from '../../../core/index.ts';
import { enabledProject } from './tenants.ts';

const sheet = (name: string, rows: readonly Cell[][]): Sheet => ({
  name,
  rows: rows.map((cells, index) => ({ number: index + 1, cells })),
});

const anchors = sheet('Anchors', [
  ['Community anchor', 'Local authority'],
  ['Mill', 'North'],
  ['Forge', 'South'],
]);

function tenantsOf(...sheets: Sheet[]) {
  const outcome = readTenantsWorkbook(sheets);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues));
  return outcome.value.anchors.flatMap(({ tenants }) => tenants);
}

describe('reading a tenants workbook', () => {
  it('takes sheets and columns in any order, other headings and rows above them', () => {
    const outcome = readTenantsWorkbook([
      sheet('tenant organisations', [
        ['Our tenants'],
        [],
        ['Headcount', 'Organisation', 'Anchor', 'SIC', 'Annual turnover', 'Floorspace'],
        [3, 'Baker', 'mill', '10.71', '£120,000', '40 m²'],
        [null, null, null, null, null, null],
        [null, 'Cobbler', 'Forge', 95, null, '1,000 sq ft'],
      ]),
      anchors,
      sheet('Study', [
        ['Item', 'Answer'],
        ['Study name', 'S'],
        ['Year of the figures', 2025],
        ['Hours of a full-time week', 37],
        ['A part-timer counts as half', 'Confirmed'],
      ]),
    ]);
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues));
    const { name, year, settings, anchors: read } = outcome.value;
    expect([name, year, settings]).toEqual([
      'S',
      '2025',
      { fullTimeHours: 37, partTimeRuleConfirmed: true, crossCheckFactor: 2 },
    ]);
    expect(read.map((anchor) => [anchor.name, anchor.authority])).toEqual([
      ['Mill', 'North'],
      ['Forge', 'South'],
    ]);
    expect(read[0]?.tenants[0]).toMatchObject({
      name: 'Baker',
      sic: '10.71',
      turnoverGbp: 120_000,
      headcount: 3,
      floorspaceM2: 40,
      where: 'tenant organisations row 4',
    });
    expect(read[1]?.tenants[0]).toMatchObject({ name: 'Cobbler', sic: '95', floorspaceSqFt: 1000 });
  });

  it('reads a unit from its own column, or from the heading', () => {
    const [inColumn] = tenantsOf(
      sheet('Tenants', [
        ['Community anchor', 'Tenant', 'Floor area', 'Unit of floor area'],
        ['Mill', 'Baker', 500, 'square feet'],
      ]),
    );
    expect(inColumn).toMatchObject({ floorspaceSqFt: 500 });
    const [inHeading] = tenantsOf(
      sheet('Tenants', [
        ['Community anchor', 'Tenant', 'Floor area (sq ft)'],
        ['Mill', 'Baker', 500],
      ]),
    );
    expect(inHeading).toMatchObject({ floorspaceSqFt: 500 });
    expect(inHeading?.floorspaceM2).toBeUndefined();
  });

  it('refuses a heading that says thousands, with its cell', () => {
    for (const heading of ['Turnover (£000)', 'Turnover (£k)', 'Turnover (thousands)']) {
      const outcome = readTenantsWorkbook([
        sheet('Tenants', [
          ['Community anchor', 'Tenant', heading],
          ['Mill', 'Baker', 120],
        ]),
      ]);
      expect(outcome.ok, heading).toBe(false);
      expect(outcome.issues[0]?.where, heading).toEqual({ sheet: 'Tenants', cell: 'C1' });
    }
  });

  it('names the cell of everything that is wrong, all at once', () => {
    const outcome = readTenantsWorkbook([
      anchors,
      sheet('Tenants', [
        ['Community anchor', 'Tenant', 'FTE', 'Turnover (£)', 'Floor area', 'Measure of floor area'],
        ['Mill', 'Baker', -2, 'lots', 90, 'NIA'],
        ['Nowhere', 'Cobbler', 1, 5, 90, 'NIA'],
        ['Forge', 'Total', 3, 5, 90, 'NIA'],
        ['Forge', 'Dyer', 3, 5, 1e8, 'inside'],
        [null, 'Tanner', 3, 5, 90, 'GIA'],
      ]),
    ]);
    expect(outcome.ok).toBe(false);
    expect(outcome.issues.map(({ where }) => where.cell).sort()).toEqual([
      'A3',
      'A6',
      'B4',
      'C2',
      'D2',
      'E5',
      'F5',
    ]);
    expect(outcome.issues.every(({ severity }) => severity === 'error')).toBe(true);
  });

  it('warns of figures that do not fit by their cells', () => {
    const outcome = readTenantsWorkbook([
      anchors,
      sheet('Tenants', [
        ['Community anchor', 'Tenant', 'FTE', 'Employees', 'SIC 2007 code'],
        ['Mill', 'Baker', 12, 10, 'C'],
        ['Mill', 'Mill', 3, null, null],
        ['Forge', 'Cobbler', 1, null, '77777'],
      ]),
    ]);
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues));
    const places = computeEnabled(outcome.value).issues.map(({ where }) => where);
    expect(places).toEqual([
      { sheet: 'Tenants', cell: 'B3' },
      { sheet: 'Tenants', cell: 'C2' },
      { sheet: 'Tenants', cell: 'E4' },
    ]);
  });

  it('says what is missing: the sheet, its headings, its lines', () => {
    expect(readTenantsWorkbook([anchors]).issues[0]).toMatchObject({
      where: { sheet: 'Tenants' },
      mend: expect.stringContaining('template tenants'),
    });
    expect(readTenantsWorkbook([sheet('Tenants', [['Colour'], ['red']])]).issues[0]?.expected).toContain(
      '"Tenant"',
    );
    expect(readTenantsWorkbook([sheet('Tenants', [['Community anchor', 'Tenant']])]).ok).toBe(false);
  });
});

const form = (answers: Record<string, Cell>): Sheet[] => [
  sheet('Tenant form', [['Item', 'Answer', 'What to enter'], ...Object.entries(answers)]),
];

const answered = form({
  'Your landlord': 'Mill',
  'Your organisation': 'Baker',
  '1. What do you do here?': 'Bread',
  '2. How much floor area do you rent?': '600 sq ft',
  '3. What was your turnover in your last full year, in pounds?': 95_000,
  '4. How many people do you employ here?': 5,
  '4a. How many of them work full-time?': 2,
  '4b. How many of them work part-time?': 3,
  '5. How many paid hours do they all work together in a usual week?': 130,
});

describe('answers of tenants', () => {
  const project = enabledProject({
    anchors: [
      { name: 'Mill', tenants: [{ name: 'baker ', fte: 9, sic: '10.71', floorspaceM2: 700, gvaGbp: 1 }] },
      { name: 'Forge', tenants: [] },
    ],
  });

  function answer(sheets: readonly Sheet[], file?: string) {
    const read = readTenantForm(sheets, file);
    if (!read.ok) throw new Error(JSON.stringify(read.issues));
    return read.value;
  }

  it('take the place of what stood there, question by question, and leave the rest', () => {
    const added = addAnswers(project, [answer(answered, 'form-1.xlsx')]);
    const tenant = added.ok ? added.value.anchors[0]?.tenants[0] : undefined;
    expect(tenant).toMatchObject({
      name: 'baker',
      sic: '10.71',
      gvaGbp: 1,
      activity: 'Bread',
      floorspaceSqFt: 600,
      turnoverGbp: 95_000,
      fullTime: 2,
      partTime: 3,
      hoursPerWeek: 130,
    });
    expect(tenant?.fte).toBeUndefined();
    expect(tenant?.floorspaceM2).toBeUndefined();
    expect(added.issues).toEqual([]);
  });

  it('are named by file, sheet and cell where they are wrong or do not fit', () => {
    const wrong = readTenantForm(
      form({ 'Your organisation': 'Baker', '4. How many people do you employ here?': 'a few' }),
      'form-2.xlsx',
    );
    expect(wrong.issues[0]?.where).toEqual({ file: 'form-2.xlsx', sheet: 'Tenant form', cell: 'B3' });
    expect(readTenantForm(form({ 'Your organisation': null }), 'f.xlsx').issues[0]?.where).toEqual({
      file: 'f.xlsx',
      sheet: 'Tenant form',
      cell: 'B2',
    });
    const added = addAnswers(project, [answer(answered, 'form-1.xlsx')]);
    if (!added.ok) throw new Error(JSON.stringify(added.issues));
    expect(computeEnabled(added.value).issues.map(({ where }) => where)).toContainEqual({
      file: 'form-1.xlsx',
      sheet: 'Tenant form',
      cell: 'B10',
    });
  });

  it('add a tenant that is not there, with a warning, and refuse an anchor that is not there', () => {
    const added = addAnswers(project, [
      answer(form({ 'Your landlord': 'forge', 'Your organisation': 'Smith' })),
    ]);
    expect(added.ok && added.value.anchors[1]?.tenants.map(({ name }) => name)).toEqual(['Smith']);
    expect(added.issues[0]?.severity).toBe('warning');
    const refused = addAnswers(project, [
      answer(form({ 'Your landlord': 'Barn', 'Your organisation': 'Smith' })),
    ]);
    expect(refused.ok).toBe(false);
    expect(refused.issues[0]).toMatchObject({
      found: 'the landlord "Barn"',
      expected: 'one of "Mill", "Forge"',
    });
    expect(addAnswers(project, [answer(form({ 'Your organisation': 'Smith' }))]).ok).toBe(false);
  });
});
