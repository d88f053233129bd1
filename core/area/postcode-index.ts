import type { Issue, Outcome } from '../workbook/issue.ts';
import { ByteReader } from './byte-writer.ts';
import type { LatLon } from './lat-lon.ts';
import {
  bitCount,
  degreesAt,
  inwardLetters,
  inwardOf,
  magic,
  noDistrict,
  noPosition,
  outwardKey,
  outwardKeys,
  slotsOfOutward,
  wordsOfOutward,
} from './packed-layout.ts';
import {
  type PostcodeFileAbout,
  type PostcodeFileHeader,
  postcodeFileHeaderSchema,
} from './postcode-file.ts';

const none = -1;
const noOutward = 0xffff;

/** The number of each character among the twenty letters of second halves; 255 for every other. */
const letterNumber = new Uint8Array(128).fill(255);
[...inwardLetters].forEach((letter, at) => {
  letterNumber[letter.charCodeAt(0)] = at;
});

/** The rows of one first half: from the first up to, not including, the last. */
export interface OutwardRows {
  readonly from: number;
  readonly to: number;
}

/**
 * All postcodes of a packed file: a postcode has a row, a row has a district and a position. Made by
 * `readPostcodeIndex`. Holds less than 6 bytes a postcode and no texts.
 */
export class PostcodeIndex {
  readonly about: PostcodeFileAbout;
  /** Postcodes held. */
  readonly size: number;
  readonly #outwards: readonly string[];
  readonly #codes: readonly string[];
  readonly #outwardOf: Uint16Array;
  readonly #bits: Int32Array;
  /** Rows before each word of bits, within its first half. */
  readonly #before: Uint16Array;
  readonly #firstRow: Uint32Array;
  /** Neighbours share a district: the first row of each stretch of one district, and its number. */
  readonly #stretches: { readonly first: Uint32Array; readonly district: Uint16Array };
  /** A bit for each row; empty when none is terminated. */
  readonly #terminated: Uint8Array;
  /** Of each first half, in steps. */
  readonly #least: { readonly lat: Uint32Array; readonly lon: Uint32Array };
  readonly #most: { readonly lat: Uint32Array; readonly lon: Uint32Array };
  readonly #lat: Uint16Array;
  readonly #lon: Uint16Array;
  /** The characters of the postcode being looked up. */
  readonly #typed = new Uint8Array(8);

