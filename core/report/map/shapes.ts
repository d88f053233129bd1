import { ringsOf } from '../../area/boundaries.ts';
import { type Flat, flat } from './projection.ts';

export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** A district on the flat map, in km. */
export interface Shape {
  readonly code: string;
  readonly rings: readonly (readonly Flat[])[];
  readonly box: Box;
}

export function shapeOf(code: string): Shape {
  const rings = ringsOf(code).map((ring) => ring.map(flat));
  return { code, rings, box: boxOf(rings.flat()) };
}

export function boxOf(points: readonly Flat[]): Box {
  const box = { left: Infinity, right: -Infinity, top: Infinity, bottom: -Infinity };
  for (const { x, y } of points) {
    box.left = Math.min(box.left, x);
    box.right = Math.max(box.right, x);
    box.top = Math.min(box.top, y);
    box.bottom = Math.max(box.bottom, y);
  }
  return box;
}

export const joinBoxes = (boxes: readonly Box[]): Box =>
  boxOf(
    boxes.flatMap(({ left, right, top, bottom }) => [
      { x: left, y: top },
      { x: right, y: bottom },
    ]),
  );

/** A point well inside a shape, for its label: its middle, or the middle of its widest stretch there. */
export function insidePoint({ rings }: Shape): Flat {
  const largest = rings.reduce((best, ring) => (areaOf(ring) > areaOf(best) ? ring : best), rings[0] ?? []);
  const middle = centroid(largest);
  const crossings = largest
    .slice(1)
    .flatMap((to, at) => {
      const from = largest[at] ?? to;
      if (from.y > middle.y === to.y > middle.y) return [];
      return [from.x + ((to.x - from.x) * (middle.y - from.y)) / (to.y - from.y)];
    })
    .sort((a, b) => a - b);
  const spans = Array.from({ length: Math.floor(crossings.length / 2) }, (_, at) => {
    const [from = middle.x, to = middle.x] = [crossings[2 * at], crossings[2 * at + 1]];
    return { from, to };
  });
  if (spans.some(({ from, to }) => middle.x > from && middle.x < to)) return middle;
  const widest = spans.reduce<{ from: number; to: number } | undefined>(
    (best, span) => (best && best.to - best.from >= span.to - span.from ? best : span),
    undefined,
  );
  return widest ? { x: (widest.from + widest.to) / 2, y: middle.y } : middle;
}

function cross(ring: readonly Flat[], visit: (from: Flat, to: Flat, area: number) => void): void {
  for (let at = 1; at < ring.length; at += 1) {
    const [from, to] = [ring[at - 1], ring[at]];
    if (from && to) visit(from, to, from.x * to.y - to.x * from.y);
  }
}

function areaOf(ring: readonly Flat[]): number {
  let twice = 0;
  cross(ring, (_from, _to, area) => {
    twice += area;
  });
  return Math.abs(twice) / 2;
}

function centroid(ring: readonly Flat[]): Flat {
  let [x, y, twice] = [0, 0, 0];
  cross(ring, (from, to, area) => {
    x += (from.x + to.x) * area;
    y += (from.y + to.y) * area;
    twice += area;
  });
  return twice === 0 ? (ring[0] ?? { x: 0, y: 0 }) : { x: x / (3 * twice), y: y / (3 * twice) };
}
