import { formatCount, type Outcome, workbookKind } from '../../../core/index.ts';
import type { PaneSettings } from '../../engine/messages.ts';
import { partInWords } from '../../engine/part-words.ts';
import type { HostProblem, WorkbookContents, WorkbookPart } from '../../host/port.ts';
import { button, element } from '../element.ts';
import type { View } from '../view.ts';
import { findCode } from './find-code.ts';
import { backToResult, type StartOptions } from './start.ts';
import { tellProblem } from './tell-problem.ts';
import { type ReportForWorkbook, writeReportButton } from './write-report.ts';

/** The first thing people see in Excel: what the open workbook offers, without any file. */
export function startInExcelView(
  options: StartOptions & {
    readonly contents: () => Promise<WorkbookContents>;
    readonly read: (part: WorkbookPart) => void;
    /** What the workbook remembers of the last time, if anything. */
    readonly kept: () => Promise<Outcome<PaneSettings> | undefined>;
    readonly goOn: (settings: PaneSettings, part: WorkbookPart) => void;
    readonly settingsInto: (settings: PaneSettings) => ReportForWorkbook;
  },
): View {
  const { contents, read, kept, pickFile, trySample, find, announce, back } = options;
  const heading = element('h1', { tabindex: -1 }, 'How much of each pound stays in your area?');
  const place = element('div', { class: 'in-excel', 'aria-busy': 'true' });
  const look = () =>
    Promise.all([contents(), kept()]).then(
      ([found, settings]) => {
        place.replaceChildren(
          ...keptCard(settings, options),
          ...workbookCard(found, read),
          paymentsCard(found, read, look),
        );
        place.removeAttribute('aria-busy');
      },
      (error: HostProblem) => place.replaceChildren(tellProblem(error, announce), lookAgain(look)),
    );
  void look();
  return {
    title: 'Start',
    focus: heading,
    content: [
      heading,
      ...backToResult(back),
      place,
      element(
        'section',
        { class: 'card', 'aria-labelledby': 'file-title' },
        element('h2', { id: 'file-title' }, 'Another workbook'),
        element('p', {}, 'A file from disk can be looked at here too, beside the workbook that is open.'),
        element(
          'div',
          { class: 'actions' },
          button('Choose a workbook', pickFile, { class: 'secondary' }),
          button('Try the sample', () => trySample('sample'), { class: 'secondary' }),
          button('Try the tenants sample', () => trySample('tenantsSample'), { class: 'secondary' }),
        ),
      ),
      findCode(find, announce),
    ],
  };
}

function keptCard(
  kept: Outcome<PaneSettings> | undefined,
  { goOn, settingsInto, announce }: Parameters<typeof startInExcelView>[0],
): HTMLElement[] {
  if (!kept) return [];
  if (!kept.ok) {
    return kept.issues.map(({ found, expected, mend }) =>
      element('p', { class: 'notice' }, `Found ${found}; expected ${expected}. ${mend}`),
    );
  }
  const settings = kept.value;
  const { part } = settings;
  if (!part) return [];
  const { button: show, place } = writeReportButton(
    'Put the settings on a sheet',
    settingsInto(settings),
    announce,
    'link-button',
  );
  return [
    element(
      'section',
      { class: 'card', 'aria-labelledby': 'kept-title' },
      element('h2', { id: 'kept-title' }, 'Go on where you were'),
      element(
        'p',
        {},
        `This workbook remembers what was read last: ${partInWords(part)}${areaOf(settings)}.`,
      ),
      element(
        'div',
        { class: 'actions' },
        button('Go on', () => goOn(settings, part), { class: 'secondary' }),
        show,
      ),
      place,
    ),
  ];
}

function areaOf({ choices }: PaneSettings): string {
  const { places = [], circle } = choices?.area ?? {};
  const names = [...places.map(({ name }) => name), ...(circle ? [`round ${circle.postcode}`] : [])];
  return names.length === 0 ? '' : `, with ${names.join(', ')} as local`;
}

const kindWords = {
  lm3: {
    does: 'Work out LM3',
    has: 'It is laid out for LM3: pay, other costs and suppliers on sheets of their own.',
  },
  tenants: { does: 'Work out jobs and GVA', has: 'It is laid out for tenants of community anchors.' },
  tenantForm: { does: 'Read the form', has: 'It is the form of one tenant.' },
};

function workbookCard(found: WorkbookContents, read: (part: WorkbookPart) => void): HTMLElement[] {
  const kind = workbookKind(found.sheets);
  if (kind === 'unknown') return [];
  const { does, has } = kindWords[kind];
  return [
    element(
      'section',
      { class: 'open-box card', 'aria-labelledby': 'workbook-title' },
      element('h2', { id: 'workbook-title' }, found.name),
      element('p', {}, has),
      element(
        'div',
        { class: 'actions' },
        button(does, () => read({ kind: 'workbook' }), { class: 'primary' }),
      ),
      element(
        'p',
        { class: 'quiet' },
        'Your cells are read and never changed. Change one, and the result follows.',
      ),
    ),
  ];
}

/** Which cells hold payments: the selection first, then tables, then whole sheets. */
function paymentsCard(
  found: WorkbookContents,
  read: (part: WorkbookPart) => void,
  look: () => void,
): HTMLElement {
  const parts = partsOf(found);
  const isOnly = workbookKind(found.sheets) === 'unknown';
  const select = element(
    'select',
    { id: 'payments-part' },
    parts.map(({ words }, at) => element('option', { value: at }, words)),
  );
  return element(
    'section',
    { class: 'card', 'aria-labelledby': 'payments-title' },
    element('h2', { id: 'payments-title' }, isOnly ? found.name : 'Payments'),
    element(
      'p',
      {},
      'Read payments of any layout: a line each with supplier and amount, headings on top. What the columns were taken for is shown, to be put right.',
    ),
    element('label', { for: 'payments-part' }, 'Read them from'),
    select,
    element(
      'div',
      { class: 'actions' },
      button(
        'Read these payments',
        () => {
          const chosen = parts[Number(select.value)];
          if (chosen) read(chosen.part);
        },
        { class: isOnly ? 'primary' : 'secondary' },
      ),
      lookAgain(look),
    ),
  );
}

const lookAgain = (look: () => void): HTMLElement =>
  button('Look at the workbook again', look, { class: 'link-button' });

function partsOf({ sheets, tables, selection }: WorkbookContents): {
  readonly part: WorkbookPart;
  readonly words: string;
}[] {
  const rows = (count: number) => `${formatCount(count)} ${count === 1 ? 'row' : 'rows'}`;
  const selected = {
    part: { kind: 'selection' as const },
    words: `Selected cells: ${selection.address}`,
  };
  const others = [
    ...tables.map(({ name, sheet, rows: count }) => ({
      part: { kind: 'table' as const, name },
      words: `Table ${name}, sheet ${sheet}, ${rows(count)}`,
    })),
    ...sheets
      .filter(({ isHidden }) => !isHidden)
      .map(({ name }) => ({ part: { kind: 'sheet' as const, name }, words: `Sheet ${name}` })),
  ];
  // One cell is no ledger: whoever opens the pane has it selected without meaning it.
  return selection.rows > 1 ? [selected, ...others] : [...others, selected];
}
