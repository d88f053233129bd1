/// <reference types="office-js" />
import { fileHost } from './file.ts';
import { findBlocks, readContents } from './office/contents.ts';
import { readCells } from './office/read-cells.ts';
import type { CellsPiece, LiveWorkbook, OpenedCells, WorkbookPart, WorkbookPort } from './port.ts';

/**
 * The pane inside Excel: it works on the workbook that is open there, and still takes files from disk
 * beside it.
 */
export function officeHost(page: Document): WorkbookPort & { readonly live: LiveWorkbook } {
  const files = fileHost(page);
  return {
    open: (choice) => (choice.kind === 'open' ? openPart(choice.part) : files.open(choice)),
    save: files.save,
    live: {
      contents: readContents,
      onChanged: async () => {},
      write: async () => {},
      settings: async () => undefined,
      keepSettings: async () => {},
    },
  };
}

async function openPart(part: WorkbookPart): Promise<OpenedCells> {
  const [{ name }, found] = await Promise.all([readContents(), findBlocks(part)]);
  const cells = found.blocks.reduce((sum, { rows, columns }) => sum + rows * columns, 0);
  return {
    name,
    as: part.kind === 'workbook' ? 'workbook' : 'payments',
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
