import type { BrowserContextOptions } from 'playwright-core';
import { microsoft, putInFakeExcel, serveOfficeJs } from './office/in-browser.ts';
import { hostInfo } from './office/in-node.ts';
import { type HostOptions, OfficeHost } from './office/office-host.ts';
import type { WorkbookModel } from './office/workbook-model.ts';
import { type OpenPane, type PaneStand, setUpPane } from './pane-stand.ts';

/** The pane as it stands beside a workbook that is open in the fake Excel. */
export interface PaneInExcel extends OpenPane {
  readonly host: OfficeHost;
}

/** The built pane, a browser, and as many fake Excels as wanted, for the tests of one file. */
export interface ExcelStand extends Omit<PaneStand, 'open'> {
  open(book: WorkbookModel, options?: BrowserContextOptions & HostOptions): Promise<PaneInExcel>;
}

/** About the size of a pane in Excel. */
const paneSize = { width: 360, height: 900 };

export async function setUpExcel(): Promise<ExcelStand> {
  const stand = await setUpPane();
  return {
    ...stand,
    async open(book, { excelApi, ...options } = {}) {
      const host = new OfficeHost(book, excelApi === undefined ? {} : { excelApi });
      const pane = await stand.open({ viewport: paneSize, ...options }, async (page) => {
        await serveOfficeJs(page);
        await putInFakeExcel(page, host);
        // The help of the first time stands in the way of screenshots, not of people.
        await page.addInitScript(() => localStorage.setItem('localPound.seenInExcel', 'yes'));
        return `excel.html?${hostInfo}`;
      });
      return {
        ...pane,
        host,
        // Microsoft's script is asked for where Microsoft serves it; the stand answers.
        get faults() {
          return pane.faults.filter((fault) => !fault.startsWith(`request: ${microsoft}`));
        },
      };
    },
  };
}
