import type { Lm3Result } from '../lm3/result.ts';
import { formatGbp, formatRatio, formatShare } from '../units/format.ts';
import { escapeXml, tenthPixel } from './svg.ts';

/** A part of one round, per pound of round 1. */
export interface PoundSlice {
  /** Marks the part in the chart and its key, so that colour is never alone. */
  readonly letter: string;
  readonly label: string;
  /** GBP per pound of round 1. */
  readonly perPound: number;
  readonly stays: boolean;
}

export interface PoundRound {
  readonly label: string;
  /** GBP per pound of round 1 that counts in this round. */
  readonly perPound: number;
  readonly slices: readonly PoundSlice[];
}

/** Where each pound of round 1 goes, round by round: the figures behind the chart. */
export function poundRounds(result: Lm3Result): PoundRound[] {
  const { round1, round2, round3, round2Parts, round3Parts } = result;
  const slice = (letter: string, label: string, amount: number, stays = true): PoundSlice => ({
    letter,
    label,
    perPound: amount / round1,
    stays,
  });
  const rounds: PoundRound[] = [
    { label: 'Round 1: comes in', perPound: 1, slices: [slice('A', 'Spent by the organisation', round1)] },
    {
      label: 'Round 2: spent locally',
      perPound: round2 / round1,
      slices: [
        slice('B', 'Local staff', round2Parts.localStaff),
        slice('C', 'Local suppliers', round2Parts.localSuppliers),
        slice('D', 'Other costs kept local', round2Parts.localOtherCosts),
        slice('E', 'Leaves the area', round1 - round2, false),
      ],
    },
    {
      label: 'Round 3: re-spent locally',
      perPound: round3 / round1,
      slices: [
        slice('F', 'By local staff', round3Parts.localStaff),
        slice('G', 'By local suppliers', round3Parts.localSuppliers),
        slice('H', 'By non-local staff', round3Parts.nonLocalStaff),
        slice('I', 'By non-local suppliers', round3Parts.nonLocalSuppliers),
        slice('J', 'Not re-spent in the area', round1 - round3, false),
      ],
    },
  ];
  return rounds.map((round) => ({ ...round, slices: round.slices.filter((part) => part.perPound > 0) }));
}

const colours: Record<string, { fill: string; text: string }> = {
  A: { fill: '#0b4f4a', text: '#ffffff' },
  B: { fill: '#0b4f4a', text: '#ffffff' },
  C: { fill: '#2b7a70', text: '#ffffff' },
  D: { fill: '#9cc9c1', text: '#0b2f2c' },
  E: { fill: '#f1efe8', text: '#404040' },
  F: { fill: '#0b4f4a', text: '#ffffff' },
  G: { fill: '#2b7a70', text: '#ffffff' },
  H: { fill: '#d9ab3a', text: '#2b2000' },
  I: { fill: '#eed9a2', text: '#2b2000' },
  J: { fill: '#f1efe8', text: '#404040' },
};

const width = 760;
const left = 16;
const barWidth = width - 2 * left;
const barHeight = 40;
const keyLine = 22;

/**
 * The chart of where each pound goes, as an SVG of its own: one bar for each round on one scale,
 * with a key that names every part and its pence. Reading it needs no colour.
 */
