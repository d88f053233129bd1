import { formatCount, type Issue } from '../../../core/index.ts';
import { button, element } from '../element.ts';
import type { View } from '../view.ts';
import { issueTable } from './issue-table.ts';
import { workbookLink } from './start.ts';
import { copyDetails } from './tell-problem.ts';

/** A workbook without a result: everything that stands in the way, each with how to put it right. */
export function problemsView(options: {
  readonly name: string;
  readonly issues: readonly Issue[];
  /** What a report of the problem needs, where the program around the pane said something. */
  readonly details?: string | undefined;
  readonly pickFile: () => void;
  readonly startAgain: () => void;
  readonly announce: (text: string) => void;
}): View {
  const { name, issues, details, pickFile, startAgain, announce } = options;
  const errors = issues.filter((issue) => issue.severity === 'error');
  const warnings = issues.filter((issue) => issue.severity === 'warning');
  const heading = `There ${errors.length === 1 ? 'is 1 problem' : `are ${formatCount(errors.length)} problems`}${name && ` in ${name}`}`;
  const summary = element(
    'div',
    { class: 'error-summary', role: 'alert', tabindex: -1, 'aria-labelledby': 'problems-title' },
    element('h1', { id: 'problems-title' }, heading),
    element(
      'p',
      {},
      'No result could be worked out. Put right what is listed here, save the workbook, and open it again. Nothing in your file was changed.',
    ),
  );
  return {
    title: `Error: ${heading}`,
    focus: summary,
    content: [
      summary,
      section('To put right', issueTable('Problems to put right', errors, announce)),
      ...(details === undefined ? [] : [copyDetails(details, announce)]),
      ...(warnings.length > 0
        ? [section('Also worth a look', issueTable('Things to check', warnings, announce))]
        : []),
      element(
        'div',
        { class: 'actions' },
        button('Choose the workbook again', pickFile, { class: 'primary' }),
        button('Start again', startAgain, { class: 'secondary' }),
      ),
      element(
        'p',
        {},
        'You can also start from ',
        workbookLink('empty', 'an empty workbook for LM3'),
        ' or ',
        workbookLink('tenantsEmpty', 'one for tenants'),
        ', which have the sheets and headings that are needed.',
      ),
    ],
  };
}

const section = (title: string, content: HTMLElement): HTMLElement =>
  element('section', { class: 'card' }, element('h2', {}, title), content);
