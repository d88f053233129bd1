import { densityName } from '../../enabled/density.ts';
import { areaBases, type EnabledProject, type Tenant } from '../../enabled/project.ts';
import { type Density, shippedReference } from '../../enabled/reference.ts';
import {
  anchorColumns,
  areaUnitWords,
  partTimeWords,
  studyItems,
  type TenantColumn,
  tenantColumns,
  tenantSheets,
} from '../../enabled/workbook-layout.ts';
import { listSheet } from '../list-sheet.ts';
import { type ItemHelp, itemSheet } from '../lm3-inputs/item-sheet.ts';
import { columnsOf, inputSheet, type MoreColumns, oneOf, positive } from '../lm3-inputs/sheet-parts.ts';
import type { CellStyle, SheetSpec } from '../workbook-spec.ts';

/** A line of the Tenants sheet. Empty lines of a template hold nothing. */
export type TenantRow = Partial<Tenant> & { readonly anchor?: string };

export interface AnchorRow {
  readonly name?: string;
  readonly authority?: string | undefined;
}

export type StudyAnswers = Partial<Record<keyof typeof studyItems, string | number>>;

export interface TenantRows {
  readonly study: StudyAnswers;
  readonly anchors: readonly AnchorRow[];
  readonly tenants: readonly TenantRow[];
}

/** The answers of an empty workbook. */
export const standardStudy: StudyAnswers = { partTimeRule: partTimeWords.assumed, crossCheckFactor: 2 };

/** The rows of the input sheets for a project, so that a report can be read back as a workbook. */
export function tenantRowsOf({ name, year, settings, anchors }: EnabledProject): TenantRows {
  return {
    study: {
      ...(name === undefined ? {} : { name }),
      ...(year === undefined ? {} : { year }),
      ...(settings.fullTimeHours === undefined ? {} : { fullTimeHours: settings.fullTimeHours }),
      partTimeRule: settings.partTimeRuleConfirmed ? partTimeWords.confirmed : partTimeWords.assumed,
      crossCheckFactor: settings.crossCheckFactor,
    },
    anchors: anchors.map(({ name: anchor, authority }) => ({ name: anchor, authority })),
    tenants: anchors.flatMap((anchor) =>
      anchor.tenants.map((tenant) => ({ ...tenant, anchor: anchor.name })),
    ),
  };
}

const studyHelp: Record<keyof typeof studyItems, ItemHelp> = {
  name: { what: 'A name for this set of figures. It is printed on the report.' },
  year: { what: 'The year that turnover, GVA and employees are for, such as 2025/26.' },
  fullTimeHours: {
    what: 'Needed before paid hours count. There is no standard value: use the hours of your own full-time contracts.',
    style: 'inputRatio',
    rule: { kind: 'decimal', from: 20, to: 60 },
    message: 'Enter the hours of a full-time week, from 20 to 60.',
  },
  partTimeRule: {
    what: 'Choose Confirmed if part-timers work about half a full-time week. Until then the result says that it is assumed.',
    rule: oneOf(partTimeWords),
  },
  crossCheckFactor: {
    what: 'Standard: 2. Where turnover and jobs are both known, GVA is worked out both ways.',
    style: 'inputRatio',
    rule: { kind: 'decimal', from: 1, to: 100 },
    message: 'Enter a factor from 1 to 100.',
  },
};

export function studySheet({ study }: Pick<TenantRows, 'study'>): SheetSpec {
  return itemSheet(
    {
      name: tenantSheets.study.name,
      title: 'Study',
      subtitle: 'Fill in the coloured cells.',
      table: 'Study',
    },
    studyItems,
    study,
    studyHelp,
  );
}

export function anchorsSheet({ anchors }: Pick<TenantRows, 'anchors'>): SheetSpec {
  return inputSheet(
    {
      name: tenantSheets.anchors.name,
      title: 'Community anchors',
      subtitle: 'One line for each organisation that lets rooms, with the council whose area it is in.',
      table: 'Anchors',
    },
    columnsOf<(typeof anchorColumns)[number]['key'], AnchorRow>(anchorColumns, {
      name: {
        note: 'The landlord. Its own staff do not count.',
        style: 'input',
        width: 44,
        value: ({ name }) => name,
      },
      authority: {
        note: 'The local authority. May stay empty.',
        style: 'input',
        width: 34,
        value: ({ authority }) => authority,
      },
    }),
    anchors,
  );
}

const count: CellStyle = 'inputRatio';
const peopleMessage = 'Enter a number, 0 or more.';

/**
 * The sheet of tenants.
 *
 * @param densityTypes where the density types stand, for the list to choose from
 */
