import type { Issue } from '../../../core/index.ts';
import { button, element } from '../element.ts';
import { type Section, section } from '../section.ts';
import { issueTable } from './issue-table.ts';
import { saveReportButton } from './save-file.ts';
import { type ReportForWorkbook, writeReportButton } from './write-report.ts';

/** What one can do with any result. */
export interface ResultActions {
  /** Saves the report and says where it is. */
  readonly saveReport: () => Promise<string>;
  /** Where a workbook is open around the pane: puts the report into it. */
  readonly intoWorkbook: ReportForWorkbook | undefined;
  readonly pickFile: () => void;
  readonly startAgain: () => void;
  readonly announce: (text: string) => void;
}

export function resultActions({
  saveReport,
  intoWorkbook,
  pickFile,
  startAgain,
  announce,
}: ResultActions): HTMLElement[] {
  return [
    ...reportButtons(
      intoWorkbook,
      'Put the report into this workbook',
      saveReportButton(saveReport, announce),
      announce,
      button('Open another file', pickFile, { class: 'secondary' }),
      button('Start again', startAgain, { class: 'secondary' }),
      button('Print', () => print(), { class: 'secondary' }),
    ),
  ];
}

/** The buttons of a result. Inside a workbook the report goes there; elsewhere it becomes a file. */
export function reportButtons(
  intoWorkbook: ReportForWorkbook | undefined,
  label: string,
  file: { readonly button: HTMLButtonElement; readonly told: HTMLElement },
  announce: (text: string) => void,
  ...others: readonly HTMLElement[]
): HTMLElement[] {
  if (!intoWorkbook) return [element('div', { class: 'actions' }, file.button, ...others), file.told];
  const { button: write, place } = writeReportButton(label, intoWorkbook, announce);
  return [element('div', { class: 'actions' }, write, ...others), place];
}

export const sampleNotice = (sample: boolean): HTMLElement[] =>
  sample
    ? [
        element(
          'p',
          { class: 'notice' },
          'This is a sample. The organisations in it and all figures are invented.',
        ),
      ]
    : [];

/** What was found in the workbook that does not stand in the way of a result. */
export function toCheck(issues: readonly Issue[], announce: (text: string) => void): Section[] {
  if (issues.length === 0) return [];
  return [
    section(
      'to-check',
      'Worth checking in the workbook',
      element('p', {}, 'The result was worked out all the same.'),
      issueTable('Things to check', issues, announce),
    ),
  ];
}

export const elementsOf = (sections: readonly Section[]): HTMLElement[] =>
  sections.map((part) => part.element);
