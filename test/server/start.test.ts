import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import pino from 'pino';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { readConfig } from '../../server/config.ts';
import { type RunningServer, startServer } from '../../server/start.ts';
import { StartError } from '../../server/start-error.ts';
import { openSqlite } from '../../server/store/sqlite.ts';
import { startPostgres } from '../fakes/postgres.ts';

let folder: string;
let running: RunningServer | undefined;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'localpound-start-'));
  mkdirSync(join(folder, 'pane'));
  writeFileSync(join(folder, 'pane', 'index.html'), '<!doctype html><title>Pane</title>');
});

afterEach(async () => {
  await running?.close();
  running = undefined;
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('a server that has started', () => {
  it('serves the pages, the pane and its health over HTTP', async () => {
    const { url, faces } = await start();
    expect(url).toMatch(/^http:\/\/localhost:\d+$/);
    expect(faces.map(({ name, state }) => [name, state.on])).toEqual([
      ['Workbook pane', true],
      ['Ask a question', true],
      ['Supplier survey', true],
      ['Slack', false],
    ]);
    for (const path of ['/', '/ask', '/survey', '/pane/', '/style.css', '/survey/style.css']) {
      const response = await fetch(`${url}${path}`);
      expect(response.status).toBe(200);
      expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    }
    expect(await (await fetch(`${url}/health`)).json()).toMatchObject({ ok: true, store: 'reachable' });
    expect((await fetch(`${url}/slack/events`, { method: 'POST', body: '{}' })).status).toBe(405);
  });

  it('compresses pages for browsers that can read that', async () => {
    const { url } = await start();
    const response = await fetch(`${url}/style.css`, { headers: { 'Accept-Encoding': 'gzip' } });
    expect(response.headers.get('content-encoding')).toBe('gzip');
    expect(await response.text()).toContain('.skip-link');
  });

  it.each([
    ['/pane/../package.json'],
    ['/pane/../../etc/passwd'],
    ['/pane/..%2f..%2fpackage.json'],
    ['/pane/%2e%2e/%2e%2e/package.json'],
    ['/pane/..\\..\\package.json'],
    ['/pane/....//package.json'],
    ['/../package.json'],
    ['//etc/passwd'],
  ])('gives no file outside the pane for %s, sent as it is', async (path) => {
    const { url } = await start();
    const answer = await sendAsIs(Number(new URL(url).port), path);
    expect(answer).toMatch(/^HTTP\/1\.1 (404|400) /);
    expect(answer).not.toMatch(/"localpound"|root:/);
  });

  it('refuses a body of 50 MB without reading it', async () => {
    const { url } = await start();
    const body = new Uint8Array(50_000_000);
    // The connection may be closed while the body is still being sent; both ways it is refused.
    const outcome = await fetch(`${url}/ask`, { method: 'POST', body }).then(
      (response) => response.status,
      () => 'cut off',
    );
    expect([405, 'cut off']).toContain(outcome);
    expect((await fetch(`${url}/health`)).status).toBe(200);
  });

  it('says that it is unwell, and goes on, when its PostgreSQL server is gone', async ({ task }) => {
    const postgres = await startPostgres();
    task.meta.ranWith = [postgres.version];
    const { url } = await start({ LOCALPOUND_STORE: await postgres.createDatabase('pound') });
    expect((await fetch(`${url}/health`)).status).toBe(200);
    await postgres.stop();
    const response = await fetch(`${url}/health`);
    expect(response.status).toBe(503);
    expect(await response.json()).toMatchObject({ ok: false, store: 'unreachable' });
    expect((await fetch(`${url}/ask?q=what+is+lm3`)).status).toBe(200);
  });

  it('does not answer any more once it is closed', async () => {
    const { url, close } = await start();
    await close();
    await close();
    await expect(fetch(url)).rejects.toThrow();
  });
});

describe('a server that cannot start', () => {
  it('says that the port is in use and how to choose another', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const address = other.address();
    const port = address !== null && typeof address === 'object' ? String(address.port) : '';
    const error = await failure({ PORT: port });
    expect(error).toBe(
      `Port ${port} on 127.0.0.1 is already in use by another program. Choose another port: start with PORT=3001, or use "localpound serve --port 3001".`,
    );
    other.close();
  });

  it('says that the address is not one of this computer', async () => {
    // 192.0.2.0/24 is set aside for documentation, so no computer has it.
    expect(await failure({ HOST: '192.0.2.1' })).toContain(
      'HOST is 192.0.2.1, which is not an address of this',
    );
  });

  it('says that the store’s file cannot be opened, and why', async () => {
    const notADatabase = join(folder, 'text.db');
    writeFileSync(notADatabase, 'This is a letter and not a database. '.repeat(50));
    expect(await failure({ LOCALPOUND_STORE: `sqlite:${notADatabase}` })).toMatch(
      /^The SQLite file .*text\.db cannot be opened: .*not a database.* LOCALPOUND_STORE/,
    );
    expect(await failure({ LOCALPOUND_STORE: `sqlite:${folder}` })).toMatch(
      /^The SQLite file .* cannot be opened: /,
    );
  });

  it('says that the store was written by a newer version, and leaves it as it is', async () => {
    const file = join(folder, 'newer.db');
    await (await start({ LOCALPOUND_STORE: `sqlite:${file}` })).close();
    const db = openSqlite(file);
    await sql`insert into kysely_migration (name, timestamp) values ('9999-later', '2099-01-01')`.execute(db);
    expect(await failure({ LOCALPOUND_STORE: `sqlite:${file}` })).toMatch(
      /^The SQLite file .*newer\.db was written by a newer version of Local Pound\. Install that version/,
    );
    const { rows } = await sql<{ name: string }>`select name from kysely_migration`.execute(db);
    expect(rows.map(({ name }) => name)).toContain('9999-later');
    await db.destroy();
  });

  it('says that the database server does not answer, without its password', async () => {
    const error = await failure({ LOCALPOUND_STORE: 'postgres://someone:hidden-password@127.0.0.1:1/pound' });
    expect(error).toMatch(
      /^The PostgreSQL database pound on 127\.0\.0\.1:1 cannot be opened: .*ECONNREFUSED/,
    );
    expect(error).not.toContain('hidden-password');
  });

  it('says that the password is wrong, without repeating it', async ({ task }) => {
    const postgres = await startPostgres();
    task.meta.ranWith = [postgres.version];
    const place = new URL(await postgres.createDatabase('pound'));
    place.password = 'wrong-password';
    const error = await failure({ LOCALPOUND_STORE: place.href });
    await postgres.stop();
    expect(error).toContain('password authentication failed');
    expect(error).not.toContain('wrong-password');
  });
});

function configured(env: Record<string, string>) {
  const outcome = readConfig({
    PORT: '0',
    LOCALPOUND_STORE: `sqlite:${join(folder, 'store', 'pound.db')}`,
    ...env,
  });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues));
  return outcome.value;
}

async function start(env: Record<string, string> = {}): Promise<RunningServer> {
  running = await startServer(configured(env), {
    logger: pino({ level: 'silent' }),
    paneFolder: join(folder, 'pane'),
  });
  return running;
}

async function failure(env: Record<string, string>): Promise<string> {
  const error = await start(env).catch((reason: unknown) => reason);
  if (!(error instanceof StartError)) throw new Error(`not a StartError: ${String(error)}`);
  return error.message;
}

/** One request with the path untouched: fetch would tidy the dots away before sending. */
async function sendAsIs(port: number, path: string): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  socket.write(`GET ${path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`);
  let answer = '';
  for await (const chunk of socket) answer += String(chunk);
  return answer;
}
