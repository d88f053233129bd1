import { cellText, columnLetters, type Row } from '../workbook/cell.ts';
import type { Issue, Outcome } from '../workbook/issue.ts';
import type { ColumnMapping } from './column-mapping.ts';
import { type ColumnRole, columnRoles, noColumn, roleWords } from './column-role.ts';
import type { HeadingRow } from './heading-row.ts';
import type { RecognisedColumn } from './recognition.ts';

const rowsSearched = 40;
const same = (a: string, b: string): boolean => plain(a) === plain(b);
const plain = (text: string): string => text.trim().toLowerCase().replace(/\s+/g, ' ');

/** The row that holds most of the headings that a person named; undefined where none holds one. */
export function mappedHeadingRow(rows: readonly Row[], mapping: ColumnMapping): HeadingRow | undefined {
  const wanted = Object.values(mapping).filter((name) => name !== noColumn);
  const [best] = rows
    .slice(0, rowsSearched)
    .map((row, place) => {
      const texts = row.cells.map(cellText);
      const score = wanted.filter((name) => texts.some((text) => same(text, name))).length;
      return { texts, number: row.number, next: place + 1, score };
    })
    .sort((a, b) => b.score - a.score || a.number - b.number);
  return best && best.score > 0 ? best : undefined;
}

/** The columns that a person named, or what is wrong with the names. */
export function mappedColumns(
  mapping: ColumnMapping,
  headings: readonly string[],
  width: number,
): Outcome<RecognisedColumn[]> {
  const issues: Issue[] = [];
  const columns: RecognisedColumn[] = [];
  for (const role of columnRoles) {
    const name = mapping[role];
    if (name === undefined || name === noColumn) continue;
    const column = columnNamed(name, headings, width);
    const double = columns.find((other) => other.column === column);
    if (column === undefined) issues.push(unknownHeading(role, name, headings, width));
    else if (double) issues.push(namedTwice(role, double.role, name));
    else {
      const heading = headings[column] || null;
      columns.push({ role, column, heading, sureness: 'said', because: 'you said so', others: [] });
    }
  }
  return issues.length > 0 ? { ok: false, issues } : { ok: true, value: columns, issues: [] };
}

/** By heading first: a heading may be a letter. */
function columnNamed(name: string, headings: readonly string[], width: number): number | undefined {
  const byHeading = headings.findIndex((heading) => same(heading, name));
  if (byHeading !== -1) return byHeading;
  const letters = /^(?:column\s+)?([A-Z]{1,2})$/i.exec(name.trim())?.[1]?.toUpperCase();
  if (letters === undefined) return undefined;
  const column = Array.from({ length: width }, (_, index) => columnLetters(index)).indexOf(letters);
  return column === -1 ? undefined : column;
}

function unknownHeading(role: ColumnRole, name: string, headings: readonly string[], width: number): Issue {
  const named = headings.filter((heading) => heading !== '');
  const near = named
    .map((heading) => ({ heading, distance: distance(plain(heading), plain(name)) }))
    .sort((a, b) => a.distance - b.distance)[0];
  const close = near && near.distance <= Math.max(2, name.length / 3) ? near.heading : undefined;
  return {
    severity: 'error',
    where: { column: name },
    found: `no column headed "${name}" for ${roleWords[role].toLowerCase()}`,
    expected:
      named.length > 0
        ? `one of the headings ${named.map((heading) => `"${heading}"`).join(', ')}`
        : `the letters of a column from A to ${columnLetters(Math.max(0, width - 1))}`,
    mend:
      close === undefined
        ? 'Give the heading as the file has it.'
        : `Did you mean --column ${role}="${close}"?`,
  };
}

function namedTwice(role: ColumnRole, other: ColumnRole, name: string): Issue {
  return {
    severity: 'error',
    where: { column: name },
    found: `"${name}" for both ${roleWords[other].toLowerCase()} and ${roleWords[role].toLowerCase()}`,
    expected: 'a column for each',
    mend: 'Leave one of them out.',
  };
}

/** Letters to add, take away or change to turn one text into the other (Levenshtein). */
function distance(from: string, to: string): number {
  let above = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let row = 1; row <= from.length; row += 1) {
    const line = [row];
    for (let column = 1; column <= to.length; column += 1) {
      const change = (above[column - 1] ?? 0) + (from[row - 1] === to[column - 1] ? 0 : 1);
      line.push(Math.min(change, (above[column] ?? 0) + 1, (line[column - 1] ?? 0) + 1));
    }
    above = line;
  }
  return above[to.length] ?? 0;
}
