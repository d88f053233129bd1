/** Words that say what kind of council it is, not which. */
const kinds =
  /\b(city of|county of|royal borough of|london borough of|borough of|metropolitan borough|metropolitan district|london borough|royal borough|county borough|unitary authority|county council|city council|borough council|district council|london boro|council|borough|district|mbc|mdc|cbc|bc|dc|cc|ccc|ua|lb|the)\b/g;

/**
 * A place name as it is compared: lower case, accents and punctuation dropped, "and" for &, St for
 * Saint, and without the words that say what kind of council it is.
 *
 * @example placeKey('Calderdale MBC') // 'calderdale'
 * @example placeKey('Bristol, City of') // 'bristol'
 */
export function placeKey(name: string): string {
  const plain = plainName(name);
  const bare = plain.replace(kinds, ' ').replace(/\s+/g, ' ').trim();
  return bare === '' ? plain : bare;
}

/** The name with the words of its kind left in. */
export function plainName(name: string): string {
  return name
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/&/g, ' and ')
    .replace(/['’.]/g, '')
    .replace(/[^a-z0-9]+/g, ' ')
    .replace(/\bsaint\b/g, 'st')
    .trim();
}
