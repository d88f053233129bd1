import type { Issue, Outcome, Place } from '../core/index.ts';

/** Thrown inside the readers where going on makes no sense; the doors turn it into an Outcome. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly issue: Issue;

  constructor(issue: Issue) {
    super(issue.found);
    this.issue = issue;
  }
}

/** Stops the read with an error that tells the user where, what was found and how to mend it. */
export function refuse(where: Place, found: string, expected: string, mend: string): never {
  throw new Refusal({ severity: 'error', where, found, expected, mend });
}

/** Stops the read of a workbook whose bytes do not hang together, whatever broke them. */
export function refuseDamaged(where: Place, found: string): never {
  return refuse(
    where,
    found,
    'a whole, undamaged Excel workbook (.xlsx)',
    'Get the file again from where it came from. If it opens in Excel, save it there as a new workbook and use that.',
  );
}

/** Runs a read to its outcome. Only refusals are caught: anything else is our own mistake. */
export function outcomeOf<T>(read: (warnings: Issue[]) => T): Outcome<T> {
  const warnings: Issue[] = [];
  try {
    return { ok: true, value: read(warnings), issues: warnings };
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, issues: [error.issue, ...warnings] };
    throw error;
  }
}