export function poundChart(result: Lm3Result): string {
  const under = textLines(restsOn(result));
  let y = 58 + under.length * underLine;
  const bars = poundRounds(result).map((round) => {
    const { svg, height } = roundBar(round, y);
    y += height;
    return svg;
  });
  const title = `Where each £1.00 goes: LM3 ${formatRatio(result.lm3)}`;
  const height = y + 18;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="pound-title pound-desc" font-family="'Open Sans', 'Segoe UI', sans-serif">`,
    `<title id="pound-title">${escapeXml(title)}</title>`,
    `<desc id="pound-desc">${escapeXml(`${restsOn(result)} ${description(result)}`)}</desc>`,
    `<rect width="${width}" height="${height}" fill="#ffffff"/>`,
    `<text x="${left}" y="32" font-size="20" font-weight="600" fill="#0b4f4a">${escapeXml(title)}</text>`,
    ...under.map(
      (line, index) =>
        `<text x="${left}" y="${54 + index * underLine}" font-size="13" fill="#404040">${escapeXml(line)}</text>`,
    ),
    ...bars,
    `<text x="${left}" y="${y + 4}" font-size="12" fill="#505050">Each bar is £1.00 of round 1. Parts may not add up because of rounding.</text>`,
    '</svg>',
  ].join('\n');
}

/** What no LM3 is told without: where, when, how much of it answered, and its bounds. */
function restsOn({ area, period, responseRate, answers, bounds }: Lm3Result): string {
  const answered =
    answers.of === 0 ? 'No supplier spend.' : `${formatShare(responseRate)} of supplier value answered.`;
  return `${area ?? 'Area not stated'}, ${period ?? 'period not stated'}. ${answered} Bounds ${formatRatio(bounds.low)} to ${formatRatio(bounds.high)}.`;
}

const underLine = 18;
const longestLine = 100;

/** A sentence in lines that fit the chart; a word longer than a line is cut. */
function textLines(text: string): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ').flatMap((part) => part.match(/.{1,100}/gu) ?? [])) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= longestLine) {
      lines[lines.length - 1] = `${last} ${word}`;
    } else lines.push(word);
  }
  return lines;
}

/** The chart in one sentence a round, for people who do not see it. */
function description(result: Lm3Result): string {
  return poundRounds(result)
    .map((round) => {
      const parts = round.slices.map((part) => `${part.label.toLowerCase()} ${formatGbp(part.perPound)}`);
      return `${round.label} ${formatGbp(round.perPound)} (${parts.join(', ')}).`;
    })
    .join(' ');
}

function roundBar(round: PoundRound, top: number): { svg: string; height: number } {
  const barTop = top + 26;
  let x = left;
  const placed = round.slices.map((slice): Segment => {
    const segmentWidth = slice.perPound * barWidth;
    x += segmentWidth;
    return { slice, x: x - segmentWidth, width: segmentWidth };
  });
  const below = lettersBelow(placed, barTop + barHeight + 14);
  const keyTop = barTop + barHeight + (below.length > 0 ? 38 : 20);
  const key = round.slices.map((part, index) => keyEntry(part, index, keyTop));
  const keyRows = Math.ceil(round.slices.length / 3);
  const heading = `<text x="${left}" y="${top + 16}" font-size="15" font-weight="600" fill="#1c1c1c">${escapeXml(round.label)}: ${formatGbp(round.perPound)}</text>`;
  return {
    svg: [heading, ...placed.map((segment) => segmentBar(segment, barTop)), ...below, ...key].join('\n'),
    height: keyTop - top - 10 + keyRows * keyLine + 18,
  };
}

interface Segment {
  readonly slice: PoundSlice;
  readonly x: number;
  readonly width: number;
}

/** Narrower parts have their letter below the bar. */
const widthForLetter = 16;

function segmentBar({ slice, x, width: segmentWidth }: Segment, y: number): string {
  const { fill, text } = colourOf(slice.letter);
  const dash = slice.stays ? '' : ' stroke-dasharray="4 3"';
  const bar = `<rect x="${tenthPixel(x)}" y="${y}" width="${tenthPixel(segmentWidth)}" height="${barHeight}" fill="${fill}" stroke="#5a5a5a" stroke-width="1"${dash}/>`;
  if (segmentWidth < widthForLetter) return bar;
  return `${bar}\n<text x="${tenthPixel(x + segmentWidth / 2)}" y="${y + barHeight / 2 + 5}" font-size="14" font-weight="600" text-anchor="middle" fill="${text}">${slice.letter}</text>`;
}

/** Letters of narrow parts, side by side even where the parts are closer than letters are wide. */
function lettersBelow(placed: readonly Segment[], y: number): string[] {
  const narrow = placed.filter((segment) => segment.width < widthForLetter);
  let free = left;
  const middles = narrow.map(({ x, width: segmentWidth }) => {
    const middle = Math.max(x + segmentWidth / 2, free);
    free = middle + letterSpace;
    return middle;
  });
  // At the right edge they move to the left instead.
  return narrow.map(({ slice }, index) => {
    const most = width - left - letterSpace * (narrow.length - 1 - index);
    const middle = Math.min(middles[index] ?? most, most);
    return `<text x="${tenthPixel(middle)}" y="${y}" font-size="12" font-weight="600" text-anchor="middle" fill="#1c1c1c">${slice.letter}</text>`;
  });
}

const letterSpace = 12;

function keyEntry({ letter, label, perPound }: PoundSlice, index: number, top: number): string {
  const x = left + (index % 3) * (barWidth / 3);
  const y = top + Math.floor(index / 3) * keyLine;
  return `<text x="${tenthPixel(x)}" y="${y}" font-size="13.5" fill="#1c1c1c"><tspan font-weight="600">${letter}</tspan> ${escapeXml(label)} ${formatGbp(perPound)}</text>`;
}

const colourOf = (letter: string) => colours[letter] ?? { fill: '#ffffff', text: '#1c1c1c' };
