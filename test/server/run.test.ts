import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const project = fileURLToPath(new URL('../..', import.meta.url));
const children = new Set<ChildProcessWithoutNullStreams>();
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'localpound-run-'));
});

afterAll(() => {
  for (const child of children) child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

describe('the server as a process', () => {
  it('prints each face with its address, or why it is off, and stops with 0 on SIGTERM', async () => {
    const server = run(['server/main.ts']);
    const url = await server.address();
    expect((await fetch(`${url}/ask?q=a+private+question`)).status).toBe(200);
    server.child.kill('SIGTERM');
    expect(await server.code()).toBe(0);

    const lines = server.stdout().trimEnd().split('\n');
    expect(lines[0]).toMatch(/^Local Pound \d+\.\d+\.\d+ is running\. Press Ctrl\+C to stop it\.$/);
    expect(lines.slice(1).map((line) => line.slice(0, 18).trim())).toEqual([
      'Home page',
      'Workbook pane',
      'Ask a question',
      'Supplier survey',
      'Slack',
      'Survey owner',
      'Survey mail',
      'Store',
    ]);
    expect(server.stdout()).toMatch(new RegExp(`Ask a question {3}${url}/ask\n`));
    expect(server.stdout()).toMatch(
      /Slack {12}off, because SLACK_BOT_TOKEN is not set\. Set SLACK_BOT_TOKEN with /,
    );

    const logged = server
      .stderr()
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(logged).toContainEqual(expect.objectContaining({ msg: 'request', path: '/ask', status: 200 }));
    expect(logged).toContainEqual(expect.objectContaining({ msg: 'stopping', signal: 'SIGTERM' }));
    expect(server.stderr()).not.toContain('private');
  });

  it('stops with 0 on SIGINT, even when it comes twice', async () => {
    const server = run(['server/main.ts']);
    await server.address();
    server.child.kill('SIGINT');
    server.child.kill('SIGINT');
    expect(await server.code()).toBe(0);
  });

  it('lists everything wrong with the configuration and ends with 1', async () => {
    const server = run(['server/main.ts'], { PORT: 'eighty', SLACK_BOT_TOKEN: 'xoxb-never-shown' });
    expect(await server.code()).toBe(1);
    expect(server.stdout()).toBe('');
    expect(server.stderr()).toMatch(
      /^Local Pound cannot start\. Mend these and start it again:\n {2}1\. PORT: found "eighty"/,
    );
    expect(server.stderr()).toContain('  2. SLACK_SIGNING_SECRET or SLACK_APP_TOKEN: found nothing');
    expect(server.stderr()).not.toContain('never-shown');
  });

  it('says that the port is in use and ends with 1', async () => {
    const first = run(['server/main.ts']);
    const port = new URL(await first.address()).port;
    const second = run(['server/main.ts'], { PORT: port });
    expect(await second.code()).toBe(1);
    expect(second.stderr()).toContain(
      `Local Pound cannot start. Port ${port} on 127.0.0.1 is already in use`,
    );
    first.child.kill('SIGTERM');
    expect(await first.code()).toBe(0);
  });

  it('logs a promise that nobody waits for and goes on', async () => {
    const reject = "process.stdin.once('data', () => { Promise.reject(new Error('stray')); })";
    const server = run(['--import', `data:text/javascript,${encodeURIComponent(reject)}`, 'server/main.ts']);
    const url = await server.address();
    server.child.stdin.write('now\n');
    await server.until(() => server.stderr().includes('stray'));
    expect((await fetch(`${url}/health`)).status).toBe(200);
    server.child.kill('SIGTERM');
    expect(await server.code()).toBe(0);
  });

  it('is what "localpound serve" starts, on the port that is asked for', async () => {
    const server = run(['cli/main.ts', 'serve', '--port', '0', '--host', 'localhost'], { PORT: '1' });
    expect(await server.address()).toMatch(/^http:\/\/localhost:\d+$/);
    server.child.kill('SIGTERM');
    expect(await server.code()).toBe(0);
  });
});

function run(args: readonly string[], env: Record<string, string> = {}) {
  const store = `sqlite:${join(folder, 'pound.db')}`;
  const { PATH = '' } = process.env;
  const child = spawn(process.execPath, ['--import', 'tsx', ...args], {
    cwd: project,
    env: { PATH, PORT: '0', LOCALPOUND_STORE: store, ...env },
  });
  children.add(child);
  const exited = once(child, 'close');
  let [stdout, stderr] = ['', ''];
  child.stdout.on('data', (chunk) => {
    stdout += String(chunk);
  });
  child.stderr.on('data', (chunk) => {
    stderr += String(chunk);
  });
  const until = async (condition: () => boolean): Promise<void> => {
    while (!condition()) {
      if (child.exitCode !== null)
        throw new Error(`The process ended with ${child.exitCode}: ${stdout}${stderr}`);
      await Promise.race([once(child.stdout, 'data'), once(child.stderr, 'data'), exited]);
    }
  };
  return {
    child,
    stdout: () => stdout,
    stderr: () => stderr,
    until,
    async address(): Promise<string> {
      await until(() => stdout.includes('Store'));
      const url = /http:\/\/[^/\s]+/.exec(stdout)?.[0];
      if (url === undefined) throw new Error(stdout);
      return url;
    },
    async code(): Promise<number | null> {
      await exited;
      children.delete(child);
      return child.exitCode;
    },
  };
}
