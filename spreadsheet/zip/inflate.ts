import { DeflateFault } from './deflate-fault.ts';
import { HuffmanTable, kind, type Meanings, noMeaning, rootBits } from './huffman.ts';

/** How far back a match may reach. */
const windowBytes = 32 * 1024;
/** How much is unpacked before it is handed over. */
const pieceBytes = 64 * 1024;
const longestMatch = 258;
const endOfBlock = 256;
const literals = 286;
const distances = 30;

/** Least length or distance of each symbol and the extra bits it takes. RFC 1951, 3.2.5. */
function based(symbols: number, first: number, every: number, flat: number): Meanings {
  const meanings = new Int32Array(symbols);
  let least = first;
  for (let symbol = 0; symbol < symbols; symbol += 1) {
    const extra = symbol < flat ? 0 : Math.floor(symbol / every) - 1;
    meanings[symbol] = (least << 10) | (kind.based << 8) | (extra << 4);
    least += 1 << extra;
  }
  return meanings;
}

const lengthMeanings = based(29, 3, 4, 8);
lengthMeanings[28] = (longestMatch << 10) | (kind.based << 8);
const literalMeanings = new Int32Array(288);
for (let symbol = 0; symbol < 288; symbol += 1) {
  if (symbol < endOfBlock) literalMeanings[symbol] = symbol << 10;
  else if (symbol === endOfBlock) literalMeanings[symbol] = kind.end << 8;
  else literalMeanings[symbol] = lengthMeanings[symbol - endOfBlock - 1] ?? noMeaning;
}
/** Two more than there are have codes in a fixed block; they must not be used. */
const distanceMeanings = new Int32Array(32).fill(noMeaning);
distanceMeanings.set(based(distances, 1, 2, 4));
const plainMeanings = Int32Array.from({ length: 19 }, (_, symbol) => symbol << 10);
const orderOfLengths = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15] as const;

const fixedLengths = new Uint8Array(288 + 32);
fixedLengths.fill(8, 0, 144).fill(9, 144, 256).fill(7, 256, 280).fill(8, 280, 288).fill(5, 288);

/**
 * Unpacks deflated bytes (RFC 1951) that lie in memory, piece by piece: two small buffers are used all
 * over again, so unpacking takes no memory whatever comes out. `onPiece` gets the next bytes, good only
 * until it returns, and how many packed bytes have been used up for them.
 * @throws DeflateFault where the bytes are not what any packer makes, or end too early
 */
export function inflate(packed: Uint8Array, onPiece: (bytes: Uint8Array, used: number) => void): void {
  new Inflater(packed, onPiece).run();
}

class Inflater {
  readonly #packed: Uint8Array;
  readonly #onPiece: (bytes: Uint8Array, used: number) => void;
  readonly #out = new Uint8Array(windowBytes + pieceBytes + longestMatch);
  readonly #literalTable = new HuffmanTable(literalMeanings);
  readonly #distanceTable = new HuffmanTable(distanceMeanings);
  readonly #plainTable = new HuffmanTable(plainMeanings);
  readonly #lengths = new Uint8Array(literals + 2 + 32);
  /** Where the next byte goes, and where those not yet handed over begin. */
  #to = 0;
  #given = 0;
  #bits = 0;
  #bitCount = 0;
  #at = 0;
  #reported = 0;

  constructor(packed: Uint8Array, onPiece: (bytes: Uint8Array, used: number) => void) {
    this.#packed = packed;
    this.#onPiece = onPiece;
  }

  run(): void {
    for (let last = false; !last; ) {
      last = this.#take(1) === 1;
      const type = this.#take(2);
      if (type === 0) this.#stored();
      else {
        if (type === 1) this.#buildTables(fixedLengths, 288, 32);
        else if (type === 2) this.#readTables();
        else throw new DeflateFault();
        this.#compressed();
      }
      this.#refuseEarlyEnd();
    }
    this.#give();
  }

