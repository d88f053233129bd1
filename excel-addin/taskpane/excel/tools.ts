import type { RibbonCommand } from '../../manifest/manifest.ts';
import { button, element } from '../element.ts';
import { showFirstRun } from './first-run.ts';
import { showFunctionHelp } from './function-help.ts';
import { showKeepValues } from './keep-values.ts';

/** What the pane has only inside Excel: the ribbon's commands as buttons of its own, and first help. */
export function addExcelTools(page: Document): void {
  const header = page.querySelector('.site-header .width');
  header?.append(
    element(
      'nav',
      { class: 'excel-tools', 'aria-label': 'In cells' },
      button('Functions', () => answerCommand(page, 'Functions')),
      button('Keep as values', () => answerCommand(page, 'KeepValues')),
    ),
  );
  showFirstRun(page, () => answerCommand(page, 'Functions'));
}

export function answerCommand(page: Document, command: RibbonCommand): void {
  void (command === 'Functions' ? showFunctionHelp(page) : showKeepValues(page));
}
