import { randomBytes } from 'node:crypto';
import { elementText } from './block-text.ts';
import { checkedMessage } from './chat-methods.ts';
import { type Delivered, type DeliveryKind, type Door, deliver, outcome, type Retry } from './delivery.ts';
import type { SlackFile } from './file-store.ts';
import { type Json, listOf, objectOf, stringOf } from './json.ts';
import {
  type Act,
  blockActions,
  eventEnvelope,
  filesOf,
  interactivePayload,
  messageAction,
  slashCommandPayload,
} from './payloads.ts';
import { secondsNow } from './signing.ts';
import type { Entry } from './transcript.ts';
import { SlackError } from './web-api-method.ts';
import { ids, type Workspace } from './workspace.ts';

const slackRetriesAfterMs = [0, 60_000, 300_000];

export interface Who {
  /** `U1` unless given. */
  readonly user?: string;
  /** `C1` unless given. */
  readonly channel?: string;
}

/** A delivery that the app may answer at its address or by opening a form. */
export interface Acted extends Delivered {
  readonly triggerId: string;
  readonly responseUrl: string;
}

/** A delivery of an event. */
export interface EventDelivered extends Delivered {
  readonly eventId: string;
  /** The stamp of the message. */
  readonly ts: string;
  /** All that was sent, to be sent again. */
  readonly envelope: Json;
}

export interface BlockActionOptions extends Who {
  readonly actionId: string;
  /** Another value than that of the button shown; with it no such button needs to be shown. */
  readonly value?: string;
  /** More fields of the action, such as `selected_option`. */
  readonly more?: Json;
  /** The message whose button it is; the last that has it unless given. */
  readonly on?: Entry;
  /** The `state` of the message's fields; as they began unless given. */
  readonly state?: Json;
}

export interface ShortcutOptions extends Who {
  readonly callbackId: string;
  /** The message that it is chosen on; `null` for a shortcut that is not on a message. */
  readonly message?: {
    readonly text?: string;
    readonly files?: readonly SlackFile[];
    readonly ts?: string;
  } | null;
}

/** What people do in Slack, delivered to the app. */
export class People {
  /** Another in each fake: an app keeps the ids of events it has seen, and may outlive the fake. */
  private readonly eventIds = `Ev${randomBytes(4).toString('hex')}`;

  constructor(
    private readonly workspace: Workspace,
    private readonly door: () => Door,
    private readonly stop: AbortSignal,
  ) {}

  /** A person types a slash command. An answer in the acknowledgement is shown. */
  async slashCommand(options: Who & { command: string; text?: string; more?: Json }): Promise<Acted> {
    const act = this.act(options);
    const { command, text = '', more = {} } = options;
    const payload = { ...slashCommandPayload(act, command, text), ...more };
    this.person(act, 'slash_commands', 'command', { text: `${command} ${text}`.trim(), payload });
    const delivered = await this.deliver('slash_commands', payload);
    this.showAnswer(act, command, delivered);
    return { ...delivered, triggerId: act.triggerId, responseUrl: act.responseUrl };
  }

  /**
   * An event happens. `user`, `channel`, `ts` and for a `message` its `channel_type` `im` are filled in
   * where not given. Tried again when not acknowledged.
   */
  async event(event: Json & { type: string }): Promise<EventDelivered> {
    const direct = event.type === 'message' || event.type.startsWith('app_home');
    const { user, channel } = whoOf({
      user: stringOf(event.user) ?? 'U1',
      channel: stringOf(event.channel) ?? (direct ? ids.direct : ids.channel),
    });
    const ts = stringOf(event.ts) ?? this.workspace.counters.ts();
    const said = event.type === 'message' || event.type === 'app_mention';
    const full: Json = {
      user,
      channel,
      event_ts: ts,
      ...(said ? { ts, text: '' } : {}),
      ...(event.type === 'message' && channel.startsWith('D') ? { channel_type: 'im' } : {}),
      ...event,
    };
    const eventId = this.workspace.counters.id(this.eventIds);
    const envelope = eventEnvelope(full, eventId, secondsNow(), this.workspace.place);
    this.workspace.channels.add(channel);
    this.person({ user, channel }, 'events_api', said ? 'message' : 'event', {
      text: said ? String(full.text) : `[${event.type}]`,
      payload: envelope,
      ...(said ? { ts, thread: stringOf(event.thread_ts) } : {}),
      files: listOf(event.files) as unknown as SlackFile[],
    });
    return { ...(await this.deliver('events_api', envelope)), eventId, ts, envelope };
  }

  /** Delivers an event once more, as Slack does when an acknowledgement got lost. */
  async redeliver(envelope: Json, retry: Retry): Promise<Delivered> {
    return outcome([await this.door().attempt('events_api', envelope, retry)]);
  }

  /** A person chooses a shortcut, on a message unless that is `null`. */
  async shortcut(options: ShortcutOptions): Promise<Acted> {
    const { callbackId, message = {} } = options;
    const act = this.act(options);
    if (message === null) {
      const more = { type: 'shortcut', callback_id: callbackId, action_ts: this.workspace.counters.ts() };
      return this.interact(act, more, 'shortcut', callbackId);
    }
    const { text = '', files = [] } = message;
    const ts = message.ts ?? this.workspace.counters.ts();
    const shown = { type: 'message', user: act.user, ts, text, ...filesOf(files) };
    const more = messageAction(act, callbackId, shown, ts, this.workspace.counters.ts());
    return this.interact(act, more, 'message shortcut', callbackId, { ts, files });
  }

