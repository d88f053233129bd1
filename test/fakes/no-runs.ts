import type { RunStore } from '../../bot/runs/run-store.ts';

/** A store that keeps no run. */
export const noRuns: RunStore = {
  lastRun: async () => undefined,
  keepRun: async () => undefined,
  forgetRunsOf: async () => 0,
  forgetRunsIn: async () => 0,
  forgetRunsBefore: async () => 0,
};
