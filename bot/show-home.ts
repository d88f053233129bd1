import type { WebClient } from '@slack/web-api';
import { britishDate } from '../core/index.ts';
import { homeView } from './blocks/home.ts';
import type { KeptStore, Person } from './kept/kept-store.ts';
import { planOf } from './kept/plan.ts';
import { recentResults } from './kept/results.ts';

/** Draws a person's App Home anew. */
export async function showHome(client: WebClient, kept: KeptStore, person: Person): Promise<void> {
  const [plan, results] = await Promise.all([planOf(kept, person), recentResults(kept, person)]);
  const shown = results.map(({ title, at }) => ({ title, day: britishDate(at) }));
  await client.views.publish({ user_id: person.user, view: homeView({ plan, results: shown }) });
}
