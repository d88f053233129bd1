import { formatCount } from '../../../core/index.ts';
import type { SheetsPlan } from '../../host/port.ts';
import { button, element } from '../element.ts';
import { tellProblem } from './tell-problem.ts';

/** A report that can be added to the open workbook. */
export interface ReportForWorkbook {
  /** Says what would be written. */
  readonly plan: () => Promise<SheetsPlan>;
  /** Writes what was planned. */
  readonly write: (plan: SheetsPlan, onProgress: (share: number) => void) => Promise<void>;
}

/** A button that first shows what it would write, and writes only when that is agreed to. */
export function writeReportButton(
  label: string,
  { plan, write }: ReportForWorkbook,
  announce: (text: string) => void,
  look = 'primary',
): { readonly button: HTMLButtonElement; readonly place: HTMLElement } {
  const place = element('div', {});
  const fail = (error: unknown) => place.replaceChildren(tellProblem(error, announce));
  const ask = () => {
    place.replaceChildren(element('p', { class: 'quiet' }, 'Making the report.'));
    announce('Making the report.');
    plan().then((planned) => {
      const { element: question, heading } = agree(planned, () => run(planned), cancel);
      place.replaceChildren(question);
      heading.focus();
    }, fail);
  };
  const cancel = () => {
    place.replaceChildren();
    start.focus();
    announce('Nothing was written.');
  };
  const run = (planned: SheetsPlan) => {
    const bar = element('progress', { max: 1, value: 0, 'aria-label': 'Written so far' });
    place.replaceChildren(element('p', {}, 'Writing the sheets.'), bar);
    announce('Writing the sheets.');
    start.focus();
    write(planned, (share) => {
      bar.value = share;
    }).then(() => {
      const others = planned.sheets.length > 1 ? ' and those after it' : '';
      const done = `Done: look at the sheet ${planned.sheets[0]?.name}${others}. To take it out again, use Undo or delete the new sheets.`;
      place.replaceChildren(element('p', { class: 'told' }, done));
      announce(done);
    }, fail);
  };
  const start = button(label, ask, { class: look });
  return { button: start, place };
}

function agree({ sheets, cells, formulas }: SheetsPlan, go: () => void, cancel: () => void) {
  const heading = element('h3', { tabindex: -1 }, 'What will be written');
  return {
    heading,
    element: element(
      'div',
      { class: 'agree notice' },
      heading,
      element(
        'p',
        {},
        `${sheets.length === 1 ? 'One new sheet' : `${formatCount(sheets.length)} new sheets`} after yours, with ${formatCount(cells)} cells, ${formatCount(formulas)} of them formulas that Excel works out for itself. None of your sheets is changed.`,
      ),
      element(
        'details',
        {},
        element('summary', {}, 'The sheets'),
        element(
          'ul',
          {},
          sheets.map(({ name }) => element('li', {}, name)),
        ),
      ),
      element(
        'div',
        { class: 'actions' },
        button('Add these sheets', go, { class: 'primary' }),
        button('Cancel', cancel, { class: 'secondary' }),
      ),
    ),
  };
}
