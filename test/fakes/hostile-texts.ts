import type { HostileFile } from './hostile-files.ts';

/** Text files that break or fool readers of CSV. */

const encoder = new TextEncoder();
const head = 'Supplier,Amount\n';
const megabyte = 1024 * 1024;

function text(content: string): () => Uint8Array {
  return () => encoder.encode(content);
}

/** The head in one encoding, then enough of it that the sample is past, then a byte of another. */
function changedEncoding(): Uint8Array {
  const lines = encoder.encode(`${head}${'Caf\u00e9,1.00\n'.repeat(10_000)}`);
  const bytes = new Uint8Array(lines.length + 8);
  bytes.set(lines);
  bytes.set([0x43, 0x61, 0x66, 0xe9, 0x2c, 0x31, 0x0a, 0x0a], lines.length);
  return bytes;
}

function utf16(content: string, more: readonly number[] = []): Uint8Array {
  return Uint8Array.from([...Buffer.from(content, 'utf16le'), ...more]);
}

export const hostileTexts: readonly HostileFile[] = [
  {
    what: 'a quotation mark never closed, with twenty megabytes after it',
    make: text(`${head}"Alder,1\n${'Birch,2\n'.repeat(2.5 * megabyte)}`),
    refusedWith: /never closed/,
  },
  {
    what: 'one field of half a megabyte',
    make: text(`${head}${'x'.repeat(megabyte / 2)},1\n`),
    refusedWith: /field|cell/,
  },
  {
    what: 'twenty megabytes without a line end',
    make: text('x'.repeat(20 * megabyte)),
    refusedWith: /row|field|record/,
  },
  { what: 'a million columns', make: text(`${head}${','.repeat(megabyte)}\n`), refusedWith: /columns/ },
  {
    what: 'twenty million empty cells beside a few that are filled',
    make: text(`${`${','.repeat(9_999)}x\n`.repeat(2_000)}`),
    refusedWith: /cells/,
  },
  {
    what: 'twenty megabytes of blank lines',
    make: text(`${head}${'\r\n'.repeat(10 * megabyte)}Alder,1\n`),
    refusedWith: undefined,
  },
  {
    what: 'nothing but quotation marks',
    make: text('"'.repeat(megabyte)),
    refusedWith: /quotation|field|cell/,
  },
  { what: 'zero bytes in a text', make: text(`${head}Alder\u0000,1\n`), refusedWith: /unknown kind/ },
  { what: 'another encoding further down', make: changedEncoding, refusedWith: /another encoding/ },
  {
    what: 'UTF-16 that ends inside a character',
    make: () => utf16(`\ufeff${head}Alder,1\n`, [0x41]),
    refusedWith: /UTF-16|cut/,
  },
  {
    what: 'half a pair of UTF-16',
    make: () => utf16(`\ufeff${head}Al\ud83cder,1\n`),
    refusedWith: /broken characters/,
  },
  {
    what: 'formulas that would start a program',
    make: text(`${head}"=cmd|' /C calc'!A0",1\n`),
    refusedWith: undefined,
  },
  {
    what: 'a separator that is a quotation mark',
    make: text('sep="\nSupplier"Amount\n'),
    refusedWith: undefined,
  },
];
