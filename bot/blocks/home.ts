import type { Button, HomeView, KnownBlock } from '@slack/types';
import { formatCount, formatDate, type Indicator } from '../../core/index.ts';
import { indicatorActions } from './indicator-card.ts';
import { listBlocks } from './list.ts';
import { confirmation } from './menus.ts';
import { button, footnote, heading, paragraph } from './message.ts';
import { planActions } from './plan.ts';
import { privacyLines } from './privacy.ts';
import { routeActions } from './route-form.ts';

export const homeActions = { lookUp: 'home_look_up', forget: 'home_forget' } as const;

/** What the App Home shows a person. */
export interface Home {
  readonly plan: readonly Indicator[];
  /** The newest first, each with its day as YYYY-MM-DD. */
  readonly results: readonly { readonly title: string; readonly day: string }[];
}

/** What the bot can do, what it did for this person lately, and what it keeps. */
export function homeView({ plan, results }: Home): HomeView {
  return {
    type: 'home',
    blocks: [
      heading('How much of each pound stays local?'),
      paragraph(
        'Local Pound works out LM3, finds what to measure, says which procurement routes are open, and answers questions with their sources.',
      ),
      { type: 'divider' },
      heading('What I can do'),
      part(
        'Work out LM3 of a workbook',
        'Mention me in a channel with the workbook attached, send it to me as a direct message, or choose “Compute LM3 from file” in the menu of a message that has one.',
      ),
      part(
        'Find an indicator',
        'A hundred things to measure, each with what to count and how. Also: /indicator',
        button(homeActions.lookUp, 'Find an indicator', 'Look through the indicator bank', 'home'),
      ),
      part(
        'Choose a procurement route',
        'One question at a time, then the routes that are open, why, and the record to keep. Also: /route',
        button(routeActions.begin, 'Start the questions', 'Start the route adviser', 'home'),
      ),
      part('Ask a question', 'Write to me in the Messages tab, mention me in a channel, or type /framework.'),
      { type: 'divider' },
      heading('Your plan'),
      ...planBlocks(plan),
      { type: 'divider' },
      heading('Your latest results'),
      ...(results.length === 0
        ? [paragraph('None yet. What you have me work out is listed here.')]
        : listBlocks(
            undefined,
            results.map(({ title, day }) => ({ text: `${title}, ${formatDate(day)}` })),
          )),
      { type: 'divider' },
      heading('Privacy'),
      ...listBlocks(undefined, privacyLines),
      {
        type: 'actions',
        elements: [
          {
            ...button(homeActions.forget, 'Forget me', 'Delete what Local Pound keeps of me', 'home'),
            confirm: confirmation(
              'Forget you?',
              'Your plan and your list of results are deleted. This cannot be undone.',
              'Forget me',
            ),
          },
        ],
      },
      footnote('General information, not legal or financial advice.'),
    ],
  };
}

function part(title: string, how: string, accessory?: Button): KnownBlock {
  return {
    type: 'section',
    // Our own words, so markup is safe here.
    text: { type: 'mrkdwn', text: `*${title}*\n${how}` },
    ...(accessory === undefined ? {} : { accessory }),
  };
}

function planBlocks(plan: readonly Indicator[]): KnownBlock[] {
  if (plan.length === 0) return [paragraph('No indicators yet. Find one and press “Add to my plan”.')];
  const many = `${formatCount(plan.length)} ${plan.length === 1 ? 'indicator' : 'indicators'} collected.`;
  return [
    paragraph(many),
    {
      type: 'actions',
      elements: [
        button(indicatorActions.plan, 'Show my plan', 'Show the indicators in my plan', 'home'),
        button(planActions.build, 'Make the workbook', 'Make the workbook of my plan', 'home'),
      ],
    },
  ];
}
