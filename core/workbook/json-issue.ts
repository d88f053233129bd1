import type * as z from 'zod';
import type { Issue, Place } from './issue.ts';

/**
 * Everything that a schema finds wrong with a value given as JSON, each with its path.
 *
 * @param expectation what should stand in the place of a zod issue, in words people use; undefined
 *   leaves it to the words below
 */
export function jsonIssues(
  error: z.ZodError,
  input: unknown,
  expectation: (issue: z.core.$ZodIssue) => string | undefined = () => undefined,
): Issue[] {
  return error.issues.map((issue) => ({
    severity: 'error',
    where: jsonPlace(issue.path),
    found: quoteJson(valueAt(input, issue.path)),
    expected: expectation(issue) ?? standardExpectation(issue),
    mend: 'Correct this value and run again.',
  }));
}

function standardExpectation(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_value')
    return `one of ${issue.values.map((value) => `"${String(value)}"`).join(', ')}`;
  if (issue.code === 'invalid_type') return `${article(issue.expected)} ${issue.expected}`;
  if (issue.code === 'too_small' && issue.origin === 'string') return 'some text';
  if (issue.code === 'too_big' && issue.origin === 'string') return `at most ${issue.maximum} characters`;
  return issue.message;
}

const article = (word: string): string => (/^[aeio]/.test(word) ? 'an' : 'a');

/** A path into JSON as people write it: `suppliers[3].respendShare`. */
export function jsonPlace(path: readonly PropertyKey[]): Place {
  const text = path.reduce<string>(
    (soFar, step) =>
      typeof step === 'number'
        ? `${soFar}[${step}]`
        : soFar === ''
          ? String(step)
          : `${soFar}.${String(step)}`,
    '',
  );
  return text === '' ? {} : { path: text };
}

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, step) =>
      typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[step] : undefined,
    input,
  );
}

function quoteJson(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (typeof value === 'number') return String(value);
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}

/**
 * A warning for each key that a schema does not know: a mistyped key would otherwise be dropped
 * without a word.
 *
 * @param what the object as it is called in the message: `an LM3 project`
 * @param path where the object stands in the JSON
 */
export function unusedKeys(
  input: object,
  schema: { readonly shape: object },
  what: string,
  path: readonly PropertyKey[] = [],
): Issue[] {
  const known = new Set(Object.keys(schema.shape));
  return Object.keys(input)
    .filter((key) => !known.has(key))
    .map((key) => ({
      severity: 'warning',
      where: jsonPlace([...path, key]),
      found: `"${key}"`,
      expected: `only the fields of ${what}`,
      mend: 'It was not used. Check the spelling if it was meant to count.',
    }));
}
