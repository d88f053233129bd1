import type { Reporter, TestModule } from 'vitest/node';

/**
 * Closes the run by saying what ran: each real engine that a test reports through
 * `task.meta.ranWith`, then the plain count.
 */
export default class WhatRan implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const counts = { passed: 0, failed: 0, skipped: 0, pending: 0 };
    const ranWith = new Set<string>();
    let broken = 0;
    for (const module of modules) {
      if (module.errors().length > 0) broken += 1;
      for (const test of module.children.allTests()) {
        counts[test.result().state] += 1;
        for (const engine of test.meta().ranWith ?? []) ranWith.add(engine);
      }
    }
    const lines = [
      '',
      'Ran with:',
      ...[...ranWith].sort().map((engine) => `  - ${engine}`),
      '',
      `${counts.passed} passed, ${counts.failed + broken} failed, ${counts.skipped + counts.pending} skipped`,
      '',
    ];
    process.stdout.write(lines.join('\n'));
  }
}

declare module 'vitest' {
  interface TaskMeta {
    /** Real engines that the test used, named for the last lines of the run. */
    ranWith?: string[];
  }
}
