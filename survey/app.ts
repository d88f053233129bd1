import { readFileSync } from 'node:fs';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { createGate, type SurveyAppOptions } from './gate.ts';
import { privacyPage } from './pages/notices.ts';
import { shown, told } from './respond.ts';
import { leavingRoutes } from './routes/leaving.ts';
import { questionRoutes } from './routes/questions.ts';
import { sendingRoutes } from './routes/sending.ts';
import { english as words } from './words/english.ts';

/** A form of ours has a few hundred bytes. */
const longestBody = 16 * 1024;

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
  app.use(
    bodyLimit({
      maxSize: longestBody,
      onError: (context) => {
        context.header('Connection', 'close');
        return told(context, 413, words.refused);
      },
    }),
  );
  app.get('/', (context) => told(context, 200, words.front));
  app.get('/privacy', (context) => shown(context, 200, words.privacy.title, privacyPage(words)));
  questionRoutes(app, gate);
  sendingRoutes(app, gate);
  leavingRoutes(app, gate);
  app.all('*', (context) => {
    const reading = context.req.method === 'GET' || context.req.method === 'HEAD';
    if (!reading) context.header('Connection', 'close');
    return reading ? told(context, 404, words.gone) : told(context, 405, words.refused);
  });
  return app;
}
