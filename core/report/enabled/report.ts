import type { EnabledComparison } from '../../enabled/compare.ts';
import { dataToAsk } from '../../enabled/data-to-ask.ts';
import { chooseDensity, useClassKey } from '../../enabled/density.ts';
import { authorityName } from '../../enabled/double-counting.ts';
import { measuredSize } from '../../enabled/enabled-employment.ts';
import { LookUps } from '../../enabled/look-ups.ts';
import { confidenceWords } from '../../enabled/method-words.ts';
import type { EnabledProject, Tenant } from '../../enabled/project.ts';
import { Numbers } from '../../enabled/reading.ts';
import { type EnabledReference, shippedReference } from '../../enabled/reference.ts';
import type { EnabledResult } from '../../enabled/result.ts';
import { sicOf } from '../../enabled/sic.ts';
import { enabledSummary } from '../../enabled/summary.ts';
import { tenantColumns } from '../../enabled/workbook-layout.ts';
import { supplierKey } from '../../ledger/supplier-key.ts';
import { columnLetters } from '../../workbook/cell.ts';
import { allChecks, type Checks } from '../all-checks.ts';
import { assumptionsSheet, problemsSheet, sourcesOf, workingsOf } from '../explained-lists.ts';
import { type CalculationLine, checked } from '../formulas/calculation-line.ts';
import { formulaColumns } from '../formulas/table-parts.ts';
import { blockWidths, lineBlock } from '../line-block.ts';
import { listSheet } from '../list-sheet.ts';
import { headingRow } from '../lm3-inputs/sheet-parts.ts';
import { type RunStamp, stampSheet } from '../run-stamp.ts';
import type { PlacedCell, SheetSpec, WorkbookSpec } from '../workbook-spec.ts';
import { comparisonSheet } from './comparison-sheet.ts';
import { anchorsSheet, densityTypesSheet, studySheet, tenantRowsOf, tenantsSheet } from './input-sheets.ts';
import { referenceSheet } from './reference-sheet.ts';
import { anchorSheet, authoritySheet, confidenceLooks } from './sum-tables.ts';
import {
  countsHeading,
  type TenantLine,
  tenantFormulaColumns,
  tenantHelper,
  tenantsTable,
  tenantsWithResults,
} from './tenant-formulas.ts';

const reportName = 'Enabled report';

/** What a report holds beyond project and result. */
export interface EnabledReportOptions {
  /** The reference data that the result was computed with; those that ship when left out. */
  readonly reference?: EnabledReference | undefined;
  readonly comparison?: EnabledComparison | undefined;
  readonly stamp?: RunStamp | undefined;
}

/**
 * A report workbook on tenants: the inputs as tables, and every figure as an ordinary formula over
 * them and over the reference data, held against the engine's own. Its input sheets are those of the
 * template, so it can be read back as a workbook.
 */
