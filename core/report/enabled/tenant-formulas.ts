import { tenantMethodWords } from '../../enabled/method-words.ts';
import type { EnabledProject, Tenant } from '../../enabled/project.ts';
import type { Confidence, EnabledResult, Scope, TenantResult } from '../../enabled/result.ts';
import { sicOf } from '../../enabled/sic.ts';
import { areaUnitWords, partTimeWords, studyItems, tenantSheets } from '../../enabled/workbook-layout.ts';
import { same, sameOrChanged } from '../formulas/same-or-changed.ts';
import { type FormulaColumn, tableReferences } from '../formulas/table-parts.ts';
import { answerAddress } from '../lm3-inputs/item-sheet.ts';
import { densityColumn, industryColumn, type ReferenceRanges } from './reference-sheet.ts';

/** One line of the Tenants sheet with what the engine made of it. */
export interface TenantLine {
  readonly tenant: Tenant;
  readonly result: TenantResult;
  readonly authority: string;
  readonly isLandlord: boolean;
  readonly density:
    | {
        readonly id: string;
        readonly low: number;
        readonly typical: number;
        readonly high: number;
        readonly basis: string;
      }
    | undefined;
  readonly industry: {
    readonly key: string;
    readonly gvaPerFte: number;
    readonly gvaToTurnover: number;
    readonly ftePerJob: number;
  };
  /** Beds, or floor area on the measure of the density. */
  readonly measured: number | undefined;
}

export const tenantsTable = tableReferences('Tenants');
const { here } = tenantsTable;

/** Headings of the columns beside the tenants. */
export const tenantHelper = {
  authority: 'Authority of its anchor',
  industry: 'Industry',
  gvaPerFte: 'GVA per FTE of the industry (£)',
  gvaToTurnover: 'GVA / turnover of the industry',
  ftePerJob: 'FTE per job of the industry',
  density: 'Density used',
  perFteLow: 'Density, low',
  perFte: 'Density, typical',
  perFteHigh: 'Density, high',
  basis: 'Density is measured in',
  measured: 'Beds, or area on that measure',
  money: 'GVA from what it told of money (£)',
  fteMethod: 'How FTE was come by',
  fteResult: 'Enabled FTE',
  fteLow: 'Enabled FTE, low',
  fteHigh: 'Enabled FTE, high',
  gvaMethod: 'How GVA was come by',
  gvaResult: 'Enabled GVA (£)',
  gvaLow: 'Enabled GVA, low (£)',
  gvaHigh: 'Enabled GVA, high (£)',
  fteConfidence: 'Confidence in FTE',
  gvaConfidence: 'Confidence in GVA',
  confidence: 'Confidence',
  isTenant: 'Is a tenant',
  fteThen: 'FTE when this report was made',
  gvaThen: 'GVA when this report was made (£)',
  now: 'Now',
} as const;

/** Whether a figure counts in a sum: 1 or 0, settled by the engine so that nobody counts twice. */
export const countsHeading = (figure: 'fte' | 'gva', scope: Scope): string =>
  `${figure === 'fte' ? 'FTE' : 'GVA'} counts in ${scope === 'total' ? 'the total' : `the ${scope}`}`;

export const confidenceNames: Record<Confidence, string> = {
  high: 'High',
  moderate: 'Moderate',
  low: 'Low',
  unknown: 'Not known',
};

const words = tenantMethodWords;
const study = (item: keyof typeof studyItems): string =>
  answerAddress(tenantSheets.study.name, studyItems, item);

