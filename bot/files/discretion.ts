import type { Issue, Lm3Project } from '../../core/index.ts';

/** What a result holds about single suppliers: for the person who asked, not for a whole channel. */
export interface Discretion {
  /** Only one local or only one other supplier has answered: figures of that kind tell what it said. */
  readonly soleAnswer: boolean;
  /** Notes that name a supplier. */
  readonly namingNotes: readonly Issue[];
}

/** Sorts what may be said to everyone from what may not. Notes keep their order. */
export function discretionOf(
  suppliers: Lm3Project['suppliers'],
  notes: readonly Issue[],
): Discretion & { readonly openNotes: readonly Issue[] } {
  const names = (note: Issue): boolean => suppliers.some(({ name }) => note.found.includes(name));
  const naming = notes.map(names);
  return {
    soleAnswer: [true, false].some((kind) => answers(suppliers, kind) === 1),
    namingNotes: notes.filter((_, index) => naming[index]),
    openNotes: notes.filter((_, index) => !naming[index]),
  };
}

/** Notes that name none of these. Only so many are looked at: a reader sees ten. */
export function notesWithout(names: readonly string[], notes: readonly Issue[]): Issue[] {
  return notes
    .slice(0, mostLookedAt)
    .filter(({ found, expected }) => !names.some((name) => found.includes(name) || expected.includes(name)));
}

const mostLookedAt = 200;

/** Suppliers of a kind that answered and count: those without spend have no weight. */
function answers(suppliers: Lm3Project['suppliers'], kind: boolean): number {
  return suppliers.filter(
    ({ local, spend, respendShare }) => local === kind && spend > 0 && respendShare !== null,
  ).length;
}
