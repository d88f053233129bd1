import { fileURLToPath } from 'node:url';
import type { InlineConfig, Plugin } from 'vite';
import { lm3Template, tenantForm, tenantsTemplate } from './core/index.ts';
import { excelFiles } from './excel-addin/build/excel-files.ts';
import { type ExcelPageOptions, excelPage } from './excel-addin/build/excel-page.ts';
import { officeCopy } from './excel-addin/build/office-copy.ts';
import { readyWorkbooks } from './excel-addin/ready-workbooks.ts';
import { writeWorkbook } from './spreadsheet/write-workbook.ts';

const templates = { lm3: lm3Template, tenants: tenantsTemplate, tenantForm: () => tenantForm() };

/**
 * Puts the samples and the empty workbooks beside the page as files. They are real workbooks, so a
 * sample goes the whole way that any file goes, and nobody waits for exceljs to see it.
 */
function workbooksBesideThePage(): Plugin {
  return {
    name: 'workbooks-beside-the-page',
    apply: 'build',
    async generateBundle() {
      for (const { fileName, about, sample } of Object.values(readyWorkbooks)) {
        const source = await writeWorkbook(templates[about]({ sample }));
        this.emitFile({ type: 'asset', fileName, source });
      }
    },
  };
}

/** Core does nothing when it is loaded, so what a page does not use is left out of it. */
const sideEffects = { moduleSideEffects: [{ test: /[\\/]core[\\/]/, sideEffects: false }] };

/** The worker's schemas are made under a rule against eval, so what sets that rule is loaded with their library. */
const schemasWithoutEval = {
  codeSplitting: { groups: [{ name: 'zod', test: /node_modules[\\/]zod[\\/]|without-eval/ }] },
};

/** The task pane, for browsers and for Excel: in dist/pane, from where the server sends it as /pane/. */
export const paneConfig = (options: ExcelPageOptions): InlineConfig => ({
  root: fileURLToPath(new URL('excel-addin/taskpane', import.meta.url)),
  // Addresses relative to the page, so that it works under any path.
  base: './',
  plugins: [
    workbooksBesideThePage(),
    excelFiles(),
    excelPage(options),
    ...(options.selfHosted ? [officeCopy()] : []),
  ],
  build: {
    outDir: '../../dist/pane',
    emptyOutDir: true,
    target: 'es2022',
    // The page may not load data: addresses, so even small pictures stay files.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // The library that writes workbooks is large, and loaded only when a report is wanted.
    chunkSizeWarningLimit: 1000,
    rolldownOptions: { treeshake: sideEffects },
  },
  worker: { format: 'es', rolldownOptions: { treeshake: sideEffects, output: schemasWithoutEval } },
});

export default paneConfig({ selfHosted: false });
