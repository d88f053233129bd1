/// <reference types="office-js" />
import { runExcel } from './run-excel.ts';

/** Under which the pane's settings lie in the workbook. Excel saves them with it, for this add-in only. */
const key = 'localPound.settings';

export const readSettings = (): Promise<string | undefined> =>
  runExcel(async (context) => {
    const setting = context.workbook.settings.getItemOrNullObject(key);
    setting.load('value');
    await context.sync();
    return setting.isNullObject || typeof setting.value !== 'string' ? undefined : setting.value;
  });

export const keepSettings = (text: string): Promise<void> =>
  runExcel(async (context) => {
    context.workbook.settings.add(key, text);
    await context.sync();
  });
