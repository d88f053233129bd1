import * as z from 'zod';
import { formatValue } from '../../core/index.ts';
import type { FileFigures } from '../files/file-answer.ts';
import { monthsOf } from '../files/months.ts';

const unit = z.enum(['GBP', 'share', 'ratio', 'count', 'FTE']);

/** What is kept of a run. */
export const runFiguresSchema = z.object({
  /** SHA-256 of the file, to tell the same file from a changed one. */
  sha256: z.string(),
  /** What has to be alike for a comparison of like with like, such as the area. */
  basis: z.array(z.object({ what: z.string(), value: z.string() })),
  figures: z.array(z.object({ what: z.string(), value: z.number(), unit })),
});
export type RunFigures = z.output<typeof runFiguresSchema>;

/** The figures of a result that are worth holding against those of the run before. */
export function figuresOf(answer: FileFigures): RunFigures {
  const { sha256 } = answer;
  switch (answer.kind) {
    case 'lm3': {
      const { area, period, method, lm3, round1, responseRate } = answer.result;
      return {
        sha256,
        basis: [
          { what: 'area', value: area ?? 'not stated' },
          { what: 'period', value: period ?? 'not stated' },
          { what: 'method', value: method === 'chain' ? 'chain' : 'all recipients' },
        ],
        figures: [
          { what: 'LM3', value: lm3, unit: 'ratio' },
          { what: 'Round 1', value: round1, unit: 'GBP' },
          { what: 'Response rate', value: responseRate, unit: 'share' },
        ],
      };
    }
    case 'tenants': {
      const { year, totals } = answer;
      return {
        sha256,
        basis: [{ what: 'year', value: year ?? 'not stated' }],
        figures: [
          { what: 'Jobs', value: totals.fte, unit: 'FTE' },
          { what: 'GVA', value: totals.gvaGbp, unit: 'GBP' },
          { what: 'Tenants', value: totals.tenants, unit: 'count' },
        ],
      };
    }
    case 'spend': {
      const { area, total, byMonth, first } = answer;
      return {
        sha256,
        basis: [
          { what: 'area', value: area ?? 'not chosen' },
          { what: 'months', value: monthsOf(byMonth) ?? 'not told' },
        ],
        figures: [
          { what: 'Local share', value: total.pence > 0 ? total.local / total.pence : 0, unit: 'share' },
          { what: 'Paid', value: total.pence / 100, unit: 'GBP' },
          ...(first === undefined
            ? []
            : [{ what: 'LM3, at least', value: first.lm3, unit: 'ratio' as const }]),
        ],
      };
    }
  }
}

/**
 * A run beside the one before, in sentences; none where the same file gives the same figures.
 *
 * @param on the day of the run before, as people read it
 */
export function sinceThen(before: RunFigures, now: RunFigures, on: string): string[] {
  const changes = now.figures.flatMap(({ what, value, unit: inUnit }) => {
    const then = before.figures.find((figure) => figure.what === what);
    if (then === undefined) return [];
    const [was, is] = [then.value, value].map((each) => formatValue(tidy(each, inUnit), inUnit));
    return was === is ? [] : [`${what} was ${was} and is ${is}`];
  });
  const others = now.basis.flatMap(({ what, value }) => {
    const then = before.basis.find((basis) => basis.what === what);
    return then === undefined || then.value === value ? [] : [`${what} was ${then.value} and is ${value}`];
  });
  const same = before.sha256 === now.sha256;
  if (changes.length === 0 && others.length === 0) {
    return same ? [] : [`Since the last run here, on ${on}: the file has changed, these figures have not.`];
  }
  const told = changes.length === 0 ? 'the figures are the same' : changes.join('; ');
  return [
    `Since the last run here, on ${on}: ${told}.${same ? ' The file is the same.' : ''}`,
    ...(others.length === 0 ? [] : [`That is not like with like: ${others.join('; ')}.`]),
  ];
}

/** A share to a tenth of a percent: finer is not a change. */
const tidy = (value: number, inUnit: z.output<typeof unit>): number =>
  inUnit === 'share' ? Math.round(value * 1000) / 1000 : value;
