import { formatRatio, formatShare, type Lm3Result, type TippingPoint } from '../../../core/index.ts';
import { button, element } from '../element.ts';
import { numberField } from '../number-field.ts';
import { openingSection, type Section } from '../section.ts';
import { proxies } from './proxies.ts';

/** LM3 when silent suppliers are not like those that answered, and when a proxy is not what was taken. */
export function silent(options: {
  readonly result: Lm3Result;
  /** Computes the tipping point for an LM3 to reach. */
  readonly aimAt: (target: number) => Promise<TippingPoint>;
  readonly announce: (text: string) => void;
}): Section {
  const { result, aimAt, announce } = options;
  return openingSection(
    'silent',
    'If silent suppliers are different',
    'What LM3 would be if they re-spend less, and how much less it could take.',
    () => [
      element('div', { class: 'pair' }, factor(result, announce), target(result, aimAt, announce)),
      ...proxies(result, announce),
    ],
  );
}

function factor(
  { silentFactor: { atNothing, slope } }: Lm3Result,
  announce: (text: string) => void,
): HTMLElement {
  if (slope === 0) {
    return element(
      'p',
      {},
      'Nothing is taken for suppliers that have not answered, so nothing about them can lower this LM3.',
    );
  }
  // LM3 is a straight line in the factor.
  const lm3At = (times: number): number => atNothing + slope * times;
  const told = element('p', { class: 'told silent-told' });
  const slider = element('input', {
    type: 'range',
    id: 'silent-slider',
    min: 0,
    max: 1,
    step: 0.01,
    value: 1,
    'aria-describedby': 'silent-factor-hint',
  });
  const number = numberField({
    id: 'silent-number',
    label: 'The same as a number',
    min: 0,
    max: 1,
    wanted: 'a number from 0 to 1, such as 0.5',
  });
  const show = (times: number) => {
    const words = `LM3 is ${formatRatio(lm3At(times))}`;
    slider.setAttribute('aria-valuetext', `${formatRatio(times)}, ${words}`);
    told.replaceChildren(element('strong', {}, words), ` if silent suppliers re-spend ${inWords(times)}`);
  };
  slider.addEventListener('input', () => {
    number.set(slider.value);
    show(slider.valueAsNumber);
  });
  number.set('1');
  number.input.addEventListener('change', () => {
    const times = number.read();
    if (times === undefined) return;
    slider.value = String(times);
    show(times);
    // The slider tells its own value to those who do not see it; the field has only what was typed.
    announce(told.textContent ?? '');
  });
  show(1);
  return element(
    'div',
    {},
    element(
      'div',
      { class: 'field' },
      element(
        'label',
        { for: 'silent-slider' },
        'How much silent suppliers re-spend, beside those who answered',
      ),
      element(
        'p',
        { class: 'hint', id: 'silent-factor-hint' },
        '0 is nothing at all, 0.5 is half as much, 1 is just as much, which is what the result takes.',
      ),
      slider,
      element(
        'span',
        { class: 'slider-ends', 'aria-hidden': 'true' },
        element('span', {}, `0: LM3 ${formatRatio(lm3At(0))}`),
        element('span', {}, `1: LM3 ${formatRatio(lm3At(1))}`),
      ),
    ),
    number.element,
    told,
  );
}

function inWords(times: number): string {
  if (times === 0) return 'nothing in the area.';
  return times === 1
    ? 'as much as those who answered.'
    : `${formatShare(times)} of what those who answered do.`;
}

function target(
  { silentFactor: { tippingPoint } }: Lm3Result,
  aimAt: (target: number) => Promise<TippingPoint>,
  announce: (text: string) => void,
): HTMLElement {
  const field = numberField({
    id: 'target',
    label: 'An LM3 to reach',
    hint: 'For example the figure of a bid or of last year.',
    min: 1,
    max: 3,
    wanted: 'an LM3 from 1 to 3, such as 1.8',
  });
  const told = element('p', { class: 'told' }, tippingPoint?.words);
  if (tippingPoint) field.set(String(tippingPoint.target));
  const find = async () => {
    const aim = field.read();
    if (aim === undefined) {
      field.input.focus();
      return;
    }
    const { words } = await aimAt(aim);
    told.textContent = words;
    announce(words);
  };
  const form = element(
    'form',
    { novalidate: true, 'aria-labelledby': 'target-title' },
    element('h3', { id: 'target-title' }, 'Is a target safe?'),
    field.element,
    element(
      'p',
      { class: 'actions' },
      button('Find the tipping point', find, { type: 'submit', class: 'secondary' }),
    ),
    told,
  );
  form.addEventListener('submit', (event) => event.preventDefault());
  return form;
}
