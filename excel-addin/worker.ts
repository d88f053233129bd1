import './without-eval.ts';
import type { Issue, Outcome } from '../core/index.ts';
import { computeLm3File, type Lm3File } from '../spreadsheet/lm3-file.ts';
import { Reading } from '../spreadsheet/reading.ts';
import { outcomeOf } from '../spreadsheet/refusal.ts';
import type { FromWorker, Kind, ToWorker, Work } from './engine/messages.ts';
import { OpenProject } from './work/open-project.ts';

/** Reads and computes beside the page, so that the page answers whatever the size of the file. */

let opened: OpenProject | undefined;

type Answering = {
  readonly [K in Kind]: (
    asked: Work[K]['asked'],
    number: number,
  ) => Work[K]['answer'] | Promise<Work[K]['answer']>;
};

const further = () => import('./work/further.ts');

const answering: Answering = {
  compute,
  adjust: (changes) => open().adjust(changes),
  report: () => open().report(),
  plan: async (options) => (await further()).planOf(open(), options),
  planFile: async (options) => (await further()).planFileOf(open(), options),
  whatIf: async (changes) => (await further()).whatIfOf(open(), changes),
  movable: async () => (await further()).movableOf(open()),
  leaks: async () => (await further()).leaksOf(open()),
  areas: async () => (await further()).areasOf(open()),
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

function open(): OpenProject {
  if (opened === undefined) throw new Error('Something was asked of a workbook before any was computed.');
  return opened;
}

async function compute({ name, bytes }: Work['compute']['asked'], number: number) {
  const outcome = await computeBytes(name, bytes, number);
  tellIssues(outcome.issues, number);
  if (!outcome.ok) return null;
  opened = new OpenProject(outcome.value);
  return opened.found();
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

const issuesAtOnce = 500;

function tellIssues(issues: readonly Issue[], number: number): void {
  for (let start = 0; start < issues.length; start += issuesAtOnce) {
    tell({ number, kind: 'issues', issues: issues.slice(start, start + issuesAtOnce) });
  }
}

function tell(message: FromWorker, transfer: Transferable[] = []): void {
  self.postMessage(message, { transfer });
}
