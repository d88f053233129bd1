import type { ColumnSpec } from '../workbook/read-table.ts';

/**
 * Names of the sheets, headings and items of a tenants workbook and of the form for tenants: both are
 * written from them and read by them, so the two cannot drift apart.
 */
export const tenantSheets = {
  study: { name: 'Study', also: ['Settings', 'Project'] },
  anchors: { name: 'Anchors', also: ['Community anchors', 'Landlords'] },
  tenants: { name: 'Tenants', also: ['Tenant', 'Tenant organisations'] },
  form: { name: 'Tenant form', also: ['Form', 'Survey'] },
} as const;

export const anchorColumns = [
  { key: 'name', heading: 'Community anchor', also: ['Anchor', 'Landlord', 'Name'], required: true },
  { key: 'authority', heading: 'Local authority', also: ['Authority', 'Council'], required: false },
] as const satisfies readonly ColumnSpec<string>[];

export const tenantColumns = [
  { key: 'anchor', heading: 'Community anchor', also: ['Anchor', 'Landlord'], required: false },
  { key: 'name', heading: 'Tenant', also: ['Tenant organisation', 'Organisation', 'Name'], required: true },
  { key: 'companyNumber', heading: 'Company number', also: ['Company no', 'CRN'], required: false },
  { key: 'activity', heading: 'Activity', also: ['Activity type', 'What it does'], required: false },
  {
    key: 'sic',
    heading: 'SIC 2007 code',
    also: ['SIC', 'SIC code', 'SIC 2007', 'Industry code'],
    required: false,
  },
  { key: 'useClass', heading: 'Use class', also: ['Planning use class'], required: false },
  { key: 'densityType', heading: 'Density type', also: ['Kind of premises'], required: false },
  {
    key: 'floorspace',
    heading: 'Floor area',
    also: ['Floorspace', 'Area', 'Floor area sq ft', 'Floor area m2'],
    required: false,
  },
  { key: 'areaUnit', heading: 'Unit of floor area', also: ['Area unit'], required: false },
  {
    key: 'areaBasis',
    heading: 'Measure of floor area',
    also: ['Area basis', 'Floor area basis', 'Basis'],
    required: false,
  },
  { key: 'beds', heading: 'Beds', also: ['Bedrooms'], required: false },
  {
    key: 'turnoverGbp',
    heading: 'Turnover (£)',
    also: ['Turnover', 'Annual turnover', 'Income'],
    required: false,
  },
  { key: 'gvaGbp', heading: 'GVA (£)', also: ['GVA', 'Gross value added'], required: false },
  { key: 'fte', heading: 'FTE', also: ['Full-time equivalents', 'FTEs'], required: false },
  { key: 'fullTime', heading: 'Full-time employees', also: ['Full-time', 'Full time'], required: false },
  { key: 'partTime', heading: 'Part-time employees', also: ['Part-time', 'Part time'], required: false },
  {
    key: 'headcount',
    heading: 'Employees',
    also: ['Headcount', 'Number of employees', 'Staff'],
    required: false,
  },
  {
    key: 'hoursPerWeek',
    heading: 'Hours a week, all staff',
    also: ['Hours a week', 'Weekly hours', 'Hours per week'],
    required: false,
  },
] as const satisfies readonly ColumnSpec<string>[];

export type TenantColumn = (typeof tenantColumns)[number]['key'];

/** The items on the Study sheet, in the order shown. */
export const studyItems = {
  name: 'Study name',
  year: 'Year of the figures',
  fullTimeHours: 'Hours of a full-time week',
  partTimeRule: 'A part-timer counts as half',
  crossCheckFactor: 'Warn when the two routes to GVA differ by this factor',
} as const;

export const partTimeWords = { confirmed: 'Confirmed', assumed: 'Not confirmed' } as const;
export const areaUnitWords = { m2: 'm²', sqft: 'square feet' } as const;

/** What a tenant is asked: the four questions of the published method, and hours. */
export const formItems = {
  anchor: 'Your landlord',
  name: 'Your organisation',
  companyNumber: 'Company number, if you have one',
  activity: '1. What do you do here?',
  floorspace: '2. How much floor area do you rent?',
  areaUnit: '2a. Is that in m² or in square feet?',
  turnoverGbp: '3. What was your turnover in your last full year, in pounds?',
  headcount: '4. How many people do you employ here?',
  fullTime: '4a. How many of them work full-time?',
  partTime: '4b. How many of them work part-time?',
  hoursPerWeek: '5. How many paid hours do they all work together in a usual week?',
} as const;
