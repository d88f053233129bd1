import type { Issue, Outcome } from '../core/index.ts';
import type { Environment } from './environment.ts';
import { Secret } from './secret.ts';

/** How mails leave: through a mail server, or as files in a folder. */
export type MailSetting = { readonly from: string } & (
  | { readonly kind: 'smtp'; readonly url: Secret }
  | { readonly kind: 'folder'; readonly folder: string }
);

const standardFolder = 'data/mail';

/** Reads SMTP_URL, MAIL_FROM and MAIL_FOLDER. Without SMTP_URL mails are written to a folder. */
export function readMailSetting(env: Environment): Outcome<MailSetting> {
  const { SMTP_URL: url, MAIL_FROM: from, MAIL_FOLDER: folder = standardFolder } = env;
  const issues: Issue[] = [];
  if (url !== undefined && !isMailServer(url)) {
    issues.push({
      severity: 'error',
      where: { path: 'SMTP_URL' },
      found: 'an address that cannot be used',
      expected: 'smtp://USER:PASSWORD@HOST:PORT or smtps://...',
      mend: 'Write % for special signs in the password as in web addresses (@ is %40), or leave it out to write mails to a folder.',
    });
  }
  if (url !== undefined && from === undefined) {
    issues.push({
      severity: 'error',
      where: { path: 'MAIL_FROM' },
      found: 'nothing',
      expected: 'whom mails come from, because SMTP_URL is set',
      mend: 'Set MAIL_FROM="Our survey <survey@example.org>", an address that your mail server may send from.',
    });
  }
  if (from !== undefined && !/^[^\r\n]*[^\s<>@]+@[^\s<>@]+>?$/.test(from)) {
    issues.push({
      severity: 'error',
      where: { path: 'MAIL_FROM' },
      found: JSON.stringify(from.slice(0, 60)),
      expected: 'an e-mail address, with a name before it if you like',
      mend: 'Set MAIL_FROM="Our survey <survey@example.org>".',
    });
  }
  if (issues.length > 0) return { ok: false, issues };
  const sender = from ?? 'Local Pound survey <survey@localhost>';
  return {
    ok: true,
    value:
      url === undefined
        ? { kind: 'folder', folder, from: sender }
        : { kind: 'smtp', url: new Secret(url), from: sender },
    issues: [],
  };
}

function isMailServer(text: string): boolean {
  if (!/^smtps?:\/\//.test(text) || !URL.canParse(text)) return false;
  const { hostname, pathname, search, hash } = new URL(text);
  return hostname !== '' && ['', '/'].includes(pathname) && search === '' && hash === '';
}
