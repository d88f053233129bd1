import { blockLimits } from './block-limits.ts';
import { refuseMessageBlocks } from './check-blocks.ts';
import { type Json, listOf, stringOf } from './json.ts';
import { type Method, SlackError, throwRefusal } from './web-api-method.ts';
import { ids, type Workspace } from './workspace.ts';

/** The methods that put messages into a conversation. */
export const chatMethods: Readonly<Record<string, Method>> = {
  'chat.postMessage': {
    scope: 'chat:write',
    required: ['channel'],
    answer: (workspace, body) => {
      const channel = openChannel(workspace, body.channel);
      const said = checkedMessage(body);
      const ts = workspace.counters.ts();
      const thread = stringOf(body.thread_ts);
      workspace.appSaid({
        method: 'chat.postMessage',
        how: 'message',
        channel,
        ts,
        thread,
        ...said,
        payload: body,
      });
      return {
        channel,
        ts,
        message: { type: 'message', bot_id: ids.bot, user: ids.botUser, ts, ...threadOf(thread), ...said },
      };
    },
  },
  'chat.postEphemeral': {
    scope: 'chat:write',
    required: ['channel', 'user'],
    answer: (workspace, body) => {
      const channel = openChannel(workspace, body.channel);
      workspace.appSaid({
        method: 'chat.postEphemeral',
        how: 'to that person only',
        channel,
        thread: stringOf(body.thread_ts),
        user: String(body.user),
        ...checkedMessage(body),
        payload: body,
      });
      return { message_ts: workspace.counters.ts() };
    },
  },
  'chat.update': {
    scope: 'chat:write',
    required: ['channel', 'ts'],
    answer: (workspace, body) => {
      const channel = openChannel(workspace, body.channel);
      const ts = String(body.ts);
      const old = workspace.entries.find((entry) => entry.channel === channel && entry.ts === ts);
      if (!old) throw new SlackError('message_not_found');
      if (old.who !== workspace.appName) throw new SlackError('cant_update_message');
      const said = checkedMessage(body);
      const { thread } = old;
      workspace.appSaid({
        method: 'chat.update',
        how: 'changed a message',
        channel,
        ts,
        thread,
        ...said,
        payload: body,
      });
      return { channel, ts, text: said.text };
    },
  },
};

/** What a message says, cut and checked as Slack does. */
export function checkedMessage(body: Json): { text: string; blocks?: Json[] } {
  throwRefusal(refuseMessageBlocks(body.blocks));
  const text = [...(stringOf(body.text) ?? '')].slice(0, blockLimits.message.text).join('');
  // Slack takes blocks without text; but then screen readers and notifications have nothing to read out.
  if (text === '') throw new SlackError('no_text');
  return body.blocks === undefined ? { text } : { text, blocks: listOf(body.blocks) };
}

function openChannel(workspace: Workspace, channel: unknown): string {
  const id = directWith(String(channel));
  if (workspace.options.channelsWithoutApp?.includes(id)) throw new SlackError('not_in_channel');
  if (String(channel).startsWith('U')) workspace.channels.add(id);
  if (!workspace.channels.has(id)) throw new SlackError('channel_not_found');
  return id;
}

/** To write to a person is to write into the direct messages with them, which need not be open yet. */
function directWith(id: string): string {
  return id.startsWith('U') ? `D${id.slice(1)}` : id;
}

function threadOf(thread: string | undefined): Json {
  return thread === undefined ? {} : { thread_ts: thread };
}
