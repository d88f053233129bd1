/** What a question may ask of Table 1 or of the published LM3 scores. */
export const resultWords = {
  /** Before jobs and GVA, of which it holds the words. */
  share:
    /\b(percent|percentage|share|proportion|fraction|how much)( \w+)? of (all |the )*(total|whole|all|sum|gva|jobs|enabled (gva|jobs))\b/,
  /** Before jobs, of which it holds the word. */
  perJob: /\b(per|for each|for every|each) (job|fte|employee|worker|full time equivalent)\b/,
  jobs: /\b(jobs?|ftes?|full time equivalents?|employees|employment|posts|people employed|workers|staff)\b/,
  gva: /\b(gva|gross value added|value added)\b/,
  lm3: /\b(lm3|multiplier|lm3 scores?|local multiplier)\b/,
  /** Words that put a question on the tenants' table. */
  enabled:
    /\b(enabled?|enables|enabling|tenants?|renters|table 1|table one|through tenants|per anchor|by anchor|each anchor)\b/,
  method: /\b(method|calculated|worked out|work out|estimated|calculation|confidence|reliable|confident)\b/,
} as const;
