import type { Source } from '../explain/explained.ts';

const keepItLocal = 'Powerful Communities, Strong Economies: the Keep it Local report (Locality, 2017)';

/** Where the rules of the LM3 calculation come from. */
export const lm3Sources = {
  formula: {
    title: keepItLocal,
    place: 'Appendix 1, Results: Total and LM3',
    verified: true,
  },
  round1: {
    title: keepItLocal,
    place: 'Appendix 1, Step 3 and Results: Gross project income',
    verified: true,
  },
  round2: { title: keepItLocal, place: 'Appendix 1, Results: Project expenditure', verified: true },
  round3: { title: keepItLocal, place: 'Appendix 1, Results: Money re-spent locally', verified: true },
  proxies: { title: keepItLocal, place: 'Appendix 1, Step 3: personnel expenditure', verified: true },
  otherDirectCosts: { title: keepItLocal, place: 'Appendix 1, Step 3: other direct costs', verified: true },
  confidence: { title: keepItLocal, place: 'Appendix 1, Results: confidence rating', verified: true },
  adopted: { title: 'Local Pound: LM3 method', place: 'docs/method/lm3.md', verified: true },
  bounds: {
    title: 'Horowitz and Manski (1998), worst-case bounds under non-response',
    place: 'read in summary; applied in docs/method/lm3.md, Bounds',
    verified: false,
  },
  interval: {
    title:
      'Local Pound: prediction interval for silent suppliers, from the prediction approach of Brewer (1963)',
    place: 'docs/method/lm3.md, Interval',
    verified: true,
  },
} as const satisfies Record<string, Source>;
