import { Writable } from 'node:stream';
import { inspect } from 'node:util';
import pino from 'pino';
import { describe, expect, it } from 'vitest';
import { describeIssue } from '../../core/index.ts';
import { type Config, readConfig } from '../../server/config.ts';
import type { Environment } from '../../server/environment.ts';
import { describeStore } from '../../server/store/location.ts';

const signingSecret = '8f742231b10e8888abcd99yyyzzz85a5';
const everySecret: Environment = {
  SLACK_BOT_TOKEN: 'xoxb-bot-token-value',
  SLACK_SIGNING_SECRET: signingSecret,
  SLACK_APP_TOKEN: 'xapp-app-token-value',
  LOCALPOUND_STORE: 'postgres://someone:database-password@db.example.org:6543/pound',
};

describe('reading the configuration', () => {
  it('needs nothing: everything has a default, and Slack is off with its reason', () => {
    expect(accepted({})).toEqual({
      host: '127.0.0.1',
      port: 3000,
      store: { engine: 'sqlite', file: 'data/localpound.db' },
      logLevel: 'info',
      trustProxy: false,
      mail: { kind: 'folder', folder: 'data/mail', from: expect.stringContaining('survey@localhost') },
      slack: {
        on: false,
        why: 'SLACK_BOT_TOKEN is not set',
        mend: expect.stringContaining('SLACK_SIGNING_SECRET'),
      },
    });
  });

  it('takes what is set', () => {
    const config = accepted({
      PORT: '8080',
      HOST: '0.0.0.0',
      LOG_LEVEL: 'warn',
      LOCALPOUND_STORE: 'sqlite:/var/lib/pound/store.db',
      PUBLIC_URL: 'https://pound.example.org/',
    });
    expect(config).toMatchObject({
      port: 8080,
      host: '0.0.0.0',
      logLevel: 'warn',
      store: { engine: 'sqlite', file: '/var/lib/pound/store.db' },
      publicUrl: 'https://pound.example.org',
    });
  });

  it('takes a mail server with a sender, and keeps its password to itself', () => {
    const { mail } = accepted({
      SMTP_URL: 'smtp://survey:mail-password@mail.example.org:587',
      MAIL_FROM: 'Our survey <survey@example.org>',
    });
    expect(mail).toMatchObject({ kind: 'smtp', from: 'Our survey <survey@example.org>' });
    expect(JSON.stringify(mail)).not.toContain('mail-password');
  });

  it.each([
    [{ SMTP_URL: 'smtp://mail.example.org' }, /^MAIL_FROM: found nothing; expected whom mails come from/],
    [{ SMTP_URL: 'http://mail-password@h', MAIL_FROM: 'a@example.org' }, /^SMTP_URL: found an address that/],
    [{ SMTP_URL: 'smtp://h/?a=b', MAIL_FROM: 'a@example.org' }, /^SMTP_URL: /],
    [{ MAIL_FROM: 'nobody' }, /^MAIL_FROM: found "nobody"; expected an e-mail address/],
    [{ TRUST_PROXY: 'perhaps' }, /^TRUST_PROXY: found "perhaps"; expected yes or no/],
  ])('refuses a setting of mail or proxy that cannot work: %j', (env, expected) => {
    const lines = refused(env);
    expect(lines).toEqual([expect.stringMatching(expected)]);
    expect(lines.join()).not.toContain('mail-password');
  });

  it('takes a variable that is set to nothing, or to spaces, as not set', () => {
    expect(accepted({ PORT: '', HOST: ' ', SLACK_BOT_TOKEN: '', LOCALPOUND_STORE: '' })).toEqual(
      accepted({}),
    );
  });

  it('lists everything that is wrong at once, with what was found, what was expected and how to mend it', () => {
    const lines = refused({
      PORT: 'eighty',
      HOST: 'not a host',
      LOCALPOUND_STORE: 'mysql://someone:database-password@db.example.org/pound',
      LOG_LEVEL: 'loud',
      PUBLIC_URL: 'pound.example.org',
      SLACK_BOT_TOKEN: 'xoxb-bot-token-value',
    });
    expect(lines).toEqual([
      'PORT: found "eighty"; expected a whole number from 0 to 65535. Set PORT=3000, or leave it out to use 3000.',
      expect.stringMatching(/^HOST: found "not a host"; expected /),
      expect.stringMatching(
        /^LOCALPOUND_STORE: found an address that begins with mysql: .*; expected sqlite:PATH or postgres:/,
      ),
      expect.stringMatching(/^LOG_LEVEL: found "loud"; expected one of fatal, error, warn, info, debug\./),
      expect.stringMatching(/^PUBLIC_URL: found "pound.example.org"; expected a web address/),
      expect.stringMatching(
        /^SLACK_SIGNING_SECRET or SLACK_APP_TOKEN: found nothing; expected a value, because SLACK_BOT_TOKEN is set/,
      ),
    ]);
    expect(lines.join()).not.toContain('database-password');
  });

  it.each([['65536'], ['-1'], ['3000.5'], ['0x50'], ['1e3'], ['999999']])('refuses %s as a port', (port) => {
    expect(refused({ PORT: port })).toEqual([expect.stringContaining(`PORT: found "${port}"`)]);
  });

  it.each([
    ['pound.db'],
    ['sqlite:'],
    ['sqlite::memory:'],
    ['sqlite://pound.db'],
    ['postgres://'],
    ['postgres://someone:database-password@:99999999/x'],
    ['libsql://db.example.org?authToken=database-password'],
  ])('refuses %s as a store and does not repeat what may be a secret', (place) => {
    const [line, ...others] = refused({ LOCALPOUND_STORE: place });
    expect(others).toEqual([]);
    expect(line).toContain('LOCALPOUND_STORE: found ');
    expect(line).not.toContain('database-password');
  });

  it.each([
    ['https://pound.example.org/path'],
    ['ftp://pound.example.org'],
    ['https://someone:password@pound.example.org'],
    ['javascript:alert(1)'],
  ])('refuses %s as the public address', (address) => {
    const [line] = refused({ PUBLIC_URL: address });
    expect(line).toContain('PUBLIC_URL: found ');
    expect(line).not.toContain('password@');
  });

  it('refuses debug logs in production, where they may hold what people sent', () => {
    expect(refused({ LOG_LEVEL: 'debug', NODE_ENV: 'production' })).toEqual([
      expect.stringMatching(/^LOG_LEVEL: found "debug" while NODE_ENV is production; expected info/),
    ]);
    expect(accepted({ LOG_LEVEL: 'debug' }).logLevel).toBe('debug');
  });
});

