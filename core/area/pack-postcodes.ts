import { ByteWriter } from './byte-writer.ts';
import type { LatLon } from './lat-lon.ts';
import {
  corner,
  inwardSlot,
  magic,
  noDistrict,
  noPosition,
  outwardKey,
  outwardOfKey,
  slotsOfOutward,
  stepsPerDegree,
} from './packed-layout.ts';
import type { PostcodeFileAbout, PostcodeFileHeader } from './postcode-file.ts';

/** One postcode as a directory has it. */
export interface PostcodeRecord {
  /** In capitals, with or without spaces. */
  readonly postcode: string;
  /** ONS code of its local authority district; left out where the directory gives none. */
  readonly district?: string | undefined;
  readonly position?: LatLon | undefined;
  /** No longer in use. */
  readonly terminated?: boolean;
}

/** A packed file before compression, with how many records came more than once (the first is kept). */
export interface PackedPostcodes {
  readonly bytes: Uint8Array;
  readonly size: number;
  readonly twice: number;
}

/** How far apart postcodes of one first half may lie, in steps: 6.5 degrees. */
const reach = 0xfffe;
const absent = -1;

/** Takes postcodes in any order and makes the packed file of them. Three millions fit in 100 MB. */
export class PostcodePacker {
  #size = 0;
  #keys = new Uint32Array(1 << 16);
  #districts = new Uint16Array(1 << 16);
  #lats = new Int32Array(1 << 16);
  #lons = new Int32Array(1 << 16);
  #terminated = new Uint8Array(1 << 16);
  readonly #codes = new Map<string, number>();

  get size(): number {
    return this.#size;
  }

  /** False, and not taken, for what is not a whole postcode of the ordinary kind. */
  add({ postcode, district, position, terminated }: PostcodeRecord): boolean {
    const compact = postcode.replace(/\s/g, '');
    const outward = outwardKey(compact.slice(0, -3));
    const slot = inwardSlot(compact.slice(-3));
    if (outward < 0 || slot < 0) return false;
    if (this.#size === this.#keys.length) this.#grow();
    const at = this.#size++;
    this.#keys[at] = outward * slotsOfOutward + slot;
    this.#districts[at] = district === undefined ? noDistrict : this.#numberOf(district);
    this.#lats[at] = position ? Math.round((position.lat - corner.lat) * stepsPerDegree) : absent;
    this.#lons[at] = position ? Math.round((position.lon - corner.lon) * stepsPerDegree) : absent;
    this.#terminated[at] = terminated ? 1 : 0;
    return true;
  }

  /** @throws RangeError when a position is south-west of Britain, or 6.5 degrees from another of its first half */
  finish(about: PostcodeFileAbout): PackedPostcodes {
    const { order, twice } = this.#inOrder();
    const groups = this.#byOutward(order);
    const header: PostcodeFileHeader = {
      about,
      size: order.length,
      outwards: groups.map(({ key }) => outwardOfKey(key)),
      districts: [...this.#codes.keys()],
    };
    const file = new ByteWriter();
    const json = asciiJson(header);
    file.text(magic);
    file.uint32(json.length);
    file.text(json);
    for (const { from, to } of groups) file.bytes(this.#bitmap(order.subarray(from, to)));
    writeRuns(file, order, this.#districts);
    writeRuns(file, order, this.#terminated);
    this.#writePositions(file, order, groups, this.#lats);
    this.#writePositions(file, order, groups, this.#lons);
    return { bytes: file.taken(), size: order.length, twice };
  }

  #numberOf(code: string): number {
    const known = this.#codes.get(code) ?? this.#codes.size;
    this.#codes.set(code, known);
    return known;
  }

  #grow(): void {
    const grown = <A extends Uint8Array | Uint16Array | Uint32Array | Int32Array>(old: A, into: A): A => {
      into.set(old);
      return into;
    };
    const length = this.#keys.length * 2;
    this.#keys = grown(this.#keys, new Uint32Array(length));
    this.#districts = grown(this.#districts, new Uint16Array(length));
    this.#lats = grown(this.#lats, new Int32Array(length));
    this.#lons = grown(this.#lons, new Int32Array(length));
    this.#terminated = grown(this.#terminated, new Uint8Array(length));
  }

  /** Records by key, each key once. Key and place together fit in the 53 bits of a number. */
  #inOrder(): { order: Uint32Array; twice: number } {
    const places = 2 ** 22;
    const sorted = new Float64Array(this.#size);
    for (let at = 0; at < this.#size; at += 1) sorted[at] = (this.#keys[at] ?? 0) * places + at;
    sorted.sort();
    const order = new Uint32Array(this.#size);
    let length = 0;
    let last = -1;
    for (const each of sorted) {
      const key = Math.floor(each / places);
      if (key !== last) order[length++] = each - key * places;
      last = key;
    }
    return { order: order.subarray(0, length), twice: this.#size - length };
  }

  #byOutward(order: Uint32Array): { key: number; from: number; to: number }[] {
    const groups: { key: number; from: number; to: number }[] = [];
    order.forEach((at, row) => {
      const key = Math.floor((this.#keys[at] ?? 0) / slotsOfOutward);
      const last = groups.at(-1);
      if (last?.key === key) last.to = row + 1;
      else groups.push({ key, from: row, to: row + 1 });
    });
    return groups;
  }

  #bitmap(rows: Uint32Array): Uint8Array {
    const bitmap = new Uint8Array(slotsOfOutward / 8);
    for (const at of rows) {
      const slot = (this.#keys[at] ?? 0) % slotsOfOutward;
      bitmap[slot >>> 3] = (bitmap[slot >>> 3] ?? 0) | (1 << (slot & 7));
    }
    return bitmap;
  }

  /**
   * Steps from the least of each first half, each less the one before; zigzag keeps small falls small,
   * and the low bytes stand apart from the high ones, which are nearly all 0.
   */
  #writePositions(
    file: ByteWriter,
    order: Uint32Array,
    groups: readonly { from: number; to: number }[],
    steps: Int32Array,
  ): void {
    const low = new Uint8Array(order.length);
    const high = new Uint8Array(order.length);
    for (const { from, to } of groups) {
      const own = Array.from(order.subarray(from, to), (at) => steps[at] ?? absent);
      const placed = own.filter((step) => step !== absent);
      const least = placed.length === 0 ? 0 : Math.min(...placed);
      if (least < 0 || placed.some((step) => step - least > reach)) {
        throw new RangeError('positions outside Britain, or too far apart for one first half');
      }
      file.uint32(least);
      let before = 0;
      own.forEach((step, at) => {
        const offset = step === absent ? noPosition : step - least;
        const change = ((offset - before) << 16) >> 16;
        before = offset;
        const zigzag = ((change << 1) ^ (change >> 31)) & 0xffff;
        low[from + at] = zigzag & 0xff;
        high[from + at] = zigzag >>> 8;
      });
    }
    file.bytes(low);
    file.bytes(high);
  }
}

/** JSON with everything but ASCII escaped, so that a byte is a character. */
const asciiJson = (value: unknown): string =>
  JSON.stringify(value).replace(
    /[\u0080-\uffff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

/** Values one after the other, each with how many rows it holds for. */
function writeRuns(file: ByteWriter, order: Uint32Array, values: Uint8Array | Uint16Array): void {
  for (let row = 0; row < order.length; ) {
    const value = values[order[row] ?? 0] ?? 0;
    let end = row + 1;
    while (end < order.length && values[order[end] ?? 0] === value) end += 1;
    file.varint(value);
    file.varint(end - row);
    row = end;
  }
}
