/** Yes, no, or not known: an answer that nobody gave must not count as a no. */
export type Truth = boolean | undefined;

/** No if any is no; otherwise unknown if any is unknown. */
export function all(...truths: readonly Truth[]): Truth {
  if (truths.includes(false)) return false;
  return truths.includes(undefined) ? undefined : true;
}

/** Yes if any is yes; otherwise unknown if any is unknown. */
export function any(...truths: readonly Truth[]): Truth {
  if (truths.includes(true)) return true;
  return truths.includes(undefined) ? undefined : false;
}

export function not(truth: Truth): Truth {
  return truth === undefined ? undefined : !truth;
}
