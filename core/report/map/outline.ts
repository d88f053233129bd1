import { type Frame, line } from './frame.ts';
import type { Flat } from './projection.ts';
import type { Shape } from './shapes.ts';

/** The outer line of several shapes together: the stretches that only one of them has. */
export function outlineOf(frame: Frame, shapes: readonly Shape[]): string {
  const name = ({ x, y }: Flat): string => `${x},${y}`;
  const counts = new Map<string, number>();
  const stretch = (from: Flat, to: Flat): string => [name(from), name(to)].sort().join(' ');
  const eachStretch = (ring: readonly Flat[], visit: (from: Flat, to: Flat) => void): void => {
    ring.slice(1).forEach((to, at) => {
      const from = ring[at];
      if (from) visit(from, to);
    });
  };
  const rings = shapes.flatMap((shape) => shape.rings);
  for (const ring of rings) {
    eachStretch(ring, (from, to) => {
      const key = stretch(from, to);
      counts.set(key, (counts.get(key) ?? 0) + 1);
    });
  }
  const paths: string[] = [];
  for (const ring of rings) {
    let open: Flat[] = [];
    const close = (): void => {
      if (open.length > 1) paths.push(line(open.map(frame.toPixels)));
      open = [];
    };
    eachStretch(ring, (from, to) => {
      if (counts.get(stretch(from, to)) !== 1) close();
      else if (open.length === 0) open = [from, to];
      else open.push(to);
    });
    close();
  }
  return paths.join('');
}
