import { describe, expect, it } from 'vitest';
import { ReplayGuard } from '../../../bot/intake/replay-guard.ts';

const start = 1_767_225_600;

function guardAt() {
  const clock = { seconds: start };
  return { clock, guard: new ReplayGuard(() => clock.seconds * 1000) };
}

describe('the guard against replays', () => {
  it('takes times up to five minutes off, both ways, and no further', () => {
    const { guard } = guardAt();
    const admitted = [-301, -300, 0, 300, 301, Number.NaN].map((off) =>
      guard.admit(`v0=${off}`, start + off),
    );
    expect(admitted).toEqual([false, true, true, true, false, false]);
  });

  it('takes a signature once as long as its own time would let it pass', () => {
    const { guard, clock } = guardAt();
    expect(guard.admit('v0=a', start + 300)).toBe(true);
    for (const later of [0, 1, 300, 599, 600]) {
      clock.seconds = start + later;
      expect(guard.admit('v0=a', start + 300)).toBe(false);
    }
  });

  it('takes a request that failed once more when Slack repeats it', () => {
    const { guard } = guardAt();
    expect(guard.admit('v0=a', start)).toBe(true);
    guard.release('v0=a');
    expect(guard.admit('v0=a', start)).toBe(true);
    expect(guard.admit('v0=a', start)).toBe(false);
  });

  it('forgets signatures that their own time refuses, and holds no more than fifty thousand', () => {
    const { guard, clock } = guardAt();
    for (let index = 0; index < 50_001; index += 1) guard.admit(`v0=${index}`, start);
    expect(guard.admit('v0=50000', start)).toBe(false);
    expect(guard.admit('v0=0', start)).toBe(true);
    clock.seconds = start + 301;
    expect(guard.admit('v0=50000', start + 301)).toBe(true);
  });
});
