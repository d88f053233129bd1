/** Median milliseconds of two functions run in turn, so that a busy moment of the machine hits both. */
export function interleavedMedians(
  ours: () => unknown,
  peer: () => unknown,
  { runs, warmUps } = { runs: 15, warmUps: 3 },
): { ours: number; peer: number } {
  const times = { ours: [] as number[], peer: [] as number[] };
  for (let run = -warmUps; run < runs; run += 1) {
    const oursTime = timed(ours);
    const peerTime = timed(peer);
    if (run < 0) continue;
    times.ours.push(oursTime);
    times.peer.push(peerTime);
  }
  return { ours: median(times.ours), peer: median(times.peer) };
}

function timed(run: () => unknown): number {
  const started = performance.now();
  run();
  return performance.now() - started;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
