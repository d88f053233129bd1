/** Said to a person whose file cannot be taken now. */
export class Busy extends Error {
  override readonly name = 'Busy';
}

export interface DeskSize {
  /** People whose files are worked on at the same time. */
  readonly atOnce: number;
  /** People who may wait for their turn. */
  readonly waiting: number;
}

/**
 * Decides whose files are worked on: a few people at once, a bounded line of others, each person with
 * one request at a time. Keeps memory bounded however many files arrive.
 */
export class FileDesk {
  readonly #size: DeskSize;
  readonly #people = new Set<string>();
  readonly #line: (() => void)[] = [];
  #free: number;

  constructor(size: DeskSize = { atOnce: 2, waiting: 20 }) {
    this.#size = size;
    this.#free = size.atOnce;
  }

  /** Runs the work when it is its turn. Rejects with {@link Busy} when the person or the line must wait. */
  async serve<T>(person: string, work: () => Promise<T>): Promise<T> {
    if (this.#people.has(person)) {
      throw new Busy('I am still working on your last file. Try again when its answer is here.');
    }
    if (this.#free === 0 && this.#line.length >= this.#size.waiting) {
      throw new Busy('Many people have sent files just now. Try again in a few minutes.');
    }
    this.#people.add(person);
    try {
      await this.#turn();
      return await work().finally(() => this.#next());
    } finally {
      this.#people.delete(person);
    }
  }

  async #turn(): Promise<void> {
    if (this.#free > 0) this.#free -= 1;
    else await new Promise<void>((begin) => this.#line.push(begin));
  }

  /** Hands the place to the next in line, if there is one. */
  #next(): void {
    const begin = this.#line.shift();
    if (begin === undefined) this.#free += 1;
    else begin();
  }
}
