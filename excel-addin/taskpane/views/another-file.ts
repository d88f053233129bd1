import type { Outcome } from '../../../core/index.ts';
import type { WorkbookFile } from '../../engine/messages.ts';
import { filePicker } from '../choose-file.ts';
import { button, element } from '../element.ts';
import { issueTable } from './issue-table.ts';

/** A button that takes another workbook, and the place for what comes of it. */
export function anotherFile<T>(options: {
  readonly label: string;
  readonly ask: (file: WorkbookFile) => Promise<Outcome<T>>;
  readonly show: (found: T) => readonly HTMLElement[];
  readonly announce: (text: string) => void;
}): HTMLElement {
  const { label, ask, show, announce } = options;
  const place = element('div', {});
  const pick = filePicker(document, async (file) => {
    announce(`Reading ${file.name}.`);
    const found = await ask({ name: file.name, bytes: file });
    place.replaceChildren(
      ...(found.ok
        ? show(found.value)
        : [
            element('p', { class: 'field-error' }, `${file.name} cannot be compared with this result.`),
            issueTable('What stands in the way', found.issues, announce),
          ]),
    );
    announce(found.ok ? `Compared with ${file.name}.` : `${file.name} cannot be compared with this result.`);
  });
  return element(
    'div',
    {},
    element('p', { class: 'actions' }, button(label, pick, { class: 'secondary' })),
    place,
  );
}
