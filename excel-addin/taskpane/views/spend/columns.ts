import {
  type ColumnMapping,
  type ColumnRole,
  columnLetters,
  columnRoles,
  formatCount,
  formatGbp,
  type Issue,
  noColumn,
  roleWords,
} from '../../../../core/index.ts';
import type { SpendTable } from '../../../engine/messages.ts';
import { button, element } from '../../element.ts';
import { openingSection, type Section, section } from '../../section.ts';
import { issueTable } from '../issue-table.ts';

/** What the columns were taken for, with the first cells of each, to be put right where it is wrong. */
export function columns(options: {
  readonly tables: readonly SpendTable[];
  /** Adds up again; comes back with what stands in the way. */
  readonly readAgain: (mapping: ColumnMapping) => Promise<readonly Issue[]>;
  readonly announce: (text: string) => void;
}): Section {
  const { tables, readAgain, announce } = options;
  const [first] = tables;
  const unsure = tables.some((table) => table.unsure);
  const content = () => [
    ...tables.map(countsOf),
    ...(first ? [mappingForm(first, readAgain, announce)] : []),
  ];
  const id = 'columns';
  const title = 'How the file was read';
  if (!unsure) {
    return openingSection(
      id,
      title,
      'Every column was recognised by its heading. Look, or change it.',
      content,
    );
  }
  return section(
    id,
    title,
    element(
      'p',
      { class: 'notice' },
      'Some headings do not say for certain what their columns hold. Check them before you use the figures.',
    ),
    ...content(),
  );
}

function countsOf(table: SpendTable): HTMLElement {
  const { file, sheet, rows, lines, blankRows, totalRowCount, undatedLines, pence } = table;
  const parts = [
    `${formatCount(rows)} rows: ${formatCount(lines)} payments of ${formatGbp(pence / 100)}`,
    blankRows > 0 ? `${formatCount(blankRows)} blank` : undefined,
    totalRowCount > 0 ? `${formatCount(totalRowCount)} of totals, left out` : undefined,
    undatedLines > 0 ? `${formatCount(undatedLines)} payments without a date that can be read` : undefined,
  ].filter((part) => part !== undefined);
  return element(
    'p',
    {},
    element('strong', {}, sheet === undefined ? file : `${file}, sheet ${sheet}`),
    `: ${parts.join('; ')}.`,
  );
}

/** A select for every column, and the button that reads the file again. */
function mappingForm(
  { columns: all }: SpendTable,
  readAgain: (mapping: ColumnMapping) => Promise<readonly Issue[]>,
  announce: (text: string) => void,
): HTMLElement {
  const selects = all.map((column, place) => {
    const select = element(
      'select',
      { id: `column-${place}`, 'aria-describedby': `column-${place}-sample` },
      element('option', { value: '' }, 'Not used'),
      columnRoles.map((role) =>
        element('option', { value: role, selected: column.role === role || undefined }, roleWords[role]),
      ),
    );
    return { column, place, select };
  });
  const told = element('div', { class: 'told' });
  const apply = async () => {
    const chosen = selects.filter(({ select }) => select.value !== '');
    const twice = chosen.find(({ select }, at) =>
      chosen.slice(0, at).some((other) => other.select.value === select.value),
    );
    if (twice) {
      const text = `${roleWords[twice.select.value as ColumnRole]} is chosen for two columns. Choose it for one.`;
      told.replaceChildren(element('p', { class: 'field-error' }, text));
      twice.select.focus();
      announce(text);
      return;
    }
    const places = chosen.map(({ select, place }) => [select.value, columnLetters(place)] as const);
    // What was recognised and is not wanted has to be said, or it would be recognised again.
    const notWanted = all.flatMap(({ role }) => (role === undefined ? [] : [[role, noColumn] as const]));
    const issues = await readAgain(Object.fromEntries([...notWanted, ...places]));
    if (issues.length === 0) return;
    told.replaceChildren(issueTable('What stands in the way', issues, announce));
    announce('The file could not be read like that. The reasons are listed below the columns.');
  };
  return element(
    'form',
    { novalidate: true, 'aria-label': 'What each column holds' },
    element(
      'ul',
      { class: 'column-list' },
      selects.map(({ column, place, select }) =>
        element(
          'li',
          {},
          element(
            'label',
            { for: `column-${place}` },
            element('span', { class: 'quiet' }, `${columnLetters(place)} `),
            column.heading === '' ? 'No heading' : column.heading,
          ),
          select,
          element(
            'p',
            { class: 'hint', id: `column-${place}-sample` },
            column.sample.length === 0 ? 'No cells filled in.' : `Holds: ${column.sample.join(' · ')}`,
            column.because === undefined ? undefined : element('span', {}, ` (${column.because})`),
          ),
        ),
      ),
    ),
    told,
    element('p', { class: 'actions' }, button('Read it like this', apply, { class: 'secondary' })),
    element('p', { class: 'quiet' }, 'For files with the same headings this is remembered in this browser.'),
  );
}
