import type { Placing } from '../../area/placing.ts';
import type { Spend, SpendSum } from '../../ledger/spend.ts';
import { formatCount, formatGbp, formatShare, formatWholeGbp } from '../../units/format.ts';
import { escapeXml, tenthPixel } from '../svg.ts';
import { placingWords } from './words.ts';

const width = 760;
const left = 16;
const barLeft = 252;
const barWidth = width - barLeft - left;
const rowHeight = 30;
const barHeight = 20;
const mostCategories = 10;

/** Told apart by letter and pattern: colour is never alone. */
const looks: Readonly<Record<Placing, { letter: string; fill: string; text: string; dash: string }>> = {
  local: { letter: 'L', fill: '#0b4f4a', text: '#ffffff', dash: '' },
  notLocal: { letter: 'N', fill: '#f1efe8', text: '#1c1c1c', dash: '' },
  cannotTell: { letter: '?', fill: '#ffffff', text: '#1c1c1c', dash: ' stroke-dasharray="4 3"' },
};
const placings = ['local', 'notLocal', 'cannotTell'] as const;

interface Bar {
  readonly label: string;
  readonly sum: SpendSum;
}

/**
 * The chart of spend exports as an SVG of its own: where the money went in all, by month and in the
 * largest categories, each bar parted into local, not local and cannot tell. It can be read without
 * colour.
 */
export function ledgerChart(spend: Spend, title: string): string {
  const blocks: readonly { heading: string; bars: readonly Bar[] }[] = [
    { heading: 'In all', bars: [{ label: 'Total', sum: spend.total }] },
    {
      heading: 'By month',
      bars:
        spend.byMonth.length > 1
          ? spend.byMonth.map((sum) => ({ label: sum.month ?? '(no date)', sum }))
          : [],
    },
    {
      heading: `Largest categories${spend.byCategory.length > mostCategories ? `, ${mostCategories} of ${formatCount(spend.byCategory.length)}` : ''}`,
      bars: spend.byCategory
        .filter(({ pence }) => pence > 0)
        .slice(0, mostCategories)
        .map((sum) => ({ label: sum.category ?? '(no category)', sum })),
    },
  ];
  const isPlaced = spend.total.local !== 0 || spend.total.notLocal !== 0;
  let y = 96;
  const parts: string[] = [];
  for (const { heading, bars } of blocks) {
    if (bars.length === 0) continue;
    parts.push(
      `<text x="${left}" y="${y}" font-size="15" font-weight="600" fill="#1c1c1c">${escapeXml(heading)}</text>`,
    );
    y += 12;
    const longest = Math.max(...bars.map(({ sum }) => positive(sum)));
    for (const bar of bars) {
      parts.push(row(bar, y, longest, isPlaced));
      y += rowHeight;
    }
    y += 24;
  }
  const height = y + 4;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="ledger-title ledger-desc" font-family="'Open Sans', 'Segoe UI', sans-serif">`,
    `<title id="ledger-title">${escapeXml(title)}</title>`,
    `<desc id="ledger-desc">${escapeXml(blocks.flatMap(({ bars }) => bars.map(inWords)).join(' '))}</desc>`,
    `<rect width="${width}" height="${height}" fill="#ffffff"/>`,
    `<text x="${left}" y="32" font-size="20" font-weight="600" fill="#0b4f4a">${escapeXml(cut(title, 66))}</text>`,
    key(54),
    ...parts,
    `<text x="${left}" y="${y - 10}" font-size="12" fill="#505050">Credits are taken off. Local is what is known to be local. In each block the longest bar is the largest sum.</text>`,
    '</svg>',
  ].join('\n');
}

const positive = (sum: SpendSum): number =>
  placings.reduce((total, placing) => total + Math.max(0, sum[placing]), 0);

function row({ label, sum }: Bar, y: number, longest: number, isPlaced: boolean): string {
  let x = barLeft;
  const bars = placings.flatMap((placing) => {
    const pence = Math.max(0, sum[placing]);
    if (pence === 0 || longest === 0) return [];
    const { fill, text, dash, letter } = looks[placing];
    const length = (pence / longest) * (barWidth - amountRoom);
    const bar = `<rect x="${tenthPixel(x)}" y="${y}" width="${tenthPixel(length)}" height="${barHeight}" fill="${fill}" stroke="#5a5a5a" stroke-width="1"${dash}/>`;
    const sign =
      length < 14
        ? ''
        : `<text x="${tenthPixel(x + length / 2)}" y="${y + 15}" font-size="12" font-weight="600" text-anchor="middle" fill="${text}">${letter}</text>`;
    x += length;
    return [bar, sign];
  });
  return [
    `<text x="${left}" y="${y + 15}" font-size="13" fill="#1c1c1c">${escapeXml(cut(label, 32))}</text>`,
    ...bars,
    `<text x="${tenthPixel(x + 6)}" y="${y + 15}" font-size="12" fill="#1c1c1c">${escapeXml(isPlaced ? `${formatWholeGbp(sum.pence / 100)}, ${localShare(sum)} local` : formatWholeGbp(sum.pence / 100))}</text>`,
  ]
    .filter(Boolean)
    .join('\n');
}

/** To a tenth of a percent: a bar is not read finer. */
const localShare = ({ local, pence }: SpendSum): string =>
  formatShare(pence > 0 ? Math.round((local / pence) * 1000) / 1000 : 0);

/** Behind the longest bar its amount has to find room. */
const amountRoom = 168;

const key = (y: number): string =>
  placings
    .map((placing, index) => {
      const { fill, dash, letter, text } = looks[placing];
      const x = left + index * 150;
      return `<rect x="${x}" y="${y}" width="22" height="16" fill="${fill}" stroke="#5a5a5a"${dash}/><text x="${x + 11}" y="${y + 13}" font-size="12" font-weight="600" text-anchor="middle" fill="${text}">${letter}</text><text x="${x + 30}" y="${y + 13}" font-size="13" fill="#1c1c1c">${placingWords[placing]}</text>`;
    })
    .join('\n');

const inWords = ({ label, sum }: Bar): string =>
  `${label} ${formatGbp(sum.pence / 100)}: local ${formatGbp(sum.local / 100)}, not local ${formatGbp(sum.notLocal / 100)}, cannot tell ${formatGbp(sum.cannotTell / 100)}.`;

const cut = (text: string, most: number): string =>
  text.length > most ? `${text.slice(0, most - 1)}…` : text;
