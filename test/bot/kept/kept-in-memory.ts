import type { Kept, KeptKind, KeptStore, Person } from '../../../bot/kept/kept-store.ts';

/** Keeps things as the store on disk does, for as long as the test runs. */
export class KeptInMemory implements KeptStore {
  readonly #kept = new Map<string, Kept[]>();

  async listKept(person: Person, kind: KeptKind): Promise<readonly Kept[]> {
    return this.#of(person, kind).toSorted((a, b) => a.at.getTime() - b.at.getTime());
  }

  async keep(person: Person, kind: KeptKind, kept: Kept): Promise<void> {
    const list = this.#of(person, kind);
    if (!list.some(({ item }) => item === kept.item)) list.push(kept);
  }

  async dropKept(person: Person, kind: KeptKind, item?: string): Promise<void> {
    const left = item === undefined ? [] : this.#of(person, kind).filter((kept) => kept.item !== item);
    this.#kept.set(keyOf(person, kind), left);
  }

  async forgetPerson(): Promise<number> {
    this.#kept.clear();
    return 0;
  }

  async forgetWorkspace(): Promise<void> {
    this.#kept.clear();
  }

  #of(person: Person, kind: KeptKind): Kept[] {
    const list = this.#kept.get(keyOf(person, kind)) ?? [];
    this.#kept.set(keyOf(person, kind), list);
    return list;
  }
}

const keyOf = ({ workspace, user }: Person, kind: KeptKind): string => `${workspace} ${user} ${kind}`;
