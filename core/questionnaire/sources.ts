import type { Source } from '../explain/explained.ts';

/** Where the rules of the supplier survey are written down. */
export const surveySources = {
  method: {
    title: 'Local Pound, method of the supplier survey (docs/method/survey.md)',
    place: 'How the share is worked out',
    verified: true,
  },
} as const satisfies Record<string, Source>;
