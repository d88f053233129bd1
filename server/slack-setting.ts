import type { Issue, Outcome } from '../core/index.ts';
import type { Environment } from './environment.ts';
import { Secret } from './secret.ts';
import { type InstallsSetting, readInstallsSetting } from './slack-installs-setting.ts';

/** How Slack reaches this server and for which workspaces, or why it does not. */
export type SlackSetting = { readonly on: false; readonly why: string; readonly mend: string } | SlackOn;

type SlackOn = { readonly on: true } & (
  | { readonly mode: 'http'; readonly signingSecret: Secret }
  | { readonly mode: 'socket'; readonly appToken: Secret }
) &
  // One workspace by its token, or as many as install the app.
  ({ readonly botToken: Secret } | { readonly installs: InstallsSetting });

const off: SlackSetting = {
  on: false,
  why: 'SLACK_BOT_TOKEN is not set',
  mend: 'Set SLACK_BOT_TOKEN with SLACK_SIGNING_SECRET (Slack calls this server) or with SLACK_APP_TOKEN (Socket Mode), and start again.',
};

/**
 * Reads the Slack variables together, since none is any use alone. An app token means Socket Mode, because
 * Slack then sends nothing over HTTP, whether or not a signing secret is set too. A client id means that
 * workspaces install the app themselves.
 */
export function readSlackSetting(env: Environment): Outcome<SlackSetting> {
  const { SLACK_BOT_TOKEN: bot, SLACK_SIGNING_SECRET: signing, SLACK_APP_TOKEN: app } = env;
  const { SLACK_CLIENT_ID: client } = env;
  const installs = readInstallsSetting(env);
  if (!bot && !signing && !app && installs.ok && installs.value === undefined)
    return { ok: true, value: off, issues: [] };

  const issues: Issue[] = [...installs.issues];
  const named = client ? 'SLACK_CLIENT_ID' : 'SLACK_BOT_TOKEN';
  if (bot && client) issues.push(bothWays);
  else if (bot) issues.push(...wrongStart('SLACK_BOT_TOKEN', bot, 'xoxb-'));
  else if (installs.ok && installs.value === undefined)
    issues.push(missing('SLACK_BOT_TOKEN', signing ? 'SLACK_SIGNING_SECRET' : 'SLACK_APP_TOKEN'));
  if (app) issues.push(...wrongStart('SLACK_APP_TOKEN', app, 'xapp-'));
  if ((bot || client) && !signing && !app)
    issues.push(missing('SLACK_SIGNING_SECRET or SLACK_APP_TOKEN', named));
  if (!installs.ok || issues.length > 0) return { ok: false, issues };

  const where =
    installs.value === undefined ? { botToken: new Secret(bot ?? '') } : { installs: installs.value };
  const value: SlackSetting = app
    ? { on: true, mode: 'socket', appToken: new Secret(app), ...where }
    : { on: true, mode: 'http', signingSecret: new Secret(signing ?? ''), ...where };
  return { ok: true, value, issues: [] };
}

const bothWays: Issue = {
  severity: 'error',
  where: { path: 'SLACK_BOT_TOKEN' },
  found: 'a value, while SLACK_CLIENT_ID is set too',
  expected: 'one of the two: a token for one workspace, or a client id for all that install the app',
  mend: 'Unset SLACK_BOT_TOKEN, or unset SLACK_CLIENT_ID, SLACK_CLIENT_SECRET and SLACK_TOKEN_KEYS.',
};

function missing(name: string, because: string): Issue {
  return {
    severity: 'error',
    where: { path: name },
    found: 'nothing',
    expected: `a value, because ${because} is set`,
    mend: `Copy it from your app's pages on api.slack.com/apps, or unset ${because} to run without Slack.`,
  };
}

/** The value itself is never shown: a mistyped token is often another secret in the wrong place. */
function wrongStart(name: string, value: string, start: string): Issue[] {
  if (value.startsWith(start) && value.length > start.length && !/\s/.test(value)) return [];
  const found = value.startsWith(start)
    ? `"${start}" followed by nothing, or by text with spaces`
    : `a value that does not begin with ${start}`;
  return [
    {
      severity: 'error',
      where: { path: name },
      found,
      expected: `a token that begins with ${start}`,
      mend: "Copy it from your app's pages on api.slack.com/apps. The value is not shown here because it may be a secret.",
    },
  ];
}
