import { formatCount, formatGbp, formatRatio, formatShare, type Lm3Result } from '../../../core/index.ts';
import { dataTable } from '../data-table.ts';
import { element } from '../element.ts';
import { icon } from '../icons.ts';
import { type Section, section } from '../section.ts';
import { rangeStrip } from './range-strip.ts';
import { ratingBadge } from './rating-badge.ts';
import { tile } from './tile.ts';
import { workingsLink } from './workings.ts';

/** How sure the figure is: answers, interval or why there is none, bounds, and the rating part by part. */
export function certainty(result: Lm3Result, announce: (text: string) => void): Section {
  return section(
    'certainty',
    'How sure is this figure?',
    rangeStrip(result),
    element(
      'div',
      { class: 'tiles' },
      tile('Supplier value that answered', formatShare(result.responseRate), answersInWords(result), [
        workingsLink('responseRate', 'the response rate'),
      ]),
      intervalTile(result),
      tile(
        'Bounds',
        `${formatRatio(result.bounds.low)} to ${formatRatio(result.bounds.high)}`,
        'Certain, whatever the suppliers who did not answer are like.',
        [workingsLink('boundsLow', 'the lower bound'), workingsLink('boundsHigh', 'the upper bound')],
      ),
      ...halfWidthTile(result),
      ...largestSilentTile(result),
    ),
    element('h3', { class: 'confidence' }, 'Confidence: ', ratingBadge(result.rating)),
    element('p', {}, ratingWords(result)),
    ratingTable(result, announce),
  );
}

function ratingWords({ ratingParts, rating, reportableByLm3Online }: Lm3Result): string {
  const met = ratingParts.filter((part) => part.met).length;
  const online =
    rating === 'amber' && reportableByLm3Online ? ' LM3 Online’s own rule would call it reportable.' : '';
  const all = formatCount(ratingParts.length);
  return met === ratingParts.length
    ? `All ${all} tests for green are met.`
    : `${formatCount(met)} of the ${all} tests for green are met.${online}`;
}

function answersInWords({ answers }: Lm3Result): string {
  if (answers.of === 0) return 'There is no supplier spend, so none needed to answer.';
  return `${formatCount(answers.count)} of ${formatCount(answers.of)} suppliers.`;
}

function intervalTile(result: Lm3Result): HTMLElement {
  const { interval, intervalReason = '' } = result;
  if (interval === null) return tile('Interval', 'None', intervalReason);
  if (interval.method === 'complete') {
    return tile(
      'Interval',
      'Not needed',
      'No supplier that counts is silent, so there is nothing to estimate.',
    );
  }
  return tile(
    `Interval (${formatShare(interval.level)})`,
    `${formatRatio(interval.low)} to ${formatRatio(interval.high)}`,
    'If suppliers who did not answer are like those who did.',
    [workingsLink('intervalLow', 'the low end'), workingsLink('intervalHigh', 'the high end')],
  );
}

function halfWidthTile({ halfWidth, interval }: Lm3Result): HTMLElement[] {
  if (halfWidth === null || interval?.method !== 'prediction') return [];
  return [
    tile(
      'Half-width of the interval',
      `± ${formatRatio(halfWidth)}`,
      'In LM3, before the interval is cut at the bounds.',
    ),
  ];
}

function largestSilentTile({ largestSilent }: Lm3Result): HTMLElement[] {
  if (largestSilent === null) return [];
  const { name, spend, local, shareOfRound1 } = largestSilent;
  return [
    tile(
      'Largest silent supplier',
      `${formatShare(shareOfRound1)} of round 1`,
      `${name}: ${formatGbp(spend)}, ${local ? 'local' : 'not local'}.`,
    ),
  ];
}

const ratingTable = ({ ratingParts }: Lm3Result, announce: (text: string) => void): HTMLElement =>
  dataTable({
    caption: 'Tests of confidence',
    rows: ratingParts,
    announce,
    columns: [
      { heading: 'Test', cell: ({ name }) => name, kind: 'heading' },
      { heading: 'Found', cell: ({ found }) => found },
      { heading: 'Green needs', cell: ({ needed }) => needed },
      {
        heading: 'Met',
        cell: ({ met }) =>
          element(
            'span',
            { class: met ? 'met' : 'not-met' },
            icon(met ? 'tick' : 'cross'),
            met ? ' Yes' : ' No',
          ),
      },
    ],
  });
