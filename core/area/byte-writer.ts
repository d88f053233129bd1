/** Bytes that grow as they are written. */
export class ByteWriter {
  #bytes = new Uint8Array(1 << 16);
  #length = 0;

  byte(value: number): void {
    if (this.#length === this.#bytes.length) this.#grow(1);
    this.#bytes[this.#length++] = value;
  }

  bytes(values: Uint8Array): void {
    this.#grow(values.length);
    this.#bytes.set(values, this.#length);
    this.#length += values.length;
  }

  /** ASCII text. */
  text(text: string): void {
    for (let at = 0; at < text.length; at += 1) this.byte(text.charCodeAt(at) & 0x7f);
  }

  /** Four bytes, the low one first. */
  uint32(value: number): void {
    for (let shift = 0; shift < 32; shift += 8) this.byte((value >>> shift) & 0xff);
  }

  /** Seven bits a byte, the low ones first; the high bit says that more follow. */
  varint(value: number): void {
    let left = value;
    while (left > 0x7f) {
      this.byte((left & 0x7f) | 0x80);
      left >>>= 7;
    }
    this.byte(left);
  }

  taken(): Uint8Array {
    return this.#bytes.slice(0, this.#length);
  }

  #grow(by: number): void {
    if (this.#length + by <= this.#bytes.length) return;
    const bytes = new Uint8Array(Math.max(this.#bytes.length * 2, this.#length + by));
    bytes.set(this.#bytes.subarray(0, this.#length));
    this.#bytes = bytes;
  }
}

/** Reads what `ByteWriter` wrote. Past the end it throws a RangeError. */
export class ByteReader {
  #at = 0;

  constructor(readonly source: Uint8Array) {}

  byte(): number {
    const value = this.source[this.#at++];
    if (value === undefined) throw new RangeError('the file ends too early');
    return value;
  }

  bytes(length: number): Uint8Array {
    const end = this.#at + length;
    if (end > this.source.length) throw new RangeError('the file ends too early');
    const taken = this.source.subarray(this.#at, end);
    this.#at = end;
    return taken;
  }

  text(length: number): string {
    return Array.from(this.bytes(length), (code) => String.fromCharCode(code)).join('');
  }

  uint32(): number {
    return (this.byte() | (this.byte() << 8) | (this.byte() << 16) | (this.byte() << 24)) >>> 0;
  }

  varint(): number {
    let value = 0;
    for (let shift = 0; shift < 32; shift += 7) {
      const next = this.byte();
      value += (next & 0x7f) * 2 ** shift;
      if (next < 0x80) return value;
    }
    throw new RangeError('a number is too long');
  }

  get left(): number {
    return this.source.length - this.#at;
  }
}
