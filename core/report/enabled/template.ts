import { areaUnitWords, formItems, tenantSheets } from '../../enabled/workbook-layout.ts';
import { type ItemHelp, itemSheet } from '../lm3-inputs/item-sheet.ts';
import { oneOf } from '../lm3-inputs/sheet-parts.ts';
import { guideSheet } from '../start-sheet.ts';
import type { WorkbookSpec } from '../workbook-spec.ts';
import {
  anchorsSheet,
  densityTypesSheet,
  standardStudy,
  studySheet,
  type TenantRows,
  tenantsSheet,
} from './input-sheets.ts';
import { tenantsSampleRows } from './sample.ts';

/** An empty workbook for tenants of community anchors, or one filled with the fictional sample. */
export function tenantsTemplate(options: { readonly sample: boolean }): WorkbookSpec {
  const rows = options.sample ? tenantsSampleRows : emptyRows;
  const densities = densityTypesSheet();
  return {
    title: options.sample ? 'Tenants workbook with a fictional sample' : 'Tenants workbook',
    sheets: [
      guideSheet(
        'How much do our tenants add?',
        options.sample
          ? 'This is a sample. The anchors, their tenants and all figures are invented.'
          : 'Fill in the sheets in order. The coloured cells are yours; headings can be moved but not renamed.',
        guide,
      ),
      studySheet(rows),
      anchorsSheet(rows),
      tenantsSheet(rows, densities.range),
      densities.sheet,
    ],
    names: [],
  };
}

const emptyRows: TenantRows = {
  study: standardStudy,
  anchors: Array.from({ length: 10 }, () => ({})),
  tenants: Array.from({ length: 200 }, () => ({})),
};

const guide = [
  {
    heading: 'What to fill in',
    lines: [
      ['1. Study', 'A name, the year, and how part-timers count.'],
      ['2. Anchors', 'The organisations that let rooms, each with its council.'],
      [
        '3. Tenants',
        'A line for each tenant. Number of employees, turnover, floor area and what it does are what the method asks for; leave empty what you do not know.',
      ],
      [
        'Density types',
        'For tenants whose floor area is all you know: the kinds of premises that there is a figure for.',
      ],
      ['4. Compute', 'Run: localpound enabled FILE.xlsx --out report.xlsx'],
      [
        'To ask tenants',
        'localpound template tenant-form FORM.xlsx writes a form of one page for each tenant. Put the answers in with: localpound enabled FILE.xlsx --answers FORM1.xlsx FORM2.xlsx',
      ],
    ],
  },
  {
    heading: 'Words used',
    lines: [
      ['Community anchor', 'A community organisation that lets rooms to tenants.'],
      ['Enabled employment', 'Full-time equivalent jobs at the tenants of a community anchor.'],
      [
        'Enabled GVA',
        'Gross value added of the tenants: roughly their profit plus pay. It is much less than turnover.',
      ],
      [
        'What it is not',
        'It is the tenants’ activity, not the landlord’s, and it is gross. Never add it to the landlord’s own jobs, and never to LM3.',
      ],
      [
        'Source',
        'Enabled Contribution as published in Keep it Local for Economic Resilience (Locality, 2017), Appendix 2 by NEF Consulting.',
      ],
    ],
  },
] as const;

/** Name and landlord that are filled in before the form is sent. */
export interface FormFor {
  readonly anchor?: string;
  readonly tenant?: string;
}

/** The form for one tenant: the four questions of the published method, and hours. One page to print or to send. */
export function tenantForm({ anchor, tenant }: FormFor = {}): WorkbookSpec {
  return {
    title: 'Questions to a tenant',
    sheets: [
      itemSheet(
        {
          name: tenantSheets.form.name,
          title: 'Five questions to you as a tenant',
          subtitle:
            'Your landlord wants to show what its tenants add to the local economy. Please fill in the coloured cells; rough figures are welcome, and what you do not know can stay empty. Do not name any person.',
          table: 'TenantForm',
        },
        formItems,
        { ...(anchor === undefined ? {} : { anchor }), ...(tenant === undefined ? {} : { name: tenant }) },
        formHelp,
      ),
    ],
    names: [],
  };
}

const upTo = (to: number) => ({ kind: 'decimal', from: 0, to }) as const;
const numberMessage = 'Enter a number, 0 or more.';

const formHelp: Record<keyof typeof formItems, ItemHelp> = {
  anchor: { what: 'The organisation that you rent from.' },
  name: { what: 'As it stands in your lease.' },
  companyNumber: {
    what: 'May stay empty. It keeps you from being counted twice if you rent in several places.',
  },
  activity: { what: 'In plain words: hairdresser, charity office, bicycle repair.' },
  floorspace: { what: 'The rooms that you alone rent, without shared rooms.', style: 'inputRatio' },
  areaUnit: { what: 'As it stands in your lease.', rule: oneOf(areaUnitWords) },
  turnoverGbp: {
    what: 'All income of the year in pounds, not thousands, with grants and donations.',
    style: 'inputGbp',
    rule: upTo(1e11),
    message: 'Enter an amount in pounds.',
  },
  headcount: {
    what: 'People, not jobs: everybody who is paid and works from here.',
    style: 'inputCount',
    rule: upTo(100_000),
    message: numberMessage,
  },
  fullTime: {
    what: 'May stay empty if you answer question 5.',
    style: 'inputCount',
    rule: upTo(100_000),
    message: numberMessage,
  },
  partTime: {
    what: 'May stay empty if you answer question 5.',
    style: 'inputCount',
    rule: upTo(100_000),
    message: numberMessage,
  },
  hoursPerWeek: {
    what: 'Add the weekly hours of everybody up. This says more than full-time and part-time.',
    style: 'inputRatio',
    rule: upTo(6_000_000),
    message: numberMessage,
  },
};
