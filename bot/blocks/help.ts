import { heading, type Message, markup } from './message.ts';
import { plain } from './mrkdwn.ts';

/** How to use the bot. `notUnderstood` is what was typed instead of a known word. */
export function helpMessage(notUnderstood?: string): Message {
  const lines = [
    ...(notUnderstood ? [`I did not understand “${plain(notUnderstood)}”.`] : []),
    '*Compute LM3*: mention me in a message with a Local Pound workbook (.xlsx) attached, or choose _Compute LM3 from this file_ from the menu of a message. I answer in the thread.',
    '*Ask*: mention me with a question, or write to me directly. For example: “what does a bigger LM3 mean?” Every answer names its sources.',
    '*Get a workbook*: run `localpound template lm3 FILE.xlsx`, or open the pane and try the sample.',
    '*Privacy*: files are read in memory and not kept. A result stays in memory for an hour so that its buttons work, and only the person who asked sees single suppliers.',
  ];
  return {
    text: notUnderstood
      ? `I did not understand “${plain(notUnderstood)}”. Here is how to use Local Pound.`
      : 'How to use Local Pound',
    blocks: [heading('Local Pound'), ...lines.map(markup)],
  };
}
