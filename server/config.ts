import * as z from 'zod';
import type { Issue, Outcome } from '../core/index.ts';
import { type Environment, withoutBlanks } from './environment.ts';
import { type MailSetting, readMailSetting } from './mail-setting.ts';
import { readSlackSetting, type SlackSetting } from './slack-setting.ts';
import { describeStoreValue, type StoreLocation, storeLocation } from './store/location.ts';

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug'] as const;
export type LogLevel = (typeof logLevels)[number];

/** Everything the server is told from outside, read once at the start. */
export interface Config {
  readonly host: string;
  /** 0 asks the system for any free port. */
  readonly port: number;
  readonly store: StoreLocation;
  readonly logLevel: LogLevel;
  /** Where people reach the server, such as `https://pound.example.org`; no slash at the end. */
  readonly publicUrl?: string;
  /** Whether a proxy of one's own stands before the server and says where requests come from. */
  readonly trustProxy: boolean;
  /** Where Prometheus reads counts, on an address of its own; absent where nobody does. */
  readonly metrics?: { readonly host: string; readonly port: number };
  readonly slack: SlackSetting;
  readonly mail: MailSetting;
}

const port = z
  .string()
  .regex(/^\d{1,5}$/)
  .transform(Number)
  .pipe(z.number().max(65_535));
const host = z
  .string()
  .regex(/^[\w.:-]+$/)
  .default('127.0.0.1');

const variables = z.object({
  PORT: port.default(3000),
  HOST: host,
  METRICS_PORT: port.optional(),
  METRICS_HOST: host,
  LOCALPOUND_STORE: storeLocation.default({ engine: 'sqlite', file: 'data/localpound.db' }),
  LOG_LEVEL: z.enum(logLevels).default('info'),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/, abort: true })
    .refine((text) => {
      const { username, pathname, search, hash } = new URL(text);
      return username === '' && pathname === '/' && search === '' && hash === '';
    })
    .transform((text) => new URL(text).origin)
    .optional(),
  TRUST_PROXY: z.enum(['yes', 'no']).default('no'),
});

type Variable = keyof z.infer<typeof variables>;

const advice: Record<Variable, { expected: string; mend: string; found?: (value: string) => string }> = {
  PORT: {
    expected: 'a whole number from 0 to 65535',
    mend: 'Set PORT=3000, or leave it out to use 3000.',
  },
  HOST: {
    expected: 'the name or number of one of this computer’s addresses',
    mend: 'Leave it out to serve this computer only, or set HOST=0.0.0.0 to serve the network.',
  },
  METRICS_PORT: {
    expected: 'a whole number from 0 to 65535',
    mend: 'Set METRICS_PORT=9464, or leave it out: then nothing is counted for Prometheus.',
  },
  METRICS_HOST: {
    expected: 'the name or number of one of this computer’s addresses',
    mend: 'Leave it out, so that only this computer can read the counts.',
  },
  LOCALPOUND_STORE: {
    expected: 'sqlite:PATH or postgres://USER:PASSWORD@HOST:PORT/DATABASE',
    mend: 'Leave it out to keep the data in the file data/localpound.db.',
    found: describeStoreValue,
  },
  LOG_LEVEL: {
    expected: `one of ${logLevels.join(', ')}`,
    mend: 'Set LOG_LEVEL=info, or leave it out.',
  },
  PUBLIC_URL: {
    expected: 'a web address with nothing after the host, such as https://pound.example.org',
    mend: 'Correct it, or leave it out when people use the server on this computer only.',
    found: (value) => (value.includes('@') ? 'an address with a name or password in it' : quote(value)),
  },
  TRUST_PROXY: {
    expected: 'yes or no',
    mend: 'Set TRUST_PROXY=yes only if every request comes through a proxy of yours that sets X-Forwarded-For.',
  },
};

/**
 * Reads the configuration from environment variables. When anything is wrong it returns every
 * problem at once, each with the variable, what it holds, what it should hold and how to mend it;
 * values that may be secret are described, never repeated.
 */
export function readConfig(environment: Environment): Outcome<Config> {
  const env = withoutBlanks(environment);
  const parsed = variables.safeParse(env);
  const slack = readSlackSetting(env);
  const mail = readMailSetting(env);
  const issues = [
    ...wrongValues(env, parsed.error),
    ...debugInProduction(env),
    ...slack.issues,
    ...mail.issues,
  ];
  if (!parsed.success || !slack.ok || !mail.ok || issues.length > 0) return { ok: false, issues };

  const { PORT, HOST, METRICS_PORT, METRICS_HOST, LOCALPOUND_STORE, LOG_LEVEL, PUBLIC_URL, TRUST_PROXY } =
    parsed.data;
  const value: Config = {
    host: HOST,
    port: PORT,
    store: LOCALPOUND_STORE,
    logLevel: LOG_LEVEL,
    ...(PUBLIC_URL === undefined ? {} : { publicUrl: PUBLIC_URL }),
    trustProxy: TRUST_PROXY === 'yes',
    ...(METRICS_PORT === undefined ? {} : { metrics: { host: METRICS_HOST, port: METRICS_PORT } }),
    slack: slack.value,
    mail: mail.value,
  };
  return { ok: true, value, issues: [] };
}

function wrongValues(env: Environment, error: z.ZodError | undefined): Issue[] {
  const names = new Set(error?.issues.map((issue) => issue.path[0] as Variable));
  return [...names].map((name) => {
    const { expected, mend, found = quote } = advice[name];
    return { severity: 'error', where: { path: name }, found: found(env[name] ?? ''), expected, mend };
  });
}

/** Debug logs may hold what people sent, so a server that others use must not write them. */
function debugInProduction(env: Environment): Issue[] {
  if (env.NODE_ENV !== 'production' || env.LOG_LEVEL !== 'debug') return [];
  const [found, expected] = ['"debug" while NODE_ENV is production', 'info, warn, error or fatal'];
  return [{ severity: 'error', where: { path: 'LOG_LEVEL' }, found, expected, mend: advice.LOG_LEVEL.mend }];
}

function quote(value: string): string {
  const shown = value.length > 60 ? `${value.slice(0, 60)}…` : value;
  return JSON.stringify(shown);
}
