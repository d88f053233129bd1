import { listBlocks, plainList } from './list.ts';
import { heading, type Message, paragraph } from './message.ts';

interface Help {
  readonly what: string;
  /** What to type, and what comes of it. */
  readonly ways: readonly (readonly [type: string, gives: string])[];
}

const helps: Readonly<Record<string, Help>> = {
  '/indicator': {
    what: 'Finds what to measure: a hundred indicators of a resilient local economy, each with what to count, how, and where it comes from. Only you see the answer until you share it.',
    ways: [
      ['/indicator', 'a menu that searches as you type'],
      ['/indicator lonely pensioners', 'the indicator that fits best, and what else does'],
      ['/indicator characteristic 6', 'the indicators of one characteristic'],
      ['/indicator plan', 'what you have collected, and the workbook of it'],
    ],
  },
  '/route': {
    what: 'Asks about a purchase or a grant, one question at a time, and says which procurement routes are open, why, and what to record. General information about the law, not legal advice. Only you see it until you share it.',
    ways: [
      ['/route', 'starts the questions'],
      ['/route Youth club in Elland', 'the same, with a name for the record'],
    ],
  },
  '/framework': {
    what: 'Answers questions about LM3, local economies, indicators and procurement, each with its sources. Only you see the answer until you share it.',
    ways: [
      ['/framework what is the leaky bucket?', 'the answer, and where it comes from'],
      ['/framework and the others?', 'goes on from your last question here, for an hour'],
      ['/framework privacy', 'what I see and what I keep'],
      ['/framework forget me', 'deletes what I keep of you'],
    ],
  },
};

/** How to use one command. */
export function commandHelp(command: string): Message {
  const help = helps[command];
  if (help === undefined) throw new RangeError(`commandHelp: there is no command ${command}`);
  const lines = help.ways.map(([type, gives]) => ({ lead: type, text: `: ${gives}` }));
  const all = [...lines, { lead: `${command} help`, text: ': this' }];
  return {
    text: [help.what, ...all.map(({ lead, text }) => lead + text)].join('\n'),
    blocks: [heading(`How to use ${command}`), paragraph(help.what), ...listBlocks(undefined, all)],
    plainBlocks: [heading(`How to use ${command}`), paragraph(help.what), ...plainList(undefined, all)],
  };
}
