import * as z from 'zod';
import { Secret } from '../secret.ts';

/** Where the data is kept: one file on this computer, or a PostgreSQL server. */
export type StoreLocation =
  | { readonly engine: 'sqlite'; readonly file: string }
  | { readonly engine: 'postgres'; readonly url: Secret };

/** Reads `sqlite:PATH` or `postgres://...`. The PostgreSQL address may hold a password: it is kept secret. */
export const storeLocation = z.string().transform((text, context): StoreLocation => {
  if (/^sqlite:./.test(text) && !/^sqlite:(:|\/\/|file:)/.test(text)) {
    return { engine: 'sqlite', file: text.slice('sqlite:'.length) };
  }
  if (/^postgres(ql)?:\/\//.test(text) && URL.canParse(text) && new URL(text).hostname !== '') {
    return { engine: 'postgres', url: new Secret(text) };
  }
  context.addIssue({ code: 'custom' });
  return z.NEVER;
});

/** What LOCALPOUND_STORE holds, told without any password that may be in it. */
export function describeStoreValue(text: string): string {
  const scheme = /^[a-z]+:/i.exec(text)?.[0];
  return scheme
    ? `an address that begins with ${scheme} and cannot be used`
    : 'text with no "sqlite:" or "postgres:" in front';
}

/** The place in words, without name or password: `PostgreSQL database pound on db.example.org`. */
export function describeStore(location: StoreLocation): string {
  if (location.engine === 'sqlite') return `SQLite file ${location.file}`;
  const { hostname, port, pathname } = new URL(location.url.reveal());
  return `PostgreSQL database ${pathname.slice(1) || '(default)'} on ${hostname}${port && `:${port}`}`;
}
