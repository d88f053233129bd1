/// <reference types="office-js" />
import { fileHost } from './file.ts';
import { Changes } from './office/changes.ts';
import { findBlocks, readContents } from './office/contents.ts';
import { readCells } from './office/read-cells.ts';
import { keepSettings, readSettings } from './office/settings.ts';
import { writeSheets } from './office/write-sheets.ts';
import type { CellsPiece, LiveWorkbook, OpenedCells, WorkbookPart, WorkbookPort } from './port.ts';

/**
 * The pane inside Excel: it works on the workbook that is open there, and still takes files from disk
 * beside it.
 */
export function officeHost(page: Document): WorkbookPort & { readonly live: LiveWorkbook } {
  const files = fileHost(page);
  const changes = new Changes();
  return {
    open: (choice) => (choice.kind === 'open' ? openPart(choice.part, changes) : files.open(choice)),
    save: files.save,
    live: {
      contents: readContents,
      onChanged: (tell) => changes.onChanged(tell),
      write: (plan, onProgress) => changes.whileWriting(() => writeSheets(plan, onProgress)),
      settings: readSettings,
      keepSettings,
    },
  };
}

async function openPart(asked: WorkbookPart, changes: Changes): Promise<OpenedCells> {
  const { name, selection } = await readContents();
  const part: WorkbookPart =
    asked.kind === 'selection' ? { kind: 'range', address: selection.address } : asked;
  const found = await findBlocks(part);
  changes.watch(found.sheetIds);
  const cells = found.blocks.reduce((sum, { rows, columns }) => sum + rows * columns, 0);
  return {
    name,
    as: part.kind === 'workbook' ? 'workbook' : 'payments',
    part,
    issues: found.issues,
    async *pieces(onProgress): AsyncGenerator<CellsPiece> {
      // A sheet that is empty is still there: what is missing in it is told by its name.
      for (const sheet of found.empty) yield { sheet, row: 0, column: 0, values: [], dates: [] };
      let done = 0;
      for (const block of found.blocks) {
        for await (const piece of readCells(block)) {
          yield piece;
          done += piece.values.length * block.columns;
          onProgress(done / cells);
        }
      }
    },
  };
}
