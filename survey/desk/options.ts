import type { Context } from 'hono';
import type { Message } from '../mail/compose.ts';
import type { SurveyStore } from '../store.ts';

/** How mails leave the server, as the owner's pages need to know it. */
export interface DeskMail {
  /** `folder`: written to files and not sent, since no mail server is set. */
  readonly way:
    | { readonly kind: 'smtp' }
    | { readonly kind: 'folder'; readonly folder: string }
    | { readonly kind: 'off'; readonly why: string };
  /** Looks after the queue now, without waiting for it. */
  nudge(): void;
  /** Takes away a mail that belongs to no survey. Rejects when it does not go. */
  deliver(message: Message): Promise<void>;
}

/** What the owner's pages need from outside. */
export interface DeskOptions {
  readonly store: SurveyStore;
  readonly mail: DeskMail;
  /** Where people reach the server; without it links begin with the address that was asked for. */
  readonly publicUrl?: string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly senderOf: (context: Context) => string;
  /** Hears of mails to sign in by that did not go; the page must not tell. */
  readonly onMailError: (error: unknown) => void;
  /** Which version of the program reports are stamped with. */
  readonly version: string;
}

/** Where the owner's pages are. */
export const deskPath = '/survey/desk';

/** Where links begin. */
export function linkBase({ publicUrl }: Pick<DeskOptions, 'publicUrl'>, context: Context): string {
  return publicUrl ?? new URL(context.req.url).origin;
}
