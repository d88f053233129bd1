import {
  type AnchorResult,
  compareEnabled,
  computeEnabled,
  dataToAsk,
  type EnabledComparison,
  type Explained,
  enabledChart,
  enabledReport,
  enabledSummary,
  type Issue,
  type Outcome,
  type RunStamp,
  readTenantsWorkbook,
  type Sheet,
  type TenantAnswer,
  type TenantResult,
  type WorkbookSpec,
} from '../../core/index.ts';
import { computeTenants, type EnabledFile, readFormFile } from '../../spreadsheet/enabled-file.ts';
import type {
  AnchorShown,
  EnabledFound,
  NamedWorkings,
  PublishedTotals,
  TenantPlace,
  TenantShown,
  WorkbookFile,
} from '../engine/messages.ts';
import { type ReadFile, readBytes } from './read-file.ts';
import { unexpected } from './unexpected.ts';

/** Reads tenants from sheets and computes them. `found` is what was found while reading the file. */
export function openTenants(
  sheets: readonly Sheet[],
  found: readonly Issue[],
  stamp: () => RunStamp,
): Outcome<OpenTenants> {
  const read = readTenantsWorkbook(sheets);
  if (!read.ok) return read;
  const issues = [...found, ...read.issues];
  const computed = computeTenants(read.value, { issues });
  return computed.ok ? { ...computed, value: new OpenTenants(computed.value, issues, stamp) } : computed;
}

/** The tenants that are open in the worker, with their enabled contribution. */
export class OpenTenants {
  constructor(
    private file: EnabledFile,
    /** What was found while reading the workbook and the forms put in since. */
    private whileReading: readonly Issue[],
    private readonly stamp: () => RunStamp,
  ) {}

  found(): EnabledFound {
    const { result } = this.file;
    const { workings: _workings, anchors, ...rest } = result;
    return {
      result: { ...rest, issues: [], anchors: anchors.map(anchorShown) },
      summary: enabledSummary(result),
      toAsk: dataToAsk(result),
      chart: enabledChart(result),
    };
  }

  workings({ anchor, tenant }: TenantPlace): readonly NamedWorkings[] {
    const result = this.file.result.anchors[anchor]?.tenants[tenant];
    if (!result) throw new RangeError(`tenantWorkings: no tenant ${tenant} of anchor ${anchor}`);
    return treesOf(result);
  }

  /** Nothing is taken from any of the forms while one of them cannot be read. */
  async addForms(files: readonly WorkbookFile[]): Promise<Outcome<EnabledFound>> {
    const answers: TenantAnswer[] = [];
    const wrong: Issue[] = [];
    const issues = [...this.whileReading];
    for (const form of files) {
      const bytes = await readBytes(form);
      const read = bytes.ok ? readFormFile(bytes.value, { fileName: form.name }) : bytes;
      if (!read.ok) wrong.push(...read.issues);
      else {
        answers.push(read.value);
        issues.push(...read.issues);
      }
    }
    if (wrong.length > 0) return { ok: false, issues: wrong };
    const computed = computeTenants(this.file.project, { answers, issues });
    if (!computed.ok) return computed;
    this.file = computed.value;
    this.whileReading = issues;
    return { ...computed, value: this.found() };
  }

  asPublished(): PublishedTotals {
    const computed = computeEnabled(this.file.project, { asPublished2017: true });
    if (!computed.ok) throw unexpected(computed.issues);
    const { totals, headline } = computed.value;
    return { fte: totals.fte, gvaGbp: totals.gvaGbp, headline };
  }

  /** The year of another workbook, taken as the earlier one, beside the one that is open. */
  yearsFrom(read: Outcome<ReadFile>): Outcome<EnabledComparison> {
    if (!read.ok) return read;
    const project = readTenantsWorkbook(read.value.sheets);
    const earlier = project.ok ? computeTenants(project.value) : project;
    if (!earlier.ok) return earlier;
    const value = compareEnabled(earlier.value.result, this.file.result);
    return { ok: true, value, issues: earlier.issues };
  }

  report(): Outcome<WorkbookSpec> {
    const { project, result } = this.file;
    return { ok: true, value: enabledReport(project, result, { stamp: this.stamp() }), issues: [] };
  }
}

const anchorShown = ({ tenants, ...anchor }: AnchorResult): AnchorShown => ({
  ...anchor,
  tenants: tenants.map(tenantShown),
});

function tenantShown({
  fte,
  gva,
  crossCheck: _check,
  warnings: _told,
  ...tenant
}: TenantResult): TenantShown {
  return { ...tenant, fte: withoutWorkings(fte), gva: withoutWorkings(gva) };
}

function withoutWorkings<Figure extends TenantResult['fte'] | TenantResult['gva']>(figure: Figure) {
  const { workings: _typical, lowWorkings: _low, highWorkings: _high, ...shown } = figure;
  return shown as Omit<Figure, 'workings' | 'lowWorkings' | 'highWorkings'>;
}

function treesOf({ fte, gva, crossCheck }: TenantResult): NamedWorkings[] {
  const trees: readonly (readonly [string, Explained | undefined])[] = [
    ['Jobs', fte.workings],
    ['Jobs at the low end of the density', fte.lowWorkings],
    ['Jobs at the high end of the density', fte.highWorkings],
    ['GVA', gva.workings],
    ['GVA at the low end', gva.lowWorkings],
    ['GVA at the high end', gva.highWorkings],
    ['To compare: GVA by the other route, from jobs', crossCheck?.workings],
  ];
  return trees.flatMap(([title, tree]) => (tree ? [{ title, tree }] : []));
}