  /** @throws RangeError when the bytes are not those of a packed file */
  constructor(header: PostcodeFileHeader, body: ByteReader) {
    const { about, size, outwards, districts } = header;
    this.about = about;
    this.size = size;
    this.#outwards = outwards;
    this.#codes = districts;
    this.#outwardOf = new Uint16Array(outwardKeys).fill(noOutward);
    this.#bits = new Int32Array(outwards.length * wordsOfOutward);
    this.#before = new Uint16Array(this.#bits.length);
    this.#firstRow = new Uint32Array(outwards.length + 1);
    outwards.forEach((outward, at) => {
      this.#outwardOf[outwardKey(outward)] = at;
      this.#readBits(at, body.bytes(slotsOfOutward / 8));
    });
    if (this.#firstRow[outwards.length] !== size)
      throw new RangeError('as many bits are set as there are rows');
    this.#stretches = readStretches(body, size, districts.length);
    this.#terminated = readTerminated(body, size);
    const lat = this.#readPositions(body);
    const lon = this.#readPositions(body);
    if (body.left !== 0) throw new RangeError('bytes are left over');
    this.#least = { lat: lat.least, lon: lon.least };
    this.#most = { lat: lat.most, lon: lon.most };
    this.#lat = lat.offsets;
    this.#lon = lon.offsets;
  }

  /**
   * The row of a postcode in any case and with any spaces, or -1. Look-alikes are not exchanged here:
   * `readPostcode` does that.
   */
  find(postcode: string): number {
    const typed = this.#typed;
    let length = 0;
    for (let at = 0; at < postcode.length; at += 1) {
      let code = postcode.charCodeAt(at);
      if (code >= 97 && code <= 122) code -= 32;
      if (code === 32 || code === 9 || code === 160) continue;
      if (length === 7 || code > 90) return none;
      typed[length++] = code;
    }
    if (length < 5) return none;
    const outward = this.#outwardOf[typedKey(typed, length - 3)] ?? noOutward;
    const digit = (typed[length - 3] ?? 0) - 48;
    const first = letterNumber[typed[length - 2] ?? 0] ?? 255;
    const second = letterNumber[typed[length - 1] ?? 0] ?? 255;
    if (outward === noOutward || digit < 0 || digit > 9 || first === 255 || second === 255) return none;
    const slot = digit * 400 + first * 20 + second;
    const word = outward * wordsOfOutward + (slot >>> 5);
    const bits = this.#bits[word] ?? 0;
    const bit = 1 << (slot & 31);
    if ((bits & bit) === 0) return none;
    return (this.#firstRow[outward] ?? 0) + (this.#before[word] ?? 0) + bitCount(bits & (bit - 1));
  }

  /** ONS code of the district of a row; undefined where the directory gives none. */
  districtAt(row: number): string | undefined {
    const { first, district } = this.#stretches;
    if (!(row >= 0 && row < this.size)) return undefined;
    return this.#codes[district[lastAtMost(first, 0, first.length, row)] ?? noDistrict];
  }

  /** Position of a row, to a ten-thousandth of a degree; undefined where the directory gives none. */
  positionAt(row: number): LatLon | undefined {
    const lat = this.#lat[row] ?? noPosition;
    if (lat === noPosition) return undefined;
    const outward = this.#outwardAt(row);
    return {
      lat: degreesAt('lat', (this.#least.lat[outward] ?? 0) + lat),
      lon: degreesAt('lon', (this.#least.lon[outward] ?? 0) + (this.#lon[row] ?? 0)),
    };
  }

  /** True for a postcode that is no longer in use. */
  terminatedAt(row: number): boolean {
    return (((this.#terminated[row >>> 3] ?? 0) >>> (row & 7)) & 1) === 1;
  }

  /** The postcode of a row: `HX1 1UJ`. */
  postcodeAt(row: number): string {
    const outward = this.#outwardAt(row);
    const inOutward = row - (this.#firstRow[outward] ?? 0);
    const first = outward * wordsOfOutward;
    const word = lastAtMost(this.#before, first, first + wordsOfOutward, inOutward);
    let left = inOutward - (this.#before[word] ?? 0);
    for (let bits = this.#bits[word] ?? 0; bits !== 0; bits &= bits - 1) {
      if (left === 0) {
        const bit = bitCount((bits & -bits) - 1);
        return `${this.#outwards[outward]} ${inwardOf((word - first) * 32 + bit)}`;
      }
      left -= 1;
    }
    throw new RangeError(`row ${row} is not in the index`);
  }

  /** First halves that are held, such as `HX1`. */
  get outwards(): readonly string[] {
    return this.#outwards;
  }

  /** Districts that are held, by ONS code. */
  get districts(): readonly string[] {
    return this.#codes;
  }

  /** The rows of a first half; undefined if there is none of it. */
  rowsOf(outward: string): OutwardRows | undefined {
    const at = this.#outwardOf[outwardKey(outward)] ?? noOutward;
    if (at === noOutward) return undefined;
    return { from: this.#firstRow[at] ?? 0, to: this.#firstRow[at + 1] ?? 0 };
  }

  /**
   * Calls with each first half: its rows, and the positions of its rows in steps from `corner` as
   * `least` + offset, none above `most`. For work over all postcodes at once.
   */
  eachOutward(
    visit: (
      rows: OutwardRows,
      least: { readonly lat: number; readonly lon: number },
      most: { readonly lat: number; readonly lon: number },
      offsets: { readonly lat: Uint16Array; readonly lon: Uint16Array },
    ) => void,
  ): void {
    const offsets = { lat: this.#lat, lon: this.#lon };
    for (let at = 0; at < this.#outwards.length; at += 1) {
      visit(
        { from: this.#firstRow[at] ?? 0, to: this.#firstRow[at + 1] ?? 0 },
        { lat: this.#least.lat[at] ?? 0, lon: this.#least.lon[at] ?? 0 },
        { lat: this.#most.lat[at] ?? 0, lon: this.#most.lon[at] ?? 0 },
        offsets,
      );
    }
  }

  #readBits(outward: number, bytes: Uint8Array): void {
    let rows = 0;
    for (let word = 0; word < wordsOfOutward; word += 1) {
      const at = word * 4;
      const bits =
        (bytes[at] ?? 0) |
        ((bytes[at + 1] ?? 0) << 8) |
        ((bytes[at + 2] ?? 0) << 16) |
        ((bytes[at + 3] ?? 0) << 24);
      this.#bits[outward * wordsOfOutward + word] = bits;
      this.#before[outward * wordsOfOutward + word] = rows;
      rows += bitCount(bits);
    }
    this.#firstRow[outward + 1] = (this.#firstRow[outward] ?? 0) + rows;
  }

  #readPositions(body: ByteReader): { least: Uint32Array; most: Uint32Array; offsets: Uint16Array } {
    const least = Uint32Array.from(this.#outwards, () => body.uint32());
    const most = least.slice();
    const low = body.bytes(this.size);
    const high = body.bytes(this.size);
    const offsets = new Uint16Array(this.size);
    for (let outward = 0; outward < least.length; outward += 1) {
      const to = this.#firstRow[outward + 1] ?? 0;
      let offset = 0;
      let greatest = 0;
      for (let row = this.#firstRow[outward] ?? 0; row < to; row += 1) {
        const zigzag = (low[row] ?? 0) | ((high[row] ?? 0) << 8);
        offset = (offset + ((zigzag >>> 1) ^ -(zigzag & 1))) & 0xffff;
        offsets[row] = offset;
        if (offset > greatest && offset !== noPosition) greatest = offset;
      }
      most[outward] = (least[outward] ?? 0) + greatest;
    }
    return { least, most, offsets };
  }

  #outwardAt(row: number): number {
    return lastAtMost(this.#firstRow, 0, this.#outwards.length, row);
  }
}

/** The last place of a sorted list, from one place up to another, that holds at most a value. */
function lastAtMost(sorted: Uint16Array | Uint32Array, from: number, to: number, value: number): number {
  let [low, high] = [from, to - 1];
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if ((sorted[middle] ?? 0) <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The number of the first half in the first characters typed; out of range if they are none. */
function typedKey(typed: Uint8Array, length: number): number {
  const isLetter = (code: number): boolean => code >= 65;
  const first = (typed[0] ?? 0) - 65;
  const second = typed[1] ?? 0;
  const twoLetters = isLetter(second);
  const digitAt = twoLetters ? 2 : 1;
  const digit = (typed[digitAt] ?? 0) - 48;
  const rest = length - digitAt - 1;
  if (first < 0 || digit < 0 || digit > 9 || rest < 0 || rest > 1) return outwardKeys;
  let end = 0;
  if (rest === 1) {
    const code = typed[digitAt + 1] ?? 0;
    if (code < 48 || (code > 57 && code < 65)) return outwardKeys;
    end = isLetter(code) ? code - 65 + 11 : code - 48 + 1;
  }
  return (first * 27 + (twoLetters ? second - 64 : 0)) * 370 + digit * 37 + end;
}

function readStretches(
  body: ByteReader,
  size: number,
  districts: number,
): { first: Uint32Array; district: Uint16Array } {
  const first: number[] = [];
  const district: number[] = [];
  for (let row = 0; row < size; ) {
    const value = body.varint();
    const end = row + body.varint();
    if (end <= row || end > size || (value >= districts && value !== noDistrict)) {
      throw new RangeError('a stretch of districts is wrong');
    }
    first.push(row);
    district.push(value);
    row = end;
  }
  return { first: Uint32Array.from(first), district: Uint16Array.from(district) };
}

function readTerminated(body: ByteReader, size: number): Uint8Array {
  const terminated = new Uint8Array(Math.ceil(size / 8));
  let any = false;
  for (let row = 0; row < size; ) {
    const value = body.varint();
    const end = row + body.varint();
    if (end <= row || end > size || value > 1) throw new RangeError('a run of terminated postcodes is wrong');
    if (value === 1) {
      any = true;
      for (let each = row; each < end; each += 1) {
        terminated[each >>> 3] = (terminated[each >>> 3] ?? 0) | (1 << (each & 7));
      }
    }
    row = end;
  }
  return any ? terminated : new Uint8Array(0);
}

/**
 * The postcodes in a packed file that has been unpacked from its compression.
 *
 * @param file how to name the file in an issue
 */
export function readPostcodeIndex(bytes: Uint8Array, file: string): Outcome<PostcodeIndex> {
  const reader = new ByteReader(bytes);
  try {
    if (reader.text(magic.length) !== magic) throw new RangeError('it does not begin as one');
    const header = postcodeFileHeaderSchema.safeParse(JSON.parse(reader.text(reader.uint32())));
    if (!header.success) throw new RangeError('its header does not tell what it holds');
    return { ok: true, value: new PostcodeIndex(header.data, reader), issues: [] };
  } catch (error) {
    if (!(error instanceof RangeError) && !(error instanceof SyntaxError)) throw error;
    return { ok: false, issues: [notPacked(file, error.message)] };
  }
}

function notPacked(file: string, why: string): Issue {
  return {
    severity: 'error',
    where: { file },
    found: `a file that is not a whole packed postcode file: ${why}`,
    expected: 'a postcode file made by localpound data update',
    mend: 'Make it again from the postcode directory that you downloaded.',
  };
}
