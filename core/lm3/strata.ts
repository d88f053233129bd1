import type { Supplier } from './project.ts';
import { type Settings, standardSettings } from './settings.ts';
import type { StratumName } from './stratify.ts';
import { type LeftOut, type SupplierTable, supplierTable } from './supplier-table.ts';

/** Largest suppliers that the workings list by name; the rest are added up in one line. */
const listedByName = 10;

/** Suppliers that resemble each other, split by whether they answered. */
export interface Stratum extends StratumName {
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
  /** Plain mean of the re-spend shares, 0 to 1; 0 without answers. */
  readonly shareMean: number;
  /** Sample variance (n - 1) of the re-spend shares, unweighted; 0 below two answers. */
  readonly shareVariance: number;
  /** Answers that give the commonest share; exact where more than half do, else at most half. */
  readonly alike: number;
  readonly largest: readonly Supplier[];
}

export interface Silent {
  readonly count: number;
  readonly spend: number;
  readonly spendSquares: number;
  readonly largest: readonly Supplier[];
}

export interface SupplierTally {
  /** In the order of their workings: local ones first. */
  readonly strata: readonly Stratum[];
  /** All local suppliers together, and all that are not local. */
  readonly local: Stratum;
  readonly nonLocal: Stratum;
  /** Lines that do not count. */
  readonly leftOut: readonly LeftOut[];
}

/** Adds suppliers up by stratum. */
export function tallySuppliers(
  suppliers: readonly Supplier[],
  settings: Settings = standardSettings,
): SupplierTally {
  const { table, leftOut } = supplierTable(suppliers, settings);
  return tallyTable(table, leftOut);
}

/**
 * Adds a table up in one pass. The sums carry a running correction (Neumaier), written out here
 * because a call for each of 140,000 amounts would cost more than all the rest.
 */
export function tallyTable(table: SupplierTable, leftOut: readonly LeftOut[]): SupplierTally {
  const { spend, share, stratum, strata } = table;
  // Two groups a stratum: answered at an even place, silent at the odd one after it.
  const groups = strata.length * 2;
  const counts = new Uint32Array(groups);
  const sums = new Float64Array(groups);
  const sumsLost = new Float64Array(groups);
  const squares = new Float64Array(groups);
  const squaresLost = new Float64Array(groups);
  const respends = new Float64Array(groups);
  const respendsLost = new Float64Array(groups);
  const means = new Float64Array(groups);
  const deviations = new Float64Array(groups);
  const largest = new LargestPlaces(groups, spend);
  const commonest = new CommonestAnswer(groups);

  for (let place = 0; place < spend.length; place += 1) {
    const amount = spend[place] as number;
    const answer = share[place] as number;
    const silent = Number.isNaN(answer);
    const group = (stratum[place] as number) * 2 + (silent ? 1 : 0);
    counts[group] = (counts[group] as number) + 1;
    addTo(sums, sumsLost, group, amount);
    addTo(squares, squaresLost, group, amount * amount);
    if (!silent) {
      addTo(respends, respendsLost, group, amount * answer);
      // Welford's rule: no loss of digits when all shares lie close together.
      const mean = means[group] as number;
      const before = answer - mean;
      const after = mean + before / (counts[group] as number);
      means[group] = after;
      deviations[group] = (deviations[group] as number) + before * (answer - after);
      commonest.vote(group, answer);
    }
    largest.offer(group, place);
  }

  const alike = commonest.count(table);
  const at = (values: Float64Array | Uint32Array, group: number): number => values[group] ?? 0;
  const groupAt = (group: number): Silent => ({
    count: at(counts, group),
    spend: at(sums, group) + at(sumsLost, group),
    spendSquares: at(squares, group) + at(squaresLost, group),
    largest: largest.of(group).map(table.supplierAt),
  });
  const result = strata.map((name, index): Stratum => {
    const answered = index * 2;
    const answers = at(counts, answered);
    return {
      ...name,
      answered: {
        ...groupAt(answered),
        respend: at(respends, answered) + at(respendsLost, answered),
        shareMean: at(means, answered),
        shareVariance: answers > 1 ? at(deviations, answered) / (answers - 1) : 0,
        alike: at(alike, answered),
      },
      silent: groupAt(answered + 1),
    };
  });
  return { strata: result, local: ofKind(result, true), nonLocal: ofKind(result, false), leftOut };
}

