import { formatCount } from '../../core/index.ts';
import { button, type Child, element } from './element.ts';

export interface Column<Row> {
  readonly heading: string;
  readonly cell: (row: Row) => Child;
  /** Figures stand to the right; a heading names its row. */
  readonly kind?: 'figure' | 'heading';
}

const rowsAtOnce = 50;

/**
 * A table that stays readable in a narrow pane, where each row becomes a small card. Long lists show
 * their first rows and a button for more, so that a thousand problems do not hold the page up.
 *
 * Roles are spelled out because browsers drop them when a table is laid out as cards.
 */
export function dataTable<Row>(options: {
  readonly caption: string;
  readonly captionShown?: boolean;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly announce: (text: string) => void;
}): HTMLElement {
  const { caption, captionShown = false, columns, rows, announce } = options;
  const body = element('tbody', { role: 'rowgroup' });
  const table = element(
    'table',
    { role: 'table', class: 'cards' },
    element('caption', captionShown ? {} : { class: 'hidden' }, caption),
    element('thead', { role: 'rowgroup' }, element('tr', { role: 'row' }, columns.map(headingCell))),
    body,
  );
  const frame = element('div', { class: 'table-frame' }, table);
  let shown = 0;
  const more = button('', showMore, { class: 'secondary' });

  function showMore(): void {
    const next = rows.slice(shown, shown + rowsAtOnce);
    body.append(
      ...next.map((row) =>
        element(
          'tr',
          { role: 'row' },
          columns.map((column) => dataCell(column, row)),
        ),
      ),
    );
    if (shown > 0) announce(`${formatCount(shown + next.length)} of ${formatCount(rows.length)} rows shown.`);
    shown += next.length;
    const left = rows.length - shown;
    if (left === 0) {
      more.remove();
      return;
    }
    more.textContent = `Show ${formatCount(Math.min(left, rowsAtOnce))} more of ${formatCount(left)} left`;
    if (!more.isConnected) frame.append(more);
  }

  showMore();
  return frame;
}

const headingCell = <Row>({ heading, kind }: Column<Row>): HTMLElement =>
  element(
    'th',
    { role: 'columnheader', scope: 'col', class: kind === 'figure' ? 'figure' : undefined },
    heading,
  );

function dataCell<Row>({ heading, cell, kind }: Column<Row>, row: Row): HTMLElement {
  if (kind === 'heading') return element('th', { role: 'rowheader', scope: 'row' }, cell(row));
  return element(
    'td',
    { role: 'cell', 'data-label': heading, class: kind === 'figure' ? 'figure' : undefined },
    cell(row),
  );
}
