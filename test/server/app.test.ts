import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import pino from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerQuestion } from '../../core/index.ts';
import { type AppOptions, createApp } from '../../server/app.ts';
import { readConfig } from '../../server/config.ts';

let folder: string;
let paneFolder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'localpound-app-'));
  paneFolder = join(folder, 'pane');
  mkdirSync(join(paneFolder, 'assets'), { recursive: true });
  writeFileSync(join(paneFolder, 'index.html'), '<!doctype html><title>Pane</title>');
  writeFileSync(join(paneFolder, 'assets', 'pane-B4x_9kQz.js'), 'export const pane = 1;');
  writeFileSync(join(paneFolder, 'assets', 'plain.css'), 'p{}');
  writeFileSync(join(paneFolder, '.hidden'), 'hidden');
  writeFileSync(join(folder, 'secret.txt'), 'top secret');
  symlinkSync(join(folder, 'secret.txt'), join(paneFolder, 'linked.txt'));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the home page', () => {
  it('says what Local Pound is and links to the faces that are on', async () => {
    const page = await text('/');
    expect(page).toContain('How much of each pound stays local?');
    expect(page).toContain('href="/pane/"');
    expect(page).toContain('href="/ask"');
  });

  it('says that Slack is off, why, and how to turn it on', async () => {
    expect(await text('/')).toContain('Off because SLACK_BOT_TOKEN is not set. Set SLACK_BOT_TOKEN with ');
  });

  it('says that Slack is on, and shows no token', async () => {
    const config = configOf({ SLACK_BOT_TOKEN: 'xoxb-shown-nowhere', SLACK_APP_TOKEN: 'xapp-shown-nowhere' });
    const page = await text('/', { config });
    expect(page).toContain('Socket Mode');
    expect(page).not.toContain('shown-nowhere');
  });

  it('says that the pane has not been built and names the command that builds it', async () => {
    const page = await text('/', { paneFolder: join(folder, 'nowhere') });
    expect(page).toMatch(/Off because its files have not been built\. Run &quot;npm run build&quot;/);
  });
});

describe('the ask page', () => {
  it('shows a form and no answer at the first visit', async () => {
    const page = await text('/ask');
    expect(page).toContain('<form action="/ask" method="get"');
    expect(page).not.toContain('id="answer-title"');
  });

  it('answers with what the engine says, and lists each source once', async () => {
    const question = 'What is the leaky bucket?';
    const answer = answerQuestion(question);
    expect(answer.covered).toBe(true);
    const page = await text(`/ask?q=${encodeURIComponent(question)}`);
    const [first = ''] = answer.text.split('\n');
    expect(unescaped(page)).toContain(`<p>${first}</p>`);
    for (const { title, place } of answer.sources) {
      expect(unescaped(page).split(title)).toHaveLength(2);
      expect(unescaped(page)).toContain(place);
    }
  });

  it('hands the question on with the form, so that the next can lean on it', async () => {
    const first = await text('/ask?q=population+of+bradford');
    expect(first).toContain('<input type="hidden" name="after" value="population of bradford">');
    const second = await text('/ask?q=and+hackney%3F&after=population+of+bradford');
    expect(second).toContain('269,000');
    const after = /name="after" value="([^"]+)"/.exec(second)?.[1] ?? '';
    expect(await text(`/ask?q=and+calderdale%3F&after=${encodeURIComponent(after)}`)).toContain('208,400');
  });

  it('bounds the question before, and shows it as text', async () => {
    const page = await text(`/ask?q=what+is+lm3&after=${encodeURIComponent('"><script>alert(1)</script>')}`);
    expect(page).not.toContain('<script');
    const long = await text(`/ask?q=&after=${'a'.repeat(4000)}`).catch(() => '');
    expect(long).not.toContain('a'.repeat(501));
  });

  it('says so when a question is not covered', async () => {
    const page = await text('/ask?q=how+do+I+bake+sourdough+bread');
    expect(page).toContain('<h2 id="answer-title">Not covered</h2>');
    expect(page).toContain('<li>');
  });

  it.each([
    ['<script>alert(1)</script>'],
    ['"><img src=x onerror=alert(1)>'],
    ["' onfocus='alert(1)"],
    ['</title><script>alert(1)</script>'],
  ])('shows %s as text', async (question) => {
    const page = await text(`/ask?q=${encodeURIComponent(question)}`);
    expect(page).not.toContain(question);
    expect(page).not.toMatch(/<script|<img/);
    expect(unescaped(page)).toContain(`value="${question}"`);
  });

  it('refuses a question that is too long, says by how much, and keeps its beginning for mending', async () => {
    const response = await get(`/ask?q=${'a'.repeat(501)}`);
    const page = await response.text();
    expect(response.status).toBe(400);
    expect(page).toContain('The question has 501 characters. Shorten it to 500 or fewer');
    expect(page).toContain(`value="${'a'.repeat(500)}"`);
    expect(page).toContain('<title>Error: Ask a question - Local Pound</title>');
    expect((await get(`/ask?q=${'a'.repeat(500)}`)).status).toBe(200);
  });

  it.each([['/ask?q='], ['/ask?q=%20%20']])('asks for a question when there is none (%s)', async (path) => {
    const response = await get(path);
    expect(response.status).toBe(400);
    expect(await response.text()).toContain('<a href="#q">Enter a question</a>');
  });

  it('takes bytes that are no text', async () => {
    expect((await get('/ask?q=%ff%fe%00')).status).toBe(200);
  });
});

