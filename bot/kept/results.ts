import { randomUUID } from 'node:crypto';
import { clip } from '../blocks/limits.ts';
import type { BotLogger } from '../services.ts';
import type { KeptStore, Person } from './kept-store.ts';

const kind = 'result';
const mostKept = 10;
const longestTitle = 150;

/**
 * Keeps the name of a result for the person's Home tab; the oldest makes room. The list is an extra:
 * where the store fails, the result stands all the same, and the log has why.
 */
export async function noteResult(
  { kept, logger }: { readonly kept: KeptStore; readonly logger: BotLogger },
  person: Person,
  title: string,
  at: Date,
): Promise<void> {
  const short = clip(title, longestTitle);
  try {
    await kept.keep(person, kind, { item: `${at.toISOString()} ${randomUUID()}`, content: short, at });
    const all = await kept.listKept(person, kind);
    for (const { item } of all.slice(0, -mostKept)) await kept.dropKept(person, kind, item);
  } catch (error) {
    logger.warn({ err: error }, 'a result was not noted for the Home tab');
  }
}

/** What a person got from the bot lately, the newest first. */
export async function recentResults(
  kept: KeptStore,
  person: Person,
): Promise<readonly { readonly title: string; readonly at: Date }[]> {
  const all = await kept.listKept(person, kind);
  return all.map(({ content: title, at }) => ({ title, at })).reverse();
}
