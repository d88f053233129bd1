/** Groups that grow by uniting two of their members, with the company numbers that each group holds. */
export class Unions {
  private readonly parents: Uint32Array;
  private readonly numbers: (Set<string> | undefined)[];

  constructor(size: number, numbers: readonly (string | undefined)[]) {
    this.parents = Uint32Array.from({ length: size }, (_, index) => index);
    this.numbers = numbers.map((number) => (number === undefined ? undefined : new Set([number])));
  }

  root(index: number): number {
    let root = index;
    while (this.parents[root] !== root) root = this.parents[root] ?? root;
    for (let at = index; at !== root; ) {
      const next = this.parents[at] ?? root;
      this.parents[at] = root;
      at = next;
    }
    return root;
  }

  /** All company numbers of the groups that these belong to. */
  numbersOf(members: readonly number[]): Set<string> {
    return new Set(members.flatMap((member) => [...(this.numbers[this.root(member)] ?? [])]));
  }

  /** Unites two groups, unless they hold different company numbers. False when they stay apart. */
  unite(one: number, other: number): boolean {
    const [first, second] = [this.root(one), this.root(other)];
    if (first === second) return true;
    const together = this.numbersOf([first, second]);
    if (together.size > 1) return false;
    this.parents[second] = first;
    this.numbers[first] = together.size === 0 ? undefined : together;
    return true;
  }
}
