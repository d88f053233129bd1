import { supplierKey } from '../../ledger/supplier-key.ts';
import { formatCount, formatGbp } from '../../units/format.ts';
import { exactSum } from '../../units/sum.ts';
import type { Issue, Outcome } from '../../workbook/issue.ts';
import { jsonPlace } from '../../workbook/json-issue.ts';
import type { PreparedLm3 } from '../lm3.ts';
import { isLocal } from '../local-supplier.ts';
import { leaveOutWords } from '../setting-words.ts';
import type { MoveTarget, WhatIfChange } from './changes.ts';

/** The lines of one supplier in the table; what it gets or gives is shared out by their spend. */
export interface SupplierLines {
  readonly name: string;
  readonly places: readonly number[];
  /** GBP. */
  readonly spend: number;
}

export interface NewSupplier {
  readonly key: string;
  readonly name: string;
  /** Undefined: like a silent local supplier. */
  readonly respendShare: number | undefined;
}

/** An amount in GBP that goes from one supplier to another. */
export interface Move {
  /** Place of the change in the list of changes. */
  readonly index: number;
  readonly from: SupplierLines;
  readonly to: { readonly existing: SupplierLines } | { readonly added: NewSupplier };
  readonly amount: number;
}

const halfPenny = 0.005;

/** Finds the suppliers that changes name, and checks that the money is there to move. */
export function findMoves(prepared: PreparedLm3, changes: readonly WhatIfChange[]): Outcome<Move[]> {
  const suppliers = new Map<string, SupplierLines>();
  const { table } = prepared;
  const wanted = new Set(changes.flatMap((change) => (change.kind === 'moveSpend' ? namesIn(change) : [])));
  for (let place = 0; place < table.spend.length && wanted.size > 0; place += 1) {
    const { name } = table.supplierAt(place);
    const key = supplierKey(name);
    if (!wanted.has(key)) continue;
    const places = [...(suppliers.get(key)?.places ?? []), place];
    suppliers.set(key, { name, places, spend: exactSum(places.map((at) => table.spend[at] ?? 0)) });
  }
  const issues: Issue[] = [];
  const moves: Move[] = [];
  const added = new Map<string, NewSupplier>();
  changes.forEach((change, index) => {
    if (change.kind !== 'moveSpend') return;
    const from = suppliers.get(supplierKey(change.from));
    if (!from) issues.push(notFound(prepared, change.from, [index, 'from']));
    const to = target(change.to, index, { prepared, suppliers, added, issues });
    if (!from || !to) return;
    if ('existing' in to && to.existing === from) {
      issues.push(
        issue(
          [index, 'to'],
          `"${from.name}" on both sides`,
          'another supplier',
          'Name the supplier that would get the money.',
        ),
      );
      return;
    }
    moves.push({ index, from, to, amount: change.amount ?? from.spend });
  });
  issues.push(...overdrawn(moves));
  return issues.length > 0 ? { ok: false, issues } : { ok: true, value: moves, issues };
}

const namesIn = ({ from, to }: { from: string; to: MoveTarget }): string[] =>
  [from, 'existing' in to ? to.existing : to.newSupplier].map(supplierKey);

interface Found {
  readonly prepared: PreparedLm3;
  readonly suppliers: ReadonlyMap<string, SupplierLines>;
  readonly added: Map<string, NewSupplier>;
  readonly issues: Issue[];
}

function target(to: MoveTarget, index: number, found: Found): Move['to'] | undefined {
  const { prepared, suppliers, added, issues } = found;
  if ('existing' in to) {
    const existing = suppliers.get(supplierKey(to.existing));
    if (!existing) {
      issues.push(notFound(prepared, to.existing, [index, 'to']));
      return undefined;
    }
    const local = existing.places.every((at) =>
      isLocal(prepared.table.supplierAt(at), prepared.project.settings),
    );
    if (local) return { existing };
    issues.push(
      issue(
        [index, 'to'],
        `"${existing.name}", which is not local`,
        'a local supplier',
        'Name a local supplier, or a new one.',
      ),
    );
    return undefined;
  }
  const key = supplierKey(to.newSupplier);
  const known = suppliers.get(key);
  if (known) {
    issues.push(
      issue(
        [index, 'to'],
        `"${known.name}" as a new supplier`,
        'a name that no supplier has yet',
        'Name it as an existing supplier, or choose another name.',
      ),
    );
    return undefined;
  }
  const before = added.get(key);
  if (before && before.respendShare !== to.respendShare) {
    issues.push(
      issue(
        [index, 'to', 'respendShare'],
        `two re-spend shares for "${before.name}"`,
        'one share for one new supplier',
        'Give both moves the same share, or name two new suppliers.',
      ),
    );
    return undefined;
  }
  const supplier = before ?? { key, name: to.newSupplier.trim(), respendShare: to.respendShare };
  added.set(key, supplier);
  return { added: supplier };
}

/** More moved from a supplier than it was paid, over all changes together. */
function overdrawn(moves: readonly Move[]): Issue[] {
  const out = new Map<SupplierLines, { amounts: number[]; index: number }>();
  for (const { from, amount, index } of moves) {
    out.set(from, { amounts: [...(out.get(from)?.amounts ?? []), amount], index });
  }
  return [...out].flatMap(([{ name, spend }, { amounts, index }]) => {
    const moved = exactSum(amounts);
    if (moved - spend <= halfPenny) return [];
    return [
      issue(
        [index, 'amount'],
        `${formatGbp(moved)} to be moved from "${name}"`,
        `no more than the ${formatGbp(spend)} that it was paid`,
        'Lower the amount, or leave it out to move everything.',
      ),
    ];
  });
}

function notFound({ project, leftOut, table }: PreparedLm3, name: string, path: PropertyKey[]): Issue {
  const key = supplierKey(name);
  const out = leftOut.find(({ suppliers }) => suppliers.some((one) => supplierKey(one.name) === key));
  if (out) {
    const why = out.kind === 'credit' ? 'a net credit' : leaveOutWords[out.kind].toLowerCase();
    return issue(
      path,
      `"${name}", which does not count (${why})`,
      'a supplier that counts',
      'Name another supplier.',
    );
  }
  if (project.suppliers.some((one) => supplierKey(one.name) === key)) {
    return issue(
      path,
      `"${name}", which was paid nothing`,
      'a supplier that was paid',
      'Name another supplier.',
    );
  }
  const near: string[] = [];
  for (let place = 0; place < table.spend.length && near.length < 5; place += 1) {
    const { name: other } = table.supplierAt(place);
    if (alike(key, supplierKey(other))) near.push(`"${other}"`);
  }
  const count = formatCount(table.spend.length);
  return issue(
    path,
    `"${name}", which is none of the ${count} suppliers`,
    'the name of a supplier of the project',
    near.length > 0
      ? `Did you mean ${near.join(' or ')}?`
      : 'Check the spelling against the list of suppliers.',
  );
}

/** Begins with it, or one holds the other where that is more than a letter or two. */
function alike(key: string, other: string): boolean {
  if (other.startsWith(key)) return true;
  return Math.min(key.length, other.length) > 2 && (other.includes(key) || key.includes(other));
}

function issue(path: readonly PropertyKey[], found: string, expected: string, mend: string): Issue {
  return { severity: 'error', where: jsonPlace(['changes', ...path]), found, expected, mend };
}
