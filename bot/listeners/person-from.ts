import type { Context } from '@slack/bolt';
import type { Person } from '../kept/kept-store.ts';
import { workspaceOf } from './workspace.ts';

/** Whose things these are. */
export function personFrom(context: Context, user: string): Person {
  return { workspace: workspaceOf(context), user };
}
