import type { Rings } from './borders.ts';

/** Wider water than this is not looked across: the tidal Thames below London is about 0.7 km wide. */
const widestKm = 0.8;
const kmPerDegree = 111.2;

interface Shore {
  readonly code: string;
  readonly from: Point;
  readonly to: Point;
}
type Point = readonly [number, number];

/**
 * Districts that face each other across narrow water, where their legal boundary runs: boundaries that
 * are drawn to the shore do not show it. Both stretches are shore (nobody shares them) and the middle
 * between them lies in no district.
 */
export function acrossWaterOf(districts: ReadonlyMap<string, Rings>): Map<string, string[]> {
  const shores = shoresOf(districts);
  const cell = widestKm / kmPerDegree / 0.5;
  const cells = new Map<string, Shore[]>();
  const key = (x: number, y: number): string => `${x},${y}`;
  for (const shore of shores) {
    const [fromX, toX] = span(shore.from[0], shore.to[0], cell);
    const [fromY, toY] = span(shore.from[1], shore.to[1], cell);
    for (let x = fromX; x <= toX; x += 1) {
      for (let y = fromY; y <= toY; y += 1) {
        const held = cells.get(key(x, y));
        if (held) held.push(shore);
        else cells.set(key(x, y), [shore]);
      }
    }
  }
  const facing = new Map([...districts.keys()].map((code) => [code, new Set<string>()]));
  for (const { code, from } of shores) {
    const [x, y] = [Math.floor(from[0] / cell), Math.floor(from[1] / cell)];
    for (let column = x - 1; column <= x + 1; column += 1) {
      for (let row = y - 1; row <= y + 1; row += 1) {
        for (const other of cells.get(key(column, row)) ?? []) {
          if (other.code === code || facing.get(code)?.has(other.code)) continue;
          const near = nearest(from, other.from, other.to);
          const km = kmBetween(from, near);
          if (km === 0 || km > widestKm) continue;
          const middle: Point = [(from[0] + near[0]) / 2, (from[1] + near[1]) / 2];
          if ([...districts.values()].some((rings) => inside(middle, rings))) continue;
          facing.get(code)?.add(other.code);
          facing.get(other.code)?.add(code);
        }
      }
    }
  }
  return new Map([...facing].map(([code, others]) => [code, [...others].sort()]));
}

function shoresOf(districts: ReadonlyMap<string, Rings>): Shore[] {
  const stretches = new Map<string, Shore | 'shared'>();
  for (const [code, rings] of districts) {
    for (const ring of rings) {
      ring.slice(1).forEach((to, at) => {
        const from = ring[at];
        if (!from) return;
        const [one, other] = [String(from), String(to)];
        const stretch = one < other ? `${one} ${other}` : `${other} ${one}`;
        stretches.set(stretch, stretches.has(stretch) ? 'shared' : { code, from, to });
      });
    }
  }
  return [...stretches.values()].filter((each) => each !== 'shared');
}

const span = (from: number, to: number, cell: number): [number, number] => [
  Math.floor(Math.min(from, to) / cell),
  Math.floor(Math.max(from, to) / cell),
];

function nearest(point: Point, from: Point, to: Point): Point {
  const narrow = Math.cos((point[1] * Math.PI) / 180);
  const [dx, dy] = [(to[0] - from[0]) * narrow, to[1] - from[1]];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : ((point[0] - from[0]) * narrow * dx + (point[1] - from[1]) * dy) / length;
  const part = Math.min(1, Math.max(0, along));
  return [from[0] + (to[0] - from[0]) * part, from[1] + (to[1] - from[1]) * part];
}

function kmBetween(one: Point, other: Point): number {
  const narrow = Math.cos((one[1] * Math.PI) / 180);
  return kmPerDegree * Math.hypot((one[0] - other[0]) * narrow, one[1] - other[1]);
}

/** Even-odd rule over all rings, so that holes are outside. */
function inside([x, y]: Point, rings: Rings): boolean {
  let within = false;
  for (const ring of rings) {
    for (let at = 1; at < ring.length; at += 1) {
      const [from, to] = [ring[at - 1], ring[at]];
      if (!from || !to || from[1] > y === to[1] > y) continue;
      if (x < ((to[0] - from[0]) * (y - from[1])) / (to[1] - from[1]) + from[0]) within = !within;
    }
  }
  return within;
}
