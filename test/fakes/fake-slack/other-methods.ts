import { type Json, listOf, stringOf } from './json.ts';
import { type Method, SlackError } from './web-api-method.ts';
import { ids, type Workspace } from './workspace.ts';

const mostPrompts = 4;

/** Who the app is, the agent's status and prompts, and sockets. */
export const otherMethods: Readonly<Record<string, Method>> = {
  'auth.test': {
    answer: (_, __, { team, enterprise, wholeOrganisation = false }) => ({
      url: 'https://fake.example/',
      team: 'Fake workspace',
      ...(wholeOrganisation ? {} : { team_id: team }),
      ...(enterprise === undefined ? {} : { enterprise_id: enterprise }),
      user: 'localpound',
      user_id: ids.botUser,
      bot_id: ids.bot,
      is_enterprise_install: wholeOrganisation,
    }),
  },
  'apps.connections.open': {
    scope: 'connections:write',
    token: 'app',
    answer: (workspace) => ({
      url: `${workspace.origin().replace('http:', 'ws:')}/link/?ticket=${workspace.newTicket()}`,
    }),
  },
  'assistant.threads.setStatus': {
    scope: 'assistant:write',
    required: ['channel_id', 'thread_ts'],
    answer: (workspace, body) => {
      const text = stringOf(body.status);
      if (text === undefined) throw new SlackError('invalid_arguments');
      const { channel, thread } = agentPlace(workspace, body);
      workspace.appSaid({
        method: 'assistant.threads.setStatus',
        how: 'status',
        channel,
        thread,
        text: text === '' ? '[no status]' : text,
        payload: body,
      });
      return {};
    },
  },
  'assistant.threads.setSuggestedPrompts': {
    scope: 'assistant:write',
    required: ['channel_id', 'prompts'],
    answer: (workspace, body) => {
      const { channel, thread } = agentPlace(workspace, body);
      const prompts = listOf(body.prompts);
      if (
        prompts.length === 0 ||
        prompts.length > mostPrompts ||
        prompts.some(({ title, message }) => !title || !message)
      )
        throw new SlackError('invalid_arguments');
      // With a thread the agent's view takes the call and shows nothing.
      const shown = thread === undefined;
      workspace.appSaid({
        method: 'assistant.threads.setSuggestedPrompts',
        how: shown ? 'suggested' : 'suggested, but not shown',
        channel,
        thread,
        text: prompts.map(({ title }) => `[prompt: ${String(title)}]`).join('\n'),
        payload: body,
      });
      return {};
    },
  },
};

function agentPlace(workspace: Workspace, body: Json): { channel: string; thread: string | undefined } {
  const channel = String(body.channel_id);
  if (!workspace.channels.has(channel)) throw new SlackError('channel_not_found');
  return { channel, thread: stringOf(body.thread_ts) };
}
