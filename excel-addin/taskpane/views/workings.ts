import { type Explained, formatValue, type Lm3Result } from '../../../core/index.ts';
import { button, type Child, element } from '../element.ts';
import type { References } from '../references.ts';
import { type Section, section } from '../section.ts';

type TreeName = 'lm3' | keyof Lm3Result['otherWorkings'];

const treeId = (name: TreeName): string => `workings-${name}`;

/** Leads from a figure to how it was worked out. */
export function workingsLink(name: TreeName, text: string): HTMLElement {
  const link = element('a', { href: `#${treeId(name)}` }, text);
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
export function workings({ workings: lm3, otherWorkings }: Lm3Result, references: References): Section {
  const trees = Object.entries({ lm3, ...otherWorkings }) as [TreeName, Explained][];
  const list = workingsTree(trees, references, 'workings');
  return section(
    'workings',
    'Workings',
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

/** Figures as trees that open. Their places on the page begin with `place`. */
export const workingsTree = (
  trees: readonly (readonly [string, Explained])[],
  references: References,
  place: string,
): HTMLElement =>
  element(
    'ul',
    { class: 'tree' },
    trees.map(([name, tree]) => element('li', {}, step(tree, references, `${place}-${name}`))),
  );

/** One figure. What is below it is made when it is first opened: a large tree costs nothing until then. */
function step(node: Explained, references: References, id?: string): HTMLElement {
  if (node.inputs.length === 0) {
    return element(
      'div',
      { class: 'leaf', id },
      element('p', { class: 'step-line' }, line(node)),
      facts(node, references),
    );
  }
  const summary = element('summary', { class: 'step-line' }, line(node));
  const details = element('details', { id }, summary);
  unmade.set(details, () => [
    facts(node, references),
    element(
      'ul',
      {},
      node.inputs.map((input) => element('li', {}, step(input, references))),
    ),
  ]);
  // At the press itself, so that the next Tab already finds what has opened; the other way of opening
  // is told of only afterwards.
  summary.addEventListener('click', () => makeSteps(details));
  details.addEventListener('toggle', () => details.open && makeSteps(details));
  return details;
}

/** Figures whose inner steps have not been made yet, with how to make them. */
const unmade = new WeakMap<HTMLDetailsElement, () => Node[]>();

function makeSteps(details: HTMLDetailsElement): void {
  const make = unmade.get(details);
  if (!make) return;
  unmade.delete(details);
  details.append(...make());
}

const line = ({ label, value, unit }: Explained): Child => [
  element('span', { class: 'step-label' }, label),
  ' ',
  element('span', { class: 'step-value' }, formatValue(value, unit)),
];

function facts({ formula, where, assumptions, sources }: Explained, references: References): HTMLElement {
  const links = references.linksFor(assumptions, sources);
  return element(
    'div',
    { class: 'step-facts' },
    element('p', {}, formula, where ? element('span', { class: 'where' }, ` (${where})`) : undefined),
    links.length > 0
      ? element(
          'p',
          { class: 'rests-on' },
          'Rests on ',
          links.flatMap((link, index) => (index === 0 ? [link] : [', ', link])),
        )
      : undefined,
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