export function enabledReport(
  project: EnabledProject,
  result: EnabledResult,
  { reference = shippedReference(), comparison, stamp }: EnabledReportOptions = {},
): WorkbookSpec {
  const plain = writtenPlainly(project, reference);
  const rows = tenantRowsOf(plain);
  const ratios = referenceSheet(plain, reference, result.asPublished2017);
  const lines = tenantLines(plain, result, reference);
  const columns = tenantFormulaColumns(ratios.ranges, result.asPublished2017);
  const densities = densityTypesSheet();
  const byAnchor = anchorSheet(result);
  const byAuthority = authoritySheet(result);
  const letterOf = (heading: string): string =>
    columnLetters(tenantColumns.length + columns.findIndex((column) => column.heading === heading));
  const span = (heading: string): string => {
    const letter = letterOf(heading);
    return `${letter}${headingRow + 1}:${letter}${headingRow + Math.max(lines.length, 1)}`;
  };
  const tenantChecks: Checks = {
    range: `'Tenants'!${span(tenantHelper.now).replace(/([A-Z]+)(\d+)/g, '$$$1$$$2')}`,
    count: lines.length,
  };
  const tenants: SheetSpec = {
    ...tenantsSheet(rows, densities.range, formulaColumns(columns, lines)),
    looks: [tenantHelper.fteConfidence, tenantHelper.gvaConfidence, tenantHelper.confidence].flatMap(
      (heading) => confidenceLooks(span(heading)),
    ),
  };
  const first = summarySheet(result, [byAnchor.checks, byAuthority.checks, tenantChecks]);
  return {
    title: `Enabled contribution: ${result.name ?? 'tenants of community anchors'}`,
    sheets: [
      first.sheet,
      byAnchor.sheet,
      byAuthority.sheet,
      studySheet(rows),
      anchorsSheet(rows),
      tenants,
      ratios.sheet,
      densities.sheet,
      toAskSheet(result),
      ...(comparison ? [comparisonSheet(comparison)] : []),
      assumptionsSheet(result),
      workingsOf([result.workings.fte, result.workings.gva]),
      sourcesOf([], result.sources),
      ...(result.issues.length > 0 ? [problemsSheet(result)] : []),
      ...(stamp ? [stampSheet(stamp)] : []),
    ],
    names: first.names,
  };
}

/** Codes as the formulas look them up: the same codes, written one way. */
function writtenPlainly(project: EnabledProject, reference: EnabledReference): EnabledProject {
  const densityId = (densityType: string): string => {
    const choice = chooseDensity({ densityType, useClass: undefined }, reference);
    return choice && 'density' in choice ? choice.density.id : densityType;
  };
  const plainly = (tenant: Tenant): Tenant => ({
    ...tenant,
    sic: tenant.sic === undefined ? undefined : (sicOf(tenant.sic)?.code ?? tenant.sic),
    useClass: tenant.useClass === undefined ? undefined : useClassKey(tenant.useClass),
    densityType: tenant.densityType === undefined ? undefined : densityId(tenant.densityType),
  });
  return {
    ...project,
    anchors: project.anchors.map((anchor) => ({ ...anchor, tenants: anchor.tenants.map(plainly) })),
  };
}

function tenantLines(
  project: EnabledProject,
  result: EnabledResult,
  reference: EnabledReference,
): TenantLine[] {
  const look = new LookUps(project, reference, result.asPublished2017);
  return tenantsWithResults(project, result).map(({ anchor, tenant, result: own }): TenantLine => {
    const facts = look.facts(tenant);
    const { gvaPerFte, gvaToTurnover, ftePerJob } = facts.industry;
    const row = facts.density && 'density' in facts.density ? facts.density.density : undefined;
    const is = facts.industryIs;
    return {
      tenant,
      result: own,
      authority: authorityName(anchor),
      isLandlord: supplierKey(anchor.name) === supplierKey(tenant.name),
      density: row && {
        id: row.id,
        low: row.value_low,
        typical: row.value_typical,
        high: row.value_high,
        basis: row.area_basis,
      },
      industry: {
        key: is === undefined ? 'ALL' : (is.division ?? is.section),
        gvaPerFte: gvaPerFte.node.value,
        gvaToTurnover: result.asPublished2017 ? 1 : (gvaToTurnover?.node.value ?? 0),
        ftePerJob: ftePerJob.node.value,
      },
      measured: measuredSize(facts, new Numbers())?.value,
    };
  });
}

function summarySheet(result: EnabledResult, otherChecks: readonly Checks[]) {
  const { headline, sentences } = enabledSummary(result);
  const checkRow = 3 + sentences.length;
  const block = lineBlock(reportName, checkRow + 2, 'Figure', totalLines(result));
  const key = block.nextRow;
  const levels = Object.values(confidenceWords);
  const cells: PlacedCell[] = [
    { address: 'A1', value: headline, style: 'title' },
    ...sentences.map((value, index): PlacedCell => ({ address: `A${2 + index}`, value, style: 'subtitle' })),
    ...allChecks(checkRow, [block.checks, ...otherChecks]),
    ...block.cells,
    { address: `A${key}`, value: 'Confidence', style: 'heading' },
    ...levels.map((value, index): PlacedCell => ({ address: `A${key + 1 + index}`, value, style: 'text' })),
  ];
  const sheet: SheetSpec = {
    name: reportName,
    widths: blockWidths,
    cells,
    tables: [],
    validations: [],
    freeze: { rows: 1, columns: 1 },
  };
  return { sheet, names: block.names };
}

