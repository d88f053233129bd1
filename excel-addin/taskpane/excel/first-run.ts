import { functionNamespace } from '../../functions/namespace.ts';
import { button, element } from '../element.ts';

const key = 'localPound.seenInExcel';

/** What to do first, shown above the pane until somebody says that they have seen it. */
export function showFirstRun(page: Document, showFunctions: () => void): void {
  const main = page.getElementById('main');
  if (!main || wasSeen()) return;
  const note = element(
    'aside',
    { class: 'first-run card', 'aria-labelledby': 'first-run-title' },
    element('h2', { id: 'first-run-title' }, 'New here? Three ways to begin'),
    element(
      'ol',
      { class: 'steps' },
      element('li', {}, 'Select your payments with their headings, and read them below.'),
      element('li', {}, 'Or try the sample, which shows every part of a result.'),
      element(
        'li',
        {},
        `Or type =${functionNamespace}. into a cell. `,
        button('See the functions', showFunctions, { class: 'link-button' }),
      ),
    ),
    element('p', { class: 'quiet' }, 'Your cells are read in this program. Nothing is sent anywhere.'),
    button(
      'Got it',
      () => {
        note.remove();
        remember();
        main.focus();
      },
      { class: 'secondary' },
    ),
  );
  main.before(note);
}

/** Where a browser keeps nothing, the note comes each time. */
function wasSeen(): boolean {
  try {
    return localStorage.getItem(key) !== null;
  } catch {
    return false;
  }
}

function remember(): void {
  try {
    localStorage.setItem(key, 'yes');
  } catch {
    // Nothing is kept here.
  }
}
