/** A line that may be the same tenant as another: the same name, or the same company number. */
export interface Line {
  readonly place: number;
  readonly name: string;
  /** A line without a company number has a number of its own. */
  readonly number: string;
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/**
 * The lines that count: no two of them share a name or a number, and together they are as large as
 * can be. Because a larger choice is only ever added, one more line never makes their sum smaller.
 */
export function heaviestLines(lines: readonly Line[]): readonly Line[] {
  const sorted = [...lines].sort((a, b) => b.value - a.value || b.high - a.high || b.low - a.low);
  const [first] = sorted;
  if (!first) return [];
  const oneTenant =
    sorted.every(({ name }) => name === first.name) || sorted.every(({ number }) => number === first.number);
  return oneTenant ? [first] : new Matching(sorted).chosen();
}

/**
 * Names on one side, numbers on the other, lines between them: the heaviest matching, found by
 * adding the path that gains most until none gains anything.
 */
class Matching {
  readonly #byName = new Map<string, Line>();
  readonly #byNumber = new Map<string, Line>();

  constructor(private readonly lines: readonly Line[]) {}

  chosen(): Line[] {
    for (let path = this.#bestPath(); path.length > 0; path = this.#bestPath()) {
      for (const line of path) {
        this.#byName.set(line.name, line);
        this.#byNumber.set(line.number, line);
      }
    }
    return [...this.#byName.values()];
  }

  /** The lines to be taken on along the path; those that they replace drop out by themselves. */
  #bestPath(): Line[] {
    const gainAtName = new Map<string, number>();
    const gainAtNumber = new Map<string, number>();
    const cameBy = new Map<string, Line>();
    for (const { name } of this.lines) if (!this.#byName.has(name)) gainAtName.set(name, 0);
    // Sums of doubles may not settle; no path is longer than there are lines.
    for (let round = 0, moved = true; moved && round <= this.lines.length; round += 1) {
      moved = false;
      for (const line of this.lines) {
        if (this.#byName.get(line.name) === line) continue;
        const gain = (gainAtName.get(line.name) ?? Number.NEGATIVE_INFINITY) + line.value;
        if (gain <= (gainAtNumber.get(line.number) ?? Number.NEGATIVE_INFINITY)) continue;
        gainAtNumber.set(line.number, gain);
        cameBy.set(line.number, line);
        const held = this.#byNumber.get(line.number);
        if (held) gainAtName.set(held.name, gain - held.value);
        moved = true;
      }
    }
    return this.#pathTo(this.#bestEnd(gainAtNumber), cameBy);
  }

  #bestEnd(gainAtNumber: ReadonlyMap<string, number>): string | undefined {
    let best: string | undefined;
    let most = 0;
    for (const [number, gain] of gainAtNumber) {
      if (this.#byNumber.has(number) || gain <= most) continue;
      [best, most] = [number, gain];
    }
    return best;
  }

  #pathTo(end: string | undefined, cameBy: ReadonlyMap<string, Line>): Line[] {
    const path: Line[] = [];
    for (let line = end === undefined ? undefined : cameBy.get(end); line; ) {
      path.push(line);
      const held: Line | undefined = this.#byName.get(line.name);
      line = held && path.length <= this.lines.length ? cameBy.get(held.number) : undefined;
    }
    return path;
  }
}
