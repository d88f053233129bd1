import { formatCount } from '../../../../core/index.ts';
import { filePicker } from '../../choose-file.ts';
import { button, element } from '../../element.ts';
import { openingSection, type Section, section } from '../../section.ts';
import { issueTable } from '../issue-table.ts';
import type { SpendOptions } from './spend.ts';

/** Lists of suppliers beside the file: where they are, or who is local. Open where the file itself says nothing. */
export function supplierLists({ lists, hasPostcodes, putInList, announce }: SpendOptions): Section {
  const id = 'lists';
  const title = 'What you know of suppliers';
  const content = () => [panel(lists, putInList, announce)];
  if (hasPostcodes || lists.length > 0) {
    const lead =
      lists.length > 0 ? `Put in: ${lists.join('; ')}.` : 'Add a list of postcodes, or of who is local.';
    return openingSection(id, title, lead, content);
  }
  return section(
    id,
    title,
    element(
      'p',
      { class: 'notice' },
      'This file has no postcodes, so an area alone places nobody. Put in a list of suppliers.',
    ),
    ...content(),
  );
}

function panel(
  lists: readonly string[],
  putInList: SpendOptions['putInList'],
  announce: (text: string) => void,
): HTMLElement {
  const told = element('div', {});
  const pick = filePicker(document, async (file) => {
    announce(`Reading ${file.name}.`);
    const issues = await putInList({ name: file.name, bytes: file });
    if (issues.length === 0) return;
    told.replaceChildren(
      element('p', { class: 'field-error' }, 'The list was not put in. Put this right first:'),
      issueTable('Problems with the list', issues, announce),
    );
    announce(`The list was not put in: ${formatCount(issues.length)} problems.`);
  });
  return element(
    'div',
    {},
    element('p', {}, 'A workbook or CSV file with headings:'),
    element(
      'ul',
      {},
      element(
        'li',
        {},
        element('strong', {}, 'Supplier and Postcode'),
        ': where each supplier works from; or',
      ),
      element(
        'li',
        {},
        element('strong', {}, 'Supplier and Local'),
        ': Yes or No for each. Without the second column, the list names the local ones.',
      ),
    ),
    ...(lists.length > 0
      ? [element('p', {}, 'A new list takes the place of the one of its kind that is there.')]
      : []),
    element('p', { class: 'actions' }, button('Choose a list of suppliers', pick, { class: 'secondary' })),
    told,
  );
}
