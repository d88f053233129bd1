import type { AnchorResult, Confidence, EnabledResult } from '../../enabled/result.ts';
import { formatWholeFte, formatWholeGbp } from '../../units/format.ts';
import { exactSum } from '../../units/sum.ts';
import { escapeXml, tenthPixel } from '../svg.ts';

type Bar = Pick<AnchorResult, 'name' | 'fte' | 'gvaGbp' | 'confidence'>;

const width = 760;
const left = 16;
const barLeft = 300;
const longestBar = 300;
const barHeight = 16;
const rowHeight = 56;
const most = 24;

/** The colours of the published table, and one of ours; the words beside them say the same. */
const looks: Record<Confidence, { readonly fill: string; readonly dash: string; readonly word: string }> = {
  high: { fill: '#12436d', dash: '', word: 'high confidence' },
  moderate: { fill: '#8fbde8', dash: '', word: 'moderate confidence' },
  low: { fill: '#f3d18a', dash: ' stroke-dasharray="4 3"', word: 'low confidence' },
  unknown: { fill: '#ffffff', dash: ' stroke-dasharray="2 2"', word: 'not known' },
};

/**
 * Enabled employment and GVA by anchor as an SVG of its own: two bars for each anchor, each figure and
 * its confidence in words beside them. Reading it needs no colour.
 */
export function enabledChart(result: EnabledResult): string {
  const bars = barsOf(result);
  const scale = {
    fte: Math.max(...bars.map(({ fte }) => fte), 1e-9),
    gva: Math.max(...bars.map(({ gvaGbp }) => gvaGbp), 1e-9),
  };
  const { headline } = result;
  const title = `Tenants: ${headline.fte} FTE and ${headline.gva} of GVA a year`;
  const height = 78 + bars.length * rowHeight + 44;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="enabled-title enabled-desc" font-family="'Open Sans', 'Segoe UI', sans-serif">`,
    `<title id="enabled-title">${escapeXml(title)}</title>`,
    `<desc id="enabled-desc">${escapeXml(description(bars))}</desc>`,
    `<rect width="${width}" height="${height}" fill="#ffffff"/>`,
    `<text x="${left}" y="32" font-size="20" font-weight="600" fill="#0b4f4a">${escapeXml(title)}</text>`,
    `<text x="${left}" y="54" font-size="12.5" fill="#505050">By community anchor. The activity of tenants, not of the landlord; gross.${result.asPublished2017 ? ' Mode as published in 2017: turnover entered as GVA.' : ''}</text>`,
    ...bars.map((bar, index) => barRow(bar, 78 + index * rowHeight, scale)),
    `<text x="${left}" y="${height - 16}" font-size="12" fill="#505050">Rows may not add up because of rounding, and because a tenant of several anchors counts once in the total.</text>`,
    '</svg>',
  ].join('\n');
}

/** The largest anchors, and the rest as one bar. */
function barsOf({ anchors }: EnabledResult): readonly Bar[] {
  const sorted = [...anchors].sort((a, b) => b.gvaGbp - a.gvaGbp || b.fte - a.fte);
  if (sorted.length <= most) return sorted;
  const rest = sorted.slice(most - 1);
  return [
    ...sorted.slice(0, most - 1),
    {
      name: `${rest.length} other anchors`,
      fte: exactSum(rest.map(({ fte }) => fte)),
      gvaGbp: exactSum(rest.map(({ gvaGbp }) => gvaGbp)),
      confidence: rest.every(({ confidence }) => confidence === 'high')
        ? 'high'
        : rest.some(({ confidence }) => confidence === 'low')
          ? 'low'
          : 'moderate',
    },
  ];
}

function barRow(
  { name, fte, gvaGbp, confidence }: Bar,
  top: number,
  scale: { fte: number; gva: number },
): string {
  const { word } = looks[confidence];
  return [
    `<text x="${left}" y="${top + 13}" font-size="13.5" font-weight="600" fill="#1c1c1c">${escapeXml(shortened(name))}</text>`,
    `<text x="${left}" y="${top + 31}" font-size="12" fill="#505050">${word}</text>`,
    bar(fte / scale.fte, top, confidence, `${formatWholeFte(fte)} FTE`),
    bar(gvaGbp / scale.gva, top + barHeight + 4, confidence, formatWholeGbp(gvaGbp)),
  ].join('\n');
}

function bar(share: number, top: number, confidence: Confidence, text: string): string {
  const { fill, dash } = looks[confidence];
  const length = Math.max(1, share * longestBar);
  return [
    `<rect x="${barLeft}" y="${top}" width="${tenthPixel(length)}" height="${barHeight}" fill="${fill}" stroke="#404040" stroke-width="1"${dash}/>`,
    `<text x="${tenthPixel(barLeft + length + 8)}" y="${top + 13}" font-size="13" fill="#1c1c1c">${escapeXml(text)}</text>`,
  ].join('\n');
}

const shortened = (name: string): string => (name.length > 36 ? `${name.slice(0, 34)}…` : name);

/** The chart in words, for people who do not see it. */
function description(bars: readonly Bar[]): string {
  return bars
    .map(
      ({ name, fte, gvaGbp, confidence }) =>
        `${name}: ${formatWholeFte(fte)} FTE and ${formatWholeGbp(gvaGbp)}, ${looks[confidence].word}.`,
    )
    .join(' ');
}
