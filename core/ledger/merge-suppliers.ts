import type { MergeChoices } from './merge-choices.ts';
import { companyNumber, type Spelling, type SupplierName, spellings, supplierName } from './supplier-name.ts';
import { Unions } from './unions.ts';

/** A name as published with the company number beside it, and what was paid to it. */
export interface Payee {
  readonly name: string;
  readonly companyNumber: string | null;
  /** Whole pence. */
  readonly pence: number;
  readonly lines: number;
  /** False for what must never be merged beyond capitals: people, and names that stand for many. */
  readonly mergeable: boolean;
  /** Whether it is the payer's own name: in another's ledger the same name is a supplier. */
  readonly own?: boolean;
}

export type MergeReason = Spelling | 'companyNumber' | 'confirmed';

/** One spelling that was counted with another. */
export interface Merge {
  /** The supplier it was counted with, as spelt on most of its money. */
  readonly supplier: string;
  readonly name: string;
  readonly reason: MergeReason;
  /** Whole pence paid under this spelling. */
  readonly pence: number;
  readonly lines: number;
}

/** Two names that may be one supplier; only a person can say. */
export interface LikelySame {
  readonly name: string;
  readonly other: string;
  readonly because: string;
  readonly pence: number;
  readonly otherPence: number;
}

export interface MergedSuppliers {
  /** For every payee the number of its supplier, counted from 0. */
  readonly supplierOf: Uint32Array;
  /** For every supplier the name that it goes by. */
  readonly names: readonly string[];
  readonly companyNumbers: readonly (string | null)[];
  readonly merges: readonly Merge[];
  readonly likely: readonly LikelySame[];
}

/**
 * Counts spellings of one supplier together: by company number first, then by capitals, punctuation,
 * legal form and trading name. Every merge is listed with its reason. Never merged: different company
 * numbers, different legal forms, people, and what a person keeps apart.
 */
export function mergeSuppliers(payees: readonly Payee[], choices: MergeChoices): MergedSuppliers {
  const names = payees.map(({ name }) => supplierName(name));
  const numbers = payees.map((payee) => companyNumber(payee.companyNumber));
  const apart = payees.map((_, index) => choices.keepApart.has(at(names, index).capitals));
  const unions = new Unions(payees.length, numbers);

  const count = payees.length;
  const alike = (index: number) => `${at(payees, index).own === true}${at(names, index).capitals}`;
  for (const group of groupsBy(count, alike)) uniteGroup(unions, group);
  const free = (index: number) => at(payees, index).mergeable && apart[index] !== true;
  for (const group of groupsBy(count, (index) => (free(index) ? numbers[index] : undefined)))
    uniteGroup(unions, group);
  for (const spelling of spellings.slice(1)) {
    const key = (index: number) => {
      const alike = free(index) ? at(names, index)[spelling] : '';
      return alike.length < shortestAlike ? undefined : alike;
    };
    for (const group of groupsBy(count, key)) {
      if (maybeOne(group, names, spelling)) uniteGroup(unions, group);
    }
  }
  for (const [name, other] of choices.same) uniteNamed(unions, names, name, other);
  return resultOf(payees, names, numbers, unions, choices);
}

/** Who is alike in a key, as groups; what has no key or a very short one is alike with nobody. */
function groupsBy(count: number, key: (index: number) => string | undefined): number[][] {
  const groups = new Map<string, number[]>();
  for (let index = 0; index < count; index += 1) {
    const alike = key(index);
    if (alike === undefined) continue;
    const group = groups.get(alike);
    if (group) group.push(index);
    else groups.set(alike, [index]);
  }
  return [...groups.values()].filter((group) => group.length > 1);
}

/** Unites a group, unless it holds different company numbers: then nobody can say whose the others are. */
function uniteGroup(unions: Unions, group: readonly number[]): void {
  if (unions.numbersOf(group).size > 1) return;
  const [first = 0, ...others] = group;
  for (const other of others) unions.unite(first, other);
}

/** Different legal forms are different organisations, and so may be different trading names. */
function maybeOne(group: readonly number[], names: readonly SupplierName[], spelling: Spelling): boolean {
  const several = (of: (name: SupplierName) => string) =>
    new Set(group.map((index) => of(at(names, index))).filter((text) => text !== '')).size > 1;
  return !several(({ form }) => form) && !(spelling === 'tradingName' && several(({ tradesAs }) => tradesAs));
}

function uniteNamed(unions: Unions, names: readonly SupplierName[], name: string, other: string): void {
  const first = names.findIndex(({ capitals }) => capitals === name);
  const second = names.findIndex(({ capitals }) => capitals === other);
  if (first !== -1 && second !== -1) unions.unite(first, second);
}

