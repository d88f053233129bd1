import { RunningSum } from '../units/sum.ts';
import type { Lm3Project, Supplier } from './project.ts';

/** Largest suppliers that the workings list by name; the rest are added up in one line. */
const listedByName = 10;

/** Suppliers of one kind, local or not local, split by whether they answered. */
export interface Stratum {
  readonly local: boolean;
  readonly answered: Answered;
  readonly silent: Silent;
}

export interface Answered {
  readonly count: number;
  /** GBP. */
  readonly spend: number;
  /** GBP: the sum of spend times re-spend share. */
  readonly respend: number;
  /** GBP squared. */
  readonly spendSquares: number;
  /** Sample variance (n - 1) of the re-spend shares, unweighted; 0 below two answers. */
  readonly shareVariance: number;
  readonly largest: readonly Supplier[];
}

export interface Silent {
  readonly count: number;
  readonly spend: number;
  readonly spendSquares: number;
  readonly largest: readonly Supplier[];
}

export interface SupplierTally {
  readonly local: Stratum;
  readonly nonLocal: Stratum;
  /** Suppliers whose credits outweigh their payments: left out of every sum. */
  readonly credits: readonly Supplier[];
}

/** Sorts the suppliers into strata in one pass. Suppliers without spend have no weight and are passed over. */
export function tallySuppliers(suppliers: Lm3Project['suppliers']): SupplierTally {
  const local = new StratumTally(true);
  const nonLocal = new StratumTally(false);
  const credits: Supplier[] = [];
  for (const supplier of suppliers) {
    if (supplier.spend < 0) credits.push(supplier);
    else if (supplier.spend > 0) (supplier.local ? local : nonLocal).add(supplier);
  }
  return { local: local.result(), nonLocal: nonLocal.result(), credits };
}

class StratumTally {
  private readonly answered = new GroupTally();
  private readonly silent = new GroupTally();
  private readonly respend = new RunningSum();
  private shareMean = 0;
  private shareSquares = 0;

  constructor(private readonly local: boolean) {}

  add(supplier: Supplier): void {
    const share = supplier.respendShare;
    if (share === null) {
      this.silent.add(supplier);
      return;
    }
    this.answered.add(supplier);
    this.respend.add(supplier.spend * share);
    // Welford's rule: no loss of digits when all shares lie close together.
    const before = share - this.shareMean;
    this.shareMean += before / this.answered.count;
    this.shareSquares += before * (share - this.shareMean);
  }

  result(): Stratum {
    const answers = this.answered.count;
    return {
      local: this.local,
      answered: {
        ...this.answered.result(),
        respend: this.respend.value,
        shareVariance: answers > 1 ? this.shareSquares / (answers - 1) : 0,
      },
      silent: this.silent.result(),
    };
  }
}

class GroupTally {
  count = 0;
  private readonly spend = new RunningSum();
  private readonly squares = new RunningSum();
  private readonly largest: Supplier[] = [];

  add(supplier: Supplier): void {
    this.count += 1;
    this.spend.add(supplier.spend);
    this.squares.add(supplier.spend * supplier.spend);
    this.keepIfLarge(supplier);
  }

  private keepIfLarge(supplier: Supplier): void {
    const smallest = this.largest.at(-1);
    if (this.largest.length === listedByName && smallest && smallest.spend >= supplier.spend) return;
    const place = this.largest.findIndex((other) => other.spend < supplier.spend);
    this.largest.splice(place === -1 ? this.largest.length : place, 0, supplier);
    if (this.largest.length > listedByName) this.largest.pop();
  }

  result() {
    return {
      count: this.count,
      spend: this.spend.value,
      spendSquares: this.squares.value,
      largest: this.largest,
    };
  }
}
