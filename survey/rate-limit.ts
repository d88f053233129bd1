/** Lets `most` things happen in a minute for each key. */
export interface RateLimit {
  /** False when the key has had its share; `now` in milliseconds since 1970. */
  allow(key: string, now: number): boolean;
}

const windowMs = 60_000;
/** Keys kept at most, so that many addresses cannot fill the memory. */
const mostKeys = 50_000;

/** Counts in this process alone: with several processes a sender gets as many shares. */
export function rateLimit(most: number): RateLimit {
  const counts = new Map<string, { since: number; count: number }>();
  return {
    allow(key, now) {
      const found = counts.get(key);
      if (found !== undefined && now - found.since < windowMs) {
        found.count += 1;
        return found.count <= most;
      }
      counts.delete(key);
      // The first key is the oldest: a map keeps the order in which keys came.
      const [oldest] = counts.keys();
      if (counts.size >= mostKeys && oldest !== undefined) counts.delete(oldest);
      counts.set(key, { since: now, count: 1 });
      return true;
    },
  };
}
