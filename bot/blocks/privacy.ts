import { listBlocks, plainList } from './list.ts';
import { heading, type Message, paragraph } from './message.ts';

/** What the bot sees and keeps; the same words in every place that tells it. */
export const privacyLines = [
  {
    lead: 'I see',
    text: ': messages that mention me, direct messages to me, and what you type after my commands. No others.',
  },
  {
    lead: 'Files',
    text: ': I read one only when you ask me to, in memory. Of its result I keep a few totals, such as LM3, its area and a checksum of the file, to compare the next run with: no name of the file, the project, a supplier or a tenant. For 400 days.',
  },
  {
    lead: 'Your last question',
    text: ' in a thread: in memory for an hour, so that you can go on from it.',
  },
  {
    lead: 'I keep',
    text: ': the indicators in your plan, and for my Home tab the headlines of your last ten results with the file or purchase they are of. For half a year.',
  },
  { lead: 'My log', text: ': has no words of yours and no figures.' },
  {
    lead: 'To delete it',
    text: ': type /framework forget me. Messages that I have sent are Slack’s to keep: delete them there.',
  },
] as const;

export function privacyMessage(): Message {
  const title = 'What I see and what I keep';
  return {
    text: [title, ...privacyLines.map(({ lead, text }) => lead + text)].join('\n'),
    blocks: [heading(title), ...listBlocks(undefined, privacyLines)],
    plainBlocks: [heading(title), ...plainList(undefined, privacyLines)],
  };
}

/** Said once everything of a person is deleted. */
export function forgottenMessage(things: number): Message {
  const what =
    things === 0
      ? 'I kept nothing of you but, for an hour, your last questions; those are deleted.'
      : 'Deleted: your plan, your list of results, the totals of your files, and your last questions. I keep nothing of you now.';
  const rest = 'Messages that I have sent are Slack’s to keep: delete them there.';
  return { text: `${what} ${rest}`, blocks: [paragraph(`${what} ${rest}`)] };
}
