/** What is to be done with the figures of a table. */
export type Operation = 'look-up' | 'sum' | 'average' | 'most' | 'least' | 'difference' | 'list';

const most = /\b(most|biggest|highest|largest|top|best|greatest|longest|max|maximum|richest|poorest|more)\b/;
const least = /\b(least|smallest|lowest|fewest|bottom|worst|shortest|min|minimum|fewer)\b/;
const difference =
  /\b(difference|gap|diff|by how (much|many)|how far (ahead|behind|apart)|(how (much|many) )(more|less|fewer|higher|lower|bigger|longer))\b/;
const average = /\b(average|the mean|mean of|typical)\b/;
const sum =
  /\b(sum|total|totals|altogether|combined|together|in all|all together|add(ed)? up|overall|whole lot)\b/;
const list =
  /\b(list|each|every|all|by area|by anchor|per anchor|per area|table|rank|ranking|league|compare|comparison|versus|against)\b/;

const all = new RegExp(
  [difference, average, sum, most, least, list].map(({ source }) => source).join('|'),
  'g',
);

/** The operation that a question asks for, and the question without the words for it. */
export function findOperation(text: string): { operation: Operation; rest: string } {
  const rest = text.replace(all, ' ');
  const found: Operation = difference.test(text)
    ? 'difference'
    : average.test(text)
      ? 'average'
      : most.test(text)
        ? 'most'
        : least.test(text)
          ? 'least'
          : sum.test(text)
            ? 'sum'
            : list.test(text)
              ? 'list'
              : 'look-up';
  return { operation: found, rest };
}

/** Where "most", "lowest" and the like stand in a text. */
export function superlativeAt(text: string): number {
  return most.exec(text)?.index ?? least.exec(text)?.index ?? 0;
}
