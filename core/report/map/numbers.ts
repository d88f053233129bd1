import { tenthPixel } from '../svg.ts';
import type { Panel } from './frame.ts';
import type { Flat } from './projection.ts';

/** A number that stands on a district, in pixels. */
export interface Numbered {
  readonly number: number;
  readonly at: Flat;
}

export const radius = 9;
const apart = 2 * radius + 1;
const rounds = 80;

/** Where the numbers go: moved apart where they would cover each other. */
export function placeNumbers(numbers: readonly Numbered[], panel: Panel): Flat[] {
  return spread(
    numbers.map(({ at }) => inPanel(at, panel)),
    panel,
  );
}

/** Circles with numbers; a thin line leads from a moved one to its district. */
export function numberMarks(numbers: readonly Numbered[], placed: readonly Flat[]): string {
  const marks = numbers.map(({ number, at }, index) => {
    const { x, y } = placed[index] ?? at;
    const led = Math.hypot(x - at.x, y - at.y) > radius;
    const leader = led
      ? `<path d="M${tenthPixel(at.x)} ${tenthPixel(at.y)}L${tenthPixel(x)} ${tenthPixel(y)}" stroke="#1c1c1c" stroke-width="1.2"/><circle cx="${tenthPixel(at.x)}" cy="${tenthPixel(at.y)}" r="2" fill="#1c1c1c"/>`
      : '';
    const circle = `<circle cx="${tenthPixel(x)}" cy="${tenthPixel(y)}" r="${radius}" fill="#ffffff" stroke="#1c1c1c" stroke-width="1.2"/>`;
    const text = `<text x="${tenthPixel(x)}" y="${tenthPixel(y + 4)}" font-size="11" font-weight="600" text-anchor="middle" fill="#1c1c1c">${number}</text>`;
    return { leader, mark: `${circle}${text}` };
  });
  return [...marks.map(({ leader }) => leader), ...marks.map(({ mark }) => mark)].filter(Boolean).join('\n');
}

function spread(points: readonly Flat[], panel: Panel): Flat[] {
  const moved = points.map(({ x, y }) => ({ x, y }));
  for (let round = 0; round < rounds; round += 1) {
    let still = true;
    moved.forEach((one, at) => {
      for (const other of moved.slice(at + 1)) {
        const [dx, dy] = [other.x - one.x, other.y - one.y];
        const distance = Math.hypot(dx, dy);
        if (distance >= apart) continue;
        still = false;
        // Two on one spot part sideways, each pair in a direction of its own.
        const [ux, uy] = distance < 0.01 ? [Math.cos(at), Math.sin(at)] : [dx / distance, dy / distance];
        const step = (apart - distance) / 2 + 0.1;
        one.x -= ux * step;
        one.y -= uy * step;
        other.x += ux * step;
        other.y += uy * step;
      }
    });
    for (const each of moved) Object.assign(each, inPanel(each, panel));
    if (still) break;
  }
  return moved;
}

const inPanel = ({ x, y }: Flat, panel: Panel): Flat => ({
  x: Math.min(panel.x + panel.width - radius - 2, Math.max(panel.x + radius + 2, x)),
  y: Math.min(panel.y + panel.height - radius - 2, Math.max(panel.y + radius + 2, y)),
});
