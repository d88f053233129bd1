import {
  type ColumnMapping,
  computeLm3,
  type Issue,
  ledgerChart,
  ledgerProject,
  ledgerWorkbook,
  type MergeChoices,
  type Outcome,
  type PlacingSources,
  type RunStamp,
  reportTooLarge,
  type Spend,
  SpendTally,
  shownColumns,
  spendDeprivation,
  supplierName,
  unsureColumns,
  type WorkbookSpec,
} from '../../core/index.ts';
import { readSpendFile, type SpendFile, type SpendTableRead } from '../../spreadsheet/spend-file.ts';
import type { SpendChoices, SpendFound, WorkbookFile } from '../engine/messages.ts';
import { type ChosenArea, chosenArea } from './chosen-area.ts';
import { OpenProject } from './open-project.ts';
import type { ReadFile } from './read-file.ts';
import { listsInWords, type SupplierLists, supplierList } from './supplier-lists.ts';

/** Suppliers that are handed to the page; the workbook has them all. */
const suppliersShown = 500;
const leaksShown = 100;

const noChoices: SpendChoices = { mapping: {}, area: null, keepApart: [] };

/** Reads payments of any layout and adds them up. */
export async function openSpend(
  file: WorkbookFile,
  stamp: () => RunStamp,
  onProgress: (share: number) => void,
): Promise<Outcome<OpenSpend>> {
  return openPayments(
    file.name,
    (mapping, onShare) => readSpendFile(sourceOf(file), { mapping, onProgress: onShare }),
    stamp,
    onProgress,
  );
}

/** Reads the tables of payments as a person said what their columns hold. */
export type ReadPayments = (
  mapping: ColumnMapping,
  onProgress: (share: number) => void,
) => Outcome<SpendTableRead[]> | Promise<Outcome<SpendTableRead[]>>;

/** The same for payments from anywhere. */
export async function openPayments(
  name: string,
  readPayments: ReadPayments,
  stamp: () => RunStamp,
  onProgress: (share: number) => void = () => {},
): Promise<Outcome<OpenSpend>> {
  const open = new OpenSpend(name, readPayments, stamp);
  const read = await open.read({}, onProgress);
  if (!read.ok) return read;
  const found = await open.again(noChoices);
  return found.ok ? { ok: true, value: open, issues: found.issues } : found;
}

/** The payments that are open in the worker. They are read again where their columns are said anew. */
export class OpenSpend {
  #parts: readonly SpendTableRead[] = [];
  #mapping = '';
  #whileReading: readonly Issue[] = [];
  #spend: Spend | undefined;
  #choices = noChoices;
  #lists: SupplierLists = {};
  #area: ChosenArea | undefined;
  #map: string | undefined;

  constructor(
    private readonly name: string,
    private readonly readPayments: ReadPayments,
    private readonly stamp: () => RunStamp,
  ) {}

  async read(mapping: ColumnMapping, onProgress: (share: number) => void = () => {}): Promise<Outcome<null>> {
    const read = await this.readPayments(mapping, onProgress);
    if (!read.ok) return read;
    this.#parts = read.value;
    this.#whileReading = read.issues;
    this.#mapping = JSON.stringify(mapping);
    return { ok: true, value: null, issues: read.issues };
  }

