import * as z from 'zod';
import type { Issue, Outcome } from '../core/index.ts';
import type { Environment } from './environment.ts';
import { Secret } from './secret.ts';

/** What lets workspaces install the app themselves. */
export interface InstallsSetting {
  readonly clientId: string;
  readonly clientSecret: Secret;
  /** Keys that seal tokens where they are kept; the first seals, the others only open. */
  readonly keys: readonly { readonly id: string; readonly key: Secret }[];
  /** Where Slack sends people back to. */
  readonly redirectUri: string;
}

export const installRedirectPath = '/slack/oauth_redirect';

const key = z
  .string()
  .regex(/^[\w-]{1,32}:[A-Za-z0-9+/]{43}=$/)
  .transform((text) => {
    const [id = '', bytes = ''] = text.split(':');
    return { id, key: new Secret(bytes) };
  });

const variables = z.object({
  SLACK_CLIENT_ID: z.string().regex(/^[\d.]+$/),
  SLACK_CLIENT_SECRET: z.string().min(1),
  SLACK_TOKEN_KEYS: z
    .string()
    .transform((text) => text.split(',').map((part) => part.trim()))
    .pipe(z.array(key).min(1))
    .refine((keys) => new Set(keys.map(({ id }) => id)).size === keys.length),
  PUBLIC_URL: z.url({ protocol: /^https$/ }).or(z.url({ hostname: /^localhost$/ })),
});

type Variable = keyof z.infer<typeof variables>;

const because = 'because workspaces install the app themselves';
const copied = "Copy it from Basic Information of your app's pages on api.slack.com/apps.";
const advice: Record<Variable, { readonly expected: string; readonly mend: string }> = {
  SLACK_CLIENT_ID: { expected: `the app's client id, such as 1234.5678, ${because}`, mend: copied },
  SLACK_CLIENT_SECRET: { expected: `the app's client secret, ${because}`, mend: copied },
  SLACK_TOKEN_KEYS: {
    expected: `NAME:KEY of 32 bytes in base64, ${because}; several, each with its own name, with commas between`,
    mend: 'Make one with: echo "2026a:$(openssl rand -base64 32)". To replace a key, put the new one in front.',
  },
  PUBLIC_URL: {
    expected: `the https address where people reach this server, ${because}: Slack sends them back there`,
    mend: 'Set PUBLIC_URL=https://pound.example.org to your own address.',
  },
};

/** Reads what installing needs; `undefined` where none of it is set. */
export function readInstallsSetting(env: Environment): Outcome<InstallsSetting | undefined> {
  const { SLACK_CLIENT_ID: id, SLACK_CLIENT_SECRET: secret, SLACK_TOKEN_KEYS: keys } = env;
  if (!id && !secret && !keys) return { ok: true, value: undefined, issues: [] };
  const parsed = variables.safeParse(env);
  if (!parsed.success) {
    const names = new Set(parsed.error.issues.map((issue) => issue.path[0] as Variable));
    return { ok: false, issues: [...names].map((name) => fault(name, env[name])) };
  }
  const { SLACK_CLIENT_ID, SLACK_CLIENT_SECRET, SLACK_TOKEN_KEYS, PUBLIC_URL } = parsed.data;
  const value: InstallsSetting = {
    clientId: SLACK_CLIENT_ID,
    clientSecret: new Secret(SLACK_CLIENT_SECRET),
    keys: SLACK_TOKEN_KEYS,
    redirectUri: new URL(PUBLIC_URL).origin + installRedirectPath,
  };
  return { ok: true, value, issues: [] };
}

/** The value itself is never shown: it may be a secret, or one in the wrong place. */
function fault(name: Variable, value: string | undefined): Issue {
  const found = value === undefined ? 'nothing' : 'a value that cannot be used';
  return { severity: 'error', where: { path: name }, found, ...advice[name] };
}
