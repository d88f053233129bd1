import type { Store } from './store/store.ts';
import { version } from './version.ts';

/** What `/health` answers, for whatever watches the server. */
export interface Health {
  readonly ok: boolean;
  readonly store: 'reachable' | 'unreachable';
  readonly version: string;
  readonly uptimeSeconds: number;
}

/** Watchers give up after a few seconds, so a store that does not answer by then counts as unreachable. */
const patienceMs = 2000;

/** Asks the store for a sign of life. Why it fails goes to `onFailure`, not to whoever asks. */
export async function checkHealth(
  store: Pick<Store, 'check'>,
  onFailure: (error: unknown) => void,
): Promise<Health> {
  const reachable = await within(patienceMs, store.check()).then(
    () => true,
    (error: unknown) => {
      onFailure(error);
      return false;
    },
  );
  return {
    ok: reachable,
    store: reachable ? 'reachable' : 'unreachable',
    version,
    uptimeSeconds: Math.floor(process.uptime()),
  };
}

async function within(ms: number, work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`The store did not answer within ${ms} ms.`)), ms);
  });
  try {
    await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