describe('health', () => {
  it('is well while the store answers', async () => {
    const response = await get('/health');
    expect(response.status).toBe(200);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(await response.json()).toEqual({
      ok: true,
      store: 'reachable',
      version: expect.stringMatching(/^\d+\.\d+\.\d+/),
      uptimeSeconds: expect.any(Number),
    });
  });

  it('is unwell when the store fails or does not answer, and tells the reason to the log only', async () => {
    const failing = async (): Promise<void> => {
      throw new Error('disk on fire');
    };
    const hanging = async (): Promise<void> => await new Promise(() => undefined);
    for (const check of [failing, hanging]) {
      const { logger, lines } = recordingLogger();
      const response = await get('/health', { store: { check }, logger });
      expect(response.status).toBe(503);
      expect(await response.json()).toMatchObject({ ok: false, store: 'unreachable' });
      expect(lines().join()).toMatch(/disk on fire|did not answer/);
    }
  });
});

describe('the pane', () => {
  it('is served with the right types, cached for good only where the name holds a hash', async () => {
    const index = await get('/pane/');
    expect(index.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(index.headers.get('cache-control')).toBe('no-cache');
    expect(await index.text()).toContain('<title>Pane</title>');
    const script = await get('/pane/assets/pane-B4x_9kQz.js');
    expect(script.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect(script.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    const style = await get('/pane/assets/plain.css');
    expect(style.headers.get('content-type')).toBe('text/css; charset=utf-8');
    expect(style.headers.get('cache-control')).toBe('no-cache');
  });

  it('is not sent again to a browser that has it', async () => {
    const etag = (await get('/pane/')).headers.get('etag') ?? '';
    const again = await get('/pane/', {}, { headers: { 'If-None-Match': etag } });
    expect(again.status).toBe(304);
    expect(await again.text()).toBe('');
  });

  it('is found without the slash at the end', async () => {
    const response = await get('/pane');
    expect(response.status).toBe(301);
    expect(response.headers.get('location')).toBe('/pane/');
  });

  it.each([
    ['/pane/..%2fsecret.txt'],
    ['/pane/%2e%2e/secret.txt'],
    ['/pane/..%5csecret.txt'],
    ['/pane/assets/..%2f..%2fsecret.txt'],
    ['/pane//etc/passwd'],
    ['/pane/%00'],
    ['/pane/.hidden'],
    ['/pane/linked.txt'],
    ['/pane/assets'],
    ['/pane/assets/'],
    ['/pane/missing.js'],
  ])('gives nothing for %s', async (path) => {
    const response = await get(path);
    expect(response.status).toBe(404);
    expect(await response.text()).not.toMatch(/secret|hidden|root:/);
  });

  it('says what to do when it has not been built', async () => {
    const response = await get('/pane/', { paneFolder: join(folder, 'nowhere') });
    expect(response.status).toBe(503);
    expect(await response.text()).toContain('npm run build');
  });
});

describe('problems', () => {
  it('a page that is not there: says so in plain words with a reference', async () => {
    const response = await get('/nowhere');
    expect(response.status).toBe(404);
    expect(await response.text()).toMatch(/Page not found[\s\S]*reference <strong>[0-9a-f]{8}</);
  });

  it('a mistake in the server: shows a reference that is in the log, and nothing of the mistake', async () => {
    const { logger, lines } = recordingLogger();
    const config = {
      get slack(): never {
        throw new Error('inner detail');
      },
    };
    const response = await get('/', { config, logger });
    const page = await response.text();
    expect(response.status).toBe(500);
    expect(page).not.toContain('inner detail');
    const reference = /reference <strong>([0-9a-f]{8})</.exec(page)?.[1];
    const failure = lines().find((line) => line.includes('inner detail'));
    expect(JSON.parse(failure ?? '{}')).toMatchObject({ level: 50, reference });
  });

  it.each(['POST', 'PUT', 'DELETE', 'PATCH'])('%s: refused, since nothing takes data in', async (method) => {
    const response = await get('/ask', {}, { method, body: 'q=hello' });
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe('GET, HEAD');
  });
});

describe('every answer', () => {
  const paths = ['/', '/ask', '/ask?q=', '/health', '/style.css', '/icon.svg', '/pane', '/pane/', '/nowhere'];

  it.each(paths)('carries the security headers (%s)', async (path) => {
    for (const method of ['GET', 'HEAD', 'POST']) {
      const { headers } = await get(path, {}, { method });
      const policy = headers.get('content-security-policy')?.split('; ');
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("script-src 'self'");
      expect(policy).toContain("base-uri 'none'");
      expect(policy).toContain(path === '/pane/' ? "frame-ancestors 'self'" : "frame-ancestors 'none'");
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('same-origin');
      expect(headers.get('set-cookie')).toBeNull();
    }
  });

  it('leaves the page for Excel its own policy, and says who may frame it', async () => {
    const { headers } = await get('/pane/excel.html');
    const policy = headers.get('content-security-policy');
    expect(policy).toMatch(/^frame-ancestors 'self' https:[^;]*officeapps\.live\.com[^;]*$/);
    expect(headers.get('x-frame-options')).toBeNull();
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('is logged without what was asked', async () => {
    const { logger, lines } = recordingLogger();
    await get('/ask?q=a+private+question', { logger }, { headers: { 'User-Agent': 'a-browser' } });
    expect(lines()).toHaveLength(1);
    expect(JSON.parse(lines()[0] ?? '')).toMatchObject({ method: 'GET', path: '/ask', status: 200 });
    expect(lines()[0]).not.toMatch(/private|question|a-browser/);
  });
});

describe('every page', () => {
  const paths = ['/', '/ask', '/ask?q=', '/ask?q=what+is+lm3', '/ask?q=sourdough', '/nowhere'];

  it.each(paths)(
    'has a language, a title, one heading, landmarks, a skip link and no id twice (%s)',
    async (path) => {
      const page = await text(path);
      expect(page).toMatch(/^<!DOCTYPE html>\n<html lang="en-GB">/);
      expect(page.match(/<title>[^<]+<\/title>/g)).toHaveLength(1);
      expect(page.match(/<h1>/g)).toHaveLength(1);
      for (const landmark of ['<header', '<nav aria-label', '<main id="main"', '<footer'])
        expect(page).toContain(landmark);
      expect(page).toContain('<a class="skip-link" href="#main">');
      const ids = [...page.matchAll(/ id="([^"]*)"/g)].map((match) => match[1]);
      expect(new Set(ids).size).toBe(ids.length);
      for (const [, id] of page.matchAll(/href="#([^"]+)"|for="([^"]+)"/g)) if (id) expect(ids).toContain(id);
      expect(page).not.toMatch(/ style=| on\w+=|<script/);
    },
  );
});

function configOf(env: Record<string, string>): AppOptions['config'] {
  const outcome = readConfig(env);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues));
  return outcome.value;
}

async function get(path: string, options: Partial<AppOptions> = {}, init?: RequestInit): Promise<Response> {
  const app = createApp({
    config: configOf({}),
    store: { check: async () => undefined },
    logger: pino({ level: 'silent' }),
    paneFolder,
    ...options,
  });
  return await app.request(path, init);
}

async function text(path: string, options?: Partial<AppOptions>): Promise<string> {
  return await (await get(path, options)).text();
}

function unescaped(html: string): string {
  return html
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}

function recordingLogger(): { logger: AppOptions['logger']; lines: () => string[] } {
  const lines: string[] = [];
  const sink = new Writable({
    write(chunk, _encoding, done) {
      lines.push(String(chunk));
      done();
    },
  });
  return { logger: pino({ level: 'info' }, sink), lines: () => lines };
}
