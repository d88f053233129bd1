import { setTimeout as wait } from 'node:timers/promises';

const attempts = 10;
const firstPauseMs = 5;

/**
 * Runs `work` again when the database answers that it clashed with another transaction (SQLSTATE
 * 40001). Servers set to SERIALIZABLE, and distributed engines by default, say so in normal use.
 * `work` must be one whole transaction, so that running it again is safe.
 *
 * @param clashes other codes that mean the same for this work
 */
export async function retrySerialization<T>(
  work: () => Promise<T>,
  clashes: readonly string[] = [],
): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (attempt === attempts || !isClash(error, clashes)) throw error;
      // Uneven pauses, or the same two transactions would meet again.
      await wait(firstPauseMs * attempt * (1 + Math.random()));
    }
  }
}

function isClash(error: unknown, clashes: readonly string[]): boolean {
  if (!(error instanceof Error) || !('code' in error)) return false;
  return error.code === '40001' || clashes.includes(String(error.code));
}
