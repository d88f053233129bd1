import { HostProblem } from '../../host/port.ts';
import { type Attributes, button, element } from '../element.ts';

/** A button that makes a file and saves it, and the line that says how it went. */
export function saveButton(
  words: { readonly button: string; readonly making: string; readonly notMade: string },
  save: () => Promise<string>,
  announce: (text: string) => void,
  attributes: Attributes = { class: 'primary' },
): { readonly button: HTMLButtonElement; readonly told: HTMLElement } {
  const told = element('p', { class: 'told' });
  const say = (text: string) => {
    told.textContent = text;
    announce(text);
  };
  let making = false;
  const made = button(
    words.button,
    () => {
      // Not disabled while it works: a disabled button would drop the keyboard's place on the page.
      if (making) return;
      making = true;
      say(words.making);
      save()
        .then(say, (error: unknown) => say(notSaved(words.notMade, error)))
        .finally(() => {
          making = false;
        });
    },
    attributes,
  );
  return { button: made, told };
}

/** The button for the report workbook. */
export const saveReportButton = (saveReport: () => Promise<string>, announce: (text: string) => void) =>
  saveButton(
    {
      button: 'Download the report workbook',
      making: 'Making the report.',
      notMade: 'The report could not be made',
    },
    saveReport,
    announce,
  );

function notSaved(notMade: string, error: unknown): string {
  if (error instanceof HostProblem) {
    const { found, expected, mend } = error.issue;
    return `${notMade}. Found: ${found}. Expected: ${expected}. ${mend}`;
  }
  const why = error instanceof Error ? error.message : String(error);
  return `${notMade}: ${why}. Try again. If it happens again, report it with these words.`;
}
