import { createHash } from 'node:crypto';
import { parentPort } from 'node:worker_threads';
import type {
  FileAnswer,
  FileQuestion,
  FileWork,
  FromFileWorker,
  ReportFiles,
  ToFileWorker,
} from './file-answer.ts';
import { isSupplierList } from './work/lists.ts';
import { lm3Answer } from './work/lm3-work.ts';
import { openFile, type Progress } from './work/open-file.ts';
import { spendAnswer } from './work/spend-work.ts';
import { tenantsAnswer } from './work/tenants-work.ts';

async function answer(question: FileQuestion, onProgress: Progress): Promise<FileAnswer> {
  const opened = await openFile(question, onProgress);
  if ('ok' in opened) return opened;
  const sha256 = hashOf(question);
  switch (opened.kind) {
    case 'lm3':
      return lm3Answer(opened, sha256);
    case 'tenants':
      return tenantsAnswer(opened, sha256);
    case 'spend':
      return spendAnswer(opened, sha256);
  }
}

async function report(question: FileQuestion): Promise<ReportFiles> {
  // Writers of workbooks and pictures are large; most people look at the figures only.
  const { reportFiles } = await import('./work/report-files.ts');
  return await reportFiles(question, hashOf(question));
}

const hashOf = ({ bytes }: FileQuestion): string => createHash('sha256').update(bytes).digest('hex');

const tell = (message: FromFileWorker): void => parentPort?.postMessage(message);

async function work(asked: ToFileWorker): Promise<void> {
  try {
    const done = await workOn(asked);
    tell({ kind: 'done', answer: done });
  } catch (error) {
    const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
    tell({ kind: 'failed', reason });
  }
}

async function workOn(asked: ToFileWorker): Promise<FileWork[keyof FileWork]> {
  switch (asked.kind) {
    case 'answer':
      return answer(asked.question, (share) => tell({ kind: 'progress', share }));
    case 'files':
      return report(asked.question);
    case 'isList':
      return isSupplierList(asked.question);
    case 'workbook': {
      const { writeWorkbook } = await import('../../spreadsheet/write-workbook.ts');
      return writeWorkbook(asked.spec);
    }
  }
}

parentPort?.on('message', (asked: ToFileWorker) => void work(asked));
