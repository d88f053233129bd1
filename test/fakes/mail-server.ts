import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { SMTPServer } from 'smtp-server';

export interface ReceivedMail {
  readonly from: string;
  readonly to: readonly string[];
  /** The whole mail as it came. */
  readonly raw: string;
}

/** A real SMTP server on 127.0.0.1 that keeps what it gets. */
export interface TestMailServer {
  readonly url: string;
  readonly ranWith: string;
  readonly received: ReceivedMail[];
  /** What it answers to an address instead of taking the mail; reset with undefined. */
  refuse: ((address: string) => { readonly code: number; readonly text: string } | undefined) | undefined;
  /** Breaks off after the mail was sent, before it says that it has it. */
  breakOff: boolean;
  /** Says nothing more: to whoever connects, or once the mail was sent. */
  hang: 'greeting' | 'mail' | undefined;
  close(): Promise<void>;
}

const login = { user: 'survey', password: 'p@ss:word' };

export async function startMailServer(): Promise<TestMailServer> {
  const received: ReceivedMail[] = [];
  const state: Pick<TestMailServer, 'refuse' | 'breakOff' | 'hang'> = {
    refuse: undefined,
    breakOff: false,
    hang: undefined,
  };
  const smtp = new SMTPServer({
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
    onConnect(_session, done) {
      if (state.hang !== 'greeting') done();
    },
    onAuth({ username, password }, _session, done) {
      const right = username === login.user && password === login.password;
      done(right ? null : new Error('535 wrong name or password'), right ? { user: login.user } : undefined);
    },
    onRcptTo({ address }, _session, done) {
      const answer = state.refuse?.(address);
      done(answer && Object.assign(new Error(answer.text), { responseCode: answer.code }));
    },
    onData(stream, session, done) {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        const { mailFrom, rcptTo } = session.envelope;
        received.push({
          from: mailFrom === false ? '' : mailFrom.address,
          to: rcptTo.map(({ address }) => address),
          raw: Buffer.concat(parts).toString('utf8'),
        });
        if (state.hang === 'mail') return;
        if (state.breakOff) done(Object.assign(new Error('try later'), { responseCode: 451 }));
        else done();
      });
    },
  });
  // A client that goes away is no fault of the server.
  smtp.on('error', () => undefined);
  await new Promise<void>((resolve) => smtp.listen(0, '127.0.0.1', resolve));
  const address = smtp.server.address();
  if (address === null || typeof address === 'string') throw new Error('The system gave no port.');
  const { user, password } = login;
  return Object.assign(state, {
    url: `smtp://${user}:${encodeURIComponent(password)}@127.0.0.1:${address.port}`,
    ranWith: `smtp-server ${smtpVersion()}`,
    received,
    close: () => new Promise<void>((resolve) => smtp.close(() => resolve())),
  });
}

/** A quoted-printable part of a mail as it reads. */
export function readable(raw: string): string {
  return raw
    .replaceAll(/=\r?\n/g, '')
    .replaceAll(/(?:=[0-9A-F]{2})+/g, (bytes) =>
      Buffer.from(bytes.replaceAll('=', ''), 'hex').toString('utf8'),
    );
}

function smtpVersion(): string {
  const folder = createRequire(import.meta.url)
    .resolve('smtp-server')
    .replace(/smtp-server\/.*$/, 'smtp-server');
  return (JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string }).version;
}
