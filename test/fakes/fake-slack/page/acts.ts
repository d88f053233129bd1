import * as z from 'zod';
import type { SlackFile } from '../file-store.ts';
import { type Json, listOf, objectOf } from '../json.ts';
import type { FakeSlackServer } from '../start-fake-slack.ts';
import { fieldsOf, stateElement, stateOf } from '../view-state.ts';
import type { AppManifest } from './app-manifest.ts';
import { channels } from './draw-screen.ts';

const fields = z.record(z.string(), z.unknown()).default({});
const who = { user: z.string().min(1), place: z.string().min(1) };

/** What a person does on the page. */
const act = z.discriminatedUnion('do', [
  z.object({
    ...who,
    do: z.literal('write'),
    text: z.string(),
    files: z.array(z.string()).default([]),
    thread: z.string().optional(),
  }),
  z.object({ ...who, do: z.literal('shortcut'), id: z.string(), ts: z.string().optional() }),
  z.object({
    ...who,
    do: z.literal('press'),
    on: z.enum(['message', 'home', 'modal']),
    entry: z.number().int().optional(),
    action: z.string(),
    value: z.unknown().optional(),
    values: fields,
  }),
  z.object({ ...who, do: z.literal('submit'), values: fields }),
  z.object({ ...who, do: z.literal('close'), all: z.boolean() }),
  z.object({ ...who, do: z.literal('suggest'), action: z.string(), text: z.string() }),
  z.object({ ...who, do: z.literal('look'), tab: z.enum(['home', 'messages']) }),
  z.object({ ...who, do: z.literal('mood'), mood: z.enum(['refuse-blocks', 'too-many', 'again']) }),
]);

type Act = z.output<typeof act>;

/** What the page is told: options of a menu, or a word about what went wrong. */
export interface ActAnswer {
  readonly note?: string;
  readonly options?: readonly Json[];
}

/** Turns what is done on the page into what Slack sends the app. */
export class Acts {
  /** What the app found wrong in a form, by its id. */
  readonly errors = new Map<string, Readonly<Record<string, string>>>();
  private lastEvent: Json | undefined;

  constructor(
    private readonly slack: FakeSlackServer,
    private readonly manifest: AppManifest,
  ) {}

  async perform(value: unknown): Promise<ActAnswer> {
    const done = act.parse(value);
    const { user } = done;
    const channel = channelOf(done.place, user);
    switch (done.do) {
      case 'write':
        return await this.write(done, channel);
      case 'shortcut':
        return this.heard(
          await this.slack.shortcut({ callbackId: done.id, user, channel, message: this.messageAt(done.ts) }),
        );
      case 'press':
        return await this.press(done, channel);
      case 'submit': {
        const view = this.slack.forms.open(user);
        const sent = await this.slack.forms.submit({ user, values: this.withFiles(done.values) });
        this.errors.set(String(view.id), sent.errors);
        return this.heard(sent);
      }
      case 'close':
        await this.slack.forms.close({ user, all: done.all });
        return {};
      case 'suggest':
        return {
          options: (await this.slack.forms.suggest({ user, channel, actionId: done.action, text: done.text }))
            .options,
        };
      case 'look':
        if (this.manifest.events.has('app_home_opened'))
          await this.event({ type: 'app_home_opened', user, channel, tab: done.tab, ...this.homeOf(user) });
        return {};
      case 'mood':
        return await this.setMood(done.mood);
    }
  }

  private async write(
    { user, text, files, thread }: Extract<Act, { do: 'write' }>,
    channel: string,
  ): Promise<ActAnswer> {
    const [, command = '', rest = ''] = /^(\/\S+)\s*([\s\S]*)$/.exec(text.trim()) ?? [];
    if (command !== '') {
      if (!this.manifest.commands.includes(command))
        return { note: `${command} is not a command of this app.` };
      return this.heard(
        await this.slack.slashCommand({ command, text: asSent(rest, this.manifest), user, channel }),
      );
    }
    const attached = this.filesBy(files);
    const said = {
      user,
      channel,
      text: asSent(text, this.manifest),
      ...(thread === undefined ? {} : { thread_ts: thread }),
    };
    const withFiles = attached.length === 0 ? {} : { files: attached };
    const direct = channel.startsWith('D');
    const member = channels.find(({ id }) => id === channel)?.withApp !== false;
    if (direct && this.manifest.events.has('message.im'))
      return await this.event({
        type: 'message',
        ...said,
        ...withFiles,
        ...(attached.length > 0 ? { subtype: 'file_share' } : {}),
      });
    if (member && said.text.includes('<@UBOT>') && this.manifest.events.has('app_mention'))
      return await this.event({ type: 'app_mention', ...said, ...withFiles });
    this.slack.write({ ...said, thread, files: attached });
    return {};
  }

