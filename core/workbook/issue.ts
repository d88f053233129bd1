/** Where in the input something is wrong, as precisely as the kind of input allows. */
export interface Place {
  readonly file?: string;
  readonly sheet?: string;
  readonly cell?: string;
  readonly row?: number;
  readonly column?: string;
  /** Path into a JSON project: `suppliers[3].respendShare`. */
  readonly path?: string;
}

/** One thing wrong with the input, told so that the person who made it can mend it. */
export interface Issue {
  /** An error stops the calculation; a warning is shown beside the result. */
  readonly severity: 'error' | 'warning';
  readonly where: Place;
  readonly found: string;
  readonly expected: string;
  readonly mend: string;
}

/** Either a value with any warnings, or the list of everything that is wrong. */
export type Outcome<T> =
  | { readonly ok: true; readonly value: T; readonly issues: readonly Issue[] }
  | { readonly ok: false; readonly issues: readonly Issue[] };

/** The place in words: `sheet Suppliers, cell D14`. */
export function describePlace(where: Place): string {
  const parts = [
    where.file,
    where.sheet && `sheet ${where.sheet}`,
    where.cell ? `cell ${where.cell}` : where.row && `row ${where.row}`,
    where.column && `column ${where.column}`,
    where.path,
  ].filter(Boolean);
  return parts.length > 0 ? parts.join(', ') : 'the input';
}

/** The issue as one line of plain text. */
export function describeIssue(issue: Issue): string {
  const { where, found, expected, mend } = issue;
  return `${describePlace(where)}: found ${found}; expected ${expected}. ${mend}`;
}
