import { type Explained, formatValue, type Lm3Result } from '../../../core/index.ts';
import { button, type Child, element } from '../element.ts';
import { type Section, section } from '../section.ts';
import { sourceInWords } from './sources.ts';

type TreeName = 'lm3' | keyof Lm3Result['otherWorkings'];

const treeId = (name: TreeName): string => `workings-${name}`;

/** Leads from a figure to how it was worked out. */
export function workingsLink(name: TreeName, figure: string): HTMLElement {
  const link = element(
    'a',
    { href: `#${treeId(name)}`, class: 'workings-link' },
    'Workings',
    element('span', { class: 'hidden' }, ` of ${figure}`),
  );
  link.addEventListener('click', (event) => {
    const tree = document.getElementById(treeId(name));
    if (!(tree instanceof HTMLDetailsElement)) return;
    event.preventDefault();
    tree.open = true;
    tree.scrollIntoView();
    tree.querySelector('summary')?.focus({ preventScroll: true });
  });
  return link;
}

/** Every figure as a tree that opens step by step, down to the cells it came from. */
export function workings({ workings: lm3, otherWorkings }: Lm3Result): Section {
  const trees = Object.entries({ lm3, ...otherWorkings }) as [TreeName, Explained][];
  const list = element(
    'ul',
    { class: 'tree' },
    trees.map(([name, tree]) => element('li', {}, step(tree, treeId(name)))),
  );
  return section(
    'workings',
    'How it was worked out',
    element(
      'p',
      {},
      'Open a figure to see its formula and what went into it, down to the cells of your workbook.',
    ),
    element(
      'p',
      { class: 'actions' },
      button('Open every step', () => openAll(list), { class: 'secondary' }),
      button('Close every step', () => closeAll(list), { class: 'secondary' }),
    ),
    list,
  );
}

/** One figure. What is below it is made when it is first opened: a large tree costs nothing until then. */
function step(node: Explained, id?: string): HTMLElement {
  if (node.inputs.length === 0) {
    return element(
      'div',
      { class: 'leaf', id },
      element('p', { class: 'step-line' }, line(node)),
      facts(node),
    );
  }
  const details = element('details', { id }, element('summary', { class: 'step-line' }, line(node)));
  details.addEventListener('toggle', () => details.open && makeSteps(details));
  unmade.set(details, node);
  return details;
}

/** Figures whose inner steps have not been made yet. */
const unmade = new WeakMap<HTMLDetailsElement, Explained>();

function makeSteps(details: HTMLDetailsElement): void {
  const node = unmade.get(details);
  if (!node) return;
  unmade.delete(details);
  details.append(
    facts(node),
    element(
      'ul',
      {},
      node.inputs.map((input) => element('li', {}, step(input))),
    ),
  );
}

const line = ({ label, value, unit }: Explained): Child => [
  element('span', { class: 'step-label' }, label),
  ' ',
  element('span', { class: 'step-value' }, formatValue(value, unit)),
];

function facts({ formula, where, assumptions, sources }: Explained): HTMLElement {
  return element(
    'div',
    { class: 'step-facts' },
    element('p', {}, formula, where ? element('span', { class: 'where' }, ` (${where})`) : undefined),
    assumptions.map(({ text }) => element('p', {}, element('strong', {}, 'Assumed: '), text)),
    sources.map((source) => element('p', { class: 'quiet' }, 'Source: ', sourceInWords(source))),
  );
}

function openAll(list: HTMLElement): void {
  let closed = list.querySelectorAll<HTMLDetailsElement>('details:not([open])');
  while (closed.length > 0) {
    for (const details of closed) {
      makeSteps(details);
      details.open = true;
    }
    closed = list.querySelectorAll('details:not([open])');
  }
}

function closeAll(list: HTMLElement): void {
  for (const details of list.querySelectorAll('details')) details.open = false;
}
