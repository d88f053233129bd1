import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { App, HTTPReceiver, type Receiver, SocketModeReceiver } from '@slack/bolt';
import { type FileHosts, slackFileHosts } from './files/download.ts';
import { Lm3Jobs } from './files/lm3-jobs.ts';
import { InFlight } from './in-flight.ts';
import { registerListeners } from './listeners/index.ts';
import { quietLogger } from './quiet-logger.ts';
import { RecentResults } from './recent-results.ts';
import { ReplayGuard } from './replay-guard.ts';
import type { BotLogger, Services } from './services.ts';

export interface SlackAppOptions {
  readonly botToken: string;
  /** With it Slack sends requests to this server; without it the bot holds a socket open. */
  readonly signingSecret?: string;
  readonly appToken?: string;
  readonly store: Services['store'];
  readonly logger: BotLogger;
  /** Where Slack's API is; tests give their own. */
  readonly slackApiUrl?: string;
  readonly fileHosts?: FileHosts;
}

/** The bot as the server sees it. */
export interface SlackFace {
  /** Takes requests to `/slack/events`; only where Slack sends requests. */
  readonly requestListener?: (request: IncomingMessage, response: ServerResponse) => void;
  start(): Promise<void>;
  /** Waits for work in hand, but not longer than ten seconds. */
  stop(): Promise<void>;
}

/** What an extended error handler is given; the library does not export the type. */
type ErrorArguments = Parameters<Parameters<App['error']>[0]>[0];

const apiTimeoutMs = 10_000;
const stopDeadlineMs = 10_000;

/**
 * Makes the bot. Slack sends requests when there is a signing secret; otherwise the bot opens a
 * socket with the app token.
 *
 * @throws TypeError when neither is given
 */
export async function createSlackApp(options: SlackAppOptions): Promise<SlackFace> {
  const { botToken, logger, slackApiUrl } = options;
  const inFlight = new InFlight();
  const http = options.signingSecret === undefined ? undefined : httpReceiver(options.signingSecret, logger);
  const receiver: Receiver = http ?? socketReceiver(options, logger);
  const app = new App({
    token: botToken,
    receiver,
    logger: quietLogger(logger),
    extendedErrorHandler: true,
    deferInitialization: true,
    clientOptions: {
      timeout: apiTimeoutMs,
      retryConfig: { retries: 3, maxRetryTime: 30_000 },
      ...(slackApiUrl === undefined ? {} : { slackApiUrl }),
    },
  });
  app.error(async ({ error, body }: ErrorArguments) => {
    const id = randomUUID().slice(0, 8);
    logger.error({ errorId: id, err: error }, 'a request from Slack failed');
    await tellThem(app, body, sentenceFor(error, id), logger);
  });
  registerListeners(app, {
    botToken,
    store: options.store,
    logger,
    fileHosts: options.fileHosts ?? slackFileHosts,
    jobs: new Lm3Jobs(),
    recent: new RecentResults(),
    inFlight,
  });
  await app.init();
  return {
    ...(http ? { requestListener: guarded(http) } : {}),
    start: async () => {
      if (!http) await app.start();
    },
    stop: async () => {
      await inFlight.drain(stopDeadlineMs);
      if (!http) await app.stop();
    },
  };
}

function httpReceiver(signingSecret: string, logger: BotLogger): HTTPReceiver {
  return new HTTPReceiver({ signingSecret, endpoints: '/slack/events', logger: quietLogger(logger) });
}

function socketReceiver({ appToken, slackApiUrl }: SlackAppOptions, logger: BotLogger): SocketModeReceiver {
  if (appToken === undefined) throw new TypeError('createSlackApp: give a signing secret or an app token');
  // The time without an answer after which a socket counts as lost also sets the gap while it is renewed.
  return new SocketModeReceiver({
    appToken,
    clientPingTimeout: 1000,
    logger: quietLogger(logger),
    ...(slackApiUrl === undefined ? {} : { installerOptions: { clientOptions: { slackApiUrl } } }),
  });
}

function guarded(receiver: HTTPReceiver): NonNullable<SlackFace['requestListener']> {
  const guard = new ReplayGuard();
  return (request, response) => {
    if (!guard.admits(request)) {
      response.writeHead(401).end();
      return;
    }
    receiver.requestListener(request, response);
  };
}

/** What failed, as far as the person can do something about it. */
function sentenceFor(error: Error, id: string): string {
  const reason =
    field(field(error, 'data'), 'error') ?? field(field(field(error, 'original'), 'data'), 'error');
  if (reason === 'not_in_channel' || reason === 'channel_not_found') {
    return 'I am not in this conversation. Invite me with /invite @Local Pound, then try again.';
  }
  return `Something went wrong on my side. It has been noted as ${id}; please try again.`;
}

/** Tells the person that something failed, where the request says who and where they are. */
async function tellThem(app: App, body: object, text: string, logger: BotLogger): Promise<void> {
  const event = field(body, 'event') ?? body;
  const responseUrl = field(body, 'response_url');
  const channel = idOf(field(event, 'channel')) ?? idOf(field(event, 'channel_id'));
  const user = idOf(field(event, 'user')) ?? idOf(field(event, 'user_id'));
  try {
    // A response URL works also where the bot is no member of the channel.
    if (typeof responseUrl === 'string') {
      await fetch(responseUrl, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ response_type: 'ephemeral', replace_original: false, text }),
        signal: AbortSignal.timeout(apiTimeoutMs),
      });
    } else if (channel && user) {
      await app.client.chat.postEphemeral({ channel, user, text });
    }
  } catch (error) {
    logger.warn({ err: error }, 'could not tell the person about the failure');
  }
}

function field(of: unknown, name: string): unknown {
  return typeof of === 'object' && of !== null ? (of as Record<string, unknown>)[name] : undefined;
}

function idOf(value: unknown): string | undefined {
  const id = typeof value === 'object' ? field(value, 'id') : value;
  return typeof id === 'string' ? id : undefined;
}
