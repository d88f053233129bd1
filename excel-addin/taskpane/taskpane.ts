/// <reference types="office-js" />
import { fileHost } from '../host/file.ts';
import { startPane } from './pane.ts';

/** Mounts the pane: on the open workbook inside Excel, and on files in any browser. */
async function start(): Promise<void> {
  // Microsoft's script is on the page only where the page is meant for Excel.
  const inOffice = typeof Office === 'undefined' ? undefined : await Office.onReady();
  if (inOffice && inOffice.host === Office.HostType.Excel) {
    document.documentElement.classList.add('excel');
    const { officeHost } = await import('../host/office.ts');
    startPane(document, officeHost(document));
  } else startPane(document, fileHost(document));
}

void start();
