import './without-eval.ts';
import { chaseList, type Issue, lm3Report, type Outcome } from '../core/index.ts';
import { computeLm3File, type Lm3File } from '../spreadsheet/lm3-file.ts';
import { Reading } from '../spreadsheet/reading.ts';
import { outcomeOf } from '../spreadsheet/refusal.ts';
import { writeWorkbook } from '../spreadsheet/write-workbook.ts';
import type { FromWorker, ToWorker } from './engine/messages.ts';

/** Reads and computes beside the page, so that the page answers whatever the size of the file. */

let computed: Lm3File | undefined;

self.addEventListener('message', (event: MessageEvent<ToWorker>) => {
  answer(event.data).catch((error: unknown) => {
    tell({ kind: 'failed', reason: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  });
});

const answer = (message: ToWorker): Promise<void> =>
  message.kind === 'compute' ? compute(message.name, message.bytes) : report();

async function compute(name: string, bytes: Blob): Promise<void> {
  const outcome = await computeBytes(name, bytes);
  tellIssues(outcome.issues);
  if (!outcome.ok) return tell({ kind: 'refused' });
  computed = outcome.value;
  tell({ kind: 'computed', result: { ...computed.result, issues: [] }, chase: chaseList(computed.project) });
}

async function computeBytes(name: string, bytes: Blob): Promise<Outcome<Lm3File>> {
  // Asked before the file is in memory, where a huge one would not fit.
  const size = outcomeOf(() => new Reading({ fileName: name }).refuseLargeFile(bytes.size));
  if (!size.ok) return size;
  const read = await bytes.arrayBuffer().catch(() => undefined);
  if (read === undefined) return { ok: false, issues: [unreadable(name)] };
  return computeLm3File(new Uint8Array(read), {
    fileName: name,
    onProgress: (share) => tell({ kind: 'progress', share }),
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

async function report(): Promise<void> {
  if (computed === undefined) throw new Error('A report was asked for before anything was computed.');
  const written = await writeWorkbook(lm3Report(computed.project, computed.result));
  const file = new Uint8Array(written);
  tell({ kind: 'report', file }, [file.buffer]);
}

const issuesAtOnce = 500;

function tellIssues(issues: readonly Issue[]): void {
  for (let start = 0; start < issues.length; start += issuesAtOnce) {
    tell({ kind: 'issues', issues: issues.slice(start, start + issuesAtOnce) });
  }
}

function tell(message: FromWorker, transfer: Transferable[] = []): void {
  self.postMessage(message, { transfer });
}
