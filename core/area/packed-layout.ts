/**
 * The layout of the packed postcode file, shared by the packer and the reader. A second half is a digit
 * and two of twenty letters, so a first half has 4,000 slots; which are in use is one bit each, and
 * counting the bits before one gives the row of a postcode. No key is stored.
 */
export const magic = 'LPPOST1\n';
export const slotsOfOutward = 4000;
export const wordsOfOutward = slotsOfOutward / 32;
export const inwardLetters = 'ABDEFGHJLNPQRSTUWXYZ';

/** Positions are whole ten-thousandths of a degree (11 m or less) from this corner, south-west of Britain. */
export const corner = { lat: 49, lon: -9 } as const;
export const stepsPerDegree = 10_000;
/** Degrees at so many steps from the corner, the same number as its decimal says. */
export const degreesAt = (axis: 'lat' | 'lon', steps: number): number =>
  (corner[axis] * stepsPerDegree + steps) / stepsPerDegree;

/** What stands for no position. */
export const noPosition = 0xffff;
/** What stands for no district. */
export const noDistrict = 0xffff;

/** Numbers that a first half can have: two places for letters, a digit, and nothing, a digit or a letter. */
export const outwardKeys = 26 * 27 * 370;

/** The number of a first half such as `HX1` or `SW1A`, or -1 if it is none. */
export function outwardKey(outward: string): number {
  const match = /^([A-Z])([A-Z]?)(\d)([A-Z\d]?)$/.exec(outward);
  if (!match) return -1;
  const [, first = '', second = '', digit = '', last = ''] = match;
  const area = letter(first) * 27 + (second === '' ? 0 : letter(second) + 1);
  const end = last === '' ? 0 : last <= '9' ? Number(last) + 1 : letter(last) + 11;
  return area * 370 + Number(digit) * 37 + end;
}

/** The first half that a number stands for. */
export function outwardOfKey(key: number): string {
  const area = Math.floor(key / 370);
  const second = area % 27;
  const end = key % 37;
  const last = end === 0 ? '' : end <= 10 ? String(end - 1) : capital(end - 11);
  return `${capital(Math.floor(area / 27))}${second === 0 ? '' : capital(second - 1)}${Math.floor((key % 370) / 37)}${last}`;
}

/** The slot of a second half such as `1UJ`, or -1 if it is none. */
export function inwardSlot(inward: string): number {
  const digit = inward.charCodeAt(0) - 48;
  const first = inwardLetters.indexOf(inward.charAt(1));
  const second = inwardLetters.indexOf(inward.charAt(2));
  if (inward.length !== 3 || !(digit >= 0 && digit <= 9) || first < 0 || second < 0) return -1;
  return digit * 400 + first * 20 + second;
}

/** The second half in a slot. */
export function inwardOf(slot: number): string {
  const letters = slot % 400;
  return `${Math.floor(slot / 400)}${inwardLetters.charAt(Math.floor(letters / 20))}${inwardLetters.charAt(letters % 20)}`;
}

/** How many bits are set in a word of 32. */
export function bitCount(word: number): number {
  let bits = word - ((word >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

const capital = (number: number): string => String.fromCharCode(65 + number);
const letter = (character: string): number => character.charCodeAt(0) - 65;