function resultOf(
  payees: readonly Payee[],
  names: readonly SupplierName[],
  numbers: readonly (string | undefined)[],
  unions: Unions,
  choices: MergeChoices,
): MergedSuppliers {
  const supplierOf = new Uint32Array(payees.length);
  const numberOfRoot = new Map<number, number>();
  const members: number[][] = [];
  payees.forEach((_, index) => {
    const root = unions.root(index);
    let supplier = numberOfRoot.get(root);
    if (supplier === undefined) {
      supplier = members.length;
      numberOfRoot.set(root, supplier);
      members.push([]);
    }
    supplierOf[index] = supplier;
    members[supplier]?.push(index);
  });
  const leads = members.map((group) => leadOf(group, payees));
  const confirmed = new Set(choices.same.flat());
  return {
    supplierOf,
    names: leads.map((lead) => at(payees, lead).name),
    companyNumbers: members.map((group) => group.map((index) => numbers[index]).find(Boolean) ?? null),
    merges: members.flatMap((group, supplier) =>
      mergesOf(group, leads[supplier] ?? 0, payees, names, numbers, confirmed),
    ),
    likely: likelySame(members, leads, payees, names, choices),
  };
}

/** The spelling with most of the money, then most lines, then the first. */
function leadOf(group: readonly number[], payees: readonly Payee[]): number {
  const money = new Map<string, { index: number; pence: number; lines: number }>();
  for (const index of group) {
    const { name, pence, lines } = at(payees, index);
    const sum = money.get(name);
    if (sum) {
      sum.pence += pence;
      sum.lines += lines;
    } else money.set(name, { index, pence, lines });
  }
  return (
    [...money.values()].sort((a, b) => b.pence - a.pence || b.lines - a.lines)[0]?.index ?? group[0] ?? 0
  );
}

function mergesOf(
  group: readonly number[],
  lead: number,
  payees: readonly Payee[],
  names: readonly SupplierName[],
  numbers: readonly (string | undefined)[],
  confirmed: ReadonlySet<string>,
): Merge[] {
  const byName = new Map<string, Merge>();
  const supplier = at(payees, lead).name;
  for (const index of group) {
    const { name, pence, lines } = at(payees, index);
    if (name === supplier) continue;
    const sofar = byName.get(name);
    byName.set(name, {
      supplier,
      name,
      reason: sofar?.reason ?? reasonOf(index, lead, group, names, numbers, confirmed),
      pence: (sofar?.pence ?? 0) + pence,
      lines: (sofar?.lines ?? 0) + lines,
    });
  }
  return [...byName.values()];
}

function reasonOf(
  index: number,
  lead: number,
  group: readonly number[],
  names: readonly SupplierName[],
  numbers: readonly (string | undefined)[],
  confirmed: ReadonlySet<string>,
): MergeReason {
  const one = at(names, index);
  const same = (others: readonly number[]) =>
    spellings.find((spelling) => others.some((other) => one[spelling] === at(names, other)[spelling]));
  const spelling = same([lead]);
  if (spelling === 'capitals' || spelling === 'punctuation' || spelling === 'legalForm') return spelling;
  if (
    numbers[index] !== undefined &&
    group.some((other) => other !== index && numbers[other] === numbers[index])
  )
    return 'companyNumber';
  if (spelling !== undefined) return spelling;
  if (confirmed.has(one.capitals)) return 'confirmed';
  return same(group.filter((other) => at(names, other) !== one)) ?? 'companyNumber';
}

/** Initials are alike by chance. */
const shortestAlike = 3;
const shortestCut = 12;

/** Names that stop where another goes on, and names that differ in what may not be overlooked: suggested, never merged. */
function likelySame(
  members: readonly (readonly number[])[],
  leads: readonly number[],
  payees: readonly Payee[],
  names: readonly SupplierName[],
  choices: MergeChoices,
): LikelySame[] {
  const sums = members.map((group) => group.reduce((sum, index) => sum + at(payees, index).pence, 0));
  const entries = leads
    .map((lead, supplier) => ({
      lead,
      supplier,
      key: at(names, lead).formLeftOff,
      whole: at(names, lead).punctuation,
    }))
    .filter(({ lead, key }) => at(payees, lead).mergeable && key.length >= shortestCut)
    .sort((a, b) => (a.whole < b.whole ? -1 : a.whole > b.whole ? 1 : 0));
  const found: LikelySame[] = [];
  entries.forEach((entry, place) => {
    const next = entries[place + 1];
    if (!next?.whole.startsWith(entry.whole) || next.whole === entry.whole) return;
    if (choices.keepApart.has(at(names, entry.lead).capitals)) return;
    const rest = next.whole.slice(entry.whole.length);
    // A whole word more is another name as often as not; half a word is a name that was cut off.
    if (!/^[\p{L}\p{N}]/u.test(rest)) return;
    found.push({
      name: at(payees, entry.lead).name,
      other: at(payees, next.lead).name,
      because: 'the one stops in the middle of a word of the other',
      pence: sums[entry.supplier] ?? 0,
      otherPence: sums[next.supplier] ?? 0,
    });
  });
  return found;
}

function at<T>(list: readonly T[], index: number): T {
  const value = list[index];
  if (value === undefined) throw new RangeError(`mergeSuppliers: nothing at ${index}`);
  return value;
}
