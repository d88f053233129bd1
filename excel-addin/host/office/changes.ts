/// <reference types="office-js" />
import { hasExcelApi, runExcel } from './run-excel.ts';

/** People type several cells in a row: what they changed is told once they pause. Milliseconds. */
const pause = 700;

/** Listens to changed cells, once for as long as the pane is there. */
export class Changes {
  #watched: ReadonlySet<string> = new Set();
  #isWriting = false;
  #registered: Promise<void> | undefined;
  #waiting: ReturnType<typeof setTimeout> | undefined;
  #tell: () => void = () => {};

  /** Only changes on these sheets are told of, by their ids. */
  watch(sheetIds: readonly string[]): void {
    this.#watched = new Set(sheetIds);
  }

  /** What the pane itself writes meanwhile is not told of. */
  async whileWriting(write: () => Promise<void>): Promise<void> {
    this.#isWriting = true;
    try {
      await write();
    } finally {
      this.#isWriting = false;
    }
  }

  /** A second call only says whom to tell from now on. */
  onChanged(tell: () => void): Promise<void> {
    this.#tell = tell;
    this.#registered ??= this.#register();
    return this.#registered;
  }

  async #register(): Promise<void> {
    if (!hasExcelApi('1.9')) return;
    await runExcel(async (context) => {
      context.workbook.worksheets.onChanged.add(async ({ worksheetId, triggerSource }) => {
        if (this.#isWriting || triggerSource === 'ThisLocalAddin' || !this.#watched.has(worksheetId)) return;
        clearTimeout(this.#waiting);
        this.#waiting = setTimeout(() => this.#tell(), pause);
      });
      await context.sync();
    });
  }
}
