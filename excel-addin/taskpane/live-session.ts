import type { Engine } from '../engine/engine.ts';
import type { PaneSettings } from '../engine/messages.ts';
import type { LiveWorkbook, SheetsPlan } from '../host/port.ts';
import { orProblem } from './session.ts';
import type { ReportForWorkbook } from './views/write-report.ts';

/** The report of an engine, for the workbook around the pane. */
export const reportInto = (live: LiveWorkbook, engine: Engine): ReportForWorkbook => ({
  plan: async () => orProblem(await engine.ask('reportSheets', await takenIn(live))),
  write: writing(live, engine),
});

/** The settings as a sheet, for the same workbook. */
export const settingsInto = (
  live: LiveWorkbook,
  engine: Engine,
  settings: PaneSettings,
): ReportForWorkbook => ({
  plan: async () => engine.ask('settingsSheet', { settings, taken: await takenIn(live) }),
  write: writing(live, engine),
});

const writing =
  (live: LiveWorkbook, engine: Engine): ReportForWorkbook['write'] =>
  (planned: SheetsPlan, onProgress) =>
    live.write({ ...planned, piece: (number) => engine.ask('reportPiece', number) }, onProgress);

async function takenIn(live: LiveWorkbook) {
  const { sheets, tables, names } = await live.contents();
  return {
    sheets: sheets.map(({ name }) => name),
    names: [...tables.map(({ name }) => name), ...names],
  };
}

/** Does something again when cells change: one at a time, and once more if they changed meanwhile. */
export function followChanges(live: LiveWorkbook, again: () => Promise<void>): void {
  let isRunning = false;
  let changedMeanwhile = false;
  const run = async () => {
    if (isRunning) {
      changedMeanwhile = true;
      return;
    }
    isRunning = true;
    try {
      do {
        changedMeanwhile = false;
        await again();
      } while (changedMeanwhile);
    } finally {
      isRunning = false;
    }
  };
  live
    .onChanged(() => void run())
    .catch(() => {
      // Without events the result stays as it is until it is worked out again.
    });
}
