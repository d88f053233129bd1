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
  staffSurvey: {
    title: 'plm_averaging_surveys.xls, Plugging the Leaks (pluggingtheleaks.org)',
    place: 'sheet of the staff survey: items, and the mean of five answers or more',
    verified: true,
  },
  otherDirectCosts: { title: keepItLocal, place: 'Appendix 1, Step 3: other direct costs', verified: true },
  confidence: { title: keepItLocal, place: 'Appendix 1, Results: confidence rating', verified: true },
  worth: {
    title: 'Buying local worth 400 per cent more (Sustainable Hackney, on the Northumberland study of 2005)',
    place: 'sustainablehackney.org.uk/page/buying-local-worth-400-more',
    verified: true,
  },
  additionality: {
    title: 'Additionality Guide, 4th edition (Homes and Communities Agency, 2014)',
    place: 'formula of net impact',
    verified: true,
  },
  whatWorks: {
    title: 'What Works Centre for Local Economic Growth: local procurement',
    place: 'whatworksgrowth.org/insights/local-procurement',
    verified: true,
  },
  localMultipliers: {
    title: 'What Works Centre for Local Economic Growth: local multipliers (2019, July 2025)',
    place: 'whatworksgrowth.org',
    verified: true,
  },
  tomsOverlap: {
    title: 'SCAPE and Social Value Portal (2021)',
    place: 'over 1,400 construction projects: targets set apart from local spend',
    verified: true,
  },
  sizeDependence: {
    title: 'Chang, Michigan State University thesis (2001)',
    place: 'population explains 50 to 80% of the variation of multipliers over 114 regions',
    verified: true,
  },
  placeOfWork: {
    title: 'Locality: lessons from Bradford',
    place: 'locality.org.uk/case-studies/lessons-from-bradford: distant head offices need judgement',
    verified: true,
  },
  coverage: {
    title: 'Local Pound: simulation on the supplier sizes of Calderdale and Leeds',
    place: 'docs/method/lm3.md, Does the interval hold?',
    verified: true,
  },
  adopted: { title: 'Local Pound: LM3 method', place: 'docs/method/lm3.md', verified: true },
  bounds: {
    title: 'Horowitz and Manski (1998), worst-case bounds under non-response',
    place: 'read in summary; applied in docs/method/lm3.md, Bounds',
    verified: false,
  },
  planning: {
    title: 'Local Pound: expected half-width of a survey of all of the largest and a random rest',
    place: 'docs/method/lm3.md, Planning the survey',
    verified: true,
  },
  interval: {
    title:
      'Local Pound: prediction interval for silent suppliers, from the prediction approach of Brewer (1963)',
    place: 'docs/method/lm3.md, Interval',
    verified: true,
  },
} as const satisfies Record<string, Source>;
