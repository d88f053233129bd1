import { formatGbp, formatShare, type Lm3Project, type Lm3Result } from '../../../core/index.ts';
import { button, element } from '../element.ts';
import { type NumberField, numberField, readAll } from '../number-field.ts';
import type { References } from '../references.ts';
import { openingSection, type Section } from '../section.ts';
import { workingsTree } from './workings.ts';

export type NetShares = NonNullable<Lm3Project['net']>;

const fieldsOf: readonly (readonly [keyof NetShares, string, string])[] = [
  ['deadweight', 'Deadweight', 'Would have happened anyway.'],
  ['displacement', 'Displacement', 'Taken from others in the area.'],
  ['leakage', 'Leakage', 'Goes to people outside the group it is meant for.'],
  ['substitution', 'Substitution', 'Takes the place of something else that you did.'],
];

/**
 * The reader's own view of what would have happened anyway. The fields start empty, because there is
 * no share that holds everywhere; the answer is money, and never an LM3.
 */
export function net(options: {
  readonly result: Lm3Result;
  readonly references: References;
  /** Computes with these shares; with null, without any. */
  readonly workOut: (shares: NetShares | null) => Promise<Lm3Result>;
  readonly announce: (text: string) => void;
}): Section {
  return openingSection(
    'net',
    'Net, by your own figures',
    'Takes off what would have happened anyway. It is money, not an LM3.',
    () => [panel(options)],
  );
}

function panel({ result, references, workOut, announce }: Parameters<typeof net>[0]): HTMLElement {
  const fields = Object.fromEntries(
    fieldsOf.map(([name, label, hint]) => [
      name,
      numberField({
        id: `net-${name}`,
        label,
        hint,
        unit: '%',
        min: 0,
        max: 100,
        wanted: 'a share from 0 to 100; 0 if there is none',
      }),
    ]),
  ) as Record<keyof NetShares, NumberField>;
  const answer = element('div', { class: 'net-answer' });
  const show = (shown: Lm3Result) => answer.replaceChildren(...netInWords(shown, references));
  for (const [name] of fieldsOf) {
    const share = result.net?.shares[name];
    if (share !== undefined) fields[name].set(formatShare(share).replace('%', ''));
  }
  show(result);

  const compute = async () => {
    const percent = readAll(fields);
    if (!percent) return;
    const shares = Object.fromEntries(
      fieldsOf.map(([name]) => [name, percent[name] / 100]),
    ) as unknown as NetShares;
    const found = await workOut(shares);
    show(found);
    announce(`Net money in the area: ${formatGbp(found.net?.net ?? 0)}. This is not an LM3.`);
  };
  const clear = async () => {
    for (const [name] of fieldsOf) fields[name].set('');
    show(await workOut(null));
    announce('The four fields are empty.');
  };
  const form = element(
    'form',
    { novalidate: true, 'aria-label': 'Your own shares' },
    element(
      'p',
      {},
      'There are no standard shares: use those of your own evaluation, and say where they come from.',
    ),
    element(
      'div',
      { class: 'fields' },
      fieldsOf.map(([name]) => fields[name].element),
    ),
    element(
      'p',
      { class: 'actions' },
      button('Work out the net figure', compute, { type: 'submit', class: 'secondary' }),
      button('Clear the fields', clear, { class: 'link-button' }),
    ),
  );
  form.addEventListener('submit', (event) => event.preventDefault());
  return element('div', {}, form, answer);
}

function netInWords({ net: found, otherWorkings }: Lm3Result, references: References): HTMLElement[] {
  if (!found || !otherWorkings.net) return [];
  const { gross, net: left, shares } = found;
  const by = fieldsOf.map(([name, label]) => `${label.toLowerCase()} ${formatShare(shares[name])}`);
  return [
    element(
      'dl',
      { class: 'gross-and-net' },
      element('div', {}, element('dt', {}, 'Gross: rounds 2 and 3'), element('dd', {}, formatGbp(gross))),
      element('div', {}, element('dt', {}, 'Net, by your own figures'), element('dd', {}, formatGbp(left))),
    ),
    element(
      'p',
      {},
      element('strong', {}, 'This is not an LM3. '),
      `It is money in the area less ${by.join(', ')}. LM3 above stays as it is: gross.`,
    ),
    workingsTree([['net', otherWorkings.net]], references, 'net-panel'),
  ];
}
