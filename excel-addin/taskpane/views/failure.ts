import { button, element } from '../element.ts';
import type { View } from '../view.ts';

/** Local Pound itself went wrong. Says so plainly and gives what a report of it needs. */
export function failureView(error: unknown, startAgain: () => void): View {
  const summary = element(
    'div',
    { class: 'error-summary', role: 'alert', tabindex: -1, 'aria-labelledby': 'failure-title' },
    element('h1', { id: 'failure-title' }, 'Something went wrong in Local Pound'),
    element(
      'p',
      {},
      'It is not your workbook, and nothing in it was changed. Load this page again and try once more. If it happens again, report it with the details below.',
    ),
  );
  const details = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return {
    title: 'Error',
    focus: summary,
    content: [
      summary,
      element(
        'details',
        { class: 'technical' },
        element('summary', {}, 'Details for a report'),
        element('pre', { tabindex: 0 }, details),
      ),
      element('div', { class: 'actions' }, button('Start again', startAgain, { class: 'secondary' })),
    ],
  };
}
