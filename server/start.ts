import { fileURLToPath } from 'node:url';
import { createApp } from './app.ts';
import type { Config } from './config.ts';
import { keepPromisesToErase } from './erase-surveys.ts';
import { type Face, listFaces } from './faces.ts';
import { closeHttpServer, createHttpServer, listen } from './http-server.ts';
import type { Logger } from './log.ts';
import type { Metrics } from './metrics.ts';
import { isPaneBuilt } from './pane-files.ts';
import { openSlack, type SlackFace } from './slack.ts';
import { reasonOf, StartError } from './start-error.ts';
import { keepEventsShort } from './store/forget-events.ts';
import { describeStore } from './store/location.ts';
import { openStore } from './store/open-store.ts';
import type { Store } from './store/store.ts';
import { surveyMailFor } from './survey-mail.ts';
import { ownerEntry } from './survey-owner.ts';

/** Requests under way get this long to finish when the server is told to stop. */
const drainMs = 8000;

export interface StartOptions {
  readonly logger: Logger;
  /** Where `npm run build` put the pane. */
  readonly paneFolder?: string;
  /** Stands in for Slack's Web API in tests. */
  readonly slackApiUrl?: string;
}

export interface RunningServer {
  /** Where a browser on this computer finds it, such as `http://localhost:3000`. */
  readonly url: string;
  readonly faces: readonly Face[];
  /** Where Prometheus reads counts; absent where nobody does. */
  readonly metricsUrl?: string;
  /** How whoever started the server gets to the owner's page of the survey. */
  readonly ownerLine: string;
  /** Lets what is under way finish, then lets go of Slack and the store. */
  close(): Promise<void>;
}

/**
 * Opens the store, starts every face that is set up, and listens. Rejects with a {@link StartError}
 * when anything is in the way, and leaves nothing open then.
 */
export async function startServer(config: Config, options: StartOptions): Promise<RunningServer> {
  const { logger, paneFolder = builtPaneFolder } = options;
  const closers: (() => Promise<void>)[] = [];
  const close = async (): Promise<void> => {
    const failures: unknown[] = [];
    // One that fails must not keep the others open.
    for (const closer of closers.splice(0).reverse()) await closer().catch((error) => failures.push(error));
    if (failures.length > 0) throw new AggregateError(failures, 'Not everything could be closed.');
  };
  try {
    const store = await openStoreOrSayWhy(config, logger);
    closers.push(() => store.close(), keepEventsShort(store, logger));
    closers.push(keepPromisesToErase(store.survey, logger));
    const mail = surveyMailFor(config);

    const metrics = config.metrics === undefined ? undefined : await openMetrics(config.metrics, closers);
    const slack = await slackFor(config, store, { ...options, metrics });
    const install = slack?.installFlow;
    const app = createApp({ config, store, logger, paneFolder, metrics, install, surveyMail: mail.desk });
    const server = createHttpServer(app.fetch, slack?.requestListener);
    if (slack !== undefined) closers.push(() => slack.stop());
    closers.push(() => closeHttpServer(server, drainMs));
    const port = await listen(server, config.host, config.port);
    const url = localUrl(config.host, port);
    closers.push(mail.start(store.survey, config.publicUrl ?? url, logger));
    await orSlackProblem(async () => await slack?.start());
    return {
      url,
      faces: listFaces(config, isPaneBuilt(paneFolder)),
      ownerLine: await ownerEntry(config, store.survey, url),
      ...(metrics === undefined ? {} : { metricsUrl: metrics.url }),
      close,
    };
  } catch (error) {
    await close().catch((failure: unknown) =>
      logger.error({ err: failure }, 'not everything could be closed'),
    );
    throw error;
  }
}

const builtPaneFolder = fileURLToPath(new URL('../dist/pane', import.meta.url));

async function openStoreOrSayWhy(config: Config, logger: Logger): Promise<Store> {
  try {
    return await openStore(config.store, (error) => logger.error({ err: error }, 'store connection broke'));
  } catch (error) {
    const reason = reasonOf(error);
    const place = describeStore(config.store);
    if (/previously executed migration .* is missing/.test(reason)) {
      const mend = 'Install that version, or set LOCALPOUND_STORE to another place.';
      throw new StartError(`The ${place} was written by a newer version of Local Pound. ${mend}`, {
        cause: error,
      });
    }
    const mend =
      config.store.engine === 'sqlite'
        ? 'Check that this user may write there, or set LOCALPOUND_STORE to another place.'
        : 'Check that the server is running and that the name, password and database in LOCALPOUND_STORE are right.';
    throw new StartError(`The ${place} cannot be opened: ${reason}. ${mend}`, { cause: error });
  }
}

async function slackFor(
  config: Config,
  store: Store,
  { metrics, ...options }: StartOptions & { readonly metrics: Metrics | undefined },
): Promise<SlackFace | undefined> {
  const setting = config.slack;
  if (!setting.on) return undefined;
  const counted = metrics === undefined ? {} : { metrics: metrics.bot };
  return await orSlackProblem(() => openSlack(setting, { store, ...options, ...counted }));
}

/** Loaded only where somebody counts. */
async function openMetrics(
  { host, port }: NonNullable<Config['metrics']>,
  closers: (() => Promise<void>)[],
): Promise<Metrics & { readonly url: string }> {
  const { createMetrics, metricsServer } = await import('./metrics.ts');
  const metrics = createMetrics();
  const server = metricsServer(metrics);
  closers.push(() => closeHttpServer(server, 0));
  const url = `${localUrl(host, await listen(server, host, port))}/metrics`;
  return { ...metrics, url };
}

async function orSlackProblem<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const mend = 'Check the Slack tokens, or unset SLACK_BOT_TOKEN to run without Slack.';
    throw new StartError(`Slack cannot be started: ${reasonOf(error)}. ${mend}`, { cause: error });
  }
}

function localUrl(host: string, port: number): string {
  const here = ['127.0.0.1', '::1', 'localhost', '0.0.0.0', '::'].includes(host);
  const name = here ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  return `http://${name}:${port}`;
}
