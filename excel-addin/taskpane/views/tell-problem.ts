import { describePlace } from '../../../core/index.ts';
import { HostProblem } from '../../host/port.ts';
import { button, element } from '../element.ts';

/** What could not be done, in plain words, with what a report of it needs. */
export function tellProblem(error: unknown, announce: (text: string) => void): HTMLElement {
  if (!(error instanceof HostProblem)) {
    const details = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    return boxOf(
      ['Something went wrong in Local Pound. Nothing in your workbook was changed. Try again.'],
      details,
      announce,
    );
  }
  const { where, found, expected, mend } = error.issue;
  const at = Object.keys(where).length > 0 ? ` (${describePlace(where)})` : '';
  return boxOf([`Found ${found}${at}. Expected ${expected}.`, mend], error.details, announce);
}

function boxOf(
  sentences: readonly string[],
  details: string | undefined,
  announce: (text: string) => void,
): HTMLElement {
  announce(sentences.join(' '));
  return element(
    'div',
    { class: 'problem' },
    sentences.map((sentence) => element('p', {}, sentence)),
    ...(details === undefined ? [] : [copyDetails(details, announce)]),
  );
}

/** A button that puts the details on the clipboard, or shows them where that is forbidden. */
export function copyDetails(details: string, announce: (text: string) => void): HTMLElement {
  const place = element('p', { class: 'quiet' });
  const copy = button(
    'Copy details',
    () => {
      const say = (text: string) => {
        place.textContent = text;
        announce(text);
      };
      navigator.clipboard.writeText(details).then(
        () => say('Copied.'),
        () => say(`The program around this pane does not allow copying. The details: ${details}`),
      );
    },
    { class: 'link-button' },
  );
  return element('div', {}, copy, place);
}
