import { tenthPixel } from '../svg.ts';
import type { Flat } from './projection.ts';
import type { Box, Shape } from './shapes.ts';

/** A rectangle of the picture, in pixels. */
export interface Panel {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A part of the flat map fitted into a rectangle of the picture. */
export interface Frame {
  readonly panel: Panel;
  /** Pixels a km. */
  readonly scale: number;
  /** What is seen, in km. */
  readonly seen: Box;
  readonly toPixels: (point: Flat) => Flat;
}

/** Fits a box of the map into a panel, with a share of it to spare on each side. */
export function frameOf(panel: Panel, box: Box, spare: number): Frame {
  const width = Math.max(box.right - box.left, 1) * (1 + 2 * spare);
  const height = Math.max(box.bottom - box.top, 1) * (1 + 2 * spare);
  const scale = Math.min(panel.width / width, panel.height / height);
  const [middleX, middleY] = [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
  const [halfX, halfY] = [panel.width / scale / 2, panel.height / scale / 2];
  const seen = {
    left: middleX - halfX,
    right: middleX + halfX,
    top: middleY - halfY,
    bottom: middleY + halfY,
  };
  return {
    panel,
    scale,
    seen,
    toPixels: ({ x, y }) => ({ x: panel.x + (x - seen.left) * scale, y: panel.y + (y - seen.top) * scale }),
  };
}

export const isSeen = ({ seen }: Frame, { box }: Shape): boolean =>
  box.left < seen.right && box.right > seen.left && box.top < seen.bottom && box.bottom > seen.top;

/** Closer points are not seen apart. */
const pixelsApart = 0.8;

/** The rings of a shape as the path of an SVG, without points that fall together or lie far outside the panel. */
export function pathOf(frame: Frame, shape: Shape): string {
  return shape.rings
    .map((ring) => line(withoutUnseen(frame, ring).map(frame.toPixels)))
    .filter((path) => path !== '')
    .map((path) => `${path}z`)
    .join('');
}

/** A line through points in pixels, each told from the one before; nothing for one too short to be seen. */
export function line(points: readonly Flat[]): string {
  let last: Flat | undefined;
  let path = '';
  let drawn = 0;
  for (const { x, y } of points) {
    const point = { x: tenthPixel(x), y: tenthPixel(y) };
    if (last && Math.hypot(point.x - last.x, point.y - last.y) < pixelsApart) continue;
    path += last
      ? `${drawn === 1 ? 'l' : ' '}${tenthPixel(point.x - last.x)} ${tenthPixel(point.y - last.y)}`
      : `M${point.x} ${point.y}`;
    drawn += 1;
    last = point;
  }
  return drawn < 2 ? '' : path;
}

/** Of a stretch of points beyond one side of what is seen only the ends matter. */
function withoutUnseen({ seen }: Frame, ring: readonly Flat[]): Flat[] {
  const sides = ({ x, y }: Flat): number =>
    (x < seen.left ? 1 : 0) | (x > seen.right ? 2 : 0) | (y < seen.top ? 4 : 0) | (y > seen.bottom ? 8 : 0);
  const kept: Flat[] = [];
  ring.forEach((point, at) => {
    const [before, after] = [kept.at(-1), ring[at + 1]];
    // Compared with the last one kept, so that a line round a corner of the panel keeps its corner.
    if (before && after && (sides(before) & sides(point) & sides(after)) !== 0) return;
    kept.push(point);
  });
  return kept;
}
