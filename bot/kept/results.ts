import type { KeptStore, Person } from './kept-store.ts';

const kind = 'result';
const mostKept = 10;
const longestTitle = 150;

/** Keeps the name of a result for the person's Home tab; the oldest makes room. */
export async function noteResult(kept: KeptStore, person: Person, title: string, at: Date): Promise<void> {
  await kept.keep(person, kind, {
    item: `${at.toISOString()} ${title}`.slice(0, 250),
    content: title.slice(0, longestTitle),
    at,
  });
  const all = await kept.listKept(person, kind);
  for (const { item } of all.slice(0, -mostKept)) await kept.dropKept(person, kind, item);
}

/** What a person got from the bot lately, the newest first. */
export async function recentResults(
  kept: KeptStore,
  person: Person,
): Promise<readonly { readonly title: string; readonly at: Date }[]> {
  const all = await kept.listKept(person, kind);
  return all.map(({ content: title, at }) => ({ title, at })).reverse();
}
