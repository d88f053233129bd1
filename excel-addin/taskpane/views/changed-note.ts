import type { Issue } from '../../../core/index.ts';
import { button, element } from '../element.ts';
import { issueTable } from './issue-table.ts';

/** Above a result that could not follow its workbook: why, and that the figures are from before. */
export function changedNote(
  issues: readonly Issue[],
  announce: (text: string) => void,
  again: () => void,
): HTMLElement {
  const text =
    'The workbook was changed and cannot be worked out as it is now. The result below is from before the change.';
  announce(text);
  return element(
    'div',
    { class: 'changed-note error-summary', role: 'group', 'aria-label': 'Changed workbook' },
    element('p', {}, text),
    issueTable('What stands in the way', issues, announce),
    element('p', { class: 'actions' }, button('Work it out again', again, { class: 'secondary' })),
  );
}
