import { randomUUID } from 'node:crypto';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import type { Message } from './compose.ts';

/** Takes a mail to where it goes. Rejects with a {@link MailError} when it cannot. */
export interface Postman {
  /** What becomes of a mail that it takes. */
  readonly outcome: 'sent' | 'written';
  deliver(message: Message): Promise<void>;
  close(): void;
}

/** Why a mail did not go. */
export class MailError extends Error {
  override readonly name = 'MailError';
  /** `never`: this address refuses it. `later`: it may work another time. `setting`: no mail will go like this. */
  readonly again: 'never' | 'later' | 'setting';

  constructor(message: string, again: MailError['again'], cause: unknown) {
    super(message, { cause });
    this.again = again;
  }
}

/** A mail server that hangs must not hold up the others for long. */
const standardPatience = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 };
/** Mail servers shut out senders that come too fast. */
const pace = { pool: true, maxConnections: 1, rateDelta: 1000, rateLimit: 5 } as const;

/**
 * Sends through a mail server.
 *
 * @param url `smtp://USER:PASSWORD@HOST:587` or `smtps://...`
 * @param patience how long to wait for a server that says nothing, milliseconds
 */
export function smtpPostman(url: string, from: string, patience = standardPatience): Postman {
  const { protocol, hostname, port, username, password } = new URL(url);
  const secure = protocol === 'smtps:';
  const transport = createTransport({
    host: hostname,
    port: port === '' ? (secure ? 465 : 587) : Number(port),
    secure,
    ...(username === ''
      ? {}
      : { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } }),
    ...patience,
    ...pace,
    // What a mail holds is ours alone: nothing in it may fetch a file or an address.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    outcome: 'sent',
    async deliver(message) {
      try {
        await transport.sendMail({ from, ...message });
      } catch (error) {
        throw mailError(error);
      }
    },
    close: () => transport.close(),
  };
}

/** Writes each mail to a folder as a file that any mail program opens. */
export function folderPostman(folder: string, from: string): Postman {
  const transport = createTransport({ streamTransport: true, buffer: true, newline: 'windows' });
  return {
    outcome: 'written',
    async deliver(message) {
      try {
        await mkdir(folder, { recursive: true, mode: 0o700 });
        const { message: bytes } = await transport.sendMail({ from, ...message });
        const name = `${message.to.replaceAll(/[^\w.@-]/g, '_').slice(0, 80)}-${randomUUID().slice(0, 8)}.eml`;
        const beside = join(folder, `.${name}`);
        await writeFile(beside, bytes as Buffer, { mode: 0o600 });
        await rename(beside, join(folder, name));
      } catch (error) {
        throw new MailError(`The mail cannot be written to ${folder}: ${String(error)}`, 'setting', error);
      }
    },
    close: () => transport.close(),
  };
}

function mailError(error: unknown): MailError {
  const { responseCode, code, message } = error as { responseCode?: number; code?: string; message?: string };
  const said = (message ?? String(error)).replaceAll(/\s+/g, ' ').slice(0, 300);
  if (code === 'EAUTH')
    return new MailError(`The mail server refuses the name or password: ${said}`, 'setting', error);
  if (code === 'EENVELOPE' && responseCode === undefined) return new MailError(said, 'never', error);
  return new MailError(said, responseCode !== undefined && responseCode >= 500 ? 'never' : 'later', error);
}
