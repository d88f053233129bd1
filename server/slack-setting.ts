import type { Issue, Outcome } from '../core/index.ts';
import type { Environment } from './environment.ts';
import { Secret } from './secret.ts';

/** How Slack reaches this server, or why it does not. */
export type SlackSetting =
  | { readonly on: false; readonly why: string; readonly mend: string }
  | { readonly on: true; readonly mode: 'http'; readonly botToken: Secret; readonly signingSecret: Secret }
  | { readonly on: true; readonly mode: 'socket'; readonly botToken: Secret; readonly appToken: Secret };

const off: SlackSetting = {
  on: false,
  why: 'SLACK_BOT_TOKEN is not set',
  mend: 'Set SLACK_BOT_TOKEN with SLACK_SIGNING_SECRET (Slack calls this server) or with SLACK_APP_TOKEN (Socket Mode), and start again.',
};

/**
 * Reads the three Slack variables together, since none is any use alone. An app token means Socket
 * Mode, because Slack then sends nothing over HTTP, whether or not a signing secret is set too.
 */
export function readSlackSetting(env: Environment): Outcome<SlackSetting> {
  const { SLACK_BOT_TOKEN: bot, SLACK_SIGNING_SECRET: signing, SLACK_APP_TOKEN: app } = env;
  if (!bot && !signing && !app) return { ok: true, value: off, issues: [] };

  const issues: Issue[] = [];
  if (!bot) issues.push(missing('SLACK_BOT_TOKEN', signing ? 'SLACK_SIGNING_SECRET' : 'SLACK_APP_TOKEN'));
  else issues.push(...wrongStart('SLACK_BOT_TOKEN', bot, 'xoxb-'));
  if (app) issues.push(...wrongStart('SLACK_APP_TOKEN', app, 'xapp-'));
  if (bot && !signing && !app)
    issues.push(missing('SLACK_SIGNING_SECRET or SLACK_APP_TOKEN', 'SLACK_BOT_TOKEN'));
  if (issues.length > 0) return { ok: false, issues };

  const botToken = new Secret(bot ?? '');
  const value: SlackSetting = app
    ? { on: true, mode: 'socket', botToken, appToken: new Secret(app) }
    : { on: true, mode: 'http', botToken, signingSecret: new Secret(signing ?? '') };
  return { ok: true, value, issues: [] };
}

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