export function tenantsSheet(
  { tenants }: Pick<TenantRows, 'tenants'>,
  densityTypes: string,
  more?: MoreColumns,
): SheetSpec {
  const figure = (note: string, key: keyof TenantRow, style: CellStyle = count) => ({
    note,
    style,
    width: 15,
    value: (row: TenantRow) => row[key] as number | undefined,
    rule: positive,
    message: peopleMessage,
  });
  return inputSheet(
    {
      name: tenantSheets.tenants.name,
      title: 'Tenants',
      subtitle:
        'One line for each tenant organisation. Fill in what you know: number of employees and turnover firm the result up most. Everything but the names may stay empty.',
      table: 'Tenants',
    },
    columnsOf<TenantColumn, TenantRow>(tenantColumns, {
      anchor: {
        note: 'As on the Anchors sheet. May stay empty if there is one anchor only.',
        style: 'input',
        width: 30,
        value: ({ anchor }) => anchor,
      },
      name: {
        note: 'A tenant at several anchors has a line at each; it counts once in the total.',
        style: 'input',
        width: 36,
        value: ({ name }) => name,
      },
      companyNumber: {
        note: 'Helps to find a tenant that is there twice. May stay empty.',
        style: 'input',
        width: 14,
        value: ({ companyNumber }) => companyNumber,
      },
      activity: {
        note: 'In plain words: hairdresser, charity office, bicycle repair.',
        style: 'input',
        width: 28,
        value: ({ activity }) => activity,
      },
      sic: {
        note: 'Code of the UK SIC 2007, such as 56.10, or the letter of a section. Type a code that begins with 0 as text. localpound activity "..." finds it.',
        style: 'input',
        width: 12,
        value: ({ sic }) => sic,
      },
      useClass: {
        note: 'Planning use class with its sub-class: E(b), B2, A3. E alone says too little.',
        style: 'input',
        width: 12,
        value: ({ useClass }) => useClass,
      },
      densityType: {
        note: 'The kind of premises, from the Density types sheet. Says more than a use class.',
        style: 'input',
        width: 26,
        value: ({ densityType }) => densityType,
        rule: { kind: 'listFrom', range: densityTypes },
        message: 'Choose one from the list.',
      },
      floorspace: {
        ...figure(
          'Floor area let to this tenant alone, without shared rooms. Say in the next column if it is in square feet.',
          'floorspaceM2',
        ),
        value: ({ floorspaceM2, floorspaceSqFt }) => floorspaceM2 ?? floorspaceSqFt,
      },
      areaUnit: {
        note: 'Leave empty for m².',
        style: 'input',
        width: 14,
        value: ({ floorspaceM2, floorspaceSqFt }) =>
          floorspaceM2 === undefined && floorspaceSqFt !== undefined ? areaUnitWords.sqft : undefined,
        rule: oneOf(areaUnitWords),
      },
      areaBasis: {
        note: 'NIA: net internal area, the usual measure of let rooms. GIA and GEA: gross internal and gross external area. Leave empty if you do not know.',
        style: 'input',
        width: 14,
        value: ({ areaBasis }) => areaBasis,
        rule: oneOf([...areaBases]),
      },
      beds: figure('Hotels and hostels only: they are counted by beds.', 'beds'),
      turnoverGbp: figure(
        'Pounds in a year, not thousands. It is turned into GVA; it is never taken for GVA.',
        'turnoverGbp',
        'inputGbp',
      ),
      gvaGbp: figure(
        'Pounds in a year: profit plus pay. Leave empty if you do not know.',
        'gvaGbp',
        'inputGbp',
      ),
      fte: figure('Full-time equivalents, if the tenant knows them.', 'fte'),
      fullTime: figure('People who work full-time.', 'fullTime'),
      partTime: figure('People who work part-time. Each counts as half unless hours are given.', 'partTime'),
      headcount: figure('All people employed, if the split is not known.', 'headcount'),
      hoursPerWeek: figure(
        'Paid hours of everybody together in a usual week. Needs the full-time week on the Study sheet.',
        'hoursPerWeek',
      ),
    }),
    tenants,
    more,
  );
}

/** The densities that tenants can be given, and the range where their ids stand. */
export function densityTypesSheet(): { readonly sheet: SheetSpec; readonly range: string } {
  const densities = [...shippedReference().densities.values()].filter(({ edition }) => edition === 3);
  const sheet = listSheet(
    'Density types',
    'DensityTypes',
    [
      { heading: 'Density type', width: 36 },
      { heading: 'Kind of premises', width: 56 },
      { heading: 'm² or beds per FTE', width: 20 },
      { heading: 'Measured in', width: 14 },
      { heading: 'Use class now', width: 20 },
      { heading: 'Use class before September 2020', width: 30 },
      { heading: 'Read in a copy of the guide or a restatement', width: 24 },
    ],
    densities.map((density) => [
      density.id,
      densityName(density),
      rangeWords(density),
      density.area_basis,
      density.use_class_2020.join(', '),
      density.use_class_pre_2020.join(', '),
      density.verified === true ? 'Yes' : 'No: unverified',
    ]),
    'Employment Density Guide, 3rd edition (Homes and Communities Agency, 2015). England’s use classes.',
  );
  return { sheet, range: `'Density types'!$A$5:$A$${4 + densities.length}` };
}

const rangeWords = ({ value_low: low, value_high: high }: Density): string =>
  low === high ? String(low) : `${low} to ${high}`;
