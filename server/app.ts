import { readFileSync } from 'node:fs';
import { type Context, Hono } from 'hono';
import { compress } from 'hono/compress';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { InstallFlow } from '../bot/workspaces/install-flow.ts';
import { createSurveyApp } from '../survey/app.ts';
import type { DeskMail } from '../survey/desk/options.ts';
import type { SurveyStore } from '../survey/store.ts';
import type { Config } from './config.ts';
import { listFaces } from './faces.ts';
import { securityHeaders } from './headers.ts';
import { checkHealth } from './health.ts';
import type { Logger } from './log.ts';
import type { Metrics } from './metrics.ts';
import { askPage } from './pages/ask.ts';
import { homePage } from './pages/home.ts';
import { problemPage } from './pages/problem.ts';
import { buildPaneAdvice, isPaneBuilt, readPaneFile } from './pane-files.ts';
import { type RequestVariables, requestLog } from './request-log.ts';
import { senderOf } from './sender.ts';
import { slackInstallPages } from './slack-install-pages.ts';
import type { Store } from './store/store.ts';
import { version } from './version.ts';

/** What the pages need from outside. */
export interface AppOptions {
  readonly config: Pick<Config, 'slack'> & Partial<Pick<Config, 'trustProxy' | 'publicUrl'>>;
  readonly store: Pick<Store, 'check'> & { readonly survey?: SurveyStore };
  readonly logger: Logger;
  /** Where the built pane is. */
  readonly paneFolder: string;
  /** Counts answers, where somebody reads the counts. */
  readonly metrics?: Pick<Metrics, 'answered'> | undefined;
  /** Where workspaces install the bot, where they may. */
  readonly install?: InstallFlow | undefined;
  /** How the survey's mails leave; left out where they do not. */
  readonly surveyMail?: DeskMail;
}

type PageContext = Context<{ Variables: RequestVariables }>;

const stylesheet = readFileSync(new URL('./pages/style.css', import.meta.url), 'utf8');
const icon = readFileSync(new URL('./pages/icon.svg', import.meta.url), 'utf8');

/** Turns requests into pages. Does not listen: the server does, and tests call `app.request`. */
export function createApp({
  config,
  store,
  logger,
  paneFolder,
  metrics,
  install,
  surveyMail,
}: AppOptions): Hono<{ Variables: RequestVariables }> {
  const app = new Hono<{ Variables: RequestVariables }>();
  app.use(requestLog(logger));
  if (metrics !== undefined) {
    app.use(async (context, next) => {
      await next();
      metrics.answered(context.res.status);
    });
  }
  app.use(securityHeaders);
  app.use(compress());
  app.use(readingOnly);

  app.get('/', (context) => context.html(homePage(listFaces(config, isPaneBuilt(paneFolder)))));
  app.get('/ask', (context) => {
    const { page, status } = askPage(context.req.query('q'), context.req.query('after'));
    return context.html(page, status);
  });
  app.get('/health', async (context) => {
    const health = await checkHealth(store, (error) => logger.error({ err: error }, 'store is unreachable'));
    return context.json(health, health.ok ? 200 : 503, { 'Cache-Control': 'no-store' });
  });
  app.get('/style.css', (context) => asset(context, stylesheet, 'text/css; charset=utf-8'));
  app.get('/icon.svg', (context) => asset(context, icon, 'image/svg+xml'));
  if (store.survey !== undefined) {
    app.route(
      '/survey',
      createSurveyApp({
        store: store.survey,
        senderOf: senderOf(config.trustProxy === true),
        version,
        onFailure: (error, context) =>
          logger.error({ reference: context.get('reference'), err: error }, 'request failed'),
        onMailError: (error) => logger.error({ err: error }, 'a mail to sign in by did not go'),
        ...(surveyMail === undefined ? {} : { mail: surveyMail }),
        ...(config.publicUrl === undefined ? {} : { publicUrl: config.publicUrl }),
      }),
    );
  }
  if (install !== undefined) app.route('/slack', slackInstallPages(install));
  app.get('/pane', (context) => context.redirect('/pane/', 301));
  app.get('/pane/*', (context) => pane(context, paneFolder));

  app.notFound((context) =>
    problem(
      context,
      404,
      'Page not found',
      'Check the address. If you followed a link, it may be out of date.',
    ),
  );
  app.onError((error, context) => {
    logger.error({ reference: context.var.reference, err: error }, 'request failed');
    const advice = 'Something went wrong on this server. Try again. If it happens again, report it.';
    return problem(context, 500, 'Sorry, there is a problem', advice);
  });
  return app;
}

/** Nothing but the survey takes data in, so a body is refused unread, whatever its size. */
async function readingOnly(context: PageContext, next: () => Promise<void>): Promise<Response | undefined> {
  const { method, path } = context.req;
  if (method !== 'GET' && method !== 'HEAD' && !path.startsWith('/survey/')) {
    context.header('Allow', 'GET, HEAD');
    context.header('Connection', 'close');
    return problem(context, 405, 'This page only shows things', 'It takes nothing in. Open it in a browser.');
  }
  await next();
  return undefined;
}

async function pane(context: PageContext, folder: string): Promise<Response> {
  const file = await readPaneFile(folder, context.req.path.slice('/pane/'.length));
  if (file === null) {
    if (isPaneBuilt(folder)) return context.notFound();
    return problem(context, 503, 'The workbook pane has not been built', buildPaneAdvice);
  }
  context.header('Cache-Control', file.cacheControl);
  context.header('ETag', file.etag);
  const known = context.req.header('If-None-Match')?.replace(/^W\//, '');
  if (known === file.etag) return context.body(null, 304);
  return context.body(file.bytes, 200, { 'Content-Type': file.contentType });
}

function asset(context: PageContext, text: string, contentType: string): Response {
  return context.body(text, 200, { 'Content-Type': contentType, 'Cache-Control': 'public, max-age=3600' });
}

function problem(
  context: PageContext,
  status: ContentfulStatusCode,
  title: string,
  advice: string,
): Response | Promise<Response> {
  return context.html(problemPage({ title, advice, reference: context.var.reference }), status);
}
