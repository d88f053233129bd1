/** Characters of arguments that are kept: about ten calls over 10,000 rows of three columns. */
const mostCharacters = 5_000_000;

/**
 * Answers by their arguments, the latest ones. Several functions over the same columns then compute
 * once, and a recalculation of the whole workbook costs a look-up. What failed is not kept.
 */
export function remember<Arguments extends readonly unknown[], Answer>(
  compute: (...given: Arguments) => Answer,
  most = mostCharacters,
): (...given: Arguments) => Answer {
  const answers = new Map<string, Answer>();
  let characters = 0;
  return (...given) => {
    const key = JSON.stringify(given);
    const known = answers.get(key);
    if (known !== undefined) {
      // The order of a map is that of putting in: the first is then the one that waited longest.
      answers.delete(key);
      answers.set(key, known);
      return known;
    }
    const answer = compute(...given);
    if (key.length > most) return answer;
    answers.set(key, answer);
    characters += key.length;
    for (const [oldest] of answers) {
      if (characters <= most) break;
      answers.delete(oldest);
      characters -= oldest.length;
    }
    return answer;
  };
}
