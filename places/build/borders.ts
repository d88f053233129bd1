/** Rings of a district, each a list of longitude and latitude. */
export type Rings = readonly (readonly (readonly [number, number])[])[];

/**
 * Which districts share a stretch of boundary. The boundaries come from one set of shared lines, so
 * neighbours have the very same points: two in a row make a shared stretch. Districts that only touch
 * at a point, or that water parts, do not count.
 */
export function bordersOf(districts: ReadonlyMap<string, Rings>): Map<string, string[]> {
  const owners = new Map<string, Set<string>>();
  for (const [code, rings] of districts) {
    for (const ring of rings) {
      for (let at = 1; at < ring.length; at += 1) {
        const [from, to] = [String(ring[at - 1]), String(ring[at])];
        const stretch = from < to ? `${from} ${to}` : `${to} ${from}`;
        const sharing = owners.get(stretch);
        if (sharing) sharing.add(code);
        else owners.set(stretch, new Set([code]));
      }
    }
  }
  const borders = new Map([...districts.keys()].map((code) => [code, new Set<string>()]));
  for (const sharing of owners.values()) {
    for (const one of sharing) for (const other of sharing) if (one !== other) borders.get(one)?.add(other);
  }
  return new Map([...borders].map(([code, others]) => [code, [...others].sort()]));
}
