import { type Context, Hono } from 'hono';
import { html } from 'hono/html';
import type { InstallFlow } from '../bot/workspaces/install-flow.ts';
import { layout } from './pages/layout.ts';

/** Where people install the bot in their workspace: there to Slack, and back. */
export function slackInstallPages(flow: InstallFlow): Hono {
  const app = new Hono();
  app.get('/install', (context) => {
    context.header('Cache-Control', 'no-store');
    return context.redirect(flow.begin(), 302);
  });
  app.get('/oauth_redirect', async (context) => {
    const { code, state, error } = context.req.query();
    const { ok, title, advice } = await flow.finish({ code, state, error });
    return answer(context, title, advice, ok);
  });
  return app;
}

function answer(context: Context, title: string, advice: string, ok: boolean): Response | Promise<Response> {
  context.header('Cache-Control', 'no-store');
  const more = ok ? '' : html`<p><a href="/slack/install">Install Local Pound in Slack</a></p>`;
  return context.html(
    layout({ title, main: html`<h1>${title}</h1><p>${advice}</p>${more}` }),
    ok ? 200 : 400,
  );
}
