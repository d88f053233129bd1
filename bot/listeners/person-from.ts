import type { Context } from '@slack/bolt';
import type { Person } from '../kept/kept-store.ts';
import { workspaceId } from '../workspaces/installation.ts';

/** Whose things these are. A person acts in a workspace, or in an organisation that installed the bot as a whole. */
export function personFrom(context: Context, user: string): Person {
  const workspace = workspaceId(context);
  if (workspace === undefined) throw new TypeError('personFrom: a delivery without a workspace');
  return { workspace, user };
}
