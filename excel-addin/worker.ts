import './without-eval.ts';
import {
  chaseList,
  computePrepared,
  describeIssue,
  type Issue,
  type Lm3Project,
  lm3Report,
  type Outcome,
  type PreparedLm3,
  prepareLm3,
} from '../core/index.ts';
import { computeLm3File, type Lm3File } from '../spreadsheet/lm3-file.ts';
import { Reading } from '../spreadsheet/reading.ts';
import { outcomeOf } from '../spreadsheet/refusal.ts';
import { writeWorkbook } from '../spreadsheet/write-workbook.ts';
import type { Adjustment, FromWorker, Kind, ToWorker, Work } from './engine/messages.ts';

/** Reads and computes beside the page, so that the page answers whatever the size of the file. */

let computed: Lm3File | undefined;
/** The suppliers of the open project in strata, made when something of it is first changed. */
let prepared: PreparedLm3 | undefined;

type Answering = {
  readonly [K in Kind]: (
    asked: Work[K]['asked'],
    number: number,
  ) => Work[K]['answer'] | Promise<Work[K]['answer']>;
};

const answering: Answering = { compute, adjust, report };

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

async function compute({ name, bytes }: Work['compute']['asked'], number: number) {
  const outcome = await computeBytes(name, bytes, number);
  tellIssues(outcome.issues, number);
  if (!outcome.ok) return null;
  computed = outcome.value;
  return { result: { ...computed.result, issues: [] }, chase: chaseList(computed.project) };
}

async function computeBytes(name: string, bytes: Blob, number: number): Promise<Outcome<Lm3File>> {
  // Asked before the file is in memory, where a huge one would not fit.
  const size = outcomeOf(() => new Reading({ fileName: name }).refuseLargeFile(bytes.size));
  if (!size.ok) return size;
  const read = await bytes.arrayBuffer().catch(() => undefined);
  if (read === undefined) return { ok: false, issues: [unreadable(name)] };
  return computeLm3File(new Uint8Array(read), {
    fileName: name,
    onProgress: (share) => tell({ number, kind: 'progress', share }),
  });
}

function unreadable(file: string): Issue {
  return {
    severity: 'error',
    where: { file },
    found: 'a file that this browser could not read from disk',
    expected: 'a file that is still where it was chosen and may be read',
    mend: 'If it was moved, changed or is open in another program, close it there and choose it again.',
  };
}

function adjust(changes: Adjustment): Work['adjust']['answer'] {
  const { project: before, result } = open();
  const project = adjusted(before, changes);
  prepared ??= prepareLm3(before);
  const outcome = computePrepared({ ...prepared, project });
  if (!outcome.ok) throw new Error(outcome.issues.map(describeIssue).join('\n'));
  // The page has the problems of the workbook already; nothing that changes here is one of them.
  computed = { project, result: { ...outcome.value, issues: result.issues } };
  return { ...outcome.value, issues: [] };
}

function adjusted({ target, net, ...rest }: Lm3Project, changes: Adjustment): Lm3Project {
  const newTarget = changes.target === undefined ? target : changes.target;
  const newNet = changes.net === undefined ? net : changes.net;
  return { ...rest, ...(newTarget == null ? {} : { target: newTarget }), ...(newNet ? { net: newNet } : {}) };
}

async function report(): Promise<Uint8Array<ArrayBuffer>> {
  const { project, result } = open();
  return new Uint8Array(await writeWorkbook(lm3Report(project, result)));
}

function open(): Lm3File {
  if (computed === undefined) throw new Error('Something was asked of a workbook before any was computed.');
  return computed;
}

const issuesAtOnce = 500;

function tellIssues(issues: readonly Issue[], number: number): void {
  for (let start = 0; start < issues.length; start += issuesAtOnce) {
    tell({ number, kind: 'issues', issues: issues.slice(start, start + issuesAtOnce) });
  }
}

function tell(message: FromWorker, transfer: Transferable[] = []): void {
  self.postMessage(message, { transfer });
}
