import type { Button, InputBlock, KnownBlock, ModalView } from '@slack/types';
import { answerInWords, formatCount, type Question } from '../../core/index.ts';
import { caseOf, questionOf, type RouteSession, writeSession } from '../route/session.ts';
import { clip, slackLimits } from './limits.ts';
import { option, plain } from './menus.ts';
import { button, footnote, type Message, paragraph } from './message.ts';

export const routeActions = {
  form: 'route_answer',
  answer: 'route_typed',
  vat: 'route_vat',
  edit: 'route_edit',
  finish: 'route_finish',
  reopen: 'route_reopen',
  record: 'route_record',
  share: 'route_share',
  begin: 'route_begin',
} as const;

/** The id of the block that holds a question: another for each, or Slack would carry an answer over. */
export const answerBlock = (field: string): string => `answer_${field}`;
const vatBlock = 'answer_vat';

const doNotKnow = 'unknown';

/** One question, with the answers so far and a way back to each. */
export function routeForm(session: RouteSession, question: Question): ModalView {
  const answeredSoFar = session.asked.filter((field) => field !== question.field);
  const again = session.asked.includes(question.field);
  const place = again ? 'You are changing an answer.' : `Question ${formatCount(session.asked.length + 1)}.`;
  return {
    type: 'modal',
    callback_id: routeActions.form,
    title: plain('Route adviser'),
    submit: plain('Next'),
    close: plain('Stop'),
    private_metadata: writeSession({ ...session, at: question.field }),
    blocks: [
      footnote(
        `${place} Leave it empty where you do not know. A question is asked only while its answer can change something.`,
      ),
      ...inputs(question, session.answers),
      ...(answeredSoFar.length === 0 ? [] : soFar(session, answeredSoFar)),
    ],
  };
}

function inputs(question: Question, answers: RouteSession['answers']): KnownBlock[] {
  const given = answers[question.field];
  const main = input(answerBlock(question.field), question.ask, question.help, element(question, given));
  if (question.kind !== 'money') return [main];
  const known = vatChoices.find(({ value }) => value === answers.vatBasis);
  return [
    main,
    input(vatBlock, 'Is VAT in that amount?', 'Thresholds are tested with VAT, some without.', {
      type: 'radio_buttons',
      action_id: routeActions.vat,
      options: vatChoices,
      ...(known === undefined ? {} : { initial_option: known }),
    }),
  ];
}

const vatChoices = [
  option('VAT is included', 'incl'),
  option('VAT is not included', 'excl'),
  option('there is no VAT on it', 'none'),
];

function input(blockId: string, label: string, hint: string, held: InputBlock['element']): InputBlock {
  return {
    type: 'input',
    block_id: blockId,
    optional: true,
    label: plain(label),
    hint: plain(clip(hint, slackLimits.inputHint)),
    element: held,
  };
}

function element(
  { kind, choices }: Question,
  given: RouteSession['answers'][string] | undefined,
): InputBlock['element'] {
  const action_id = routeActions.answer;
  const options = choices.map(({ value, words }) => option(words, value));
  switch (kind) {
    case 'one':
    case 'yesNo': {
      const all = [...options, option('do not know', doNotKnow)];
      const value = typeof given === 'boolean' ? (given ? 'yes' : 'no') : given;
      const initial = all.find((each) => each.value === value);
      return { type: 'radio_buttons', action_id, options: all, ...(initial && { initial_option: initial }) };
    }
    case 'some': {
      const chosen = options.filter(({ value = '' }) => Array.isArray(given) && given.includes(value));
      return {
        type: 'checkboxes',
        action_id,
        options,
        ...(chosen.length > 0 && { initial_options: chosen }),
      };
    }
    case 'date':
      return {
        type: 'datepicker',
        action_id,
        placeholder: plain('Today'),
        ...(typeof given === 'string' && { initial_date: given }),
      };
    case 'money':
    case 'number':
    case 'code':
      return {
        type: 'plain_text_input',
        action_id,
        max_length: 100,
        ...(given !== undefined && given !== doNotKnow && { initial_value: String(given) }),
      };
  }
}

function soFar(session: RouteSession, fields: readonly string[]): KnownBlock[] {
  const routeCase = caseOf(session);
  return [
    { type: 'divider' },
    { type: 'header', text: plain('Your answers so far') },
    ...fields.flatMap((field): KnownBlock[] => {
      const question = questionOf(field);
      if (question === undefined) return [];
      return [
        {
          type: 'section',
          text: plain(
            clip(`${question.ask}\n${answerInWords(routeCase, question.field)}`, slackLimits.sectionText),
          ),
          accessory: editButton(question),
        },
      ];
    }),
    {
      type: 'actions',
      elements: [
        button(
          routeActions.finish,
          'Show routes now',
          'Show the routes; what was not asked counts as not known',
          'finish',
        ),
      ],
    },
  ];
}

function editButton({ field, ask }: Question): Button {
  return button(routeActions.edit, 'Change', clip(`Change: ${ask}`, slackLimits.accessibilityLabel), field);
}

/** The end of the questions: the result in the form itself, and where the whole of it went. */
export function routeEnd(blocks: Message['blocks']): ModalView {
  return {
    type: 'modal',
    callback_id: 'route_end',
    title: plain('Route adviser'),
    close: plain('Close'),
    blocks: [
      paragraph(
        'You find this in our direct messages too, with the evidence pack as a file. Only you see it until you share it.',
      ),
      ...blocks,
    ],
  };
}
