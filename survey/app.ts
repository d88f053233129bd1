import { readFileSync } from 'node:fs';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { html } from 'hono/html';
import { apiRoutes, unavailable } from './api/api.ts';
import { deskRoutes } from './desk/desk.ts';
import { type DeskMail, deskPath } from './desk/options.ts';
import { longestUpload } from './desk/routes/making.ts';
import { createGate, type SurveyAppOptions } from './gate.ts';
import { notice, privacyPage } from './pages/notices.ts';
import { shown, told } from './respond.ts';
import { leavingRoutes } from './routes/leaving.ts';
import { questionRoutes } from './routes/questions.ts';
import { sampleRoutes } from './routes/sample.ts';
import { sendingRoutes } from './routes/sending.ts';
import { english as words } from './words/english.ts';

/** A form of ours has a few hundred bytes. */
const longestBody = 16 * 1024;

const uploadPaths = ['/survey/desk/new', '/survey/api/v1/surveys'];

/** Where nobody has set anything up for mail. */
const noMail: DeskMail = {
  way: { kind: 'off', why: 'mail is not set up on this server.' },
  nudge: () => undefined,
  deliver: async () => {
    throw new Error('Mail is not set up on this server.');
  },
};

const stylesheet = readFileSync(new URL('./pages/style.css', import.meta.url), 'utf8');

/** The supplier's pages, to be mounted at `/survey`. They work without script and set no cookies. */
export function createSurveyApp(options: SurveyAppOptions): Hono {
  const app = new Hono();
  const gate = createGate(options);
  app.get('/style.css', (context) =>
    context.body(stylesheet, 200, {
      'Content-Type': 'text/css; charset=utf-8',
      'Cache-Control': 'public, max-age=3600',
    }),
  );
  app.use(async (context, next) => {
    await next();
    context.header('Cache-Control', 'no-store');
    context.header('X-Robots-Tag', 'noindex, nofollow');
  });
  const limited = (maxSize: number) =>
    bodyLimit({
      maxSize,
      onError: (context) => {
        context.header('Connection', 'close');
        return told(context, 413, words.refused);
      },
    });
  const [form, upload] = [limited(longestBody), limited(longestUpload)];
  app.use(async (context, next) => {
    // Workbooks come from those who run surveys; the body is not read before it is known who sends it.
    const isUpload = uploadPaths.some((path) => context.req.path.endsWith(path));
    return await (isUpload ? upload : form)(context, next);
  });
  app.get('/', (context) => {
    const owners = html`<p><a href="${deskPath}">${words.front.owners}</a></p>`;
    return shown(context, 200, words.front.title, notice(words.front, owners));
  });
  app.get('/privacy', (context) => shown(context, 200, words.privacy.title, privacyPage(words)));
  questionRoutes(app, gate);
  sendingRoutes(app, gate);
  leavingRoutes(app, gate);
  const desk = {
    ...options,
    now: options.now ?? Date.now,
    mail: options.mail ?? noMail,
    onMailError: options.onMailError ?? (() => undefined),
    version: options.version ?? 'unknown',
  };
  deskRoutes(app, desk);
  apiRoutes(app, desk);
  sampleRoutes(app, gate);
  app.onError((error, context) => {
    options.onFailure?.(error, context);
    if (context.req.path.startsWith('/survey/api/')) return context.json({ issues: [unavailable] }, 503);
    context.header('Retry-After', '30');
    return told(context, 503, words.unavailable);
  });
  app.all('*', (context) => {
    const reading = context.req.method === 'GET' || context.req.method === 'HEAD';
    if (!reading) context.header('Connection', 'close');
    return reading ? told(context, 404, words.gone) : told(context, 405, words.refused);
  });
  return app;
}
