import { App } from '@slack/bolt';
import type { WebClient, WebClientOptions } from '@slack/web-api';
import { clientOptions } from './client-options.ts';
import { FileDesk } from './files/file-desk.ts';
import { FileThread } from './files/file-thread.ts';
import { WorkbookReader } from './files/workbook-reader.ts';
import { httpEntrance, type RequestListener } from './intake/http-entrance.ts';
import { Intake } from './intake/intake.ts';
import { limitPeople } from './intake/limit-people.ts';
import { ReplayGuard } from './intake/replay-guard.ts';
import { type SocketEntrance, socketEntrance } from './intake/socket-entrance.ts';
import { LastQuestions } from './last-questions.ts';
import { registerUninstalled } from './listeners/events/uninstalled.ts';
import { registerListeners } from './listeners/index.ts';
import { type BotMetrics, noMetrics } from './metrics.ts';
import { quietLogger } from './quiet-logger.ts';
import { tellFailure } from './replies/failures.ts';
import { progressAfterMs } from './replies/progress.ts';
import type { BotLogger, BotStore } from './services.ts';
import { CurrentClient, currentToken } from './workspaces/current.ts';
import { InstallFlow } from './workspaces/install-flow.ts';
import type { InstallationStore } from './workspaces/installation-store.ts';
import { Installations } from './workspaces/installations.ts';
import { Seal, type SealingKey } from './workspaces/seal.ts';
import { type KnowWorkspace, manyWorkspaces, oneWorkspace } from './workspaces/workspaces.ts';

export interface SlackAppOptions {
  /** Given for one workspace. */
  readonly botToken?: string;
  /** Given for as many workspaces as install the app. */
  readonly installs?: Installs;
  /** Given when Slack calls this server over HTTP. */
  readonly signingSecret?: string;
  /** Given when the bot opens a socket to Slack (Socket Mode). */
  readonly appToken?: string;
  readonly store: BotStore;
  readonly logger: BotLogger;
  readonly metrics?: BotMetrics;
  /** Stands in for Slack's Web API in tests. */
  readonly slackApiUrl?: string;
  /** Origins that files may be fetched from, for tests; in production Slack's own host and no other. */
  readonly fileHosts?: readonly string[];
  /** Other than two seconds, for tests. */
  readonly progressAfterMs?: number;
  /** A thread for files that several bots of one process share; whoever made it closes it. */
  readonly thread?: FileThread;
}

/** How workspaces install the app, and where their tokens are kept. */
export interface Installs {
  readonly clientId: string;
  readonly clientSecret: string;
  /** Where Slack sends whoever installs the app back to. */
  readonly redirectUri: string;
  /** The first seals tokens; the others open what they sealed before. */
  readonly keys: readonly SealingKey[];
  readonly store: InstallationStore;
}

/** The bot as the server sees it. */
export interface SlackFace {
  /** Takes what Slack sends to `/slack/events`; absent in Socket Mode. */
  readonly requestListener?: RequestListener;
  /** Where people install the app; absent where it is for one workspace. */
  readonly installFlow?: InstallFlow;
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
  const { logger, store, slackApiUrl, metrics = noMetrics } = options;
  const { http, socket } = openEntrance(options);
  const receiver = http?.receiver ?? socket?.receiver;
  if (receiver === undefined) throw new TypeError('createSlackApp: no entrance');
  const calls = { ...clientOptions(slackApiUrl), logger: quietLogger(logger) };
  const { know, only, installations, installFlow } = await openWorkspaces(options, calls);
  const client = new CurrentClient(calls, metrics, only);
  const app = new App({
    authorize: know,
    receiver,
    logger: quietLogger(logger),
    clientOptions: calls,
    extendedErrorHandler: true,
    // Kept for ever in memory otherwise; nothing here needs it.
    convoStore: false,
  });
  // What listeners are handed speaks in the workspace that a delivery came from.
  app.client = client;
  const intake = new Intake({
    store,
    logger,
    metrics,
    ...(http === undefined ? {} : { guard: new ReplayGuard() }),
  });
  intake.standBefore(app);
  app.error(((failure) => tellFailure(client, logger, failure)) satisfies FailureHandler);

  app.use(limitPeople(logger));

  const thread = options.thread ?? new FileThread();
  const reader = new WorkbookReader({
    client,
    token: currentToken,
    thread,
    logger,
    origins: options.fileHosts,
  });
  const questions = new LastQuestions();
  registerListeners(app, {
    client,
    logger,
    desk: new FileDesk(),
    reader,
    writer: thread,
    kept: store.kept,
    questions,
    runs: store.runs,
    progressAfterMs: options.progressAfterMs ?? progressAfterMs,
  });
  registerUninstalled(
    app,
    async (workspace, before) => {
      if (await installations?.isInstalledSince(workspace, before)) return;
      questions.forgetWorkspace(workspace);
      await store.kept.forgetWorkspace(workspace);
      await store.runs.forgetRunsIn(workspace);
      await installations?.erase(workspace, before);
    },
    logger,
  );
  return {
    ...(http === undefined ? {} : { requestListener: http.requestListener }),
    ...(installFlow === undefined ? {} : { installFlow }),
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

/** One workspace by its token, or as many as install the app. */
async function openWorkspaces(
  { botToken, installs, store, logger }: SlackAppOptions,
  calls: WebClientOptions,
): Promise<{
  readonly know: KnowWorkspace;
  readonly only?: WebClient;
  readonly installations?: Installations;
  readonly installFlow?: InstallFlow;
}> {
  if (botToken !== undefined && installs === undefined) {
    const { client, know } = await oneWorkspace(botToken, calls);
    return { know, only: client };
  }
  if (installs === undefined || botToken !== undefined)
    throw new TypeError('createSlackApp: give either a bot token or how the app is installed');
  const { clientId, clientSecret, redirectUri } = installs;
  const seal = new Seal(installs.keys);
  const given = { seal, store: installs.store, clientId, clientSecret, logger, clientOptions: calls };
  const installations = new Installations(given);
  const anew = await installations.sealAnew();
  if (anew > 0) logger.info({ installations: anew }, 'tokens were sealed anew with the first key');
  const installFlow = new InstallFlow({ installations, store, logger, clientId, clientSecret, redirectUri });
  return { know: manyWorkspaces(installations, calls), installations, installFlow };
}

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
