import { given } from '../explain/explained.ts';
import type { Ratio } from './ratios.ts';
import { enabledSources } from './sources.ts';

/**
 * GVA per worker that three rows of the published Table 1 have in common, GBP: 3, 4.5 and 10 times
 * 52,691 give 158,073, 237,110 and 526,910. The report does not state it; we found it in the rows.
 * In the mode "as published in 2017" it stands for tenants whose industry is not known.
 */
export const legacyGvaPerWorker: Ratio = {
  node: given(
    {
      id: 'gvaPerWorker2017',
      label: 'GVA per worker that three rows of Table 1 have in common',
      unit: 'GBP',
      formula: 'found in the published rows, not stated by the report',
      assumptions: [
        {
          id: 'gvaPerWorker2017',
          text: 'Unverified: a worker of unknown industry stands for £52,691 of GVA.',
          because: 'Three published rows are 3, 4.5 and 10 times this number. The report does not name it.',
          effect: 'GVA of tenants without turnover and without a SIC code moves in step with it.',
          source: { ...enabledSources.table1, verified: false },
        },
      ],
      sources: [{ ...enabledSources.table1, verified: false }],
    },
    52_691,
  ),
  year: 'table of 2017',
  verified: false,
};
