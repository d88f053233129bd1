/** A reason not to start, told so that whoever starts the server can mend it. Shown without a stack. */
export class StartError extends Error {
  override readonly name = 'StartError';
}

/** What the system or an engine said, whichever way it says it. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  // A host with two addresses fails with an empty message and the reasons inside.
  if (error instanceof AggregateError) return error.errors.map(reasonOf).join('; ');
  return error.message;
}

/** The error code of the system or an engine, such as `EADDRINUSE`. */
export function codeOf(error: unknown): string | undefined {
  if (error instanceof AggregateError) return codeOf(error.errors[0]);
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}
