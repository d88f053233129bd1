import { escapeXml, tenthPixel } from '../svg.ts';
import type { Panel } from './frame.ts';
import { radius } from './numbers.ts';
import type { Flat } from './projection.ts';

/** A name on the map, in pixels; under its number if it has one. */
export interface Named {
  readonly name: string;
  readonly at: Flat;
  readonly numbered: boolean;
}

const size = 12;
/** About what a letter of this size takes. */
const letterWidth = 6.6;

interface Room {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Names in the order of their weight; one that would cover a number, another name or the edge is left out. */
export function nameMarks(names: readonly Named[], numbers: readonly Flat[], panel: Panel): string {
  const taken: Room[] = numbers.map(({ x, y }) => ({
    x: x - radius,
    y: y - radius,
    width: 2 * radius,
    height: 2 * radius,
  }));
  // The scale bar stands in the lower left corner.
  taken.push({ x: panel.x, y: panel.y + panel.height - 34, width: panel.width / 4 + 24, height: 34 });
  const marks: string[] = [];
  for (const { name, at, numbered } of names) {
    const width = name.length * letterWidth;
    const baseline = at.y + (numbered ? radius + size + 1 : 4);
    const room = { x: at.x - width / 2, y: baseline - size, width, height: size + 2 };
    if (!isInside(room, panel) || taken.some((other) => overlap(room, other))) continue;
    taken.push(room);
    marks.push(
      `<text x="${tenthPixel(at.x)}" y="${tenthPixel(baseline)}" font-size="${size}" text-anchor="middle" fill="#1c1c1c" stroke="#ffffff" stroke-width="3" stroke-linejoin="round" paint-order="stroke">${escapeXml(name)}</text>`,
    );
  }
  return marks.join('\n');
}

const isInside = (room: Room, panel: Panel): boolean =>
  room.x > panel.x + 2 &&
  room.y > panel.y + 2 &&
  room.x + room.width < panel.x + panel.width - 2 &&
  room.y + room.height < panel.y + panel.height - 2;

const overlap = (one: Room, other: Room): boolean =>
  one.x < other.x + other.width &&
  other.x < one.x + one.width &&
  one.y < other.y + other.height &&
  other.y < one.y + one.height;
