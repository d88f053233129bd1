import { describeIssue, formatCount, type Issue } from '../core/index.ts';

/** One line to standard output, which holds results and nothing else. */
export function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

/** One line to standard error, for everything that is not a result. */
export function tell(text: string): void {
  process.stderr.write(`${text}\n`);
}

export function printJson(value: unknown): void {
  print(JSON.stringify(value));
}

/** Lists everything that is wrong and sets exit code 1. With `json` the list is the one JSON object printed. */
export function failWith(issues: readonly Issue[], json: boolean): void {
  process.exitCode = 1;
  if (json) printJson({ issues });
  tellIssues(issues);
}

const listed = 100;

/** Issues as a numbered list, the first hundred of them. */
export function tellIssues(issues: readonly Issue[]): void {
  if (issues.length === 0) return;
  const errors = issues.filter((issue) => issue.severity === 'error').length;
  tell(
    errors > 0
      ? `${formatCount(errors)} ${errors === 1 ? 'thing needs' : 'things need'} mending:`
      : 'Please note:',
  );
  issues.slice(0, listed).forEach((issue, index) => {
    tell(`  ${index + 1}. ${describeIssue(issue)}`);
  });
  if (issues.length > listed) tell(`  and ${formatCount(issues.length - listed)} more`);
}

/** Rows as columns of text, the first column to the left, the others to the right. */
export function columns(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => (row[column] ?? '').length)),
  );
  return rows
    .map((row) =>
      row
        .map((text, column) =>
          column === 0 ? text.padEnd(widths[0] ?? 0) : text.padStart(widths[column] ?? 0),
        )
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
