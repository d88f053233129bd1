import {
  describeIssue,
  formatCount,
  formatGbp,
  formatRatio,
  formatShare,
  type Outcome,
  type PlanOptionsInput,
} from '../../../core/index.ts';
import type { PlanShown } from '../../engine/messages.ts';
import { dataTable } from '../data-table.ts';
import { button, type Child, element } from '../element.ts';
import { numberField } from '../number-field.ts';
import { openingSection, type Section } from '../section.ts';
import { textField } from '../text-field.ts';
import { assumptionList } from './assumption-list.ts';
import { ratingBadge } from './rating-badge.ts';
import { saveButton } from './save-file.ts';

interface PlanPanel {
  readonly planFor: (options: PlanOptionsInput) => Promise<Outcome<PlanShown>>;
  /** Saves whom to ask, all of them, and says where the file is. */
  readonly savePlan: (options: PlanOptionsInput) => Promise<string>;
  readonly announce: (text: string) => void;
}

/** Whom to send the questionnaire, and what their answers are expected to bring. */
export const plan = (panel: PlanPanel): Section =>
  openingSection(
    'plan',
    'Plan the survey',
    'Whom to send the questionnaire, and how sure LM3 would be then.',
    () => [planPanel(panel)],
  );

function planPanel({ planFor, savePlan, announce }: PlanPanel): HTMLElement {
  const budgets = textField({
    id: 'plan-budgets',
    label: 'Numbers of questionnaires',
    hint: 'One or more, such as 20, 50. Left empty: 10 to 1,000, and everyone.',
    attributes: { inputmode: 'text' },
  });
  const rate = numberField({
    id: 'plan-rate',
    label: 'How many answer',
    hint: 'Of 100 questionnaires, as far as you know.',
    unit: '%',
    min: 0.01,
    max: 100,
    wanted: 'a share above 0 and up to 100',
  });
  rate.set('100');
  const place = element('div', { class: 'plan-answer' });

  const work = async (said: boolean) => {
    const answerRate = rate.read();
    budgets.say('');
    if (answerRate === undefined) {
      rate.input.focus();
      return;
    }
    const asked = { ...budgetsOf(budgets.input.value), answerRate: answerRate / 100 };
    const planned = await planFor(asked);
    if (!planned.ok) {
      budgets.say(
        planned.issues.map(({ found, expected }) => `${found} found, ${expected} expected`).join('; '),
      );
      budgets.input.focus();
      return;
    }
    place.replaceChildren(
      ...planInParts(planned.value, { announce, save: () => savePlan(asked) }),
      ...planned.issues
        .filter(({ where }) => where.path === 'budgets')
        .map((issue) => element('p', { class: 'notice' }, describeIssue(issue))),
    );
    if (said) announce(`The plan is there. ${planned.value.reading.join(' ')}`);
  };
  const form = element(
    'form',
    { novalidate: true, 'aria-label': 'Survey to plan for' },
    element('div', { class: 'fields' }, budgets.element, rate.element),
    element(
      'p',
      { class: 'actions' },
      button('Plan the survey for these', () => work(true), { type: 'submit', class: 'secondary' }),
    ),
  );
  form.addEventListener('submit', (event) => event.preventDefault());
  work(false);
  return element('div', {}, form, place);
}

/** `20, 50 100` as numbers; what is no number is told by the check that follows. */
function budgetsOf(typed: string): Pick<PlanOptionsInput, 'budgets'> {
  const parts = typed.split(/[;\s]+|,(?!\d{3}\b)/).filter((part) => part !== '');
  return parts.length === 0 ? {} : { budgets: parts.map((part) => Number(part.replaceAll(',', ''))) };
}

interface PlanTools {
  readonly announce: (text: string) => void;
  readonly save: () => Promise<string>;
}

