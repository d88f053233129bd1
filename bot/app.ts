import { App } from '@slack/bolt';
import { clientOptions } from './client-options.ts';
import { FileDesk } from './files/file-desk.ts';
import { FileThread } from './files/file-thread.ts';
import { WorkbookReader } from './files/workbook-reader.ts';
import { httpEntrance, type RequestListener } from './intake/http-entrance.ts';
import { Intake } from './intake/intake.ts';
import { ReplayGuard } from './intake/replay-guard.ts';
import { type SocketEntrance, socketEntrance } from './intake/socket-entrance.ts';
import { LastQuestions } from './last-questions.ts';
import { registerListeners } from './listeners/index.ts';
import { quietLogger } from './quiet-logger.ts';
import { tellFailure } from './replies/failures.ts';
import { progressAfterMs } from './replies/progress.ts';
import type { BotLogger, BotStore } from './services.ts';

export interface SlackAppOptions {
  readonly botToken: string;
  /** Given when Slack calls this server over HTTP. */
  readonly signingSecret?: string;
  /** Given when the bot opens a socket to Slack (Socket Mode). */
  readonly appToken?: string;
  readonly store: BotStore;
  readonly logger: BotLogger;
  /** Stands in for Slack's Web API in tests. */
  readonly slackApiUrl?: string;
  /** Origins that files may be fetched from, for tests; in production Slack's own host and no other. */
  readonly fileHosts?: readonly string[];
  /** Other than two seconds, for tests. */
  readonly progressAfterMs?: number;
  /** A thread for files that several bots of one process share; whoever made it closes it. */
  readonly thread?: FileThread;
}

/** The bot as the server sees it. */
export interface SlackFace {
  /** Takes what Slack sends to `/slack/events`; absent in Socket Mode. */
  readonly requestListener?: RequestListener;
  start(): Promise<void>;
  /** Takes nothing more, and waits a while for what is under way. */
  stop(): Promise<void>;
}

/** What is under way when the bot is told to stop gets this long. */
const drainMs = 8000;

/**
 * Makes the bot and checks its token with Slack. Rejects when Slack does not know the token or cannot
 * be reached.
 *
 * @throws TypeError unless exactly one of signing secret and app token is given
 */
export async function createSlackApp(options: SlackAppOptions): Promise<SlackFace> {
  const { botToken, logger, store, slackApiUrl } = options;
  const { http, socket } = openEntrance(options);
  const receiver = http?.receiver ?? socket?.receiver;
  if (receiver === undefined) throw new TypeError('createSlackApp: no entrance');
  const app = new App({
    token: botToken,
    receiver,
    logger: quietLogger(logger),
    clientOptions: clientOptions(slackApiUrl),
    extendedErrorHandler: true,
    // The token is then checked by `init`, which can be waited for.
    deferInitialization: true,
    // Kept for ever in memory otherwise; nothing here needs it.
    convoStore: false,
  });
  const intake = new Intake({ store, logger, ...(http === undefined ? {} : { guard: new ReplayGuard() }) });
  intake.standBefore(app);
  app.error(((failure) => tellFailure(app.client, logger, failure)) satisfies FailureHandler);

  const thread = options.thread ?? new FileThread();
  const reader = new WorkbookReader({
    client: app.client,
    token: botToken,
    thread,
    logger,
    origins: options.fileHosts,
  });
  registerListeners(app, {
    client: app.client,
    logger,
    desk: new FileDesk(),
    reader,
    writer: thread,
    kept: store.kept,
    questions: new LastQuestions(),
    runs: store.runs,
    progressAfterMs: options.progressAfterMs ?? progressAfterMs,
  });
  await app.init();
  return {
    ...(http === undefined ? {} : { requestListener: http.requestListener }),
    start: async () => {
      await socket?.connection.open();
    },
    stop: async () => {
      await intake.close(drainMs);
      await socket?.connection.close();
      if (options.thread === undefined) await thread.close();
    },
  };
}

/** What an extended handler is given; the library's own type for it covers the other kind as well. */
type FailureHandler = (failure: { readonly error: unknown; readonly body: unknown }) => Promise<void>;

function openEntrance({ signingSecret, appToken, slackApiUrl, logger }: SlackAppOptions): {
  readonly http?: ReturnType<typeof httpEntrance>;
  readonly socket?: SocketEntrance;
} {
  if (signingSecret !== undefined && appToken === undefined) {
    return { http: httpEntrance(signingSecret, logger) };
  }
  if (appToken !== undefined && signingSecret === undefined) {
    return { socket: socketEntrance(appToken, clientOptions(slackApiUrl), logger) };
  }
  throw new TypeError('createSlackApp: give either a signing secret or an app token');
}
