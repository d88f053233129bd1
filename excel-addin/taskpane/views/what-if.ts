import {
  type ChangeEffect,
  formatGbp,
  formatRatio,
  type Issue,
  type Outcome,
  signedGbp,
  signedRatio,
  type WhatIfChange,
} from '../../../core/index.ts';
import type { MovableSuppliers, WhatIfFigures, WhatIfShown } from '../../engine/messages.ts';
import { dataTable } from '../data-table.ts';
import { button, element } from '../element.ts';
import type { References } from '../references.ts';
import { openingSection, type Section } from '../section.ts';
import { later } from './later.ts';
import { routeNote } from './route-note.ts';
import { changeForms } from './what-if-forms.ts';
import { workingsTree } from './workings.ts';

export interface WhatIfPanel {
  readonly compute: (changes: readonly WhatIfChange[]) => Promise<Outcome<WhatIfShown>>;
  readonly movable: () => Promise<MovableSuppliers>;
  readonly otherAreas: readonly string[];
  readonly references: References;
  readonly announce: (text: string) => void;
}

/** LM3 before and after money goes elsewhere. Nothing in the workbook or the report changes. */
export const whatIfSection = (panel: WhatIfPanel): Section =>
  openingSection(
    'what-if',
    'What if',
    'Move spend to local suppliers, recruit in the area: LM3 before and after.',
    () => [
      later(panel.movable(), 'Looking up the suppliers.', (suppliers) => [whatIfPanel(panel, suppliers)]),
    ],
  );

function whatIfPanel(panel: WhatIfPanel, suppliers: MovableSuppliers): HTMLElement {
  let changes: readonly WhatIfChange[] = [];
  const place = element('div', { class: 'what-if-answer' });

  const show = async (next: readonly WhatIfChange[]): Promise<readonly Issue[]> => {
    const found = await panel.compute(next);
    if (!found.ok) return found.issues;
    changes = next;
    place.replaceChildren(...answer(found.value, panel, remove));
    panel.announce(found.value.sentences[0] ?? '');
    return [];
  };
  const remove = async (index: number) => {
    await show(changes.filter((_, at) => at !== index));
    const next = place.querySelectorAll<HTMLElement>('.change button');
    // The button that was pressed is gone: the reader goes on at the next one, or at the first field.
    (next[Math.min(index, next.length - 1)] ?? document.getElementById('move-from'))?.focus();
  };
  return element(
    'div',
    {},
    changeForms({
      suppliers,
      otherAreas: panel.otherAreas,
      add: (change) =>
        show([...changes.filter(({ kind }) => kind !== 'area' || change.kind !== 'area'), change]),
    }),
    place,
  );
}

function answer(
  found: WhatIfShown,
  { references, announce }: WhatIfPanel,
  remove: (index: number) => void,
): HTMLElement[] {
  const { effects, sentences, routes, workings } = found;
  if (effects.length === 0) return [];
  const [first, ...others] = sentences;
  // The changes and the routes stand on the page already.
  const shown = [routes.words, ...effects.map(({ words }) => `${words}:`)];
  const told = others.filter((sentence) => !shown.some((start) => sentence.startsWith(start)));
  return [
    element('h3', {}, 'Before and after'),
    element('p', { class: 'lead what-if-headline' }, first),
    figureTable(found, announce),
    element('h3', {}, 'The changes'),
    element(
      'ol',
      { class: 'changes' },
      effects.map((effect) => changeItem(effect, () => remove(effect.index))),
    ),
    ...(effects.some((effect) => effect.routes) ? [routeNote(routes)] : []),
    ...told.map((sentence) => element('p', {}, sentence)),
    workingsTree([['change', workings]], references, 'what-if-workings'),
  ];
}

function changeItem({ words, gainPerPound, addsToLm3 }: ChangeEffect, remove: () => void): HTMLElement {
  const gain = gainPerPound === null ? '' : ` Each pound moved gains ${formatGbp(gainPerPound)}.`;
  return element(
    'li',
    { class: 'change' },
    element('span', {}, `${words}. LM3 ${signedRatio(addsToLm3)}.${gain} `),
    button(['Take back', element('span', { class: 'hidden' }, `: ${words}`)], remove, {
      class: 'link-button',
    }),
  );
}

interface Line {
  readonly label: string;
  readonly figure: keyof WhatIfFigures;
  readonly format: (value: number) => string;
  readonly signed: (value: number) => string;
}

const ratio = { format: formatRatio, signed: signedRatio };
const money = { format: formatGbp, signed: signedGbp };
const lines: readonly Line[] = [
  { label: 'LM3', figure: 'lm3', ...ratio },
  { label: 'LM2', figure: 'lm2', ...ratio },
  { label: 'Round 1', figure: 'round1', ...money },
  { label: 'Round 2', figure: 'round2', ...money },
  { label: 'Round 3', figure: 'round3', ...money },
  { label: 'Total', figure: 'total', ...money },
];

const figureTable = (
  { before, after, difference }: WhatIfShown,
  announce: (text: string) => void,
): HTMLElement =>
  dataTable({
    caption: 'LM3 and its rounds before and after',
    rows: lines,
    announce,
    columns: [
      { heading: 'Figure', cell: ({ label }) => label, kind: 'heading' },
      { heading: 'Before', cell: ({ figure, format }) => format(before[figure]), kind: 'figure' },
      { heading: 'After', cell: ({ figure, format }) => format(after[figure]), kind: 'figure' },
      { heading: 'Change', cell: ({ figure, signed }) => signed(difference[figure]), kind: 'figure' },
    ],
  });