  /** A person presses a button, or uses a menu, of the last message that shows it to them. */
  async blockAction(options: BlockActionOptions): Promise<Acted> {
    const { user } = whoOf(options);
    const found = this.shownElement(options.actionId, user, options.on);
    if (!found && options.value === undefined)
      throw new TypeError(`blockAction: no message shows ${user} an element ${options.actionId}`);
    const act = this.act(
      { user, channel: options.channel ?? found?.entry.channel ?? ids.channel },
      found?.entry,
    );
    const {
      element = { type: 'button', text: { type: 'plain_text', text: options.actionId } },
      blockId = 'b0',
    } = found ?? {};
    const action = {
      ...element,
      action_id: options.actionId,
      block_id: blockId,
      ...(options.value === undefined ? {} : { value: options.value }),
      ...options.more,
    };
    const more = {
      ...blockActions(act, action, this.workspace.counters.ts(), found?.entry),
      ...(options.state === undefined ? {} : { state: options.state }),
    };
    return this.interact(act, more, 'pressed', elementText(element));
  }

  /** Any other press or choice, such as the submission of a form. */
  async interaction(payload: Json & { type: string }, who: Who = {}): Promise<Acted> {
    return this.interact(this.act(who), payload, payload.type, `[${payload.type}]`);
  }

  /** Delivers what somebody pressed, chose or sent. */
  async interact(
    act: Act,
    more: Json,
    how: string,
    text: string,
    entry: Partial<Entry> = {},
  ): Promise<Acted> {
    const payload = interactivePayload(act, more);
    this.person(act, 'interactive', how, { text, payload, ...entry });
    const delivered = await this.deliver('interactive', payload);
    return { ...delivered, triggerId: act.triggerId, responseUrl: act.responseUrl };
  }

  private deliver(kind: DeliveryKind, payload: Json): Promise<Delivered> {
    const { retryAfterMs = slackRetriesAfterMs } = this.workspace.options;
    return deliver(this.door(), kind, payload, { retryAfterMs, stop: this.stop });
  }

  /** A person is about to do something: how the app may answer. */
  act(who: Who, on?: Entry): Act {
    const { user, channel } = whoOf(who);
    this.workspace.channels.add(channel);
    return {
      user,
      channel,
      place: this.workspace.place,
      triggerId: this.workspace.triggers.issue(user),
      responseUrl: this.workspace.responses.issue({ user, channel, on }),
    };
  }

  private person(
    { user, channel }: { user: string; channel: string },
    method: string,
    how: string,
    entry: { text: string; payload: Json } & Partial<Entry>,
  ): void {
    this.workspace.entries.push({ ...entry, who: user, method, how, channel });
  }

  private showAnswer({ channel, user }: Act, command: string, { acked, text, attempts }: Delivered): void {
    if (!acked) {
      const late = attempts.at(-1)?.failure?.endsWith('timeout');
      const reason = late ? 'operation_timeout' : 'dispatch_failed';
      this.workspace.slackSaid(channel, user, `${command} failed with the error “${reason}”`);
      return;
    }
    if (text === '') return;
    const payload = answerPayload(text);
    try {
      const forAll = payload.response_type === 'in_channel';
      this.workspace.appSaid({
        method: 'answer',
        how: forAll ? 'message' : 'to that person only',
        channel,
        ...(forAll ? { ts: this.workspace.counters.ts() } : { user }),
        ...checkedMessage(payload),
        payload,
      });
    } catch (error) {
      if (!(error instanceof SlackError)) throw error;
      this.workspace.slackSaid(channel, user, `${command} failed with the error “invalid_command_response”`);
    }
  }

  /** A person writes a message that the app does not hear of. */
  write({
    thread,
    files = [],
    ...said
  }: Who & { text: string; thread?: string | undefined; files?: readonly SlackFile[] }): void {
    const { user, channel } = whoOf(said);
    const ts = this.workspace.counters.ts();
    this.person({ user, channel }, 'written', 'message', { text: said.text, payload: {}, ts, thread, files });
  }

  private shownElement(actionId: string, user: string, on: Entry | undefined) {
    for (const entry of on === undefined ? this.workspace.entries.toReversed() : [on]) {
      if (entry.user !== undefined && entry.user !== user) continue;
      for (const [index, block] of listOf(entry.blocks).entries()) {
        const elements = [...listOf(block.elements), objectOf(block.accessory)];
        const element = elements.find(({ action_id }) => action_id === actionId);
        if (element) return { entry, element, blockId: stringOf(block.block_id) ?? `b${index}` };
      }
    }
    return undefined;
  }
}

function whoOf({ user = 'U1', channel = ids.channel }: Who): { user: string; channel: string } {
  return { user, channel };
}

function answerPayload(text: string): Json {
  try {
    return objectOf(JSON.parse(text));
  } catch {
    return { text };
  }
}
