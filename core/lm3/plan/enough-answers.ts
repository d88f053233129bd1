/** How sure a plan has to be that enough will answer for an interval: nine times out of ten. */
export const sureEnough = 0.9;
/** How sure of the rest of one kind, so that two kinds together are sure enough. */
const sureEnoughOfOne = 0.95;
/** More questionnaires than anyone sends. */
const outOfReach = 1e9;

/**
 * The chance that enough answers are there: those that are in already, and those of questionnaires
 * that are each answered with the same chance.
 */
export function chanceOfAnswers(already: number, sent: number, answerRate: number, needed: number): number {
  const missing = needed - already;
  if (missing <= 0) return 1;
  if (sent < missing) return 0;
  if (answerRate === 1) return 1;
  // Chance of fewer than are missing: the first terms of the binomial distribution.
  let term = (1 - answerRate) ** sent;
  let tooFew = 0;
  for (let answers = 0; answers < missing; answers += 1) {
    tooFew += term;
    term *= ((sent - answers) / (answers + 1)) * (answerRate / (1 - answerRate));
  }
  return Math.max(1 - tooFew, 0);
}

/** The fewest questionnaires that make enough answers nearly certain; infinite where none that can be sent do. */
export function questionnairesFor(already: number, answerRate: number, needed: number): number {
  const enough = (sent: number): boolean =>
    chanceOfAnswers(already, sent, answerRate, needed) >= sureEnoughOfOne;
  let sent = Math.max(needed - already, 0);
  let tooFew = sent - 1;
  while (!enough(sent)) {
    if (sent > outOfReach) return Number.POSITIVE_INFINITY;
    tooFew = sent;
    sent *= 2;
  }
  while (sent - tooFew > 1) {
    const middle = Math.floor((sent + tooFew) / 2);
    if (enough(middle)) sent = middle;
    else tooFew = middle;
  }
  return sent;
}
