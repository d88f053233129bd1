import type { Source } from '../explain/explained.ts';

const report = 'Keep it Local for Economic Resilience (Locality, 2017), Appendix 2 (NEF Consulting)';

/** Where the rules of the enabled contribution come from. */
export const enabledSources = {
  method: { title: report, place: 'Methodological Approach', verified: true },
  confidence: { title: report, place: 'Methodological Approach, colour code, and Table 1', verified: true },
  rounding: { title: report, place: 'Findings, below Table 1', verified: true },
  table1: { title: report, place: 'Table 1', verified: true },
  adopted: {
    title: 'Local Pound: enabled contribution',
    place: 'docs/method/enabled-contribution.md',
    verified: true,
  },
} as const satisfies Record<string, Source>;
