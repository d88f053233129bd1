import { parentPort, workerData } from 'node:worker_threads';
import type { WorkbookSpec } from '../../core/index.ts';
import { writeWorkbook } from '../../spreadsheet/write-workbook.ts';

const bytes = await writeWorkbook(workerData as WorkbookSpec);
parentPort?.postMessage(bytes);