function planInParts(found: PlanShown, { announce, save }: PlanTools): HTMLElement[] {
  const { reading, reach, designs, chase, assumptions, now } = found;
  const sentences = reading.map((sentence) => element('p', {}, sentence));
  if (chase.length === 0) return sentences;
  const file = saveButton(
    {
      button: 'Download whom to ask (CSV)',
      making: 'Making the list.',
      notMade: 'The list could not be made',
    },
    save,
    announce,
    { class: 'secondary' },
  );
  return [
    element('div', { class: 'words' }, sentences),
    element('h3', {}, 'How far the largest reach'),
    reachTable(reach, announce),
    element('h3', {}, 'What each number of questionnaires brings'),
    designTable(designs, announce),
    element(
      'p',
      { class: 'quiet' },
      'All of the largest are asked and the rest is drawn at random: only then does an interval hold.',
    ),
    element('h3', {}, 'Whom to ask, in this order'),
    chaseTable(chase, announce),
    element(
      'p',
      { class: 'quiet' },
      `The list shows ${formatCount(chase.length)} of ${formatCount(now.silent)} silent suppliers. The file holds all of them, and for each number of questionnaires who is asked.`,
    ),
    element('p', { class: 'actions' }, file.button),
    file.told,
    element(
      'details',
      { class: 'more' },
      element('summary', {}, 'What the plan takes for granted'),
      assumptionList(assumptions),
    ),
  ];
}

const reachTable = (reach: PlanShown['reach'], announce: (text: string) => void): HTMLElement =>
  dataTable({
    caption: 'Fewest suppliers for a share of supplier value',
    rows: reach,
    announce,
    columns: [
      { heading: 'Value to reach', cell: ({ share }) => `${formatShare(share)} of value`, kind: 'heading' },
      {
        heading: 'Fewest suppliers to ask',
        cell: ({ suppliers }) => (suppliers === 0 ? 'reached already' : formatCount(suppliers)),
        kind: 'figure',
      },
      { heading: 'Answered then', cell: (row) => formatShare(row.responseRateThen), kind: 'figure' },
      {
        heading: 'Questionnaires it takes',
        cell: (row) =>
          row.suppliers === 0
            ? 'none'
            : row.questionnaires === null
              ? 'not to be reached'
              : formatCount(row.questionnaires),
        kind: 'figure',
      },
    ],
  });

const designTable = (designs: PlanShown['designs'], announce: (text: string) => void): HTMLElement =>
  dataTable({
    caption: 'Numbers of questionnaires, and what to expect of each',
    rows: designs,
    announce,
    columns: [
      { heading: 'Questionnaires', cell: ({ sent }) => `${formatCount(sent)} sent`, kind: 'heading' },
      { heading: 'To the largest', cell: ({ largest }) => formatCount(largest), kind: 'figure' },
      {
        heading: 'Drawn at random',
        cell: ({ random: { local, nonLocal } }) =>
          local + nonLocal === 0 ? 'none' : `${formatCount(local)} local, ${formatCount(nonLocal)} not local`,
      },
      {
        heading: 'Value answered',
        cell: ({ expected }) => formatShare(expected.responseRate),
        kind: 'figure',
      },
      {
        heading: 'LM3 known to',
        cell: ({ expected, noIntervalBecause }): Child =>
          expected.halfWidth === null
            ? `no interval: ${noIntervalBecause ?? 'too few answers'}`
            : `± ${formatRatio(expected.halfWidth)}`,
      },
      { heading: 'Bounds apart', cell: ({ expected }) => formatRatio(expected.boundsWidth), kind: 'figure' },
      { heading: 'Confidence', cell: ({ expected }) => ratingBadge(expected.rating) },
    ],
  });

const chaseTable = (steps: PlanShown['chase'], announce: (text: string) => void): HTMLElement =>
  dataTable({
    caption: 'Silent suppliers, those first whose answers narrow the bounds most',
    rows: steps,
    announce,
    columns: [
      { heading: 'Supplier', cell: ({ order, name }) => `${formatCount(order)}. ${name}`, kind: 'heading' },
      { heading: 'Local', cell: ({ local }) => (local ? 'Yes' : 'No') },
      { heading: 'Spend', cell: ({ spend }) => formatGbp(spend), kind: 'figure' },
      { heading: 'Narrows by', cell: ({ narrows }) => formatRatio(narrows), kind: 'figure' },
      { heading: 'Bounds apart then', cell: (step) => formatRatio(step.boundsWidthThen), kind: 'figure' },
      { heading: 'Answered then', cell: (step) => formatShare(step.responseRateThen), kind: 'figure' },
    ],
  });
