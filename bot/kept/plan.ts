import { type Indicator, indicatorById } from '../../core/index.ts';
import type { KeptStore, Person } from './kept-store.ts';

/** More than anybody can keep up year after year; a plan is cut to fit one message. */
export const mostPlanned = 30;

const kind = 'planned indicator';

/** The indicators that a person has put into their plan, in the order in which they did. */
export async function planOf(kept: KeptStore, person: Person): Promise<readonly Indicator[]> {
  const items = await kept.listKept(person, kind);
  // An indicator that has left the bank since is passed over.
  return items.flatMap(({ item }) => indicatorById(item) ?? []);
}

/** Puts an indicator into the plan. Says no when the plan is full. */
export async function addToPlan(kept: KeptStore, person: Person, id: string, at: Date): Promise<boolean> {
  const plan = await planOf(kept, person);
  if (plan.some((planned) => planned.id === id)) return true;
  if (plan.length >= mostPlanned) return false;
  await kept.keep(person, kind, { item: id, content: '', at });
  return true;
}

export async function takeOutOfPlan(kept: KeptStore, person: Person, id: string): Promise<void> {
  await kept.dropKept(person, kind, id);
}

export async function emptyPlan(kept: KeptStore, person: Person): Promise<void> {
  await kept.dropKept(person, kind);
}
