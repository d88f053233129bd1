import type { Question } from '../../../core/index.ts';
import type { Ask, RouteAnswers, RoutesShown } from '../../engine/messages.ts';
import { button, element } from '../element.ts';
import { textField } from '../text-field.ts';
import { issueTable } from './issue-table.ts';

type Sections = Extract<RoutesShown, { sections: unknown }>['sections'];

/** One question at a time, only those whose answer still matters; then the routes. */
export function routeForm(ask: Ask, announce: (text: string) => void): HTMLElement {
  const place = element('div', {});
  const step = async (answers: RouteAnswers, said: readonly string[]) => {
    const next = await ask('routeStep', answers);
    if (!next.ok) {
      place.replaceChildren(
        issueTable('What stands in the way', next.issues, announce),
        element('p', { class: 'actions' }, again()),
      );
    } else if ('question' in next.value) {
      const { question } = next.value;
      const { element: asked, focus } = questionForm(question, said, ask, (fields, words) =>
        step({ fields: { ...answers.fields, ...fields }, asked: [...answers.asked, question.field] }, [
          ...said,
          `${question.ask} ${words}`,
        ]),
      );
      place.replaceChildren(asked);
      focus.focus();
    } else
      place.replaceChildren(
        ...routes(next.value.sections, said),
        element('p', { class: 'actions' }, again()),
      );
  };
  const start = () => void step({ fields: {}, asked: [] }, []);
  const again = () => button('Start the questions again', start, { class: 'secondary' });
  place.append(element('p', { class: 'actions' }, button('Begin', start, { class: 'secondary' })));
  return place;
}

const dontKnow = 'I do not know';

function questionForm(
  question: Question,
  said: readonly string[],
  ask: Ask,
  answered: (fields: Readonly<Record<string, unknown>>, words: string) => Promise<void>,
): { readonly element: HTMLElement; readonly focus: HTMLElement } {
  const { field, kind, help, choices } = question;
  const typed =
    choices.length === 0
      ? textField({
          id: `route-${field}`,
          label: question.ask,
          hint: help,
          unit: kind === 'money' ? '£' : undefined,
        })
      : undefined;
  const error = element('p', { class: 'field-error', id: 'route-error' });
  const boxes = choices.map(({ value, words }) => {
    const input = element('input', {
      type: kind === 'some' ? 'checkbox' : 'radio',
      name: `route-${field}`,
      id: `route-${field}-${value}`,
      value,
    });
    return { input, words, value };
  });
  const give = async (text: string, words: string) => {
    const read = await ask('routeAnswer', { field, typed: text });
    if (read.ok) {
      await answered(read.fields, words);
      return;
    }
    const problem = `enter ${read.expected}.`;
    if (typed) {
      typed.say(problem);
      typed.input.focus();
    } else error.textContent = problem;
  };
  const next = () => {
    if (typed) return void give(typed.input.value, typed.isEmpty() ? dontKnow : typed.input.value);
    const chosen = boxes.filter(({ input }) => input.checked);
    if (chosen.length === 0) {
      error.textContent = `Choose an answer, or say that you do not know.`;
      boxes[0]?.input.focus();
      return;
    }
    void give(chosen.map(({ value }) => value).join(', '), chosen.map(({ words }) => words).join(', '));
  };
  const legend = element('legend', { tabindex: -1 }, question.ask);
  const form = element(
    'form',
    { novalidate: true, class: 'route-question', 'aria-label': question.ask },
    ...(said.length > 0 ? [saidSoFar(said)] : []),
    typed?.element ??
      element(
        'fieldset',
        { 'aria-describedby': 'route-help route-error' },
        legend,
        element('p', { class: 'hint', id: 'route-help' }, help),
        error,
        boxes.map(({ input, words }) =>
          element('div', { class: 'choice' }, input, element('label', { for: input.id }, words)),
        ),
      ),
    element(
      'div',
      { class: 'actions' },
      button('Next', next, { type: 'submit', class: 'primary' }),
      button(dontKnow, () => void give('', dontKnow), { class: 'secondary' }),
    ),
  );
  form.addEventListener('submit', (event) => event.preventDefault());
  return { element: form, focus: typed?.input ?? legend };
}

const saidSoFar = (said: readonly string[]): HTMLElement =>
  element(
    'details',
    {},
    element('summary', {}, 'Your answers so far'),
    element(
      'ul',
      {},
      said.map((line) => element('li', {}, line)),
    ),
  );

function routes(sections: Sections, said: readonly string[]): HTMLElement[] {
  return [
    saidSoFar(said),
    ...sections.flatMap(({ heading, lines }) => [
      element('h3', {}, heading),
      element(
        'ul',
        {},
        lines.map((line) => element('li', {}, line)),
      ),
    ]),
  ];
}
