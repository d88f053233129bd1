import { blockText } from './block-text.ts';
import type { Entry } from './transcript.ts';

/**
 * The conversation as text that a person can read, the same for the same conversation. Replies in a
 * thread are indented. A thread is named where it is not that of the last message outside threads, a
 * channel where it is neither the ready channel nor the ready direct message.
 */
export function transcriptText(entries: readonly Entry[], readyChannels: readonly string[]): string {
  let lastRoot: string | undefined;
  let lastPerson: string | undefined;
  return entries
    .map((entry) => {
      if (entry.thread === undefined && entry.ts !== undefined) lastRoot = entry.ts;
      const notes = [
        entry.user !== undefined && entry.user !== lastPerson
          ? entry.how.replace('to that person only', `to ${entry.user} only`)
          : entry.how,
        entry.thread === undefined ? '' : `in the thread${threadName(entry, lastRoot, entries)}`,
        readyChannels.includes(entry.channel) ? '' : `in ${entry.channel}`,
      ];
      if (
        entry.method === 'slash_commands' ||
        entry.method === 'interactive' ||
        entry.method === 'events_api'
      )
        lastPerson = entry.who;
      return lines(entry, notes.filter((note) => note !== '').join(' '));
    })
    .join('\n\n');
}

function lines(entry: Entry, notes: string): string {
  const indent = entry.thread === undefined ? '' : '    ';
  return [
    `${entry.who} (${notes}):`,
    ...shown(entry)
      .split('\n')
      .map((line) => `  ${line}`),
  ]
    .map((line) => `${indent}${line}`.trimEnd())
    .join('\n');
}

function shown({ text, blocks, files = [] }: Entry): string {
  const body = blocks && blocks.length > 0 ? blocks.map(blockText).join('\n') : text;
  const attached = files.map(({ name }) => `[file: ${name}]`);
  return attached.length === 0 ? body : [body, ...attached].join(' ').trim();
}

function threadName(entry: Entry, lastRoot: string | undefined, entries: readonly Entry[]): string {
  if (entry.thread === lastRoot) return '';
  const root = entries.find(({ ts, thread }) => ts === entry.thread && thread === undefined);
  return root ? ` of “${[...shown(root)].slice(0, 40).join('')}”` : ` of ${entry.thread}`;
}