/** Amounts are above 0, so the larger of the two is told without a sign. */
function addTo(sums: Float64Array, lost: Float64Array, group: number, amount: number): void {
  const sum = sums[group] as number;
  const next = sum + amount;
  lost[group] = (lost[group] as number) + (sum >= amount ? sum - next + amount : amount - next + sum);
  sums[group] = next;
}

/** Finds the answer that more than half of a group give, by Boyer and Moore's vote, and counts it. */
class CommonestAnswer {
  private readonly candidate: Float64Array;
  private readonly votes: Int32Array;

  constructor(groups: number) {
    this.candidate = new Float64Array(groups);
    this.votes = new Int32Array(groups);
  }

  vote(group: number, answer: number): void {
    const votes = this.votes[group] as number;
    if (votes === 0) this.candidate[group] = answer;
    this.votes[group] = votes === 0 || this.candidate[group] === answer ? votes + 1 : votes - 1;
  }

  count({ share, stratum }: SupplierTable): Uint32Array {
    const counts = new Uint32Array(this.candidate.length);
    for (let place = 0; place < share.length; place += 1) {
      const group = (stratum[place] as number) * 2;
      // Silence is not a number, and so equals no answer.
      if (share[place] === this.candidate[group]) counts[group] = (counts[group] as number) + 1;
    }
    return counts;
  }
}

/** The places of the largest amounts of each group, the largest first. */
class LargestPlaces {
  private readonly places: number[][];
  /** An amount has to be above this to get on the list. */
  private readonly least: Float64Array;

  constructor(
    groups: number,
    private readonly spend: Float64Array,
  ) {
    this.places = Array.from({ length: groups }, () => []);
    this.least = new Float64Array(groups);
  }

  offer(group: number, place: number): void {
    const amount = this.spend[place] as number;
    if (amount <= (this.least[group] as number)) return;
    const list = this.places[group] as number[];
    const before = list.findIndex((other) => (this.spend[other] as number) < amount);
    list.splice(before === -1 ? list.length : before, 0, place);
    if (list.length > listedByName) list.pop();
    if (list.length === listedByName) this.least[group] = this.spend[list.at(-1) as number] as number;
  }

  of(group: number): readonly number[] {
    return this.places[group] ?? [];
  }
}

/** All strata of one kind as one. */
function ofKind(strata: readonly Stratum[], local: boolean): Stratum {
  const parts = strata.filter((stratum) => stratum.local === local);
  const [only] = parts;
  if (parts.length === 1 && only) return only;
  const total = (read: (stratum: Stratum) => number) =>
    parts.reduce((sum, stratum) => sum + read(stratum), 0);
  const largestOf = (read: (stratum: Stratum) => readonly Supplier[]) =>
    parts
      .flatMap(read)
      .sort((a, b) => b.spend - a.spend)
      .slice(0, listedByName);
  const answers = total(({ answered }) => answered.count);
  const shareMean =
    answers === 0 ? 0 : total(({ answered }) => answered.count * answered.shareMean) / answers;
  const deviations = total(
    ({ answered }) =>
      Math.max(answered.count - 1, 0) * answered.shareVariance +
      answered.count * (answered.shareMean - shareMean) ** 2,
  );
  return {
    id: local ? 'local' : 'nonLocal',
    label: local ? 'local' : 'non-local',
    local,
    answered: {
      count: answers,
      spend: total(({ answered }) => answered.spend),
      respend: total(({ answered }) => answered.respend),
      spendSquares: total(({ answered }) => answered.spendSquares),
      shareMean,
      shareVariance: answers > 1 ? deviations / (answers - 1) : 0,
      alike: Math.max(0, ...parts.map(({ answered }) => answered.alike)),
      largest: largestOf(({ answered }) => answered.largest),
    },
    silent: {
      count: total(({ silent }) => silent.count),
      spend: total(({ silent }) => silent.spend),
      spendSquares: total(({ silent }) => silent.spendSquares),
      largest: largestOf(({ silent }) => silent.largest),
    },
  };
}
