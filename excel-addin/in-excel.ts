/// <reference types="office-js" />
import { type FunctionRuntime, registerFunctions } from './functions/register.ts';
import type { RibbonCommand } from './manifest/manifest.ts';

/** Longer than this, office.js will not start: its own files were not let through. Milliseconds. */
const longestStart = 15_000;

/**
 * Whether the page is open inside Excel. The page for Excel brings office.js; opened in a browser, or
 * where office.js cannot be had, it is the page for files from disk. The custom functions are told to
 * Excel at once: a cell may be waiting for one before anybody opens the pane.
 */
export async function startedInExcel(onCommand: (command: RibbonCommand) => void): Promise<boolean> {
  if (!('Office' in globalThis)) return false;
  const { CustomFunctions } = globalThis as unknown as { CustomFunctions?: FunctionRuntime };
  if (CustomFunctions) registerFunctions(CustomFunctions);
  const tooLate = new Promise<undefined>((resolve) => setTimeout(resolve, longestStart));
  const where = await Promise.race([Office.onReady(), tooLate]);
  if (where?.host !== Office.HostType.Excel) return false;
  for (const command of ribbonCommands) answerButton(command, onCommand);
  return true;
}

const ribbonCommands: readonly RibbonCommand[] = ['KeepValues', 'Functions'];

/** A button of the ribbon opens the pane, if it is closed, and the pane shows what was asked for. */
function answerButton(command: RibbonCommand, onCommand: (command: RibbonCommand) => void): void {
  Office.actions.associate(command, async (event: Office.AddinCommands.Event) => {
    await Office.addin.showAsTaskpane();
    onCommand(command);
    event.completed();
  });
}
