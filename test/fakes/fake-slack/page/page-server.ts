import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { Hono } from 'hono';
import { transformWithOxc } from 'vite';
import type { FakeSlackServer } from '../start-fake-slack.ts';
import { Acts, channelOf, optionsForPage } from './acts.ts';
import type { AppManifest } from './app-manifest.ts';
import { conversation, promptsOf, statusOf } from './conversation.ts';
import { drawHome, drawModal, drawPage, drawPrompts, drawThreads } from './draw-screen.ts';

/** The page on which a person acts as people in the fake Slack do. Not listening yet. */
export function pageServer(slack: FakeSlackServer, manifest: AppManifest): Server {
  const acts = new Acts(slack, manifest);
  const app = new Hono();
  app.get('/', (context) => context.html(drawPage(manifest)));
  app.get('/style.css', async (context) =>
    context.body(await source('style.css'), 200, { 'Content-Type': 'text/css; charset=utf-8' }),
  );
  app.get('/:script{client[a-z-]*\\.ts}', async (context) => {
    const name = context.req.param('script');
    const { code } = await transformWithOxc(await source(name), name);
    return context.body(code, 200, { 'Content-Type': 'text/javascript; charset=utf-8' });
  });
  app.get('/screen', async (context) => {
    const { user = 'U1', place = 'C1' } = context.req.query();
    return context.json(await screen(slack, manifest, acts, user, place));
  });
  app.get('/file/:id', (context) => {
    const id = context.req.param('id');
    const [file, bytes] = [slack.file(id), slack.fileBytes(id)];
    if (!file || !bytes) return context.notFound();
    return context.body(new Uint8Array(bytes), 200, { 'Content-Type': file.mimetype });
  });
  app.post('/upload', async (context) => {
    const { user = 'U1', name = 'file' } = context.req.query();
    const bytes = new Uint8Array(await context.req.arrayBuffer());
    return context.json({ id: slack.addFile({ name, bytes, user }).id });
  });
  app.post('/act', async (context) => {
    const answer = await acts.perform(await context.req.json());
    return context.json({ ...answer, options: optionsForPage(answer.options ?? []) });
  });
  app.onError((error, context) => context.json({ note: error.message, options: [] }));
  return createServer(getRequestListener(app.fetch, { overrideGlobalObjects: false }));
}

/** What one person sees in one place: the parts of the page that change. */
async function screen(
  slack: FakeSlackServer,
  manifest: AppManifest,
  acts: Acts,
  user: string,
  place: string,
) {
  const channel = channelOf(place, user);
  const { transcript } = slack;
  const view = slack.modalOf(user);
  const threads = conversation(transcript, channel, user);
  const status = statusOf(transcript, channel);
  const prompts = place === 'app' ? (promptsOf(transcript, channel) ?? manifest.prompts) : [];
  const numberOf = (entry: (typeof transcript)[number]): number => transcript.indexOf(entry);
  const [modal, home, talk, chips] = await Promise.all([
    drawModal(view, acts.errors.get(String(view?.id)) ?? {}),
    drawHome(slack.homeOf(user)),
    drawThreads(threads, numberOf, manifest, status),
    drawPrompts(prompts),
  ]);
  return { modal: String(modal), home: String(home), conversation: String(talk), prompts: String(chips) };
}

const source = (name: string): Promise<string> => readFile(new URL(name, import.meta.url), 'utf8');
