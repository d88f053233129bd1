import type { Context } from 'hono';
import { getCookie } from 'hono/cookie';
import { roleOn } from '../owner/keys.ts';
import { allSurveys, type Role, type Session } from '../owner-store.ts';
import type { SurveyStore } from '../store.ts';
import { hashToken } from '../tokens.ts';

/** Somebody who is signed in to the owner's pages. */
export interface Visitor {
  readonly session: Session;
  /** What stands in the cookie. */
  readonly token: string;
  /** For the audit, and shown on the page. */
  readonly who: string;
  /** Roles by survey, `all` among them. Looked up at each request, so that an end is an end at once. */
  readonly held: readonly { readonly projectId: string; readonly role: Role }[];
}

/** How long somebody stays signed in. */
export const sessionMs = 12 * 60 * 60 * 1000;

/** Name and attributes of the one cookie. Behind https its name keeps other hosts and plain http from setting it. */
export function cookieOf(publicUrl: string | undefined) {
  const secure = publicUrl?.startsWith('https:') === true;
  return {
    name: secure ? '__Host-pound' : 'pound',
    attributes: { path: '/', httpOnly: true, sameSite: 'Lax', secure, maxAge: sessionMs / 1000 },
  } as const;
}

/** Whoever the cookie of a request belongs to. */
export async function visitorOf(
  store: SurveyStore,
  context: Context,
  publicUrl: string | undefined,
  now: number,
): Promise<Visitor | undefined> {
  const token = getCookie(context, cookieOf(publicUrl).name);
  if (token === undefined || !/^[\w-]{32}$/.test(token)) return undefined;
  const session = await store.session(hashToken(token), now);
  if (session === undefined) return undefined;
  const { email, key } = session;
  if (key !== undefined) {
    const found = (await store.keys(key.projectId)).find(({ keyId }) => keyId === key.keyId);
    if (found === undefined || found.revokedAt !== undefined) return undefined;
    return { session, token, who: `key ${found.label}`, held: [found] };
  }
  if (email !== undefined) return { session, token, who: email, held: await store.rolesOf(email) };
  return { session, token, who: 'whoever started the server', held: [starter] };
}

const starter = { projectId: allSurveys, role: 'owner' } as const;

/** The role of a visitor on a survey, if any. */
export function visitorRole({ held }: Visitor, projectId: string): Role | undefined {
  return roleOn(projectId, held);
}
