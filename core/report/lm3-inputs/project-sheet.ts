import { methodWords, nonResponseWords, scopeWords } from '../../lm3/setting-words.ts';
import { lm3Sheets, projectItems } from '../../lm3/workbook-layout.ts';
import type { SheetSpec } from '../workbook-spec.ts';
import { answerAddress, type ItemHelp, itemSheet } from './item-sheet.ts';
import type { InputRows } from './rows.ts';
import { oneOf, positive, share, shareMessage } from './sheet-parts.ts';

type ProjectItem = keyof typeof projectItems;

/** The address of one answer on the Project sheet, for formulas. */
export const projectAnswer = (item: ProjectItem): string =>
  answerAddress(lm3Sheets.project.name, projectItems, item);

export function projectSheet({ project }: Pick<InputRows, 'project'>): SheetSpec {
  return itemSheet(
    {
      name: lm3Sheets.project.name,
      title: 'Project',
      subtitle: 'Fill in the coloured cells. Name, area and period are printed on every result.',
      table: 'ProjectDetails',
    },
    projectItems,
    project,
    projectHelp,
  );
}

const projectHelp: Record<ProjectItem, ItemHelp> = {
  name: { what: 'A name that means something to you and to your suppliers.' },
  area: { what: 'What counts as local: a council area, or a distance round a point.' },
  period: { what: 'The months that the figures cover, for example April 2025 to March 2026.' },
  scope: {
    what: 'Whether the figures cover everything you spend or one contract.',
    rule: oneOf(scopeWords),
  },
  income: {
    what: 'Leave empty to let round 1 be the spending. If you enter an income, what was not spent counts as not local.',
    style: 'inputGbp',
    rule: positive,
    message: 'Enter an amount in pounds, or leave the cell empty.',
  },
  method: {
    what: 'All recipients counts what everyone you paid re-spends in the area (as LM3 Online does). Chain follows only money that was local.',
    rule: oneOf(methodWords),
  },
  nonResponse: {
    what: 'How suppliers without an answer are counted in LM3. The bounds never depend on this.',
    rule: oneOf(nonResponseWords),
  },
  localStaff: {
    what: 'Share of their pay that staff who live in the area spend in it. Standard: 66%.',
    style: 'inputShare',
    rule: share,
    message: shareMessage,
  },
  nonLocalStaff: {
    what: 'Share of their pay that staff who live elsewhere spend in the area. Standard: 33%.',
    style: 'inputShare',
    rule: share,
    message: shareMessage,
  },
};
