import type { SlackFile } from './file-store.ts';
import type { Place } from './installs.ts';
import { type Json, listOf } from './json.ts';
import type { Entry } from './transcript.ts';
import { stateOf } from './view-state.ts';
import { ids } from './workspace.ts';

/** Who does what, where, and how the app may answer. */
export interface Act {
  readonly user: string;
  readonly channel: string;
  readonly triggerId: string;
  readonly responseUrl: string;
  readonly place: Place;
}

/** What `/command text` sends. */
export function slashCommandPayload(act: Act, command: string, text: string): Json {
  return {
    token: 'deprecated',
    team_id: act.place.team,
    team_domain: 'fake',
    ...enterpriseOf(act.place),
    channel_id: act.channel,
    channel_name: channelName(act.channel),
    user_id: act.user,
    user_name: act.user.toLowerCase(),
    command,
    text,
    api_app_id: ids.app,
    is_enterprise_install: String(act.place.wholeOrganisation ?? false),
    response_url: act.responseUrl,
    trigger_id: act.triggerId,
  };
}

/** What an event comes in. */
export function eventEnvelope(event: Json, eventId: string, seconds: number, place: Place): Json {
  return {
    token: 'deprecated',
    team_id: place.team,
    ...enterpriseOf(place),
    api_app_id: ids.app,
    event,
    type: 'event_callback',
    event_id: eventId,
    event_time: seconds,
    authorizations: [
      {
        enterprise_id: place.enterprise ?? null,
        // A token of a whole organisation belongs to no one workspace.
        team_id: place.wholeOrganisation ? null : place.team,
        user_id: ids.botUser,
        is_bot: true,
        is_enterprise_install: place.wholeOrganisation ?? false,
      },
    ],
    is_ext_shared_channel: false,
  };
}

/** What every press and choice has in common. */
export function interactivePayload(act: Act, more: Json): Json {
  return {
    token: 'deprecated',
    team: { id: act.place.team, domain: 'fake' },
    enterprise: act.place.enterprise === undefined ? null : { id: act.place.enterprise, name: 'fake' },
    is_enterprise_install: act.place.wholeOrganisation ?? false,
    user: {
      id: act.user,
      username: act.user.toLowerCase(),
      name: act.user.toLowerCase(),
      team_id: act.place.team,
    },
    api_app_id: ids.app,
    trigger_id: act.triggerId,
    ...more,
  };
}

/** What choosing a message shortcut adds: the message it was chosen on. */
export function messageAction(
  act: Act,
  callbackId: string,
  message: Json,
  ts: string,
  actionTs: string,
): Json {
  return {
    type: 'message_action',
    callback_id: callbackId,
    action_ts: actionTs,
    response_url: act.responseUrl,
    channel: { id: act.channel, name: channelName(act.channel) },
    message_ts: ts,
    message,
  };
}

/** What pressing a button, or choosing from a menu, of an app's message adds. */
export function blockActions(act: Act, action: Json, actionTs: string, on: Entry | undefined): Json {
  const place = { channel_id: act.channel, is_ephemeral: on?.user !== undefined };
  return {
    type: 'block_actions',
    response_url: act.responseUrl,
    channel: { id: act.channel, name: channelName(act.channel) },
    container: { type: 'message', message_ts: on?.ts, thread_ts: on?.thread, ...place },
    actions: [{ action_ts: actionTs, ...action }],
    ...(on && on.user === undefined
      ? { message: { type: 'message', user: ids.botUser, ts: on.ts, thread_ts: on.thread, ...contents(on) } }
      : {}),
    state: stateOf(on?.blocks, {}, new Map()),
  };
}

/** A file as a message event carries it. */
export function filesOf(files: readonly SlackFile[]): Json {
  return files.length === 0 ? {} : { files };
}

function contents({ text, blocks }: Entry): Json {
  // Slack numbers the blocks that came without an id.
  return { text, blocks: listOf(blocks).map((block, index) => ({ block_id: `b${index}`, ...block })) };
}

function channelName(channel: string): string {
  return channel.startsWith('D')
    ? 'directmessage'
    : channel === ids.channel
      ? 'general'
      : channel.toLowerCase();
}

function enterpriseOf({ enterprise }: Place): Json {
  return enterprise === undefined ? {} : { enterprise_id: enterprise };
}
