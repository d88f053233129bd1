/**
 * Text as plain lower-case words: typography levelled, accents dropped, spellings of the field's
 * own terms made one ("LM 3", "re-spent", "a&e", "centre" and "center").
 */
export function normalise(text: string): string {
  let plain = text.toLowerCase();
  // Plain ASCII is the common case, and Unicode tables are slow.
  if (/[^\x20-\x7e]/.test(plain)) plain = plain.normalize('NFKD').replace(/\p{M}/gu, '');
  for (const [pattern, replacement] of levelling) plain = plain.replace(pattern, replacement);
  return plain;
}

/** Applied in order. Every pattern is linear in the length of the text. */
const levelling: ReadonlyArray<readonly [RegExp, string]> = [
  [/[\u2018\u2019\u201b\u2032`]/g, "'"],
  [/[\u2010-\u2015\u2212]/g, '-'],
  [/\blm[ -]?([23])(?!\d)/g, 'lm$1'],
  [/\bre[ -]sp(end|ent)/g, 'resp$1'],
  [/\ba ?& ?e\b/g, 'accident emergency'],
  [/&/g, ' and '],
  [/(\w)'s\b/g, '$1'],
  [/(\w)'(t|ve|re|ll|d|m)\b/g, '$1$2'],
  [/(\d),(?=\d{3})/g, '$1'],
  [/%/g, ' percent '],
  [/\bper cent\b/g, 'percent'],
];

/** Letters with a trailing digit or two (c5, lm3), or a number with its decimals. */
const wordPattern = /[a-z]+\d{0,2}|\d+(?:\.\d+)?/g;

/**
 * The words of a text in British spelling, short forms spelt out. Single letters are dropped.
 *
 * @example words('wot r LM-3s?', { wot: 'what', r: 'are' }) // ['what', 'are', 'lm3']
 */
export function words(text: string, shorthand: Readonly<Record<string, string>> = {}): string[] {
  return wordsOf(normalise(text), shorthand);
}

/** The words of each of many texts: levelled in one pass, which is what takes the time. */
export function wordsOfEach(
  texts: readonly string[],
  shorthand: Readonly<Record<string, string>>,
): string[][] {
  const lines = texts.map((text) => text.replaceAll('\n', ' ')).join('\n');
  return normalise(lines)
    .split('\n')
    .map((line) => wordsOf(line, shorthand));
}

function wordsOf(levelled: string, shorthand: Readonly<Record<string, string>>): string[] {
  const found: string[] = [];
  const keep = (word: string): void => {
    if (word.length > 1 || (word >= '0' && word <= '9')) found.push(britishSpelling(word));
  };
  for (const word of levelled.match(wordPattern) ?? []) {
    if (Object.hasOwn(shorthand, word)) for (const part of (shorthand[word] ?? word).split(' ')) keep(part);
    else keep(word);
  }
  return found;
}

function britishSpelling(word: string): string {
  if (!word.includes('iz')) return american.get(word) ?? word;
  return american.get(word) ?? word.replace(/iz(e|ed|es|er|ers|ing|ation|ations)$/, 'is$1');
}

const american: ReadonlyMap<string, string> = new Map([
  ['center', 'centre'],
  ['centers', 'centres'],
  ['labor', 'labour'],
  ['neighbor', 'neighbour'],
  ['neighbors', 'neighbours'],
  ['neighborhood', 'neighbourhood'],
  ['neighborhoods', 'neighbourhoods'],
  ['behavior', 'behaviour'],
  ['behaviors', 'behaviours'],
  // British English writes these with z.
  ['size', 'size'],
  ['sizes', 'sizes'],
  ['prize', 'prize'],
  ['prizes', 'prizes'],
]);
