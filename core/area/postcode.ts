/** What a text in a postcode column turned out to be. */
export type PostcodeReading =
  | {
      readonly kind: 'postcode';
      /** With one space: `HX1 1UJ`. */
      readonly postcode: string;
      readonly outward: string;
      /** Said when the text is not the postcode as it is written, such as an O for a 0. */
      readonly mended?: string;
    }
  | { readonly kind: 'outward'; readonly outward: string; readonly mended?: string }
  | { readonly kind: 'empty' }
  | { readonly kind: 'unreadable' };

const whole = /^([A-Z]{1,2}\d[A-Z\d]?)(\d[A-BD-HJLNP-UW-Z]{2})$/;
const firstHalf = /^[A-Z]{1,2}\d[A-Z\d]?$/;
/** A first half with part of the second: `HX1 1`. */
const sector = /^([A-Z]{1,2}\d[A-Z\d]?)\s+\d[A-Z]?$/;
const within = /(?<![A-Z\d])([A-Z]{1,2}\d[A-Z\d]?)\s*(\d[A-BD-HJLNP-UW-Z]{2})(?![A-Z\d])/g;
/** Where letters and digits may stand in a first half, by its length. */
const shapes: Readonly<Record<number, readonly string[]>> = {
  2: ['AN'],
  3: ['AAN', 'ANN', 'ANA'],
  4: ['AANN', 'AANA'],
};
/** More characters than an address takes. */
const longest = 200;

/**
 * Reads a postcode as people type it: any case, any spaces, a full stop, an address around it, and the
 * letters O, I and L for the digits 0 and 1 (or the digits for the letters) where only one reading fits.
 * A first half alone is told as one. Whether the postcode exists is for the index to say.
 *
 * @param isOutward whether a first half such as `HX1` exists; it decides between readings
 * @example readPostcode('hx1 iuj', (outward) => outward === 'HX1') // HX1 1UJ, mended
 */
export function readPostcode(text: string, isOutward: (outward: string) => boolean): PostcodeReading {
  const upper = text.trim().toUpperCase();
  if (upper === '') return { kind: 'empty' };
  if (upper.length > longest) return { kind: 'unreadable' };
  const partial = sector.exec(upper)?.[1];
  if (partial !== undefined) return { kind: 'outward', outward: partial };
  const compact = upper.replace(/[^A-Z\d]/g, '');
  const exact = whole.exec(compact);
  if (exact?.[1] && exact[2]) return reading(exact[1], exact[2]);
  if (firstHalf.test(compact) && (compact.length < 5 || isOutward(compact))) {
    return { kind: 'outward', outward: compact };
  }
  return mendedReading(text.trim(), compact, isOutward) ?? inAddress(text.trim(), upper);
}

const reading = (outward: string, inward: string, mended?: string): PostcodeReading => ({
  kind: 'postcode',
  postcode: `${outward} ${inward}`,
  outward,
  ...(mended === undefined ? {} : { mended }),
});

/** The one reading with the fewest letters and digits exchanged; none where two fit equally. */
function mendedReading(
  text: string,
  compact: string,
  isOutward: (outward: string) => boolean,
): PostcodeReading | undefined {
  const inward = reshaped(compact.slice(-3), 'NAA');
  if (inward === undefined || !/[A-BD-HJLNP-UW-Z]{2}$/.test(inward)) return undefined;
  const first = compact.slice(0, -3);
  const fitting = (shapes[first.length] ?? [])
    .map((shape) => reshaped(first, shape))
    .filter((outward): outward is string => outward !== undefined && isOutward(outward));
  const changes = (outward: string): number => [...outward].filter((each, at) => each !== first[at]).length;
  const [best, second] = [...new Set(fitting)].sort((a, b) => changes(a) - changes(b));
  if (best === undefined || (second !== undefined && changes(second) === changes(best))) return undefined;
  return reading(best, inward, `"${text}" was read as ${best} ${inward}`);
}

/** The text with look-alikes put right for a shape of letters (A) and digits (N); undefined if it does not fit. */
function reshaped(text: string, shape: string): string | undefined {
  if (text.length !== shape.length) return undefined;
  const letters: Readonly<Record<string, string>> = { '0': 'O', '1': 'I' };
  const digits: Readonly<Record<string, string>> = { O: '0', I: '1', L: '1' };
  let made = '';
  for (const [at, character] of [...text].entries()) {
    const isDigit = character >= '0' && character <= '9';
    const wantsDigit = shape[at] === 'N';
    const fitted = isDigit === wantsDigit ? character : (wantsDigit ? digits : letters)[character];
    if (fitted === undefined) return undefined;
    made += fitted;
  }
  return made;
}

/** A postcode in a longer text, if it holds one only. */
function inAddress(text: string, upper: string): PostcodeReading {
  const found = new Set([...upper.matchAll(within)].map(([, outward, inward]) => `${outward} ${inward}`));
  const [only] = found;
  if (only === undefined || found.size > 1) return { kind: 'unreadable' };
  const [outward = '', inward = ''] = only.split(' ');
  return reading(outward, inward, `"${text}" was read as ${only}`);
}
