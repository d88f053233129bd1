import { sniffEncoding } from '../csv/encoding.ts';

const sampleBytes = 64 * 1024;

/** Which kind of text the file begins as, or that it is none. */
export function sniffText(bytes: Uint8Array): 'empty' | 'html' | 'xml' | 'text' | 'other-binary' {
  const sample = bytes.subarray(0, sampleBytes);
  const { encoding, markBytes } = sniffEncoding(sample);
  const wide = encoding === 'utf-16le' || encoding === 'utf-16be';
  if (!wide && holdsControls(sample)) return 'other-binary';
  const decoder = new TextDecoder(wide ? encoding : 'utf-8');
  const beginning = decoder.decode(sample.subarray(markBytes)).trimStart();
  if (beginning === '') return bytes.length > sample.length ? 'text' : 'empty';
  if (
    /^(?:<!--[^>]{0,200}-->\s{0,20})?<(?:!doctype\s{1,20}html|html|head|body|table|meta|div|style)\b/i.test(
      beginning,
    )
  ) {
    return 'html';
  }
  return beginning.startsWith('<?xml') ? xmlKind(beginning) : 'text';
}

/** Web pages may be written as XML too. */
function xmlKind(beginning: string): 'html' | 'xml' {
  return /<(?:!doctype\s{1,20}html|html)\b/i.test(beginning.slice(0, 1000)) ? 'html' : 'xml';
}

/** Control characters other than tabs, line ends, form feeds, escapes and the end mark of DOS do not occur in text. */
function holdsControls(sample: Uint8Array): boolean {
  return sample.some((code) => code < 0x20 && (code < 0x09 || code > 0x0d) && code !== 0x1a && code !== 0x1b);
}