  /** Adds up as a person said. What was there before stays where that cannot be. */
  async again(choices: SpendChoices, lists = this.#lists): Promise<Outcome<SpendFound>> {
    const { mapping, area, keepApart } = choices;
    const placed = area === null ? undefined : await chosenArea(area);
    if (placed && !placed.ok) return placed;
    if (JSON.stringify(mapping) !== this.#mapping) {
      const read = await this.read(mapping);
      if (!read.ok) return read;
    }
    const tally = new SpendTally();
    for (const part of this.#parts) tally.add(part);
    const { list, postcodes } = lists;
    const placing: PlacingSources = {
      ...(placed ? { placeOf: placed.value.placeOf } : {}),
      ...(list ? { list } : {}),
      ...(postcodes ? { postcodes } : {}),
    };
    const spend = tally.result(placing, choicesOf(keepApart));
    const wrong = spend.issues.filter(({ severity }) => severity === 'error');
    if (wrong.length > 0) return { ok: false, issues: wrong };
    this.#map = placed ? (await import('./draw-map.ts')).drawMap(spend, placed.value.area) : undefined;
    this.#spend = spend;
    this.#area = placed?.value;
    this.#choices = choices;
    this.#lists = lists;
    const issues = [...this.#whileReading, ...(placed?.value.issues ?? []), ...spend.issues];
    return { ok: true, value: this.#found(spend), issues };
  }

  /** Adds up with a list of suppliers beside the file; a later list of the same kind takes its place. */
  async withList(read: Outcome<ReadFile>): Promise<Outcome<SpendFound>> {
    const list = read.ok ? supplierList(read.value.sheets) : read;
    if (!list.ok) return list;
    const found = await this.again(this.#choices, { ...this.#lists, ...list.value });
    return found.ok ? { ...found, issues: [...list.issues, ...found.issues] } : found;
  }

  /** The first LM3: nobody has answered yet, and what cannot be placed counts as not local. */
  firstLm3(): Outcome<OpenProject> {
    const spend = this.#added();
    const { project, context } = ledgerProject(spend, this.#labels(), this.#lists.list);
    const computed = computeLm3(project, context);
    if (!computed.ok) return computed;
    return { ...computed, value: new OpenProject({ project, result: computed.value }, this.stamp) };
  }

  /** The workbook that LM3 reads as it stands, with the suppliers filled in. */
  report(): Outcome<WorkbookSpec> {
    const spend = this.#added();
    const { project } = ledgerProject(spend, this.#labels());
    const tooLarge = reportTooLarge(project);
    if (tooLarge) return { ok: false, issues: [tooLarge] };
    const notes = {
      licences: this.#area?.licences ?? [],
      issues: [...this.#whileReading, ...spend.issues],
      stamp: this.stamp(),
    };
    return { ok: true, value: ledgerWorkbook(spend, project, notes), issues: [] };
  }

  found(): SpendFound {
    return this.#found(this.#added());
  }

  #added(): Spend {
    if (!this.#spend) throw new Error('Something was asked of payments that are not added up.');
    return this.#spend;
  }

  #labels() {
    const name = this.name.replace(/\.[A-Za-z]{1,5}$/, '');
    return { name, ...(this.#area ? { area: this.#area.name } : {}) };
  }

  #found(all: Spend): SpendFound {
    const { sources, suppliers, issues: _issues, ...spend } = all;
    const deprivation = spendDeprivation(all);
    const localMeans = this.#area?.name ?? (this.#lists.list ? 'by your list' : undefined);
    const byAmount = suppliers.toSorted((a, b) => b.pence - a.pence);
    const leaks = byAmount.filter(({ pence, placing }) => pence > 0 && placing !== 'local');
    return {
      spend,
      tables: sources.map(({ recognition, ...source }, place) => ({
        ...source,
        columns: shownColumns(recognition, this.#parts[place]?.firstRows ?? []),
        unsure: unsureColumns(recognition),
      })),
      suppliers: byAmount.slice(0, suppliersShown),
      suppliersInAll: suppliers.length,
      leaks: leaks.slice(0, leaksShown),
      chart: ledgerChart(all, localMeans === undefined ? 'What was paid' : `What was local: ${localMeans}`),
      lists: listsInWords(this.#lists),
      hasPostcodes: suppliers.some(({ places }) => places.some(({ postcode }) => postcode !== null)),
      licences: this.#area?.licences ?? [],
      ...(localMeans === undefined ? {} : { localMeans }),
      ...(deprivation ? { deprivation } : {}),
      ...(this.#map === undefined ? {} : { map: this.#map }),
    };
  }
}

const sourceOf = ({ name, bytes }: WorkbookFile): SpendFile => ({
  name,
  bytes: bytes.size,
  async *pieces() {
    const reader = bytes.stream().getReader();
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  },
});

const choicesOf = (keepApart: readonly string[]): MergeChoices => ({
  keepApart: new Set(keepApart.map((name) => supplierName(name).capitals)),
  same: [],
});
