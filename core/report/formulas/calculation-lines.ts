import type { Lm3Project } from '../../lm3/project.ts';
import type { Lm3Result } from '../../lm3/result.ts';
import { methodWords } from '../../lm3/setting-words.ts';
import type { SupplierTally } from '../../lm3/strata.ts';
import { projectAnswer } from '../input-sheets.ts';
import { type CalculationLine, line } from './calculation-line.ts';
import { intervalLines } from './interval-lines.ts';
import { resultLines } from './result-lines.ts';
import { spendLines } from './spend-lines.ts';
import { stratumLines } from './stratum-lines.ts';

/** The lines of the report, results first in meaning, last in order: each uses only lines of this list. */
export function calculationLines(
  project: Lm3Project,
  result: Lm3Result,
  tally: SupplierTally,
): CalculationLine[] {
  const chain = project.method === 'chain' ? 1 : 0;
  return [
    ...resultLines(result),
    line(
      'Is_Chain',
      'Chain method',
      `IF(${projectAnswer('method')}="${methodWords.chain}",1,0)`,
      chain,
      'count',
      '1 if the chain method is chosen on the Project sheet',
    ),
    ...spendLines(project, tally),
    ...stratumLines('Local', project, tally),
    ...stratumLines('NonLocal', project, tally),
    ...intervalLines(project, tally),
  ];
}
