import {
  type ColumnMapping,
  formatCount,
  formatGbp,
  formatShare,
  type Issue,
} from '../../../../core/index.ts';
import type { AreaChoice, Ask, SpendChoices, SpendFound, WorkbookFile } from '../../../engine/messages.ts';
import { element } from '../../element.ts';
import { contentsOf, openingSection, type Section, section } from '../../section.ts';
import type { View } from '../../view.ts';
import { drawing } from '../drawing.ts';
import { elementsOf, type ResultActions, toCheck } from '../result-parts.ts';
import { tile } from '../tile.ts';
import { spendActions } from './actions.ts';
import { areaForm } from './area-form.ts';
import { columns } from './columns.ts';
import { merges } from './merges.ts';
import { supplierLists } from './supplier-lists.ts';
import { categoryTable, districtTable, kindTable, monthTable, supplierTable } from './tables.ts';

export interface SpendOptions extends SpendFound, Omit<ResultActions, 'saveReport'> {
  readonly issues: readonly Issue[];
  readonly fileName: string;
  readonly choices: SpendChoices;
  readonly ask: Ask;
  /** Adds up again as a person said and shows it; comes back with what stands in the way. */
  readonly again: (choices: SpendChoices, whatNow: string) => Promise<readonly Issue[]>;
  /** Puts a list of suppliers in and shows what follows; comes back with what stands in the way. */
  readonly putInList: (file: WorkbookFile) => Promise<readonly Issue[]>;
  readonly saveWorkbook: () => Promise<string>;
  readonly firstLm3: () => Promise<void>;
}

/** A spend export added up: what was paid, where it went as far as that is known, and how it was read. */
export function spendView(options: SpendOptions): View {
  const { spend, tables, issues, fileName, choices, ask, announce, again } = options;
  const { total, kinds } = spend;
  const heading = element(
    'h1',
    { class: 'headline', tabindex: -1 },
    element('strong', { class: 'enabled-figure' }, formatGbp(total.pence / 100)),
    element(
      'span',
      { class: 'headline-for' },
      ` in ${formatCount(spend.lines)} payments to ${formatCount(options.suppliersInAll)} suppliers`,
    ),
  );
  const chooseArea = (area: AreaChoice | null) =>
    again({ ...choices, area }, area ? 'Added up for the new area.' : 'Added up without an area.');
  const unsure = tables.some((table) => table.unsure);
  // What may have been read wrongly comes before what rests on it.
  const readingOf = columns({
    tables,
    readAgain: (mapping: ColumnMapping) => again({ ...choices, mapping }, 'The file was read again.'),
    announce,
  });
  const parts: Section[] = [
    ...(unsure ? [readingOf] : []),
    areaForm({ area: choices.area, places: (typed) => ask('places', typed), choose: chooseArea, announce }),
    supplierLists(options),
    ...whereItWent(options),
    ...(unsure ? [] : [readingOf]),

    section('categories', 'By category', categoryTable(options, announce)),
    ...(spend.byMonth.length > 1 ? [section('months', 'By month', monthTable(options, announce))] : []),
    section(
      'suppliers',
      'Largest suppliers',
      element('p', {}, concentrated(options)),
      supplierTable('Largest suppliers', options.suppliers, announce),
    ),
    ...(kinds.length > 0
      ? [
          openingSection(
            'kinds',
            'Not plain purchases',
            'Payments to people, redactions, other public bodies and the like. All are counted above.',
            () => [kindTable(kinds, announce)],
          ),
        ]
      : []),
    ...merges(
      spend,
      choices.keepApart,
      (keepApart) => again({ ...choices, keepApart }, 'Added up with the names kept apart.'),
      announce,
    ),
    ...toCheck(issues, announce),
  ];
  return {
    title: 'Payments',
    focus: heading,
    content: [
      element(
        'div',
        { class: 'hero card' },
        element('div', {}, heading, element('p', { class: 'lead' }, lead(options, fileName))),
      ),
      ...spendActions(options),
      contentsOf(parts),
      element('div', { class: 'parts' }, elementsOf(parts)),
    ],
  };
}

function lead({ spend: { total, credits }, localMeans }: SpendFound, fileName: string): string {
  const off = `Credits of ${formatGbp(credits.pence / 100)} are taken off.`;
  if (localMeans === undefined)
    return `From ${fileName}. ${off} Say where local is, to see what of it is local.`;
  const known = total.pence > 0 ? formatShare(Math.max(0, total.local) / total.pence) : '0%';
  return `From ${fileName}. ${known} went to suppliers known to be local (${localMeans}). ${off}`;
}

function whereItWent(found: SpendOptions): Section[] {
  const { spend, localMeans, map, chart, licences, leaks, announce } = found;
  if (localMeans === undefined) {
    return [section('chart', 'In one picture', element('div', { class: 'chart' }, drawing(chart)))];
  }
  const { total } = spend;
  const of = (pence: number) =>
    total.pence > 0 ? `${formatShare(Math.max(0, pence) / total.pence)} of all payments` : '';
  return [
    section(
      'where',
      'Where the money went',
      element(
        'div',
        { class: 'tiles' },
        tile('Local', formatGbp(total.local / 100), of(total.local)),
        tile('Not local', formatGbp(total.notLocal / 100), of(total.notLocal)),
        tile(
          'Cannot tell',
          formatGbp(total.cannotTell / 100),
          `${of(total.cannotTell)}: nothing says where it went`,
        ),
      ),
      element('div', { class: 'chart' }, drawing(chart)),
      ...(map === undefined ? [] : [element('div', { class: 'chart' }, drawing(map))]),
      districtTable(found, announce),
      ...deprived(found),
      ...licences.map((licence) => element('p', { class: 'quiet' }, licence)),
    ),
    ...(leaks.length > 0
      ? [
          section(
            'leaks',
            'Largest not known to be local',
            element(
              'p',
              {},
              'Moving money to a local supplier has to keep to procurement law. The route adviser says which routes are open.',
            ),
            supplierTable('Largest suppliers not known to be local', leaks, announce),
          ),
        ]
      : []),
  ];
}

function deprived({ deprivation }: SpendFound): HTMLElement[] {
  if (!deprivation) return [];
  const { mostDeprivedFifth, mostDeprivedTenth, label, limits } = deprivation;
  return [
    element(
      'p',
      {},
      `${formatShare(mostDeprivedFifth.value)} of the money that was placed reached the most deprived fifth of districts, ${formatShare(mostDeprivedTenth.value)} the most deprived tenth.`,
    ),
    element('p', { class: 'quiet' }, `${label}. ${limits.join(' ')}`),
  ];
}

function concentrated({ spend: { concentration } }: SpendFound): string {
  const parts = concentration.reach.map(
    ({ share, suppliers }) => `${formatCount(suppliers)} make ${formatShare(share)}`,
  );
  return `Of what was paid to ${formatCount(concentration.suppliers)} suppliers that can be told apart, ${parts.join(', ')}.`;
}
