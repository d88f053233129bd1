/**
 * Rings of boundaries as text: steps from point to point, each number in digits of five bits, low ones
 * first, with a sixth bit while more follow. A third of the size of the same numbers as JSON.
 */
const first = 48;

/** Points of a ring, x and y in turn, in whole steps. */
export function ringText(points: readonly number[]): string {
  let text = '';
  const last = [0, 0];
  points.forEach((value, at) => {
    const change = value - (last[at % 2] ?? 0);
    last[at % 2] = value;
    for (let left = (change << 1) ^ (change >> 31); ; left >>>= 5) {
      const more = left > 31;
      text += String.fromCharCode(first + (left & 31) + (more ? 32 : 0));
      if (!more) break;
    }
  });
  // A backslash would be two characters in JSON.
  return text.replaceAll('\\', '~');
}

/** The points again. */
export function ringPoints(text: string): number[] {
  const points: number[] = [];
  let [value, shift] = [0, 0];
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charCodeAt(at);
    const digit = (character === 126 ? 92 : character) - first;
    value |= (digit & 31) << shift;
    shift += 5;
    if (digit > 31) continue;
    const change = (value >>> 1) ^ -(value & 1);
    points.push((points.at(-2) ?? 0) + change);
    [value, shift] = [0, 0];
  }
  return points;
}