  /** The next bits as a number, the first lowest; at most 16. Past the end they are 0: see `#refuseEarlyEnd`. */
  #take(count: number): number {
    while (this.#bitCount < count) {
      this.#bits |= (this.#packed[this.#at] ?? 0) << this.#bitCount;
      this.#at += 1;
      this.#bitCount += 8;
    }
    const value = this.#bits & ((1 << count) - 1);
    this.#bits >>>= count;
    this.#bitCount -= count;
    return value;
  }

  #refuseEarlyEnd(): void {
    if (this.#at - (this.#bitCount >>> 3) > this.#packed.length) throw new DeflateFault();
  }

  #stored(): void {
    // What is left of the current byte is not used; whole bytes read ahead are given back.
    this.#at -= this.#bitCount >>> 3;
    this.#bits = 0;
    this.#bitCount = 0;
    const size = this.#take(16);
    if (this.#take(16) !== (~size & 0xffff)) throw new DeflateFault();
    const end = this.#at + size;
    if (end > this.#packed.length) throw new DeflateFault();
    while (this.#at < end) {
      const part = Math.min(end - this.#at, this.#out.length - this.#to);
      this.#out.set(this.#packed.subarray(this.#at, this.#at + part), this.#to);
      this.#at += part;
      this.#to += part;
      if (this.#to >= windowBytes + pieceBytes) this.#give();
    }
  }

  #readTables(): void {
    const literalCount = this.#take(5) + 257;
    const distanceCount = this.#take(5) + 1;
    const lengthCount = this.#take(4) + 4;
    if (literalCount > literals || distanceCount > distances) throw new DeflateFault();
    const lengths = this.#lengths.fill(0);
    for (let index = 0; index < lengthCount; index += 1) {
      lengths[orderOfLengths[index] as number] = this.#take(3);
    }
    const table = this.#plainTable;
    table.build(lengths, 0, orderOfLengths.length);
    lengths.fill(0);
    const all = literalCount + distanceCount;
    for (let at = 0; at < all; ) {
      const symbol = this.#symbol(table);
      if (symbol < 16) {
        lengths[at] = symbol;
        at += 1;
        continue;
      }
      const repeated = symbol === 16 ? (lengths[at - 1] ?? -1) : 0;
      const times =
        symbol === 16 ? this.#take(2) + 3 : symbol === 17 ? this.#take(3) + 3 : this.#take(7) + 11;
      if (repeated < 0 || at + times > all) throw new DeflateFault();
      lengths.fill(repeated, at, at + times);
      at += times;
    }
    // Without its end a block would never stop.
    if (lengths[endOfBlock] === 0) throw new DeflateFault();
    this.#buildTables(lengths, literalCount, distanceCount);
  }

  #buildTables(lengths: Uint8Array, literalCount: number, distanceCount: number): void {
    this.#literalTable.build(lengths, 0, literalCount);
    this.#distanceTable.build(lengths, literalCount, distanceCount);
  }

  /** One symbol of the code by which the lengths of the codes are told: at most seven bits. */
  #symbol(table: HuffmanTable): number {
    const ahead = this.#take(7);
    const entry = table.entries[ahead] as number;
    const length = entry & 15;
    if (length === 0) throw new DeflateFault();
    this.#bits = (this.#bits << (7 - length)) | (ahead >>> length);
    this.#bitCount += 7 - length;
    return entry >>> 10;
  }

  /** The heart of it: everything that the loop uses is in local variables. */
  #compressed(): void {
    const packed = this.#packed;
    const out = this.#out;
    const literalEntries = this.#literalTable.entries;
    const distanceEntries = this.#distanceTable.entries;
    const rootMask = (1 << rootBits) - 1;
    let bits = this.#bits;
    let bitCount = this.#bitCount;
    let at = this.#at;
    let to = this.#to;
    for (;;) {
      if (to >= windowBytes + pieceBytes) {
        this.#at = at;
        this.#bitCount = bitCount;
        this.#to = to;
        this.#refuseEarlyEnd();
        this.#give();
        to = this.#to;
      }
      while (bitCount <= 24) {
        bits |= (packed[at] as number) << bitCount;
        at += 1;
        bitCount += 8;
      }
      let entry = literalEntries[bits & rootMask] as number;
      if ((entry & 0x300) === kind.longer << 8) {
        entry = literalEntries[(entry >>> 10) + ((bits >>> rootBits) & 31)] as number;
      }
      const length = entry & 15;
      if (length === 0) throw new DeflateFault();
      bits >>>= length;
      bitCount -= length;
      if ((entry & 0x300) === 0) {
        out[to] = entry >>> 10;
        to += 1;
        continue;
      }
      if ((entry & 0x300) === kind.end << 8) break;
      // 9 to 24 bits are left and at most 5 wanted; a distance takes up to 28.
      const lengthExtra = (entry >>> 4) & 15;
      let left = (entry >>> 10) + (bits & ((1 << lengthExtra) - 1));
      bits >>>= lengthExtra;
      bitCount -= lengthExtra;
      while (bitCount <= 24) {
        bits |= (packed[at] as number) << bitCount;
        at += 1;
        bitCount += 8;
      }
      entry = distanceEntries[bits & rootMask] as number;
      if ((entry & 0x300) === kind.longer << 8) {
        entry = distanceEntries[(entry >>> 10) + ((bits >>> rootBits) & 31)] as number;
      }
      const distanceLength = entry & 15;
      if (distanceLength === 0 || (entry & 0x300) !== kind.based << 8) throw new DeflateFault();
      bits >>>= distanceLength;
      bitCount -= distanceLength;
      const distanceExtra = (entry >>> 4) & 15;
      while (bitCount < distanceExtra) {
        bits |= (packed[at] as number) << bitCount;
        at += 1;
        bitCount += 8;
      }
      let from = to - (entry >>> 10) - (bits & ((1 << distanceExtra) - 1));
      bits >>>= distanceExtra;
      bitCount -= distanceExtra;
      if (from < 0) throw new DeflateFault();
      for (; left > 0; left -= 1) {
        out[to] = out[from] as number;
        to += 1;
        from += 1;
      }
    }
    this.#bits = bits;
    this.#bitCount = bitCount;
    this.#at = at;
    this.#to = to;
  }

  /** Hands over what is new and keeps what matches may still reach back to. */
  #give(): void {
    const used = Math.min(this.#at, this.#packed.length);
    if (this.#to > this.#given)
      this.#onPiece(this.#out.subarray(this.#given, this.#to), used - this.#reported);
    this.#reported = used;
    const kept = Math.min(this.#to, windowBytes);
    this.#out.copyWithin(0, this.#to - kept, this.#to);
    this.#to = kept;
    this.#given = kept;
  }
}
