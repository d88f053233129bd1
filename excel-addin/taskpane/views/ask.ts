import type { AnswerShown, Ask } from '../../engine/messages.ts';
import { button, element } from '../element.ts';
import { textField } from '../text-field.ts';
import type { View } from '../view.ts';
import { routeForm } from './ask-route.ts';

/** Questions on LM3, resilience and procurement, answered with sources; and the routes for a case. */
export function askView(ask: Ask, announce: (text: string) => void): View {
  const heading = element('h1', { tabindex: -1 }, 'Ask');
  const answers = element('div', { class: 'answers' });
  const field = textField({
    id: 'question',
    label: 'Your question',
    hint: 'For example: What does an LM3 of 1.8 mean?',
    attributes: { maxlength: 500 },
  });
  /** The question before, on which "and the others?" may lean. */
  let previous: string | undefined;
  const put = async () => {
    if (field.isEmpty()) {
      field.say('enter a question.');
      field.input.focus();
      return;
    }
    field.say('');
    const question = field.input.value.trim();
    announce('Looking for an answer.');
    const answer = await ask('question', {
      text: question,
      ...(previous === undefined ? {} : { previous }),
    });
    previous = answer.asked;
    const shown = answerCard(question, answer);
    answers.prepend(shown.element);
    field.set('');
    shown.heading.focus();
  };
  const form = element(
    'form',
    { novalidate: true, role: 'search', 'aria-label': 'Ask a question' },
    field.element,
    element('p', { class: 'actions' }, button('Ask', put, { type: 'submit', class: 'primary' })),
  );
  form.addEventListener('submit', (event) => event.preventDefault());
  return {
    title: 'Ask',
    focus: heading,
    content: [
      heading,
      element(
        'p',
        {},
        'About LM3, about what makes a local economy resilient, and about buying locally within the law. Answers name their documents. Nothing you type leaves this computer.',
      ),
      form,
      answers,
      element(
        'section',
        { class: 'card', 'aria-labelledby': 'route-title' },
        element('h2', { id: 'route-title' }, 'Which route may we use?'),
        element(
          'p',
          {},
          'A few questions about what you want to buy or fund lead to the procurement routes that are open, each with its rule.',
        ),
        routeForm(ask, announce),
      ),
    ],
  };
}

function answerCard(question: string, { text, sources, covered }: AnswerShown) {
  const heading = element('h2', { tabindex: -1 }, question);
  const blocks = text
    .split(/\n\n+/)
    // The last line names the sources; they are listed below.
    .filter((block) => !(sources.length > 0 && block.startsWith('Source: ')));
  return {
    heading,
    element: element(
      'section',
      { class: covered ? 'card answer' : 'card answer not-covered', 'aria-label': question },
      heading,
      blocks.map(paragraphs),
      ...(sources.length > 0
        ? [
            element('h3', {}, 'Sources'),
            element(
              'ul',
              { class: 'answer-sources' },
              sources.map(({ title, place, link }) =>
                element(
                  'li',
                  {},
                  link === undefined
                    ? element('cite', {}, title)
                    : element('a', { href: link, target: '_blank', rel: 'noreferrer' }, title),
                  `, ${place}`,
                ),
              ),
            ),
          ]
        : []),
    ),
  };
}

/** A block of plain text: lines that begin with a dash are a list. */
function paragraphs(block: string): HTMLElement[] {
  const lines = block.split('\n').filter((line) => line.trim() !== '');
  const items = lines.filter((line) => line.startsWith('- '));
  return [
    ...lines.filter((line) => !line.startsWith('- ')).map((line) => element('p', {}, line)),
    ...(items.length > 0
      ? [
          element(
            'ul',
            {},
            items.map((item) => element('li', {}, item.slice(2))),
          ),
        ]
      : []),
  ];
}
