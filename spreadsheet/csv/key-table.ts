/**
 * Where the words of an entry are, counted from its offset: how many words its key has, a mark of the
 * caller's, two counts, and from word 4 two sums of 64 bits; the key comes after them.
 */
export const entryKeyLength = 0;
export const entryMark = 1;
export const entryLines = 2;
export const entryCreditLines = 3;
/** Counted in numbers of 64 bits from half the entry's offset. */
export const entryPence = 2;
export const entryCreditPence = 3;
export const entryKey = 8;

/** Words of 32 bits from one cache line to the next. */
const nextCacheLine = 16;

/** Offset of the first entry: 0 stands for none. */
export const firstEntry = 2;

const firstSlots = 1 << 10;
/** Filled further, the ways to an entry get long. */
const mostFilled = 0.6;
/** Honest keys are found in a few steps; thousands have been chosen for having one hash. */
const longestSearch = 4_000;

/**
 * Sums by key, for keys that are runs of 32-bit words. All entries stand in one arena one after the other in
 * order of arrival, with their keys behind their sums, so that finding and adding touch two places
 * in memory: a slot (hash and offset) and an entry. Nothing in here is an object.
 *
 * Callers that loop over millions of lines read `words` and `sums` themselves; both are replaced when
 * an entry is added.
 */
export class KeyTable {
  /** Hash and offset of the entry, slot by slot; offset 0 is a free slot. */
  #slots = new Int32Array(2 * firstSlots);
  #mask = 2 * firstSlots - 1;
  words = new Int32Array(4 * 1024);
  sums = new Float64Array(this.words.buffer);
  /** Offset of the next entry. */
  end = firstEntry;
  entries = 0;
  fetched = 0;

  /** Offset of the entry with the key that stands between two places, 0 if there is none. */
  find(keys: Int32Array, from: number, to: number, hash: number): number {
    const slots = this.#slots;
    const mask = this.#mask;
    let slot = (hash << 1) & mask;
    for (;;) {
      const entry = slots[slot + 1] as number;
      if (entry === 0) return 0;
      if (slots[slot] === hash && this.holds(entry, keys, from, to)) return entry;
      slot = (slot + 2) & mask;
    }
  }

  /** Whether an entry has the key that stands between two places. */
  holds(entry: number, keys: Int32Array, from: number, to: number): boolean {
    const words = this.words;
    let word = entry + entryKey;
    for (let at = from; at < to; at += 1) {
      if (keys[at] !== words[word]) return false;
      word += 1;
    }
    return true;
  }

  /**
   * Notes for each hash which entry has it first, 0 for none, and brings those entries near: what one
   * line would wait for is fetched for many lines at once.
   *
   * @param keyEnds where the keys end, of which each begins where the one before ends
   */
  fetch(hashes: Int32Array, keyEnds: Int32Array, count: number, entries: Int32Array): void {
    const slots = this.#slots;
    const mask = this.#mask;
    const words = this.words;
    // Nothing in the first loop and the last hangs on what is read, so that the reads need not wait in turn.
    let seen = 0;
    for (let at = 0; at < count; at += 1) seen ^= slots[((hashes[at] as number) << 1) & mask] as number;
    for (let at = 0; at < count; at += 1) {
      const hash = hashes[at] as number;
      let slot = (hash << 1) & mask;
      while (slots[slot] !== hash && slots[slot + 1] !== 0) slot = (slot + 2) & mask;
      entries[at] = slots[slot + 1] as number;
    }
    let begin = 0;
    for (let at = 0; at < count; at += 1) {
      const entry = entries[at] as number;
      const end = keyEnds[at] as number;
      seen ^= (words[entry] as number) ^ (words[entry + nextCacheLine] as number);
      seen ^= words[entry + entryKey + (end - begin) - 1] as number;
      begin = end;
    }
    // Kept, so that no compiler leaves the reading out.
    this.fetched = seen;
  }

  /**
   * Adds an entry for the key that stands between two places and is not there; undefined for keys that
   * were chosen to make this slow.
   */
  add(keys: Int32Array, from: number, to: number, hash: number): number | undefined {
    if (this.entries + 1 > (mostFilled * this.#slots.length) / 2) this.#moreSlots();
    const entry = this.end;
    this.#makeRoom(entry + entryKey + (to - from) + 1 + nextCacheLine);
    if (!this.#occupy(hash, entry)) return undefined;
    const words = this.words;
    words[entry + entryKeyLength] = to - from;
    for (let at = from; at < to; at += 1) words[entry + entryKey + at - from] = keys[at] as number;
    this.end = this.next(entry);
    this.entries += 1;
    return entry;
  }

  /** Offset of the entry that arrived after this one. */
  next(entry: number): number {
    return entry + ((entryKey + (this.words[entry + entryKeyLength] as number) + 1) & ~1);
  }

  #occupy(hash: number, entry: number): boolean {
    const slots = this.#slots;
    let slot = (hash << 1) & this.#mask;
    for (let steps = 0; slots[slot + 1] !== 0; steps += 1) {
      if (steps > longestSearch) return false;
      slot = (slot + 2) & this.#mask;
    }
    slots[slot] = hash;
    slots[slot + 1] = entry;
    return true;
  }

  #moreSlots(): void {
    const before = this.#slots;
    this.#slots = new Int32Array(2 * before.length);
    this.#mask = this.#slots.length - 1;
    for (let slot = 0; slot < before.length; slot += 2) {
      const entry = before[slot + 1] as number;
      if (entry !== 0) this.#occupy(before[slot] as number, entry);
    }
  }

  #makeRoom(end: number): void {
    if (end <= this.words.length) return;
    const larger = new Int32Array((Math.max(end, Math.ceil(this.words.length * 1.5)) + 1) & ~1);
    larger.set(this.words.subarray(0, this.end));
    this.words = larger;
    this.sums = new Float64Array(larger.buffer);
  }
}

/** Mixes one word into a hash, as MurmurHash3 (Austin Appleby, public domain) does for 32 bits. */
export function mixWord(hash: number, word: number): number {
  let mixed = Math.imul(word, 0xcc9e2d51);
  mixed = (mixed << 15) | (mixed >>> 17);
  const next = hash ^ Math.imul(mixed, 0x1b873593);
  return (Math.imul((next << 13) | (next >>> 19), 5) + 0xe6546b64) | 0;
}

/** Spreads what was mixed in last over all bits. */
export function finishHash(hash: number): number {
  let mixed = hash ^ (hash >>> 16);
  mixed = Math.imul(mixed, 0x85ebca6b);
  mixed ^= mixed >>> 13;
  mixed = Math.imul(mixed, 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}
