import './without-eval.ts';
import {
  besideOthers,
  type Issue,
  type Outcome,
  type RunStamp,
  type Sheet,
  type TakenNames,
  workbookKind,
} from '../core/index.ts';
import { computeLm3Sheets } from '../spreadsheet/lm3-file.ts';
import { readWorkbook } from '../spreadsheet/read-workbook.ts';
import { openXlsx } from '../spreadsheet/read-xlsx.ts';
import { sniffFile } from '../spreadsheet/sniff.ts';
import type { Found, FromWorker, Kind, ToWorker, Work } from './engine/messages.ts';
import type { GivenCells } from './work/given-cells.ts';
import { OpenProject } from './work/open-project.ts';
import type { OpenSpend } from './work/open-spend.ts';
import type { OpenTenants } from './work/open-tenants.ts';
import { readBytes, readFile } from './work/read-file.ts';
import type { ReportInPieces } from './work/report-pieces.ts';
import { stampFor, stampForBlob, stampOf } from './work/run-stamp.ts';

/** Reads and computes beside the page, so that the page answers whatever the size of the file. */

type Opened =
  | { readonly kind: 'lm3'; readonly open: OpenProject }
  | { readonly kind: 'tenants'; readonly open: OpenTenants }
  | { readonly kind: 'spend'; readonly open: OpenSpend };
let opened: Opened | undefined;
/** The report that is being written to sheets. */
let sheetsToWrite: ReportInPieces | undefined;
/** Cells that came in pieces and are not computed yet. */
let given: GivenCells | undefined;

type Answering = {
  readonly [K in Kind]: (
    asked: Work[K]['asked'],
    number: number,
  ) => Work[K]['answer'] | Promise<Work[K]['answer']>;
};

/** Parts of the program that are loaded when the first of it is asked. */
const further = () => import('./work/further.ts');
const settingsWork = () => import('./work/pane-settings.ts');
const answers = () => import('./work/answer.ts');
const givenCells = () => import('./work/given-cells.ts');

const answering: Answering = {
  compute: async ({ name, bytes }, number) => foundOf(await computeBytes(name, bytes, number), number),
  take: async (piece) => {
    given ??= new (await givenCells()).GivenCells();
    given.take(piece);
    return null;
  },
  computeTaken: async (taken, number) => foundOf(await computeCells(taken), number),
  report,
  reportSheets,
  readSettings: async (text) => (await settingsWork()).readSettings(text),
  writeSettings: async (settings) => (await settingsWork()).writeSettings(settings),
  settingsSheet: async ({ settings, taken }) => {
    const { settingsWorkbook } = await settingsWork();
    const { reportInPieces } = await import('./work/report-pieces.ts');
    sheetsToWrite = reportInPieces(besideOthers(settingsWorkbook(settings), taken));
    return sheetsToWrite.plan;
  },
  reportPiece: (number) => {
    if (!sheetsToWrite) throw new Error('A piece of a report was asked for before the report.');
    return sheetsToWrite.piece(number);
  },
  adjust: (changes) => project().adjust(changes),
  plan: async (options) => (await further()).planOf(project(), options),
  planFile: async (options) => (await further()).planFileOf(project(), options),
  whatIf: async (changes) => (await further()).whatIfOf(project(), changes),
  movable: async () => (await further()).movableOf(project()),
  leaks: async () => (await further()).leaksOf(project()),
  areas: async () => (await further()).areasOf(project()),
  forms: (files) => tenants().addForms(files),
  asPublished: () => tenants().asPublished(),
  tenantWorkings: (place) => tenants().workings(place),
  periods: async (file) => (await further()).periodsOf(project(), await readFile(file)),
  years: async (file) => tenants().yearsFrom(await readFile(file)),
  spendAgain: (choices) => spend().again(choices),
  spendList: async (file) => spend().withList(await readFile(file, undefined, ['xlsx', 'csv'])),
  places: async (typed) => (await import('./work/find-places.ts')).findPlaces(typed),
  firstLm3,
  question: async (asked) => (await answers()).answerOf(asked),
  routeStep: async (said) => (await answers()).routeStep(said),
  routeAnswer: async (typed) => (await answers()).readRouteAnswer(typed),
  findCode: async (text) => (await import('./work/find-code.ts')).findCode(text),
};

self.addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
  answer(data).catch((error: unknown) => {
    const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
    tell({ number: data.number, kind: 'failed', reason });
  });
});

async function answer<K extends Kind>({
  number,
  kind,
  asked,
}: {
  readonly number: number;
  readonly kind: K;
  readonly asked: Work[K]['asked'];
}): Promise<void> {
  const found = await answering[kind](asked, number);
  tell({ number, kind: 'answer', answer: found }, found instanceof Uint8Array ? [found.buffer] : []);
}

function anything(): Opened {
  if (!opened) throw new Error('Something was asked of a workbook before any was computed.');
  return opened;
}

function project(): OpenProject {
  const { kind, open } = anything();
  if (kind !== 'lm3') throw new Error('Something about LM3 was asked of another workbook.');
  return open;
}

function tenants(): OpenTenants {
  const { kind, open } = anything();
  if (kind !== 'tenants') throw new Error('Something about tenants was asked of another workbook.');
  return open;
}

function spend(): OpenSpend {
  const { kind, open } = anything();
  if (kind !== 'spend') throw new Error('Something about payments was asked of another workbook.');
  return open;
}

