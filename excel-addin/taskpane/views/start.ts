import type { ActivityChoices } from '../../../core/index.ts';
import { type ReadyWorkbook, readyWorkbooks } from '../../ready-workbooks.ts';
import { button, element } from '../element.ts';
import type { View } from '../view.ts';
import { findCode } from './find-code.ts';

export interface StartOptions {
  readonly pickFile: () => void;
  readonly trySample: (which: ReadyWorkbook) => void;
  readonly find: (activity: string) => Promise<ActivityChoices>;
  readonly announce: (text: string) => void;
  /** The last result, when there is one. */
  readonly back: { readonly name: string; readonly show: () => void } | undefined;
}

/** The first thing people see: ways to a result, and ways to a workbook for those who have none. */
export function startView(options: StartOptions): View {
  const { pickFile, trySample, find, announce, back } = options;
  const heading = element('h1', { tabindex: -1 }, 'How much of each pound stays in your area?');
  return {
    title: 'Open a workbook',
    focus: heading,
    content: [
      heading,
      element(
        'p',
        { class: 'lead' },
        'Open your spend workbook to see its local multiplier, LM3, with every step of the workings and what would make it firmer. Open a spend export of any layout to see where the money went. Open a tenants workbook to see the jobs and GVA of the tenants of community anchors.',
      ),
      ...backToResult(back),
      element(
        'div',
        { class: 'start' },
        element(
          'section',
          { class: 'open-box card', 'aria-labelledby': 'open-title' },
          element('h2', { id: 'open-title' }, 'Open a workbook'),
          element(
            'p',
            {},
            'Choose a workbook in the Local Pound layout (.xlsx), or the payments that your finance system exports (.xlsx or .csv). Or drop it anywhere on this page.',
          ),
          element(
            'div',
            { class: 'actions' },
            button('Choose a workbook', pickFile, { class: 'primary' }),
            button('Try the sample', () => trySample('sample'), { class: 'secondary' }),
            button('Try the tenants sample', () => trySample('tenantsSample'), { class: 'secondary' }),
          ),
          element('p', { class: 'quiet' }, 'The samples are whole workbooks of invented organisations.'),
        ),
        element(
          'section',
          { 'aria-labelledby': 'empty-title' },
          element('h2', { id: 'empty-title' }, 'No workbook yet?'),
          element(
            'ol',
            { class: 'steps' },
            element(
              'li',
              {},
              workbookLink('empty', 'Download an empty workbook'),
              ' or ',
              workbookLink('sample', 'the sample workbook'),
              ' to start from. For tenants: ',
              workbookLink('tenantsEmpty', 'an empty tenants workbook'),
              ' or ',
              workbookLink('tenantsSample', 'the tenants sample'),
              '.',
            ),
            element(
              'li',
              {},
              'Fill in pay, other costs and suppliers. Mark which are local. Totals by group will do. For tenants: a line each, with what is known.',
            ),
            element('li', {}, 'Open it here. Anything that is wrong is listed with its sheet and cell.'),
          ),
        ),
      ),
      findCode(find, announce),
    ],
  };
}

/** The way back to the last result, when there is one. */
export const backToResult = (back: StartOptions['back']): HTMLElement[] =>
  back
    ? [
        element(
          'p',
          { class: 'notice' },
          button(`Back to the result for ${back.name}`, back.show, { class: 'link-button' }),
        ),
      ]
    : [];

/** A link that saves one of the workbooks that lie beside the page. */
export function workbookLink(which: ReadyWorkbook, text: string): HTMLAnchorElement {
  const { fileName } = readyWorkbooks[which];
  return element('a', { href: `./${fileName}`, download: fileName }, text);
}
