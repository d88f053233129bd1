import type { AssessmentInput } from '../../framework/assessment/assessment.ts';

/** A fictional council that looks at a fictional place. */
export const assessmentSample: AssessmentInput = {
  organisation: 'Exampleshire Council (fictional)',
  kind: 'council',
  area: 'Exampleton (fictional)',
  date: '2026-03-31',
  views: [
    {
      characteristic: 1,
      stage: 3,
      evidence: 'Invented: 41% of our spend in Exampleton goes to local suppliers.',
      strength: 'Small works are quoted for locally.',
      gap: 'Large contracts go to firms from elsewhere.',
      nextStep: 'Look at three contracts that end next year with the community organisations.',
    },
    {
      characteristic: 2,
      stage: 4,
      evidence: 'Invented: 62 start-ups were helped.',
      strength: 'Enterprise coaching.',
      gap: 'Few living wage employers.',
      nextStep: 'Ask the ten largest employers.',
    },
    {
      characteristic: 3,
      stage: 2,
      evidence: 'Invented: one credit union with 310 members.',
      gap: 'The last bank branch has closed.',
      nextStep: 'Offer the credit union a counter in the library.',
    },
    {
      characteristic: 4,
      stage: 3,
      evidence: 'Invented: four buildings are owned by the community.',
      strength: 'A policy on asset transfer.',
      gap: 'Repairs are not paid for.',
      nextStep: 'List what stands empty.',
    },
    {
      characteristic: 5,
      stage: 4,
      evidence: 'Invented: 38% voted in the last local election.',
      strength: 'A neighbourhood forum.',
      gap: 'Young people do not come.',
      nextStep: 'Hold one meeting in the youth centre.',
    },
    { characteristic: 6, stage: 2, strength: 'The park is well kept.', gap: 'We do not measure carbon.' },
    { characteristic: 7, stage: null, gap: 'We have no figures below the district.' },
  ],
  socialValue: { policy: 'mentioned', applied: 'threshold', weight: 'theory' },
};
