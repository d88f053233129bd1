import type { ActivityChoices, SicChoice, SuggestedDensity } from '../../../core/index.ts';
import { button, element } from '../element.ts';
import { textField } from '../text-field.ts';

/** From what a tenant does, in plain words, to its SIC code and the density of its premises. */
export function findCode(
  find: (activity: string) => Promise<ActivityChoices>,
  announce: (text: string) => void,
): HTMLElement {
  const field = textField({
    id: 'activity',
    label: 'What does the tenant do?',
    hint: 'In your own words, such as yoga studio or charity office. A code will do too.',
    attributes: { maxlength: 200 },
  });
  const place = element('div', { class: 'code-answer' });
  const search = async () => {
    if (field.isEmpty()) {
      field.say('enter an activity, such as hairdresser.');
      field.input.focus();
      return;
    }
    field.say('');
    const found = await find(field.input.value);
    place.replaceChildren(...choicesInParts(found));
    announce(told(found));
  };
  const form = element(
    'form',
    { novalidate: true, role: 'search', 'aria-labelledby': 'find-code-title' },
    field.element,
    element('p', { class: 'actions' }, button('Find codes', search, { type: 'submit', class: 'secondary' })),
  );
  form.addEventListener('submit', (event) => event.preventDefault());
  return element(
    'section',
    { class: 'card find-code', 'aria-labelledby': 'find-code-title' },
    element('h2', { id: 'find-code-title' }, 'Find a code'),
    element(
      'p',
      {},
      'For a tenant’s line in the workbook: its SIC code, and how many m² its premises need for one full-time job. The lists come with this page: nothing you type is sent anywhere.',
    ),
    form,
    place,
  );
}

function told({ found, sic, densities, text, useClassQuestion }: ActivityChoices): string {
  if (useClassQuestion) return useClassQuestion.question;
  if (!found) return `Nothing fits “${text}”.`;
  const first = sic[0] ? ` First: ${sic[0].code}, ${sic[0].title}.` : '';
  return `${sic.length} SIC codes and ${densities.length} densities found.${first}`;
}

function choicesInParts({
  text,
  found,
  sic,
  densities,
  nearestSection,
  useClassQuestion,
  notes,
}: ActivityChoices) {
  return [
    ...(found
      ? []
      : [
          element(
            'p',
            {},
            `Nothing fits “${text}” closely enough to be suggested. Try other words, or the trade it belongs to.`,
          ),
        ]),
    ...list('SIC codes', sic.map(sicItem)),
    ...list('The section that comes nearest', nearestSection ? [sicItem(nearestSection)] : []),
    ...list('Employment densities', densities.map(densityItem)),
    ...(useClassQuestion
      ? [
          element('h3', {}, `Use class ${useClassQuestion.useClass}`),
          element('p', {}, useClassQuestion.question),
          element(
            'ul',
            { class: 'codes' },
            useClassQuestion.options.map(({ useClass, use }) =>
              element('li', {}, element('strong', {}, useClass), ` ${use}`),
            ),
          ),
          element('p', {}, 'Enter one of these use classes, or say what the premises are.'),
        ]
      : []),
    ...notes.map((note) => element('p', { class: 'notice' }, note)),
  ];
}

const list = (title: string, items: readonly HTMLElement[]): HTMLElement[] =>
  items.length === 0 ? [] : [element('h3', {}, title), element('ul', { class: 'codes' }, ...items)];

const sicItem = ({ code, title, why }: SicChoice): HTMLElement =>
  element(
    'li',
    {},
    element('strong', {}, code),
    ` ${title} `,
    element('span', { class: 'quiet why' }, `Suggested ${why}.`),
  );

const densityItem = ({ name, figure, why, source, verified }: SuggestedDensity): HTMLElement =>
  element(
    'li',
    {},
    element('strong', {}, name),
    ` ${figure} `,
    element('span', { class: 'quiet why' }, `Suggested ${why}.`),
    element(
      'span',
      { class: 'quiet why' },
      `Source: ${source}${verified ? '' : ' (not read by us in the document itself)'}.`,
    ),
  );
