import { formatGbp, type Issue, type WhatIfChange } from '../../../core/index.ts';
import type { MovableSuppliers } from '../../engine/messages.ts';
import { button, type Child, element } from '../element.ts';
import { numberField } from '../number-field.ts';
import { type TextField, textField } from '../text-field.ts';

interface ChangeForms {
  readonly suppliers: MovableSuppliers;
  readonly otherAreas: readonly string[];
  /** Takes a change up; comes back with what stands in its way. */
  readonly add: (change: WhatIfChange) => Promise<readonly Issue[]>;
}

/** One form for each kind of change. Each adds to the changes that are there. */
export function changeForms(options: ChangeForms): HTMLElement {
  return element(
    'div',
    { class: 'change-forms' },
    moveForm(options),
    element(
      'div',
      {},
      options.suppliers.payOutside > 0 ? payForm(options) : undefined,
      options.otherAreas.length > 0 ? areaForm(options) : undefined,
    ),
  );
}

function moveForm({ suppliers, add }: ChangeForms): HTMLElement {
  const from = textField({
    id: 'move-from',
    label: 'From this supplier',
    hint: 'As it is named in the workbook.',
    suggestions: suppliers.from,
  });
  const amount = numberField({
    id: 'move-amount',
    label: 'Amount',
    hint: 'Left empty: everything it was paid.',
    unit: '£',
    min: 0.01,
    max: 1e13,
    wanted: 'an amount above £0.00, or nothing',
  });
  const to = textField({
    id: 'move-to',
    label: 'To this local supplier',
    hint: 'One of the workbook, or any name for a new one.',
    suggestions: suppliers.to,
  });
  const isNew = element('input', { type: 'checkbox', id: 'move-new' });
  const share = numberField({
    id: 'move-share',
    label: 'What the new one re-spends in the area',
    hint: 'Left empty: like local suppliers that have not answered.',
    unit: '%',
    min: 0,
    max: 100,
    wanted: 'a share from 0 to 100, or nothing',
  });
  share.element.hidden = true;
  isNew.addEventListener('change', () => {
    share.element.hidden = !isNew.checked;
  });

  const submit = async () => {
    const missing = [from, to].find((field) => field.isEmpty());
    for (const field of [from, to]) field.say(field.isEmpty() ? 'enter the name of a supplier.' : '');
    const pounds = amount.isEmpty() ? undefined : amount.read();
    const respent = share.isEmpty() || !isNew.checked ? undefined : share.read();
    const wrong =
      missing ??
      (pounds === undefined && !amount.isEmpty() ? amount : undefined) ??
      (respent === undefined && isNew.checked && !share.isEmpty() ? share : undefined);
    if (wrong) {
      wrong.input.focus();
      return;
    }
    amount.say('');
    const target = isNew.checked
      ? { newSupplier: to.input.value, ...(respent === undefined ? {} : { respendShare: respent / 100 }) }
      : { existing: to.input.value };
    const issues = await add({
      kind: 'moveSpend',
      from: from.input.value,
      to: target,
      ...(pounds === undefined ? {} : { amount: pounds }),
    });
    tellIssues(issues, { from, to, amount, respendShare: share }, from);
    if (issues.length === 0) for (const field of [from, amount]) field.set('');
  };
  return changeForm('Move spend to a local supplier', 'Move this spend', submit, [
    from.element,
    amount.element,
    to.element,
    element(
      'p',
      { class: 'check' },
      isNew,
      element('label', { for: 'move-new' }, 'It is not in the workbook yet'),
    ),
    share.element,
  ]);
}

function payForm({ suppliers: { payOutside }, add }: ChangeForms): HTMLElement {
  const share = numberField({
    id: 'pay-share',
    label: 'Share of this pay',
    hint: `Of the ${formatGbp(payOutside)} paid to staff who live outside the area.`,
    unit: '%',
    min: 0.01,
    max: 100,
    wanted: 'a share above 0 and up to 100',
  });
  const submit = async () => {
    const percent = share.read();
    if (percent === undefined) {
      share.input.focus();
      return;
    }
    const issues = await add({ kind: 'localPayShare', share: percent / 100 });
    tellIssues(issues, {}, share);
    if (issues.length === 0) share.set('');
  };
  return changeForm('Recruit in the area', 'Pay it to staff who live in the area', submit, [share.element]);
}

function areaForm({ otherAreas, add }: ChangeForms): HTMLElement {
  const choice = element(
    'select',
    { id: 'what-if-area' },
    otherAreas.map((name) => element('option', { value: name }, name)),
  );
  const submit = () => add({ kind: 'area', name: choice.value });
  return changeForm('Look from another area', 'Take this as the local area', submit, [
    element('div', { class: 'field' }, element('label', { for: 'what-if-area' }, 'Local area'), choice),
  ]);
}

function changeForm(
  title: string,
  action: string,
  submit: () => unknown,
  fields: readonly Child[],
): HTMLElement {
  const form = element(
    'form',
    { novalidate: true },
    element(
      'fieldset',
      {},
      element('legend', {}, title),
      ...fields,
      element('p', { class: 'actions' }, button(action, submit, { type: 'submit', class: 'secondary' })),
    ),
  );
  form.addEventListener('submit', (event) => event.preventDefault());
  return form;
}

/** Says at the field that each issue is about what stands in the way, and goes to the first. */
function tellIssues(
  issues: readonly Issue[],
  fields: Readonly<Record<string, TextField>>,
  otherwise: TextField,
): void {
  const told = issues.map(({ where, found, expected, mend }) => {
    const last = /\.(\w+)$/.exec(where.path ?? '')?.[1] ?? '';
    const field = fields[last] ?? otherwise;
    field.say(`${found}; expected ${expected}. ${mend}`);
    return field;
  });
  told[0]?.input.focus();
}
