import type { Config } from './config.ts';
import type { RunningServer } from './start.ts';
import { describeStore } from './store/location.ts';
import { version } from './version.ts';

/** What the person who started the server reads: each face with its address, or why it is off. */
export function startLines(
  config: Config,
  { url, faces, ownerLine }: Pick<RunningServer, 'url' | 'faces' | 'ownerLine'>,
): readonly string[] {
  const base = config.publicUrl ?? url;
  const rows: [string, string][] = [['Home page', `${base}/`]];
  for (const { name, path, state } of faces) {
    if (!state.on) rows.push([name, `off, because ${state.why}. ${state.mend}`]);
    else rows.push([name, path === undefined ? `on${state.how ? `: ${state.how}` : ''}` : `${base}${path}`]);
  }
  rows.push(
    ['Survey owner', ownerLine],
    ['Survey mail', surveyMail(config)],
    ['Store', describeStore(config.store)],
  );
  const width = Math.max(...rows.map(([name]) => name.length));
  return [
    `Local Pound ${version} is running. Press Ctrl+C to stop it.`,
    ...rows.map(([name, text]) => `  ${name.padEnd(width)}  ${text}`),
    ...(isOpenToNetwork(config.host)
      ? [`It listens on ${config.host}: other computers can reach it, and it asks nobody for a password.`]
      : []),
  ];
}

function surveyMail({ mail, publicUrl }: Config): string {
  if (mail.kind === 'folder')
    return `written to the folder ${mail.folder} and not sent, because SMTP_URL is not set`;
  if (publicUrl === undefined) return 'off, because PUBLIC_URL is not set: the links in mails begin with it';
  return `sent from ${mail.from}`;
}

function isOpenToNetwork(host: string): boolean {
  return host !== 'localhost' && host !== '::1' && !host.startsWith('127.');
}
