import { formatCount, type Issue } from '../../../../core/index.ts';
import type { WorkbookFile } from '../../../engine/messages.ts';
import { filesPicker } from '../../choose-file.ts';
import { button, element } from '../../element.ts';
import { openingSection, type Section } from '../../section.ts';
import { issueTable } from '../issue-table.ts';
import { workbookLink } from '../start.ts';

/** Puts in what tenants answered. The result that follows takes the place of this one. */
export const forms = (
  /** Shows the new result; comes back with what stands in the way of one. */
  putIn: (files: readonly WorkbookFile[]) => Promise<readonly Issue[]>,
  announce: (text: string) => void,
): Section =>
  openingSection(
    'forms',
    'Forms that tenants filled in',
    'What a tenant answered takes the place of what stands in the workbook.',
    () => [panel(putIn, announce)],
  );

function panel(
  putIn: (files: readonly WorkbookFile[]) => Promise<readonly Issue[]>,
  announce: (text: string) => void,
): HTMLElement {
  const place = element('div', {});
  const pick = filesPicker(document, async (files) => {
    announce(`Reading ${formatCount(files.length)} ${files.length === 1 ? 'form' : 'forms'}.`);
    const issues = await putIn(files.map((file) => ({ name: file.name, bytes: file })));
    if (issues.length === 0) return;
    place.replaceChildren(
      element('p', { class: 'field-error' }, 'Nothing was put in. Put this right first:'),
      issueTable('Problems with the forms', issues, announce),
    );
    announce(`Nothing was put in: ${formatCount(issues.length)} problems with the forms.`);
  });
  return element(
    'div',
    {},
    element(
      'p',
      {},
      'Send ',
      workbookLink('tenantForm', 'the form'),
      ' to your tenants, and choose those that came back. The workbook itself stays as it is; the report holds the answers.',
    ),
    element('p', { class: 'actions' }, button('Choose the forms', pick, { class: 'secondary' })),
    place,
  );
}
