import type { Authorize, AuthorizeResult } from '@slack/bolt';
import { WebClient, type WebClientOptions } from '@slack/web-api';
import { nameWorkspace } from './current.ts';
import { workspaceId } from './installation.ts';
import type { Installations } from './installations.ts';

/** Says who the bot is where a delivery came from, and names that workspace for all that follows. */
export type KnowWorkspace = Authorize<boolean>;

/** The bot in one workspace, by its token. */
export interface OneWorkspace {
  readonly client: WebClient;
  readonly know: KnowWorkspace;
}

/** @throws when Slack does not know the token or cannot be reached */
export async function oneWorkspace(token: string, options: WebClientOptions): Promise<OneWorkspace> {
  const client = new WebClient(token, options);
  const { bot_id: botId, user_id: botUserId } = await client.auth.test();
  return {
    client,
    know: async (source) => {
      nameWorkspace({ id: workspaceId(source) ?? '', client, token });
      return botOf(botId, botUserId);
    },
  };
}

/**
 * The bot in as many workspaces as have installed it. The library is not told their tokens: it would keep a
 * client for each token that there ever was.
 */
export function manyWorkspaces(installations: Installations, options: WebClientOptions): KnowWorkspace {
  const clients = new Map<string, WebClient>();
  return async (source) => {
    const id = workspaceId(source);
    if (id === undefined) throw new Error('Slack named no workspace');
    const { botToken: token, botId, botUserId } = await installations.find(id);
    // A token of a whole organisation has to be told which of its workspaces is meant.
    const team = source.isEnterpriseInstall && source.teamId !== undefined ? { teamId: source.teamId } : {};
    const place = `${id} ${team.teamId ?? ''}`;
    const known = clients.get(place);
    const client = known?.token === token ? known : new WebClient(token, { ...options, ...team });
    clients.set(place, client);
    nameWorkspace({ id, client, token });
    return botOf(botId, botUserId);
  };
}

/** By which the library knows the bot's own messages. */
function botOf(botId: string | undefined, botUserId: string | undefined): AuthorizeResult {
  return {
    ...(botId === undefined ? {} : { botId }),
    ...(botUserId === undefined ? {} : { botUserId }),
  };
}
