import { fileHost } from '../host/file.ts';
import { startPane } from './pane.ts';

/** Mounts the pane: on the open workbook inside Excel, and on files in any browser. */
async function start(): Promise<void> {
  // Microsoft's script is on the page only where the page is meant for Excel.
  const excel = 'Office' in globalThis ? await import('./excel/start.ts') : undefined;
  if (!(await excel?.startInExcel(document))) startPane(document, fileHost(document));
}

void start();
