import fc from 'fast-check';

/** One change to the bytes of a file, at a place given as a share of its length. */
export interface Change {
  readonly kind: 'put' | 'cut' | 'insert' | 'repeat' | 'end';
  readonly at: number;
  readonly length: number;
  readonly bytes: Uint8Array;
}

/** A place as a share, anywhere alike: what fast-check prefers by itself is the very beginning. */
export const somewhere: fc.Arbitrary<number> = fc
  .noBias(fc.integer({ min: 0, max: 999_999 }))
  .map((place) => place / 1_000_000);

/** Some changes; `words` are what matters to the format, and come up more often than noise. */
export function changesWith(words: readonly string[]): fc.Arbitrary<Change[]> {
  const encoder = new TextEncoder();
  const bytes = fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...words).map((word) => encoder.encode(word)) },
    { weight: 1, arbitrary: fc.uint8Array({ minLength: 1, maxLength: 6 }) },
  );
  const change = fc.record({
    kind: fc.constantFrom('put', 'put', 'insert', 'insert', 'cut', 'repeat', 'end' as const),
    at: somewhere,
    length: fc.oneof(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 3000 })),
    bytes,
  }) as fc.Arbitrary<Change>;
  return fc.array(change, { minLength: 1, maxLength: 4 });
}

export function changed(original: Uint8Array, changes: readonly Change[]): Uint8Array {
  return changes.reduce(changedOnce, original);
}

function changedOnce(file: Uint8Array, { kind, at, length, bytes }: Change): Uint8Array {
  const from = Math.floor(at * file.length);
  const to = Math.min(file.length, from + length);
  switch (kind) {
    case 'put':
      return spliced(file, from, Math.min(file.length, from + bytes.length), bytes);
    case 'insert':
      return spliced(file, from, from, bytes);
    case 'cut':
      return spliced(file, from, to, new Uint8Array(0));
    case 'repeat':
      return spliced(file, to, to, file.subarray(from, to));
    case 'end':
      // Seldom right at the beginning, which would leave nothing of the file.
      return file.subarray(0, Math.max(from, file.length - length));
  }
}

function spliced(file: Uint8Array, from: number, to: number, bytes: Uint8Array): Uint8Array {
  const result = new Uint8Array(file.length - (to - from) + bytes.length);
  result.set(file.subarray(0, from));
  result.set(bytes, from);
  result.set(file.subarray(to), from + bytes.length);
  return result;
}
