/** What decides whether an answer may count yet. */
export interface PrivacyFacts {
  /** The kind of supplier whose re-spending is printed as one sum. */
  readonly group: string;
  /** Whether the buyer may see the supplier's own figure. */
  readonly shown: boolean;
  /** Milliseconds since 1970. */
  readonly answeredAt: number;
}

/** Fewest answers kept private that may be added up: less would give one of them away. */
export const fewestPrivate = 3;

/**
 * Which answers count in figures that the buyer sees. Those whose figure the buyer may see always do.
 * The others count in threes, in the order they came, so that nobody can work one out by noting the
 * figures before and after it; once the survey is closed, all of a group that has three.
 *
 * Source: docs/method/survey.md, What the buyer sees.
 */
export function countedAnswers<Answer extends PrivacyFacts>(
  answers: readonly Answer[],
  closed: boolean,
): { readonly counted: readonly Answer[]; readonly waiting: readonly Answer[] } {
  const counted = answers.filter(({ shown }) => shown);
  const waiting: Answer[] = [];
  const groups = new Map<string, Answer[]>();
  for (const answer of answers.filter(({ shown }) => !shown)) {
    const group = groups.get(answer.group);
    if (group) group.push(answer);
    else groups.set(answer.group, [answer]);
  }
  for (const group of groups.values()) {
    const inOrder = group.toSorted((a, b) => a.answeredAt - b.answeredAt);
    const whole = inOrder.length - (inOrder.length % fewestPrivate);
    const take = closed && whole > 0 ? inOrder.length : whole;
    counted.push(...inOrder.slice(0, take));
    waiting.push(...inOrder.slice(take));
  }
  return { counted, waiting };
}