describe('Slack', () => {
  it('is on over HTTP with a bot token and a signing secret', () => {
    const { slack } = accepted({ SLACK_BOT_TOKEN: 'xoxb-1', SLACK_SIGNING_SECRET: signingSecret });
    expect(slack).toMatchObject({ on: true, mode: 'http' });
    if (slack.on && slack.mode === 'http') expect(slack.signingSecret.reveal()).toBe(signingSecret);
  });

  it('is on in Socket Mode as soon as there is an app token', () => {
    for (const more of [{}, { SLACK_SIGNING_SECRET: signingSecret }]) {
      const { slack } = accepted({ SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1', ...more });
      expect(slack).toMatchObject({ on: true, mode: 'socket' });
      if (slack.on && slack.mode === 'socket') expect(slack.appToken.reveal()).toBe('xapp-1');
    }
  });

  it.each([
    [{ SLACK_BOT_TOKEN: 'xoxb-1' }, 'SLACK_SIGNING_SECRET or SLACK_APP_TOKEN'],
    [{ SLACK_SIGNING_SECRET: signingSecret }, 'SLACK_BOT_TOKEN'],
    [{ SLACK_APP_TOKEN: 'xapp-1' }, 'SLACK_BOT_TOKEN'],
  ])('half set (%o) is refused with the name of what is missing', (env, missing) => {
    expect(refused(env)).toEqual([
      expect.stringMatching(new RegExp(`^${missing}: found nothing; expected a value`)),
    ]);
  });

  it('is installed by workspaces themselves with a client id, its secret, keys and a public address', () => {
    const key = Buffer.alloc(32, 1).toString('base64');
    const { slack, metrics } = accepted({
      SLACK_SIGNING_SECRET: signingSecret,
      SLACK_CLIENT_ID: '12.34',
      SLACK_CLIENT_SECRET: 'client-secret',
      SLACK_TOKEN_KEYS: `new:${key}, old:${key}`,
      PUBLIC_URL: 'https://pound.example',
      METRICS_PORT: '9464',
    });
    if (!slack.on || !('installs' in slack)) throw new Error('no installs');
    expect(slack.installs.redirectUri).toBe('https://pound.example/slack/oauth_redirect');
    expect(slack.installs.keys.map(({ id }) => id)).toEqual(['new', 'old']);
    expect(inspect(slack, { depth: 9 }) + JSON.stringify(slack)).not.toMatch(/client-secret|AQEB/);
    expect(metrics).toEqual({ host: '127.0.0.1', port: 9464 });
  });

  it('lists everything that is missing or wrong for installing, and shows no key', () => {
    const issues = refused({
      SLACK_CLIENT_ID: 'x',
      SLACK_TOKEN_KEYS: 'short:abc',
      SLACK_BOT_TOKEN: 'xoxb-1',
    });
    for (const name of [
      'SLACK_CLIENT_ID',
      'SLACK_CLIENT_SECRET',
      'SLACK_TOKEN_KEYS',
      'PUBLIC_URL',
      'SLACK_BOT_TOKEN',
    ])
      expect(issues.filter((issue) => issue.startsWith(name))).toHaveLength(1);
    expect(issues.join()).toContain('SLACK_SIGNING_SECRET or SLACK_APP_TOKEN');
    expect(issues.join()).not.toContain('short:abc');
  });

  it('refuses tokens in each other’s place without showing them', () => {
    const lines = refused({
      SLACK_BOT_TOKEN: 'xapp-app-token-value',
      SLACK_APP_TOKEN: 'xoxb-bot-token-value',
    });
    expect(lines).toHaveLength(2);
    expect(lines.join()).toContain('SLACK_BOT_TOKEN: found a value that does not begin with xoxb-');
    expect(lines.join()).not.toContain('token-value');
  });
});

describe('a configuration that is written to a log', () => {
  const secrets = ['bot-token-value', 'app-token-value', signingSecret, 'database-password'];
  const { SLACK_APP_TOKEN: _, ...overHttp } = everySecret;

  it.each([
    ['Socket Mode', everySecret],
    ['HTTP', overHttp],
  ])('shows none of its secrets (%s)', (_mode, env) => {
    const config = accepted(env);
    const written = [
      logged(config),
      JSON.stringify(config),
      inspect(config, { depth: 10, showHidden: true }),
      `${Object.values(config.slack).join()} ${Object.values(config.store).join()}`,
      describeStore(config.store),
    ].join('\n');
    for (const secret of secrets) expect(written).not.toContain(secret);
    expect(written).toContain('[secret]');
    expect(written).toContain('PostgreSQL database pound on db.example.org:6543');
  });
});

function accepted(env: Environment): Config {
  const outcome = readConfig(env);
  if (!outcome.ok) throw new Error(outcome.issues.map(describeIssue).join('\n'));
  return outcome.value;
}

function refused(env: Environment): string[] {
  const outcome = readConfig(env);
  if (outcome.ok) throw new Error('The configuration was accepted.');
  return outcome.issues.map(describeIssue);
}

function logged(config: Config): string {
  let text = '';
  const sink = new Writable({
    write(chunk, _encoding, done) {
      text += String(chunk);
      done();
    },
  });
  pino({ level: 'info' }, sink).info({ config, ...config }, 'configuration');
  return text;
}
