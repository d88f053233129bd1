import type { KnownBlock } from '@slack/types';
import { clip } from './limits.ts';
import { heading, type Message, paragraph } from './message.ts';

const ways = [
  [
    'Work out LM3',
    'Attach a Local Pound workbook (.xlsx) to a message that mentions me, or open the menu of a message with a workbook and choose “Compute LM3 from file”. I answer in the thread. With /lm3 file you hand it to me alone.',
  ],
  [
    'Tenants and payments',
    'In the same way: the tenants workbook gets its enabled jobs and GVA, a list of payments to suppliers (.csv or .xlsx) how much of it is local and a first LM3.',
  ],
  [
    'Ask a question',
    'Mention me with a question, or send it to me as a direct message. Every answer names its sources. For example: what is the leaky bucket?',
  ],
  [
    'Find an indicator',
    '/indicator with what you want to show, such as /indicator lonely pensioners. I collect what you choose into a plan and make its workbook.',
  ],
  [
    'Choose a procurement route',
    '/route, or the shortcut “Procurement routes”. I ask one question at a time, then say which routes are open and why, with a record to keep.',
  ],
  [
    'Ask in private',
    '/framework with a question. Only you see the answer until you share it. /lm3 shows this page, and each command has help, such as /route help.',
  ],
  [
    'Get a workbook',
    'Whoever runs Local Pound can make you an empty one: localpound template lm3 FILE.xlsx (with --sample, a made-up example).',
  ],
  [
    'Privacy',
    'I read a file only when you ask me to, in memory, and keep nothing of it but a few totals, to compare the next run with. I see messages that mention me and direct messages to me, and no others. What you ask is not written to a log. /framework privacy says what I keep, /framework forget me deletes it.',
  ],
] as const;

/** How to use the bot, with what was typed when that could not be understood. */
export function helpMessage(notUnderstood?: string): Message {
  const sorry =
    notUnderstood === undefined
      ? []
      : [`I did not understand “${clip(notUnderstood, 100)}”. Here is what I can do.`];
  return {
    text: [...sorry, 'How to use Local Pound', ...ways.map(([title, how]) => `${title}: ${how}`)].join('\n'),
    blocks: [...sorry.map(paragraph), heading('How to use Local Pound'), ...ways.map(way)],
  };
}

function way([title, how]: (typeof ways)[number]): KnownBlock {
  return {
    type: 'rich_text',
    elements: [
      {
        type: 'rich_text_section',
        elements: [
          { type: 'text', text: title, style: { bold: true } },
          { type: 'text', text: `: ${how}` },
        ],
      },
    ],
  };
}
