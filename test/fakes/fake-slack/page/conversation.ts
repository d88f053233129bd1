import { stringOf } from '../json.ts';
import type { Entry } from '../transcript.ts';

/** A message as one person sees it now: changed, replaced and deleted ones are so. */
export interface Shown {
  /** What was first said there. */
  readonly said: Entry;
  /** The last change of it, or `said`: what a press of its buttons is about. */
  readonly latest: Entry;
  /** All that is seen now. */
  readonly entry: Entry;
}

export interface Thread {
  readonly root: Shown | undefined;
  /** What a reply to it names. */
  readonly ts: string | undefined;
  readonly replies: readonly Shown[];
}

/** Doors through which something is said in a conversation. */
const saying = new Set([
  'events_api',
  'slash_commands',
  'written',
  'slack',
  'answer',
  'response_url',
  'chat.postMessage',
  'chat.postEphemeral',
  'files.completeUploadExternal',
]);

/** What one person sees in a conversation, thread by thread, in order. */
export function conversation(entries: readonly Entry[], channel: string, user: string): Thread[] {
  const threads = new Map<string, { root: Shown | undefined; ts: string | undefined; replies: Shown[] }>();
  for (const [index, shown] of messagesSeen(entries, channel, user).entries()) {
    const { thread, ts } = shown.entry;
    const key = thread ?? ts ?? `alone-${index}`;
    const known = threads.get(key) ?? { root: undefined, ts: thread ?? ts, replies: [] };
    if (thread === undefined || thread === ts) known.root = shown;
    else known.replies.push(shown);
    threads.set(key, known);
  }
  return [...threads.values()];
}

/** The messages that one person sees in a conversation, in the order in which they were first said. */
export function messagesSeen(entries: readonly Entry[], channel: string, user: string): Shown[] {
  const list: Shown[] = [];
  const here = entries.filter(
    (entry) =>
      entry.channel === channel &&
      (entry.user === undefined || entry.user === user) &&
      (entry.method !== 'slash_commands' || entry.who === user) &&
      (entry.method !== 'events_api' || entry.how === 'message'),
  );
  for (const entry of here) {
    const { replaces, payload, method } = entry;
    if (method === 'chat.update' || method === 'chat.delete') {
      const place = list.findIndex(({ said }) => said.ts === entry.ts);
      change(list, place, entry, method === 'chat.delete');
    } else if (replaces !== undefined) {
      const place = list.findIndex(({ said, latest }) => said === replaces || latest === replaces);
      change(list, place, entry, payload.delete_original === true);
    } else if (saying.has(method)) list.push({ said: entry, latest: entry, entry });
  }
  return list;
}

function change(list: Shown[], place: number, latest: Entry, gone: boolean): void {
  const old = list[place];
  if (old === undefined) {
    if (!gone) list.push({ said: latest, latest, entry: latest });
    return;
  }
  if (gone) {
    list.splice(place, 1);
    return;
  }
  const { ts, thread, files } = old.entry;
  list[place] = { said: old.said, latest, entry: { ...latest, ts, thread, files: latest.files ?? files } };
}

/** What the app says it is doing there, until it says something else there. */
export function statusOf(entries: readonly Entry[], channel: string): string | undefined {
  const last = entries.findLast(
    ({ method, channel: place }) =>
      place === channel && (method === 'assistant.threads.setStatus' || method.startsWith('chat.')),
  );
  if (last?.method !== 'assistant.threads.setStatus') return undefined;
  return stringOf(last.payload.status) || undefined;
}

/** The prompts that the app suggests in its direct messages. */
export function promptsOf(entries: readonly Entry[], channel: string): unknown {
  return entries.findLast(({ how, channel: place }) => how === 'suggested' && place === channel)?.payload
    .prompts;
}
