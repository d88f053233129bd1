import { partTimeWords } from '../../enabled/workbook-layout.ts';
import type { TenantRows } from './input-sheets.ts';

/**
 * Two fictional community anchors with fictional tenants. Every anchor says that it is fictional; the
 * tenants are chosen so that every way to a figure can be seen, and one tenant is at both anchors.
 */
export const tenantsSampleRows: TenantRows = {
  study: {
    name: 'Tenants of two fictional community anchors',
    year: '2025/26',
    fullTimeHours: 37,
    partTimeRule: partTimeWords.assumed,
    crossCheckFactor: 2,
  },
  anchors: [
    { name: 'Exampleton Mill (fictional)', authority: 'Exampleshire (fictional)' },
    { name: 'Pretend Wharf (fictional)', authority: 'Madeupton (fictional)' },
  ],
  tenants: [
    {
      anchor: 'Exampleton Mill (fictional)',
      name: 'Storybook Café',
      activity: 'Café',
      sic: '56.10',
      useClass: 'E(b)',
      floorspaceM2: 70,
      areaBasis: 'NIA',
    },
    {
      anchor: 'Exampleton Mill (fictional)',
      name: 'Invented Web Studio',
      activity: 'Web design',
      sic: '62.01',
      turnoverGbp: 310_000,
      fullTime: 3,
      partTime: 2,
    },
    {
      anchor: 'Exampleton Mill (fictional)',
      name: 'Made-up Advice Charity',
      activity: 'Advice charity',
      sic: '88.99',
      fte: 6.5,
      gvaGbp: 262_000,
    },
    {
      anchor: 'Exampleton Mill (fictional)',
      name: 'Imaginary Bicycle Repairs',
      activity: 'Bicycle repair',
      sic: '95.29',
      headcount: 3,
      floorspaceSqFt: 900,
      areaBasis: 'GIA',
      useClass: 'B2',
    },
    {
      anchor: 'Exampleton Mill (fictional)',
      name: 'Fictional Pottery',
      activity: 'Pottery',
      sic: '23.41',
      densityType: 'workspace-studio',
      floorspaceM2: 55,
    },
    {
      anchor: 'Pretend Wharf (fictional)',
      name: 'Sample Nursery',
      activity: 'Day nursery',
      sic: '88.91',
      hoursPerWeek: 296,
      turnoverGbp: 402_000,
    },
    {
      anchor: 'Pretend Wharf (fictional)',
      name: 'Placeholder Printers',
      activity: 'Printing',
      sic: '18.12',
      turnoverGbp: 640_000,
    },
    { anchor: 'Pretend Wharf (fictional)', name: 'Nowhere Community Theatre', activity: 'Theatre company' },
    {
      anchor: 'Pretend Wharf (fictional)',
      name: 'Invented Web Studio',
      activity: 'Web design',
      sic: '62.01',
      fullTime: 1,
    },
  ],
};
