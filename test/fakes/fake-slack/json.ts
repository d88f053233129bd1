/** Parsed JSON of any shape: what a client sends is not to be trusted to have one. */
export type Json = Record<string, unknown>;

/** The value as an object; an empty one where it is something else. */
export function objectOf(value: unknown): Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {};
}

/** The value as a list of objects; an empty one where it is something else. */
export function listOf(value: unknown): Json[] {
  return Array.isArray(value) ? value.map(objectOf) : [];
}

/** The value as text, if it is text. */
export function stringOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
