import { setTimeout as wait } from 'node:timers/promises';

const attempts = 10;
const firstPauseMs = 5;

/**
 * Runs `work` again when the database answers that it clashed with another transaction (SQLSTATE
 * 40001). Servers set to SERIALIZABLE, and distributed engines by default, say so in normal use.
 * `work` must be one whole transaction, so that running it again is safe.
 */
export async function retrySerialization<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (attempt === attempts || !isSerializationFailure(error)) throw error;
      // Uneven pauses, or the same two transactions would meet again.
      await wait(firstPauseMs * attempt * (1 + Math.random()));
    }
  }
}

function isSerializationFailure(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === '40001';
}
