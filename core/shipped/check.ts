import type * as z from 'zod';

/**
 * Shipped data that has passed its schema. Broken data is a fault of the build, not of the user:
 * it stops the program at once with the file, the record and what is wrong with it.
 */
export function checkData<Schema extends z.ZodType>(
  file: string,
  schema: Schema,
  data: unknown,
): z.output<Schema> {
  const parsed = schema.safeParse(data);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map((issue) => `${recordAt(data, issue.path)}: ${issue.message}`);
  throw new Error(`core/data/${file} is broken. ${faults.join('; ')}`);
}

/** A path with the id of the record where there is one: `entries[3] (lm3-tax).body`. */
export function recordAt(data: unknown, path: readonly PropertyKey[]): string {
  let value = data;
  let place = '';
  for (const step of path) {
    value =
      typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[step] : undefined;
    if (typeof step === 'number') {
      const name = nameOf(value);
      place += name === undefined ? `[${step}]` : `[${step}] (${name})`;
    } else {
      place += place === '' ? String(step) : `.${String(step)}`;
    }
  }
  return place === '' ? 'the whole file' : place;
}

function nameOf(record: unknown): string | undefined {
  if (typeof record !== 'object' || record === null) return undefined;
  const { id, number } = record as { id?: unknown; number?: unknown };
  if (typeof id === 'string') return id;
  return typeof number === 'number' ? `number ${number}` : undefined;
}

/** Stops at the first id that comes twice. */
export function checkUnique(file: string, ids: readonly string[]): void {
  const seen = new Set<string>();
  for (const id of ids) {
    if (seen.has(id)) throw new Error(`core/data/${file} is broken. The id "${id}" is used twice`);
    seen.add(id);
  }
}
