/**
 * The stem of an English word by Porter's algorithm (1980), so that "suppliers" finds "supplier" and
 * "planted" finds "planting". Expects lower-case letters; anything else comes back as it is.
 *
 * @example stem('characteristics') // 'characterist'
 */
export function stem(word: string): string {
  if (word.length < 3 || !/^[a-z]+$/.test(word)) return word;
  const own = apart.get(word);
  if (own !== undefined) return own;
  return [plurals, pastAndProgressive, finalY, longSuffixes, shortSuffixes, lastSuffixes, finalE].reduce(
    (soFar, step) => step(soFar),
    word,
  );
}

/** Names and terms that are not forms of the word that Porter would make of them. */
const apart: ReadonlyMap<string, string> = new Map([
  ...['locality', 'localisation', 'localism', 'boxing', 'officer', 'universal', 'university'].map(
    (word) => [word, word] as const,
  ),
  ['officers', 'officer'],
  ['universities', 'university'],
]);

const c = '[^aeiou]';
const v = '[aeiouy]';
const run = `${c}[^aeiouy]*`;
const vowels = `${v}[aeiou]*`;
/** At least one vowel run followed by a consonant run. */
const measureAbove0 = new RegExp(`^(${run})?${vowels}${run}`);
const measureIs1 = new RegExp(`^(${run})?${vowels}${run}(${vowels})?$`);
const measureAbove1 = new RegExp(`^(${run})?${vowels}${run}${vowels}${run}`);
const hasVowel = new RegExp(`^(${run})?${v}`);
const shortEnd = new RegExp(`^${run}${v}[^aeiouwxy]$`);

function plurals(word: string): string {
  if (/(ss|i)es$/.test(word)) return word.slice(0, -2);
  return /[^s]s$/.test(word) ? word.slice(0, -1) : word;
}

function pastAndProgressive(word: string): string {
  if (word.endsWith('eed')) return measureAbove0.test(word.slice(0, -3)) ? word.slice(0, -1) : word;
  const base = word.replace(/(ed|ing)$/, '');
  if (base === word || !hasVowel.test(base)) return word;
  if (/(at|bl|iz|is)$/.test(base)) return `${base}e`;
  if (/([^aeiouylsz])\1$/.test(base)) return base.slice(0, -1);
  return shortEnd.test(base) ? `${base}e` : base;
}

function finalY(word: string): string {
  return word.endsWith('y') && hasVowel.test(word.slice(0, -1)) ? `${word.slice(0, -1)}i` : word;
}

/** Suffixes and what they become; -ise forms stand beside Porter's -ize, since the text is British. */
const long: ReadonlyArray<readonly [string, string]> = [
  ['ational', 'ate'],
  ['tional', 'tion'],
  ['enci', 'ence'],
  ['anci', 'ance'],
  ['izer', 'ize'],
  ['iser', 'ise'],
  ['bli', 'ble'],
  ['alli', 'al'],
  ['entli', 'ent'],
  ['eli', 'e'],
  ['ousli', 'ous'],
  ['ization', 'ise'],
  ['isation', 'ise'],
  ['ation', 'ate'],
  ['ator', 'ate'],
  ['alism', 'al'],
  ['iveness', 'ive'],
  ['fulness', 'ful'],
  ['ousness', 'ous'],
  ['aliti', 'al'],
  ['iviti', 'ive'],
  ['biliti', 'ble'],
  ['logi', 'log'],
];

const short: ReadonlyArray<readonly [string, string]> = [
  ['icate', 'ic'],
  ['ative', ''],
  ['alize', 'al'],
  ['alise', 'al'],
  ['iciti', 'ic'],
  ['ical', 'ic'],
  ['ful', ''],
  ['ness', ''],
];

function replaceSuffix(word: string, table: ReadonlyArray<readonly [string, string]>): string {
  const found = table.find(([suffix]) => word.endsWith(suffix));
  if (found === undefined) return word;
  const base = word.slice(0, -found[0].length);
  return measureAbove0.test(base) ? base + found[1] : word;
}

const longSuffixes = (word: string): string => replaceSuffix(word, long);
const shortSuffixes = (word: string): string => replaceSuffix(word, short);

const last =
  /^(.*?)(al|ance|ence|er|ic|able|ible|ant|ement|ment|ent|ou|ism|ate|iti|ous|ive|ize|ise|(?<=[st])ion)$/;

function lastSuffixes(word: string): string {
  const base = last.exec(word)?.[1];
  return base !== undefined && measureAbove1.test(base) ? base : word;
}

function finalE(word: string): string {
  let result = word;
  if (result.endsWith('e')) {
    const base = result.slice(0, -1);
    if (measureAbove1.test(base) || (measureIs1.test(base) && !shortEnd.test(base))) result = base;
  }
  return measureAbove1.test(result) && result.endsWith('ll') ? result.slice(0, -1) : result;
}