/** Columns beside the tenants: both figures of each as formulas over its line and the Reference sheet. */
export function tenantFormulaColumns(
  ranges: ReferenceRanges,
  asPublished2017: boolean,
): FormulaColumn<TenantLine>[] {
  const h = tenantHelper;
  const text = (heading: string): string => `${here(heading)}&""`;
  const isNumber = (heading: string): string => `ISNUMBER(${here(heading)})`;
  const look = (key: string, range: string, column: number): string =>
    `VLOOKUP(${key},${range},${column},FALSE)`;
  const density = (column: number): string =>
    `IF(${text(h.density)}="","",IFERROR(${look(here(h.density), ranges.densities, column)},""))`;
  const hours = `AND(${isNumber('Hours a week, all staff')},ISNUMBER(${study('fullTimeHours')}))`;
  const byFloor = (value: string): string =>
    `IF(${here(h.fteMethod)}="${words.floorspace}",${here(h.measured)}/${here(value)},${here(h.fteResult)})`;
  const byJobs = (value: string): string =>
    `IF(${isNumber(h.money)},${here(h.money)},IF(${isNumber(value)},${here(value)}*${here(h.gvaPerFte)},""))`;
  const { fteConfidence: ofFte, gvaConfidence: ofGva } = h;
  const either = (level: string): string => `OR(${here(ofFte)}="${level}",${here(ofGva)}="${level}")`;

  return [
    { heading: h.authority, style: 'text', value: ({ authority }) => authority },
    {
      heading: h.industry,
      style: 'text',
      note: 'Division or section of the SIC code, or ALL.',
      formula: ({ tenant }) =>
        tenant.sic !== undefined && sicOf(tenant.sic) === undefined
          ? '"ALL"'
          : `IF(${text('SIC 2007 code')}="","ALL",IFERROR(${look(`LEFT(${text('SIC 2007 code')},2)`, ranges.industries, industryColumn.key)},"ALL"))`,
      value: ({ industry }) => industry.key,
    },
    {
      heading: h.gvaPerFte,
      style: 'gbp',
      formula: look(here(h.industry), ranges.industries, industryColumn.gvaPerFte),
      value: ({ industry }) => industry.gvaPerFte,
    },
    {
      heading: h.gvaToTurnover,
      style: 'share',
      note: '0 where the survey does not cover the industry: then GVA goes by jobs.',
      formula: look(here(h.industry), ranges.industries, industryColumn.gvaToTurnover),
      value: ({ industry }) => industry.gvaToTurnover,
    },
    {
      heading: h.ftePerJob,
      style: 'number',
      formula: look(here(h.industry), ranges.industries, industryColumn.ftePerJob),
      value: ({ industry }) => industry.ftePerJob,
    },
    {
      heading: h.density,
      style: 'text',
      formula: `IF(${text('Density type')}<>"",${here('Density type')},IF(${text('Use class')}="","",IFERROR(${look(here('Use class'), ranges.useClasses, 2)},"")))`,
      value: ({ density: used, tenant }) => used?.id ?? tenant.densityType ?? '',
    },
    {
      heading: h.perFteLow,
      style: 'number',
      formula: density(densityColumn.low),
      value: ({ density: used }) => used?.low ?? '',
    },
    {
      heading: h.perFte,
      style: 'number',
      formula: density(densityColumn.typical),
      value: ({ density: used }) => used?.typical ?? '',
    },
    {
      heading: h.perFteHigh,
      style: 'number',
      formula: density(densityColumn.high),
      value: ({ density: used }) => used?.high ?? '',
    },
    {
      heading: h.basis,
      style: 'text',
      formula: density(densityColumn.basis),
      value: ({ density: used }) => used?.basis ?? '',
    },
    {
      heading: h.measured,
      style: 'number',
      note: 'Floor area without a measure counts as net internal area (NIA).',
      formula: `IF(${here(h.basis)}="","",IF(${here(h.basis)}="beds",IF(${isNumber('Beds')},${here('Beds')},""),IF(${isNumber('Floor area')},${here('Floor area')}*IF(${text('Unit of floor area')}="${areaUnitWords.sqft}",0.09290304,1)*${look(`IF(${text('Measure of floor area')}="","NIA",${text('Measure of floor area')})&">"&${here(h.basis)}`, ranges.conversions, 2)},"")))`,
      value: ({ measured }) => measured ?? '',
    },
    {
      heading: h.money,
      style: 'gbp',
      note: asPublished2017
        ? 'As published in 2017: turnover is entered as GVA.'
        : 'GVA as given, or turnover x GVA / turnover of the industry.',
      formula: `IF(${isNumber('GVA (£)')},${here('GVA (£)')},IF(AND(${isNumber('Turnover (£)')},${here(h.gvaToTurnover)}>0),${here('Turnover (£)')}*${here(h.gvaToTurnover)},""))`,
      value: ({ result: { gva } }) =>
        gva.method === 'given' || gva.method === 'turnover' ? (gva.value ?? '') : '',
    },
    {
      heading: h.fteMethod,
      style: 'text',
      formula: `IF(${isNumber('FTE')},"${words.given}",IF(OR(${hours},${isNumber('Full-time employees')},${isNumber('Part-time employees')}),"${words.headcountByHours}",IF(${isNumber('Employees')},"${words.headcount}",IF(AND(${isNumber(h.measured)},${isNumber(h.perFte)}),"${words.floorspace}",IF(AND(${isNumber(h.money)},${here(h.industry)}<>"ALL"),"${words.fromGva}","${words.unknown}")))))`,
      value: ({ result: { fte } }) => words[fte.method],
    },
    {
      heading: h.fteResult,
      style: 'ratio',
      formula: `IF(${isNumber('FTE')},${here('FTE')},IF(${hours},${here('Hours a week, all staff')}/${study('fullTimeHours')},IF(${here(h.fteMethod)}="${words.headcountByHours}",SUM(${here('Full-time employees')})+0.5*SUM(${here('Part-time employees')}),IF(${here(h.fteMethod)}="${words.headcount}",${here('Employees')}*${here(h.ftePerJob)},IF(${here(h.fteMethod)}="${words.floorspace}",${here(h.measured)}/${here(h.perFte)},IF(${here(h.fteMethod)}="${words.fromGva}",${here(h.money)}/${here(h.gvaPerFte)},""))))))`,
      value: ({ result: { fte } }) => fte.value ?? '',
    },
    {
      heading: h.fteLow,
      style: 'ratio',
      formula: byFloor(h.perFteHigh),
      value: ({ result: { fte } }) => fte.low ?? '',
    },
    {
      heading: h.fteHigh,
      style: 'ratio',
      formula: byFloor(h.perFteLow),
      value: ({ result: { fte } }) => fte.high ?? '',
    },
    {
      heading: h.gvaMethod,
      style: 'text',
      formula: `IF(${isNumber('GVA (£)')},"${words.given}",IF(${isNumber(h.money)},"${words.turnover}",IF(${isNumber(h.fteResult)},"${words.employment}","${words.unknown}")))`,
      value: ({ result: { gva } }) => words[gva.method],
    },
    {
      heading: h.gvaResult,
      style: 'gbp',
      formula: byJobs(h.fteResult),
      value: ({ result: { gva } }) => gva.value ?? '',
    },
    {
      heading: h.gvaLow,
      style: 'gbp',
      formula: byJobs(h.fteLow),
      value: ({ result: { gva } }) => gva.low ?? '',
    },
    {
      heading: h.gvaHigh,
      style: 'gbp',
      formula: byJobs(h.fteHigh),
      value: ({ result: { gva } }) => gva.high ?? '',
    },
    {
      heading: ofFte,
      style: 'text',
      formula: `IF(${here(h.fteMethod)}="${words.given}","High",IF(${here(h.fteMethod)}="${words.headcountByHours}",IF(OR(${hours},${study('partTimeRule')}="${partTimeWords.confirmed}"),"High","Moderate"),IF(${here(h.fteMethod)}="${words.headcount}","Moderate",IF(${here(h.fteMethod)}="${words.floorspace}",IF(${look(here(h.density), ranges.densities, densityColumn.read)}="Yes","Moderate","Low"),IF(${here(h.fteMethod)}="${words.fromGva}","Low","Not known")))))`,
      value: ({ result: { fte } }) => confidenceNames[fte.confidence],
    },
    {
      heading: ofGva,
      style: 'text',
      formula: `IF(${here(h.gvaMethod)}="${words.given}","High",IF(${here(h.gvaMethod)}="${words.turnover}","${asPublished2017 ? 'High' : 'Moderate'}",IF(${here(h.gvaMethod)}="${words.employment}",IF(AND(${here(h.industry)}<>"ALL",OR(${here(ofFte)}="High",${here(ofFte)}="Moderate")),"Moderate","Low"),"Not known")))`,
      value: ({ result: { gva } }) => confidenceNames[gva.confidence],
    },
    {
      heading: h.confidence,
      style: 'text',
      note: 'The lower of the two.',
      formula: `IF(${either('Not known')},"Not known",IF(${either('Low')},"Low",IF(${either('Moderate')},"Moderate","High")))`,
      value: ({ result }) => confidenceNames[result.confidence],
    },
    {
      heading: h.isTenant,
      style: 'count',
      note: '0 for a landlord among its own tenants.',
      value: ({ isLandlord }) => (isLandlord ? 0 : 1),
    },
    ...scopes.flatMap((scope) =>
      (['fte', 'gva'] as const).map(
        (figure): FormulaColumn<TenantLine> => ({
          heading: countsHeading(figure, scope),
          style: 'count',
          note: '1 if it counts. A tenant that is there several times counts once; which line, was settled when this report was made.',
          value: ({ result }) =>
            result[figure === 'fte' ? 'fteCountsIn' : 'gvaCountsIn'].includes(scope) ? 1 : 0,
        }),
      ),
    ),
    { heading: h.fteThen, style: 'ratio', value: ({ result: { fte } }) => fte.value ?? 0 },
    { heading: h.gvaThen, style: 'gbp', value: ({ result: { gva } }) => gva.value ?? 0 },
    {
      heading: h.now,
      style: 'check',
      formula: bothSame(here(h.fteResult), here(h.fteThen), here(h.gvaResult), here(h.gvaThen)),
      value: () => same,
    },
  ];
}

const scopes = ['anchor', 'authority', 'total'] as const satisfies readonly Scope[];

/** The check of two figures in one cell; a figure that is not known counts as 0. */
export function bothSame(fte: string, fteThen: string, gva: string, gvaThen: string): string {
  const [one, other] = [
    sameOrChanged(`SUM(${fte})`, fteThen, 'number'),
    sameOrChanged(`SUM(${gva})`, gvaThen, 'number'),
  ];
  return `IF(AND(${one}="${same}",${other}="${same}"),"${same}","changed since")`;
}

/** Tenants of a project, side by side with their results. */
export function tenantsWithResults({ anchors }: EnabledProject, result: EnabledResult) {
  return anchors.flatMap((anchor, at) =>
    anchor.tenants.flatMap((tenant, place) => {
      const own = result.anchors[at]?.tenants[place];
      return own ? [{ anchor, tenant, result: own }] : [];
    }),
  );
}
