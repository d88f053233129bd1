import { cellText, quoteCell, type Row } from '../workbook/cell.ts';
import type { Issue } from '../workbook/issue.ts';
import { comparable, isEmpty } from '../workbook/read-table.ts';
import { WorkbookReading } from '../workbook/workbook-reading.ts';
import type { Lm3ProjectInput } from './project.ts';
import { readProjectItems, readSettingItems } from './read-items.ts';
import { lm3Sheets, projectItems, settingItems } from './workbook-layout.ts';

/** The items that both sheets know, without the name of the project. */
const knownItems: ReadonlySet<string> = new Set(
  [...Object.values(projectItems), ...Object.values(settingItems)].map(comparable),
);

/**
 * Items of both sheets in one list without headings: what a custom function is given in a range. The
 * first two cells of a row are item and answer.
 */
export function readItemRows(rows: readonly Row[]): {
  readonly fields: Partial<Lm3ProjectInput>;
  readonly issues: readonly Issue[];
} {
  const filled = rows.filter(({ cells: [item] }) => !isEmpty(item));
  const headed = comparable(cellText(filled[0]?.cells[0] ?? null)) === 'item';
  const lines = headed ? filled.slice(1) : filled;
  const unknown = lines
    .filter(({ cells: [item = null] }) => !knownItems.has(comparable(cellText(item))))
    .map(
      ({ number, cells: [item] }): Issue => ({
        severity: 'error',
        where: { cell: `A${number}` },
        found: quoteCell(item),
        expected: 'an item of the Project or Settings sheet of a Local Pound workbook, such as "Method"',
        mend: 'Correct its name, or leave the row out.',
      }),
    );
  const heading: Row = { number: 0, cells: ['Item', 'Answer'] };
  const named: Row = { number: 0, cells: [projectItems.name, 'unnamed'] };
  const reading = new WorkbookReading([
    { name: lm3Sheets.project.name, rows: [heading, { ...named, number: 0.5 }, ...lines] },
    { name: lm3Sheets.settings.name, rows: [heading, ...lines] },
  ]);
  const { name: _unnamed, ...project } = readProjectItems(reading);
  const { settings, fields } = readSettingItems(reading);
  return { fields: { ...project, ...fields, settings }, issues: [...unknown, ...reading.issues] };
}
