import { formatCount, type Indicator, indicatorName } from '../../core/index.ts';
import { indicatorActions } from './indicator-card.ts';
import { listBlocks, plainList } from './list.ts';
import { confirmation, menu, option, searchMenu } from './menus.ts';
import { button, footnote, heading, type Message, mainButton, paragraph } from './message.ts';

export const planActions = {
  build: 'plan_build',
  takeOut: 'plan_take_out',
  empty: 'plan_empty',
} as const;

const howKept =
  'Your plan is yours alone. I keep it for half a year, or until you empty it or type /framework forget me.';

/** The indicators that a person has collected, and the workbook that they make. */
export function planMessage(plan: readonly Indicator[], done?: string): Message {
  const said = done === undefined ? [] : [footnote(done)];
  const search = searchMenu(indicatorActions.pick, 'Look up an indicator');
  if (plan.length === 0) {
    const empty = 'Your plan has no indicators yet. Look one up and press “Add to my plan”.';
    return {
      text: [done, empty].filter((part) => part !== undefined).join(' '),
      blocks: [heading('Your plan'), paragraph(empty), ...said, { type: 'actions', elements: [search] }],
    };
  }
  const title = `Your plan: ${formatCount(plan.length)} ${plan.length === 1 ? 'indicator' : 'indicators'}`;
  const lines = plan.map((indicator) => ({
    lead: indicatorName(indicator),
    text: `: ${indicator.standing === 'key' ? 'key' : 'other'}, characteristic ${indicator.characteristic}`,
  }));
  const next = [
    ...said,
    {
      type: 'actions' as const,
      elements: [
        mainButton(button(planActions.build, 'Make the workbook', 'Make the workbook of my plan', 'build')),
        menu(
          planActions.takeOut,
          'Take one out',
          plan.map((indicator) => option(indicatorName(indicator), indicator.id)),
        ),
        {
          ...button(planActions.empty, 'Empty the plan', 'Take everything out of my plan', 'empty'),
          confirm: confirmation('Empty the plan?', 'All its indicators are taken out.', 'Empty it'),
        },
      ],
    },
    { type: 'actions' as const, elements: [search] },
    footnote(howKept),
  ];
  return {
    text: [title, ...lines.map(({ lead, text }) => lead + text), ...(done === undefined ? [] : [done])].join(
      '\n',
    ),
    blocks: [heading(title), ...listBlocks(undefined, lines, 'ordered'), ...next],
    plainBlocks: [heading(title), ...plainList(undefined, lines), ...next],
  };
}
