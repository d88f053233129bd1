/** The known word that a mistyped one most likely stands for. Words of up to four letters are left alone. */
export class SpellingCorrector {
  private readonly byFirstLetter = new Map<string, { word: string; uses: number }[]>();

  /** `uses`: how often each known word occurs; of two equally near words the commoner one wins. */
  constructor(uses: ReadonlyMap<string, number>) {
    for (const [word, count] of uses) {
      if (word.length < shortest) continue;
      const list = this.byFirstLetter.get(word.charAt(0));
      if (list === undefined) this.byFirstLetter.set(word.charAt(0), [{ word, uses: count }]);
      else list.push({ word, uses: count });
    }
  }

  /** One slip is allowed from five letters on, two from nine on; the first letter has to be right. */
  correct(word: string): string | undefined {
    const allowed = word.length >= 9 ? 2 : word.length >= shortest ? 1 : 0;
    if (allowed === 0 || word.length > longest) return undefined;
    let best: { word: string; uses: number; slips: number } | undefined;
    for (const candidate of this.byFirstLetter.get(word.charAt(0)) ?? []) {
      if (Math.abs(candidate.word.length - word.length) > allowed) continue;
      const slips = slipsBetween(word, candidate.word, best === undefined ? allowed : best.slips);
      if (slips > allowed) continue;
      if (best === undefined || slips < best.slips || (slips === best.slips && candidate.uses > best.uses)) {
        best = { ...candidate, slips };
      }
    }
    return best?.word;
  }
}

const shortest = 5;
const longest = 30;

/**
 * Slips that turn one word into the other: a letter added, dropped, swapped with its neighbour, or hit
 * for another that lies beside it on the keyboard. A vowel for a vowel is one slip too; any other wrong
 * letter counts as two, since "mayor" is no mistyped "manor". `limit + 1` as soon as it must be more
 * than the limit.
 *
 * @example slipsBetween('bradfrod', 'bradford', 2) // 1
 */
export function slipsBetween(from: string, to: string, limit: number): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let i = 1; i <= from.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= to.length; j += 1) {
      const wrong = (last[j - 1] ?? 0) + wrongLetter(from.charAt(i - 1), to.charAt(j - 1));
      let best = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, wrong);
      if (i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1]) {
        best = Math.min(best, (beforeLast[j - 2] ?? 0) + 1);
      }
      row.push(best);
    }
    if (Math.min(...row) > limit) return limit + 1;
    beforeLast = last;
    last = row;
  }
  return last[to.length] ?? limit + 1;
}

function wrongLetter(typed: string, meant: string): number {
  if (typed === meant) return 0;
  const bothVowels = 'aeiou'.includes(typed) && 'aeiou'.includes(meant);
  return bothVowels || neighbours.has(typed + meant) ? 1 : 2;
}

/** Pairs of letters that lie side by side on a QWERTY keyboard, both ways round. */
const neighbours: ReadonlySet<string> = new Set(
  ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'].flatMap((row) =>
    [...row.slice(1)].flatMap((letter, index) => [row.charAt(index) + letter, letter + row.charAt(index)]),
  ),
);