/** Totals in full precision, rounded once at the end. */
function totalLines({ totals }: EnabledResult): CalculationLine[] {
  const { whole } = tenantsTable;
  const h = tenantHelper;
  const total = (of: string, figure: 'fte' | 'gva'): string =>
    `SUMIFS(${whole(of)},${whole(countsHeading(figure, 'total'))},1)`;
  const twoFigures = (name: string): string => `IF(${name}>0,ROUND(${name},1-INT(LOG10(${name}))),0)`;
  const once = 'sum over the tenants, each once';
  return [
    checked('Enabled_FTE', 'Enabled employment (FTE)', total(h.fteResult, 'fte'), totals.fte, 'ratio', once),
    checked('Enabled_GVA', 'Enabled GVA', total(h.gvaResult, 'gva'), totals.gvaGbp, 'gbp', once),
    checked(
      'Enabled_FTE_Low',
      'FTE, low',
      total(h.fteLow, 'fte'),
      totals.fteLow,
      'ratio',
      'densities at the sparse end of their ranges',
    ),
    checked(
      'Enabled_FTE_High',
      'FTE, high',
      total(h.fteHigh, 'fte'),
      totals.fteHigh,
      'ratio',
      'densities at the dense end of their ranges',
    ),
    checked(
      'Enabled_GVA_Low',
      'GVA, low',
      total(h.gvaLow, 'gva'),
      totals.gvaLow,
      'gbp',
      'densities at the sparse end of their ranges',
    ),
    checked(
      'Enabled_GVA_High',
      'GVA, high',
      total(h.gvaHigh, 'gva'),
      totals.gvaHigh,
      'gbp',
      'densities at the dense end of their ranges',
    ),
    checked(
      'Headline_FTE',
      'To be published: approximately (FTE)',
      twoFigures('Enabled_FTE'),
      twoSignificant(totals.fte),
      'number',
      'rounded once, to two significant figures, so that an estimate does not look exact',
    ),
    checked(
      'Headline_GVA',
      'To be published: approximately (£)',
      twoFigures('Enabled_GVA'),
      twoSignificant(totals.gvaGbp),
      'gbp',
      'rounded once, to two significant figures',
    ),
  ];
}

const twoSignificant = (value: number): number => Number(value.toPrecision(2));

function toAskSheet(result: EnabledResult): SheetSpec {
  return listSheet(
    'What to ask first',
    'WhatToAsk',
    [
      { heading: 'Tenant', width: 40 },
      { heading: 'Community anchor', width: 40 },
      { heading: 'Ask for', width: 60 },
      { heading: 'Confidence now', width: 16 },
      { heading: 'Share of FTE that rests on estimates for it', width: 22, style: 'share' },
      { heading: 'Share of GVA that rests on estimates for it', width: 22, style: 'share' },
      { heading: 'Its range of FTE', width: 14, style: 'number' },
      { heading: 'Its range of GVA (£)', width: 18, style: 'gbp' },
      { heading: 'GVA of high confidence then', width: 20, style: 'share' },
    ],
    dataToAsk(result).map((ask) => [
      ask.tenant,
      ask.anchor,
      ask.ask.join('; '),
      ask.confidence,
      ask.shareOfFte,
      ask.shareOfGva,
      ask.fteRange,
      ask.gvaRange,
      ask.firmThen,
    ]),
    'What data would raise confidence most, by what of the totals rests on it. Tenants of which nothing is known come first: the totals lack them.',
  );
}
