import { Counters, SlackClock } from './counters.ts';
import { FileStore, type SlackFile } from './file-store.ts';
import { Installs, type Place } from './installs.ts';
import type { Json } from './json.ts';
import { ResponseUrls, TriggerIds } from './one-time.ts';
import type { Entry } from './transcript.ts';
import { ViewStore } from './view-store.ts';

/** The bot's scopes in the product's manifest. */
export const defaultScopes = [
  'commands',
  'chat:write',
  'app_mentions:read',
  'im:history',
  'assistant:write',
  'files:read',
  'files:write',
];

export interface FakeSlackOptions {
  /** What the bot token may do. */
  readonly scopes?: readonly string[];
  /** What the app token may do; `connections:write` unless given. */
  readonly appScopes?: readonly string[];
  /** How long the app has to acknowledge, in milliseconds; three seconds in Slack. */
  readonly ackMs?: number;
  /** Waits before each new try of an event, in milliseconds; at once, one minute, five minutes in Slack. */
  readonly retryAfterMs?: readonly number[];
  /** How long a trigger id is good for, in milliseconds; three seconds in Slack. */
  readonly triggerMs?: number;
  /** How long an event waits for the app to have a socket open, in milliseconds. */
  readonly socketWaitMs?: number;
  /** Channels where the app is not a member, so that it may not post there. */
  readonly channelsWithoutApp?: readonly string[];
  /** Tokens end after twelve hours and are renewed. */
  readonly tokenRotation?: boolean;
  /** The app's name in the transcript. */
  readonly appName?: string;
}

/** An answer to give in place of the right one. */
export type Failure =
  | { readonly status: 429; readonly retryAfter: number }
  | { readonly status: 500 | 502 | 503 }
  | { readonly error: string; readonly messages?: readonly string[] }
  /** The connection breaks before any answer. */
  | { readonly hangUp: true };

/** One call of the Web API and what came of it. */
export interface ApiCall {
  readonly method: string;
  readonly body: Json;
  /** The token that it was made with. */
  readonly token?: string | undefined;
  readonly ok: boolean;
  readonly error?: string | undefined;
}

export const ids = {
  team: 'T1',
  app: 'A1',
  botUser: 'UBOT',
  bot: 'BBOT',
  channel: 'C1',
  direct: 'D1',
} as const;

/** Everything the fake remembers; its parts share one. */
export class Workspace {
  readonly botToken = 'xoxb-test';
  readonly appToken = 'xapp-test';
  readonly signingSecret = 'test-signing-secret';
  readonly entries: Entry[] = [];
  readonly calls: ApiCall[] = [];
  readonly counters = new Counters();
  readonly clock = new SlackClock();
  readonly failures = new Map<string, Failure[]>();
  readonly uploads = new Map<string, { id: string; name: string; length: number; bytes?: Uint8Array }>();
  readonly tickets = new Set<string>();
  /** Where people act now. */
  place: Place = { team: ids.team };
  readonly installs: Installs;
  readonly views = new ViewStore(this.counters);
  readonly channels = new Set<string>([ids.channel, ids.direct]);
  readonly files: FileStore;
  readonly triggers: TriggerIds;
  readonly responses: ResponseUrls;
  readonly scopes: ReadonlySet<string>;
  readonly appScopes: ReadonlySet<string>;
  readonly appName: string;

  constructor(
    readonly options: FakeSlackOptions,
    readonly origin: () => string,
    foreignOrigin: () => string,
  ) {
    this.scopes = new Set(options.scopes ?? defaultScopes);
    this.appScopes = new Set(options.appScopes ?? ['connections:write']);
    this.appName = options.appName ?? 'Local Pound';
    this.installs = new Installs(
      this.counters,
      this.clock,
      options.tokenRotation ?? false,
      this.botToken,
      this.place,
    );
    this.files = new FileStore(this.counters, origin, foreignOrigin);
    this.triggers = new TriggerIds(this.counters, this.clock, options.triggerMs ?? 3000);
    this.responses = new ResponseUrls(this.counters, this.clock, origin);
  }

  get ackMs(): number {
    return this.options.ackMs ?? 3000;
  }

  /** A ticket with which one socket may be opened, once. */
  newTicket(): string {
    const ticket = this.counters.id('ticket');
    this.tickets.add(ticket);
    return ticket;
  }

  /** Writes down what the app said. */
  appSaid(entry: Omit<Entry, 'who'>): void {
    this.entries.push({ who: this.appName, ...entry });
  }

  /** Writes down what Slack itself tells a person, such as that a command failed. */
  slackSaid(channel: string, user: string, text: string): void {
    this.entries.push({
      who: 'Slack',
      method: 'slack',
      how: 'to that person only',
      channel,
      user,
      text,
      payload: {},
    });
  }

  filesOf(ids: readonly string[]): SlackFile[] {
    return ids.flatMap((id) => this.files.find(id)?.file ?? []);
  }
}
