import { formatCount, formatFte, formatWholeFte, formatWholeGbp } from '../units/format.ts';
import { confidenceWords } from './method-words.ts';
import type { EnabledResult } from './result.ts';

/** The result in sentences that every face shows, so that no figure is told without what it is. */
export interface EnabledSummary {
  readonly headline: string;
  readonly sentences: readonly string[];
}

/** Puts a result into words. Rounded as the published report asks; the full figures stand beside it. */
export function enabledSummary(result: EnabledResult): EnabledSummary {
  const { headline, totals, year, asPublished2017 } = result;
  return {
    headline: `Tenants have ${headline.fte} full-time equivalent jobs and ${headline.gva} of GVA a year${year === undefined ? '' : `, ${year}`}`,
    sentences: [
      'This is the activity of tenants, not of their landlord. It is gross, and is never to be added to the landlord’s own jobs and GVA, or to LM3.',
      ...(asPublished2017
        ? [
            'Mode "as published in 2017": turnover is entered as GVA, which overstates GVA. For comparison with the report only.',
          ]
        : []),
      counted(result),
      `Before rounding: ${formatFte(totals.fte)} FTE and ${formatWholeGbp(totals.gvaGbp)}. Rows may not add up because of rounding.`,
      range(result),
      ...(result.referenceData === undefined ? [] : [result.referenceData]),
      `Confidence in all: ${confidenceWords[totals.confidence].toLowerCase()}.`,
    ],
  };
}

function counted({ anchors, totals }: EnabledResult): string {
  const missing =
    totals.notCounted === 0
      ? ''
      : ` For ${formatCount(totals.notCounted)} of them neither figure can be worked out; they are listed and not counted.`;
  return `${formatCount(totals.tenants)} ${totals.tenants === 1 ? 'tenant' : 'tenants'} at ${formatCount(anchors.length)} ${anchors.length === 1 ? 'anchor' : 'anchors'}.${missing}`;
}

function range({ totals }: EnabledResult): string {
  if (totals.fteLow === totals.fteHigh && totals.gvaLow === totals.gvaHigh) {
    return 'No figure rests on a density that the guide gives as a range.';
  }
  return `With densities at the ends of their ranges: ${formatWholeFte(totals.fteLow)} to ${formatWholeFte(totals.fteHigh)} FTE and ${formatWholeGbp(totals.gvaLow)} to ${formatWholeGbp(totals.gvaHigh)}. This is not a margin of error.`;
}
