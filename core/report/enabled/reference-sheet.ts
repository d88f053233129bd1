import { chooseDensity, useClassKey } from '../../enabled/density.ts';
import type { EnabledProject } from '../../enabled/project.ts';
import { type Industry, Ratios } from '../../enabled/ratios.ts';
import type { EnabledReference } from '../../enabled/reference.ts';
import { sicEntries } from '../../enabled/sic.ts';
import { cellAddress } from '../../workbook/cell.ts';
import { type ListColumn, listTable, titleCells } from '../list-sheet.ts';
import type { CellValue, SheetSpec } from '../workbook-spec.ts';

const sheetName = 'Reference';
const headingRow = 4;

/** Where the tables of ratios stand, for look-ups. */
export interface ReferenceRanges {
  readonly industries: string;
  readonly densities: string;
  readonly useClasses: string;
  readonly conversions: string;
}

interface Table {
  readonly name: string;
  readonly columns: readonly ListColumn[];
  readonly rows: readonly (readonly CellValue[])[];
}

/** The ratios that the formulas of the report look up, each with whether it was read in its source. */
export function referenceSheet(
  project: EnabledProject,
  reference: EnabledReference,
  asPublished2017: boolean,
): { readonly sheet: SheetSpec; readonly ranges: ReferenceRanges } {
  const tables = {
    industries: industries(reference, asPublished2017),
    densities: densities(reference),
    useClasses: useClasses(project, reference),
    conversions: conversions(reference),
  };
  const order = [tables.industries, tables.densities, tables.useClasses, tables.conversions];
  // One after the other, with an empty column between them.
  const firstColumn = new Map<Table, number>();
  let column = 0;
  for (const table of order) {
    firstColumn.set(table, column);
    column += table.columns.length + 1;
  }
  const rangeOf = (table: Table): string => {
    const from = firstColumn.get(table) ?? 0;
    const cells = [
      cellAddress(from, headingRow + 1),
      cellAddress(from + table.columns.length - 1, headingRow + table.rows.length),
    ];
    return `'${sheetName}'!${cells.map((cell) => cell.replace(/([A-Z]+)(\d+)/, '$$$1$$$2')).join(':')}`;
  };
  return {
    sheet: {
      name: sheetName,
      widths: order.flatMap((table) => [...table.columns.map(({ width }) => width), 3]),
      cells: titleCells(
        'Reference data',
        'What the formulas look up. Sources and years are on the Sources sheet; figures that were not read in their source say so.',
      ),
      tables: order.map((table) => ({
        ...listTable(table.name, headingRow, table.columns, table.rows),
        column: (firstColumn.get(table) ?? 0) + 1,
      })),
      validations: [],
      freeze: { rows: headingRow, columns: 0 },
    },
    ranges: {
      industries: rangeOf(tables.industries),
      densities: rangeOf(tables.densities),
      useClasses: rangeOf(tables.useClasses),
      conversions: rangeOf(tables.conversions),
    },
  };
}

const read = (verified: boolean | 'secondary'): string =>
  verified === true ? 'Yes' : verified === 'secondary' ? 'Only restated' : 'No: unverified';

/** The columns of industries, counted from 1 for look-ups. */
export const industryColumn = { key: 1, gvaPerFte: 4, gvaToTurnover: 5, ftePerJob: 6 } as const;

function industries(reference: EnabledReference, asPublished2017: boolean): Table {
  const ratios = new Ratios(reference, asPublished2017);
  const row = (key: string, section: string, name: string, industry: Industry | undefined): CellValue[] => {
    const { gvaPerFte, gvaToTurnover, ftePerJob } = ratios.of(industry);
    const ofTurnover = asPublished2017 ? 1 : (gvaToTurnover?.node.value ?? 0);
    return [
      key,
      section,
      name,
      gvaPerFte.node.value,
      ofTurnover,
      ftePerJob.node.value,
      read(gvaPerFte.verified),
    ];
  };
  const known = sicEntries().filter(
    ({ level, section }) => (level === 'section' || level === 'division') && reference.sections.has(section),
  );
  return {
    name: 'Industries',
    columns: [
      { heading: 'Industry', width: 10 },
      { heading: 'Section', width: 9 },
      { heading: 'Name', width: 44 },
      { heading: 'GVA per FTE (£)', width: 14, style: 'gbp' },
      { heading: 'GVA / turnover, 0 if none', width: 14, style: 'share' },
      { heading: 'FTE per job', width: 12, style: 'number' },
      { heading: 'Read by us', width: 14 },
    ],
    rows: [
      row('ALL', 'ALL', 'All industries: no SIC code', undefined),
      ...known.map(({ code, section, title, division }) =>
        row(code, section, title, { section, ...(division === undefined ? {} : { division }) }),
      ),
    ],
  };
}

/** The columns of densities, counted from 1 for look-ups. */
export const densityColumn = { low: 2, typical: 3, high: 4, basis: 5, read: 6 } as const;

function densities(reference: EnabledReference): Table {
  return {
    name: 'Densities',
    columns: [
      { heading: 'Density type', width: 34 },
      { heading: 'Low', width: 9, style: 'number' },
      { heading: 'Typical', width: 9, style: 'number' },
      { heading: 'High', width: 9, style: 'number' },
      { heading: 'Measured in', width: 12 },
      { heading: 'Read by us ', width: 14 },
    ],
    rows: [...reference.densities.values()]
      .filter(({ edition }) => edition === 3)
      .map((row) => [
        row.id,
        row.value_low,
        row.value_typical,
        row.value_high,
        row.area_basis,
        read(row.verified),
      ]),
  };
}

/** The use classes that stand for one density, as they occur in the data and in the project. */
function useClasses({ anchors }: EnabledProject, reference: EnabledReference): Table {
  const used = anchors.flatMap(({ tenants }) =>
    tenants.flatMap(({ useClass }) => (useClass === undefined ? [] : useClassKey(useClass))),
  );
  const listed = [...reference.densities.values()].flatMap((row) => [
    ...row.use_class_2020,
    ...row.use_class_pre_2020,
  ]);
  const rows = [...new Set([...listed, ...used])].sort().flatMap((useClass): CellValue[][] => {
    const choice = chooseDensity({ useClass, densityType: undefined }, reference);
    return choice && 'density' in choice ? [[useClass, choice.density.id]] : [];
  });
  return {
    name: 'UseClasses',
    columns: [
      { heading: 'Use class', width: 16 },
      { heading: 'Stands for density type', width: 30 },
    ],
    rows,
  };
}

const bases = ['GEA', 'GIA', 'NIA'] as const;

function conversions(reference: EnabledReference): Table {
  const ratios = new Ratios(reference, false);
  return {
    name: 'AreaConversions',
    columns: [
      { heading: 'From > to', width: 14 },
      { heading: 'Factor', width: 12, style: 'number' },
      { heading: 'Read by us  ', width: 14 },
    ],
    rows: bases.flatMap((from) =>
      bases.map((to): CellValue[] => {
        const ratio = ratios.area(from, to);
        if (!ratio) return [`${from}>${to}`, 1, 'Yes'];
        const factor = ratio.inverse ? 1 / ratio.node.value : ratio.node.value;
        return [`${from}>${to}`, factor, ratio.verified ? 'Yes' : 'Only restated'];
      }),
    ),
  };
}