  private async event(event: Json & { type: string }): Promise<ActAnswer> {
    const delivered = await this.slack.event(event);
    this.lastEvent = delivered.envelope;
    return this.heard(delivered);
  }

  private async press(
    { user, on, entry, action, value, values }: Extract<Act, { do: 'press' }>,
    channel: string,
  ): Promise<ActAnswer> {
    const given = {
      user,
      channel,
      actionId: action,
      ...(value === undefined || value === null ? {} : { value }),
    };
    if (on !== 'message')
      return this.heard(
        await this.slack.forms.press({ ...given, values: this.withFiles(values), home: on === 'home' }),
      );
    const message = this.slack.transcript[entry ?? -1];
    if (message === undefined) return { note: 'That message is no longer there.' };
    const element = fieldsOf(message.blocks).find((field) => field.element.action_id === action)?.element;
    const options = new Map(this.slack.forms.offeredTo(user));
    const more = element === undefined ? {} : stateElement(element, value, options);
    const state = stateOf(message.blocks, { ...values, [action]: value }, options);
    const pressed = typeof value === 'string' && element === undefined ? { value } : {};
    return this.heard(
      await this.slack.blockAction({ user, channel, actionId: action, on: message, more, state, ...pressed }),
    );
  }

  private heard({
    acked,
    status,
    attempts,
  }: {
    acked: boolean;
    status: number;
    attempts: readonly { failure?: string | undefined }[];
  }): ActAnswer {
    return acked
      ? {}
      : { note: `The bot did not take it: ${attempts.at(-1)?.failure ?? ''} (status ${status}).` };
  }

  private messageAt(ts: string | undefined) {
    if (ts === undefined) return null;
    const found = this.slack.transcript.find((entry) => entry.ts === ts);
    return { ts, text: found?.text ?? '', files: found?.files ?? [] };
  }

  private homeOf(user: string): Json {
    const view = this.slack.homeOf(user);
    return view === undefined ? {} : { view };
  }

  private filesBy(ids: readonly unknown[]): SlackFile[] {
    return ids.flatMap((id) => this.slack.file(String(id)) ?? []);
  }

  /** File fields come as ids of what was uploaded. */
  private withFiles(values: Readonly<Record<string, unknown>>): Record<string, unknown> {
    return Object.fromEntries(
      Object.entries(values).map(([name, value]) => {
        const { files } = objectOf(value);
        return [name, Array.isArray(files) ? this.filesBy(files) : value];
      }),
    );
  }

  private async setMood(mood: Extract<Act, { do: 'mood' }>['mood']): Promise<ActAnswer> {
    if (mood === 'again') {
      if (this.lastEvent === undefined) return { note: 'No event has been delivered yet.' };
      await this.slack.redeliver(this.lastEvent, { num: 1, reason: 'http_timeout' });
      return { note: 'Delivered again.' };
    }
    const failure =
      mood === 'too-many' ? ({ status: 429, retryAfter: 2 } as const) : { error: 'invalid_blocks' };
    const methods =
      mood === 'too-many' ? ['chat.postMessage'] : ['chat.postMessage', 'chat.postEphemeral', 'response_url'];
    for (const method of methods) this.slack.failNext(method, failure);
    return {
      note: mood === 'too-many' ? 'The next message meets a full queue.' : 'The next blocks will be refused.',
    };
  }
}

/** Each person has a conversation of their own with the app. */
export function channelOf(place: string, user: string): string {
  return place === 'app' || place === 'home' ? `D${user.slice(1)}` : place;
}

/** What a person types, as Slack sends it: escaped, and with ids for mentions. */
function asSent(text: string, { name }: AppManifest): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll(`@${name}`, '<@UBOT>');
}

/** The text of an option, for a list of them. */
export function optionsForPage(
  options: readonly Json[],
): { value: string; text: string; description: string }[] {
  return listOf(options).map((option) => ({
    value: String(option.value),
    text: String(objectOf(option.text).text),
    description: String(objectOf(option.description).text ?? ''),
  }));
}
