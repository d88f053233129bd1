import { HostProblem } from '../../host/port.ts';
import { button, element } from '../element.ts';

/** The button that writes the report, and the line that says how it went. */
export function saveReportButton(
  saveReport: () => Promise<string>,
  announce: (text: string) => void,
): { readonly button: HTMLButtonElement; readonly told: HTMLElement } {
  const told = element('p', { class: 'told' });
  const say = (text: string) => {
    told.textContent = text;
    announce(text);
  };
  let making = false;
  const save = button(
    'Download the report workbook',
    () => {
      // Not disabled while it works: a disabled button would drop the keyboard's place on the page.
      if (making) return;
      making = true;
      say('Making the report.');
      saveReport()
        .then(say, (error: unknown) => say(notSaved(error)))
        .finally(() => {
          making = false;
        });
    },
    { class: 'primary' },
  );
  return { button: save, told };
}

function notSaved(error: unknown): string {
  if (error instanceof HostProblem) return `${error.issue.found}. ${error.issue.mend}`;
  const why = error instanceof Error ? error.message : String(error);
  return `The report could not be made: ${why}. Try again. If it happens again, report it with these words.`;
}