async function firstLm3(): Promise<Work['firstLm3']['answer']> {
  const first = spend().firstLm3();
  if (!first.ok) return first;
  opened = { kind: 'lm3', open: first.value };
  return { ...first, value: first.value.found() };
}

async function report(): Promise<Work['report']['answer']> {
  const made = anything().open.report();
  if (!made.ok) return made;
  const { writeWorkbook } = await import('../spreadsheet/write-workbook.ts');
  return { ...made, value: new Uint8Array(await writeWorkbook(made.value)) };
}

async function reportSheets(taken: TakenNames): Promise<Work['reportSheets']['answer']> {
  const made = anything().open.report();
  if (!made.ok) return made;
  const { reportInPieces } = await import('./work/report-pieces.ts');
  sheetsToWrite = reportInPieces(besideOthers(made.value, taken));
  return { ...made, value: sheetsToWrite.plan };
}

/** Tells what is to be told of an outcome, and keeps what was opened. */
function foundOf(outcome: Outcome<Opened>, number: number): Found | null {
  tellIssues(outcome.issues, number);
  if (!outcome.ok) return null;
  opened = outcome.value;
  return foundIn(opened);
}

function foundIn(now: Opened): Found {
  switch (now.kind) {
    case 'lm3':
      return { kind: 'lm3', ...now.open.found() };
    case 'tenants':
      return { kind: 'tenants', ...now.open.found() };
    case 'spend':
      return { kind: 'spend', ...now.open.found() };
  }
}

async function computeBytes(name: string, bytes: Blob, number: number): Promise<Outcome<Opened>> {
  const onProgress = (share: number) => tell({ number, kind: 'progress', share });
  const head = new Uint8Array(
    await bytes
      .slice(0, sniffBytes)
      .arrayBuffer()
      .catch(() => new ArrayBuffer(0)),
  );
  // A file that cannot be had at all is told of where it is read.
  if (head.length > 0 && sniffFile(head) === 'text') return openPayments(name, bytes, onProgress);
  const read = await readBytes({ name, bytes });
  if (!read.ok) return read;
  const file = read.value;
  const names = openXlsx(file, { fileName: name });
  if (names.ok && workbookKind(names.value.sheets) === 'unknown') {
    const payments = await openPayments(name, bytes, onProgress);
    if (payments.ok) return payments;
  }
  return computeWorkbook(name, file, onProgress);
}

/** Enough of a file to tell text from anything else. */
const sniffBytes = 64 * 1024;

async function openPayments(
  name: string,
  bytes: Blob,
  onProgress: (share: number) => void,
): Promise<Outcome<Opened>> {
  const { openSpend } = await import('./work/open-spend.ts');
  const open = await openSpend({ name, bytes }, await stampForBlob(name, bytes), onProgress);
  return open.ok ? { ...open, value: { kind: 'spend', open: open.value } } : open;
}

async function computeWorkbook(
  name: string,
  file: Uint8Array<ArrayBuffer>,
  onProgress: (share: number) => void,
): Promise<Outcome<Opened>> {
  const workbook = readWorkbook(file, { fileName: name, onProgress });
  return workbook.ok
    ? computeSheets(workbook.value.sheets, workbook.issues, await stampFor(name, file))
    : workbook;
}

/** The same for cells that came in pieces: as a workbook of ours, or as payments of any layout. */
async function computeCells({ name, as, issues }: Work['computeTaken']['asked']): Promise<Outcome<Opened>> {
  const { GivenCells, openGivenPayments } = await givenCells();
  const cells = given ?? new GivenCells();
  given = undefined;
  const sheets = cells.sheets();
  const stamp = stampOf(name, undefined);
  if (as === 'workbook') return computeSheets(sheets, issues, stamp);
  const open = await openGivenPayments(name, sheets, issues, stamp);
  return open.ok ? { ...open, value: { kind: 'spend', open: open.value } } : open;
}

async function computeSheets(
  sheets: readonly Sheet[],
  found: readonly Issue[],
  stamp: () => RunStamp,
): Promise<Outcome<Opened>> {
  const kind = workbookKind(sheets);
  if (kind === 'tenantForm') return { ok: false, issues: [oneForm] };
  if (kind === 'tenants') {
    const { openTenants } = await import('./work/open-tenants.ts');
    const computed = openTenants(sheets, found, stamp);
    return computed.ok ? { ...computed, value: { kind, open: computed.value } } : computed;
  }
  // Of a workbook like nothing we know, the reader of LM3 says which sheets are missing.
  const computed = computeLm3Sheets(sheets, found);
  return computed.ok
    ? { ...computed, value: { kind: 'lm3', open: new OpenProject(computed.value, stamp) } }
    : computed;
}

const oneForm: Issue = {
  severity: 'error',
  where: {},
  found: 'the form of one tenant',
  expected: 'a workbook with all tenants',
  mend: 'Open the tenants workbook first, then put this form in under “Forms that tenants filled in”.',
};

const issuesAtOnce = 500;

function tellIssues(issues: readonly Issue[], number: number): void {
  for (let start = 0; start < issues.length; start += issuesAtOnce) {
    tell({ number, kind: 'issues', issues: issues.slice(start, start + issuesAtOnce) });
  }
}

function tell(message: FromWorker, transfer: Transferable[] = []): void {
  self.postMessage(message, { transfer });
}
