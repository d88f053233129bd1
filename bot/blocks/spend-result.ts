import type { KnownBlock } from '@slack/types';
import {
  formatCount,
  formatGbp,
  formatShare,
  formatWholeGbp,
  placingWords,
  type Spend,
} from '../../core/index.ts';
import type { SpendAnswer } from '../files/file-answer.ts';
import { monthsOf } from '../files/months.ts';
import { barChart, pieChart, type TableContent } from './data-blocks.ts';
import { actionIds, type FileButton, writeFileButton } from './file-button.ts';
import { issueLine } from './issues.ts';
import { cutList } from './list.ts';
import { button, buttons, type Message } from './message.ts';
import { reportButton, shareButton, workingsButton } from './result-buttons.ts';
import { type ResultParts, resultWithin } from './result-layout.ts';

export interface SpendGiven {
  readonly answer: SpendAnswer;
  readonly fileName: string;
  readonly from: FileButton;
  /** How it compares with the run before, in sentences. */
  readonly since: readonly string[];
}

const placings = ['local', 'notLocal', 'cannotTell'] as const;

/** Where the money of a spend export went; what was paid, while nobody has said what is local. */
export function spendResultMessage(given: SpendGiven): Message {
  return resultWithin((most, share) => build(given, most, share));
}

function build({ answer, fileName, from, since }: SpendGiven, most: number, share: boolean): ResultParts {
  const placed = answer.area !== undefined;
  const assumed = (answer.first?.assumptions ?? []).map((text) => ({ text }));
  const rests = cutList(assumed, assumed.length, most);
  const noted = cutList(answer.warnings.shown.map(issueLine), answer.warnings.all, most);
  const pressed = pressedUnder(answer, writeFileButton(from), share);
  return {
    headline: headline(answer),
    sentences: [...told(answer, fileName), ...since],
    tables: [...(placed ? [placingTable(answer)] : []), ...categoryTables(answer)],
    charts: charts(answer),
    restsOn: 'What the first LM3 rests on',
    rests,
    noted,
    pressed,
    origin: [`From ${fileName}, read in memory and not kept.`, ...answer.licences].join(' '),
  };
}

function pressedUnder(answer: SpendAnswer, value: string, share: boolean) {
  const { area } = answer;
  const chooseArea = button(
    actionIds.chooseArea,
    area === undefined ? 'Choose the area' : 'Change the area',
    'Say which districts, or how far round a postcode, count as local',
    value,
    area === undefined ? { style: 'primary' } : {},
  );
  const leaks = button(
    actionIds.showLeaks,
    'Where it leaks',
    'Show the largest payees outside the area, to you only',
    value,
  );
  const columns = button(
    actionIds.chooseColumns,
    'Columns',
    'See which column was taken for what, and change it',
    value,
  );
  return buttons([
    chooseArea,
    ...(area === undefined ? [] : [leaks]),
    workingsButton(value),
    columns,
    reportButton(value, 'every payee with what was paid to it'),
    ...(share ? [shareButton(value)] : []),
  ]);
}

function headline({ total, area, suppliers }: SpendAnswer): string {
  if (area === undefined) {
    return `${formatWholeGbp(total.pence / 100)} was paid to ${suppliersOf(suppliers)}`;
  }
  const least = total.cannotTell > 0 ? 'At least ' : '';
  return `${least}${shareOf(total.local, total.pence)} of ${formatWholeGbp(total.pence / 100)} was paid in ${area}`;
}

const suppliersOf = (count: number): string =>
  `${formatCount(count)} ${count === 1 ? 'supplier' : 'suppliers'}`;

