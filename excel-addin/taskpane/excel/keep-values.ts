import { formatCount } from '../../../core/index.ts';
import type { FormulaCount } from '../../host/office/keep-values.ts';
import { button, element } from '../element.ts';
import { tellProblem } from '../views/tell-problem.ts';
import { showDialog } from './dialog.ts';

/** How many addresses are listed before "and more". */
const mostListed = 8;

/** Loaded when it is asked for: few people do, and it is not needed for a result. */
const work = () => import('../../host/office/keep-values.ts');

/** Shows how many formulas would become values, and does it when that is confirmed. */
export async function showKeepValues(page: Document): Promise<void> {
  const place = element('div', { 'aria-live': 'polite' }, element('p', {}, 'Looking for formulas'));
  showDialog(
    page,
    'Keep results as values',
    element(
      'p',
      {},
      'A workbook that goes to somebody without Local Pound shows errors where our functions stand. This puts their results there instead.',
    ),
    place,
  );
  const tell = (error: unknown) => place.replaceChildren(tellProblem(error, () => {}));
  try {
    const { countOurFormulas, keepValues } = await work();
    const found = await countOurFormulas();
    const confirm = button(
      `Turn ${formulas(found.ready)} into values`,
      () => {
        confirm.disabled = true;
        keepValues().then((done) => place.replaceChildren(...told(done, 'done')), tell);
      },
      { class: 'primary' },
    );
    place.replaceChildren(
      ...told(found, 'would be'),
      ...(found.ready > 0 ? [element('div', { class: 'actions' }, confirm)] : []),
    );
    if (found.ready > 0) confirm.focus();
  } catch (error) {
    tell(error);
  }
}

const formulas = (count: number): string => `${formatCount(count)} ${count === 1 ? 'formula' : 'formulas'}`;
const inCells = (count: number): string => `${formatCount(count)} ${count === 1 ? 'cell' : 'cells'}`;

function told(
  { ready, cells, sheets, waiting, locked }: FormulaCount,
  when: 'would be' | 'done',
): HTMLElement[] {
  const where = sheets.map(({ name, formulas: count }) => `${name} (${formatCount(count)})`).join(', ');
  const said =
    when === 'done'
      ? `${formulas(ready)} became values, ${inCells(cells)} in all. Undo in Excel takes it back.`
      : `${formulas(ready)} with results in ${inCells(cells)}. Sheets: ${where}.`;
  return [
    element('p', {}, ready === 0 ? 'No formula of Local Pound with a result was found.' : said),
    ...left('Left as they are, because they have no result yet', waiting),
    ...left('Left as they are, because their sheet is protected', locked),
  ];
}

function left(why: string, addresses: readonly string[]): HTMLElement[] {
  if (addresses.length === 0) return [];
  const more = addresses.length > mostListed ? ` and ${formatCount(addresses.length - mostListed)} more` : '';
  return [element('p', { class: 'quiet' }, `${why}: ${addresses.slice(0, mostListed).join(', ')}${more}.`)];
}