function told(answer: SpendAnswer, fileName: string): string[] {
  const { total, suppliers, area, first, hasPostcodes, tables, lists } = answer;
  const placed = [
    ...(hasPostcodes || lists.length > 0 ? [] : [withoutPostcodes]),
    ...(lists.length > 0 ? [`Placed with the help of ${lists.join(' and ')}.`] : []),
  ];
  const months = monthsOf(answer.byMonth);
  const where = tables > 1 ? ` in ${formatCount(tables)} sheets` : '';
  const counted = `In ${fileName}: ${formatCount(total.lines)} ${total.lines === 1 ? 'payment' : 'payments'} to ${suppliersOf(suppliers)}${where}${months === undefined ? '' : `, ${months}`}: ${formatGbp(total.pence / 100)} in all, credits taken off.`;
  if (area === undefined) {
    return [
      counted,
      ...placed,
      'What counts as local? Press “Choose the area” and name districts, or a postcode with a radius.',
    ];
  }
  return [
    counted,
    ...placed,
    ...(total.cannotTell > 0
      ? [
          `${formatGbp(total.cannotTell / 100)} cannot be placed. If all of it were local, the share would be ${shareOf(total.local + total.cannotTell, total.pence)}.`,
        ]
      : []),
    ...(first === undefined ? [] : [`From these payments alone: ${first.headline}. ${floor}`]),
  ];
}

const floor =
  'No supplier has been asked yet, so this is a floor. The report is a workbook that you can fill in with answers.';

const withoutPostcodes =
  'The file has no postcodes of suppliers, so I cannot tell where they are. Send it again together with a list of suppliers and their postcodes, or of those that are local: both files in one message.';

/** To a tenth of a percent: finer says nothing about where money goes. */
const shareOf = (part: number, pence: number): string =>
  formatShare(pence > 0 ? Math.round((part / pence) * 1000) / 1000 : 0);

function placingTable({ total, area }: SpendAnswer): TableContent {
  return {
    caption: `Where the money went: local means ${area}.`,
    headings: ['Where', 'Paid', 'Share'],
    rows: [
      ...placings.map((placing) => [
        placingWords[placing],
        formatGbp(total[placing] / 100),
        shareOf(total[placing], total.pence),
      ]),
      ['Total', formatGbp(total.pence / 100), shareOf(total.pence, total.pence)],
    ],
  };
}

/** Nothing where the file tells no categories. */
function categoryTables({ byCategory, categories, area }: SpendAnswer): TableContent[] {
  if (byCategory.filter(({ category }) => category !== null).length < 2) return [];
  const local = area === undefined ? [] : ['Local'];
  return [
    {
      caption: `The largest categories, ${formatCount(byCategory.length)} of ${formatCount(categories)}.`,
      headings: ['Category', 'Paid', 'Payments', ...local],
      rows: byCategory.map((sum) => [
        sum.category ?? '(no category)',
        formatGbp(sum.pence / 100),
        formatCount(sum.lines),
        ...(area === undefined ? [] : [shareOf(sum.local, sum.pence)]),
      ]),
    },
  ];
}

function charts(answer: SpendAnswer): KnownBlock[] {
  const { total, byMonth, byCategory, area } = answer;
  const pie =
    area === undefined
      ? []
      : pieChart(
          'Where the money went',
          placings.map((placing) => ({ label: placingWords[placing], value: pounds(total[placing]) })),
        );
  const months = byMonth.filter(({ month }) => month !== null);
  const bars =
    months.length > 1
      ? placedBars(answer, months, 'Paid by month', ({ month }) => month ?? '', 'Month')
      : placedBars(
          answer,
          byCategory,
          'Largest categories',
          ({ category }) => category ?? '(none)',
          'Category',
        );
  return [...pie, ...bars];
}

function placedBars<Sum extends Spend['byMonth'][number] | Spend['byCategory'][number]>(
  { area }: SpendAnswer,
  sums: readonly Sum[],
  title: string,
  labelOf: (sum: Sum) => string,
  x: string,
): KnownBlock[] {
  const shown = sums.slice(0, barsShown);
  const series =
    area === undefined
      ? [{ name: 'Paid', values: shown.map(({ pence }) => pounds(pence)) }]
      : placings.map((placing) => ({
          name: placingWords[placing],
          values: shown.map((sum) => pounds(sum[placing])),
        }));
  return barChart(title, { categories: shown.map(labelOf), series, x, y: 'GBP' });
}

/** Slack gives each bar its room; more are not read. */
const barsShown = 12;

const pounds = (pence: number): number => Math.round(pence / 100);
