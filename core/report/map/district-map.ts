import { boundaryData } from '../../area/boundaries.ts';
import { formatCount, formatGbp, formatShare, formatWholeGbp } from '../../units/format.ts';
import { exactSum } from '../../units/sum.ts';
import { escapeXml } from '../svg.ts';
import { classOf, creditClass, fillOf, moneyClasses, patternDefinitions } from './classes.ts';
import {
  type DistrictMoney,
  type RankedDistrict,
  type RankedMoney,
  rankMoney,
  tabled,
} from './money-by-district.ts';
import { areaBox, mapPanel, moneyBox } from './panels.ts';
import type { Box } from './shapes.ts';

const width = 960;
const left = 16;
const inner = width - 2 * left;
/** Districts of the table; they have their number on the map. */
const listed = 16;
const rowHeight = 20;
/** When the money goes this many times further than the area is wide, the area has a close-up. */
const farFlung = 2.5;

/**
 * Where the money goes by district, as an SVG of its own: a map with the local area outlined, a close-up
 * of the area when the money goes far, and a table of the largest. Reading it needs no colour: shades
 * have patterns, and districts have the numbers of the table.
 */
export function districtMap(input: DistrictMoney): string {
  const money = rankMoney(input);
  const numbered = tabled(money, listed);
  const area = areaBox(input.area);
  const all = moneyBox(money, area);
  const closeUp = area && sizeOf(all) > farFlung * sizeOf(area) ? area : undefined;
  const top = 96;
  const mapHeight = 520;
  const wide = closeUp ? 430 : inner - 200;
  const rightX = left + wide + 20;
  const rightWidth = width - left - rightX;
  const closeHeight = 300;
  const panels = [
    mapPanel(money, input.area, {
      panel: { x: left, y: top, width: wide, height: mapHeight },
      box: all,
      spare: 0.06,
      numbered,
      named: closeUp === undefined,
      label: { id: 'all', text: closeUp ? 'All districts with money' : 'Districts with money' },
    }),
    ...(closeUp
      ? [
          mapPanel(money, input.area, {
            panel: { x: rightX, y: top, width: rightWidth, height: closeHeight },
            box: closeUp,
            spare: 0.35,
            numbered,
            named: true,
            label: { id: 'near', text: 'In and round the local area' },
          }),
        ]
      : []),
  ];
  const keyTop = closeUp ? top + closeHeight + 34 : top + 14;
  const tableTop = top + mapHeight + 40;
  const table = tableRows(money, numbered, input.unplaced ?? 0);
  const half = Math.ceil(table.length / 2);
  const footTop = tableTop + half * rowHeight + 22;
  const title = `Where the money goes${input.about === undefined ? '' : `: ${input.about}`}`;
  const summary = summaryOf(money, input);
  const height = footTop + 44;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="map-title map-desc" font-family="'Open Sans', 'Segoe UI', sans-serif">`,
    `<title id="map-title">${escapeXml(title)}</title>`,
    `<desc id="map-desc">${escapeXml(`${summary} ${descriptionOf(numbered)}`)}</desc>`,
    `<defs>${patternDefinitions([creditClass, ...moneyClasses])}</defs>`,
    `<rect width="${width}" height="${height}" fill="#ffffff"/>`,
    text(left, 32, 20, title, { bold: true, fill: '#0b4f4a', most: 78 }),
    text(left, 56, 13, summary, { most: 140 }),
    ...panels,
    key(rightX, keyTop, money, closeUp ? `local area: ${input.area.name}` : 'local area'),
    table.length === 0 ? '' : text(left, tableTop - 6, 13, 'Districts by what they got', { bold: true }),
    ...table.map((row, at) =>
      tableRow(row, left + (at < half ? 0 : inner / 2 + 10), tableTop + 16 + (at % half) * rowHeight),
    ),
    text(
      left,
      footTop,
      11,
      'Money is placed where the supplier has its address. Boundaries are simplified. Shares are of the money placed in a district.',
      { fill: '#505050' },
    ),
    ...attributionLines(footTop + 15),
    '</svg>',
  ].join('\n');
}

const sizeOf = ({ left: west, right: east, top, bottom }: Box): number => Math.max(east - west, bottom - top);

interface TextStyle {
  readonly bold?: true;
  readonly fill?: string;
  readonly end?: true;
  /** Characters that there is room for. */
  readonly most?: number;
}

function text(x: number, y: number, size: number, words: string, style: TextStyle = {}): string {
  const { bold, fill = '#1c1c1c', end, most = 200 } = style;
  const shown = words.length > most ? `${words.slice(0, most - 1)}…` : words;
  return `<text x="${x}" y="${y}" font-size="${size}"${bold ? ' font-weight="600"' : ''}${end ? ' text-anchor="end"' : ''} fill="${fill}">${escapeXml(shown)}</text>`;
}

function summaryOf({ placed, districts }: RankedMoney, { area, unplaced = 0 }: DistrictMoney): string {
  if (districts.length === 0) return 'No money could be placed in a district.';
  const count = `${formatCount(districts.length)} ${districts.length === 1 ? 'district' : 'districts'}`;
  const rest = unplaced === 0 ? '' : ` ${formatWholeGbp(unplaced)} could not be placed.`;
  return `${formatWholeGbp(placed)} placed in ${count}.${rest} Local area: ${area.name}.`;
}

/** The largest districts in one sentence, for people who do not see the map. */
function descriptionOf(districts: readonly RankedDistrict[]): string {
  const largest = districts.map(
    ({ rank, name, amount, share, local }) =>
      `${rank} ${name} ${formatGbp(amount)} (${formatShare(roundedShare(share))}${local ? ', local' : ''})`,
  );
  return largest.length === 0 ? '' : `The largest: ${largest.join('; ')}.`;
}

const roundedShare = (share: number): number => Math.round(share * 1000) / 1000;

function key(x: number, top: number, money: RankedMoney, areaWords: string): string {
  const used = new Set(money.districts.map(({ amount }) => classOf(amount, money.placed)));
  const classes = [...moneyClasses].reverse().filter((each) => used.has(each));
  const shown = used.has(creditClass) ? [...classes, creditClass] : classes;
  const swatches = shown.map((each, at) => {
    const y = top + 10 + at * 24;
    return `<rect x="${x}" y="${y}" width="32" height="18" fill="${fillOf(each)}" stroke="#5a5a5a"/>${text(x + 42, y + 14, 13, each.label)}`;
  });
  const y = top + 10 + shown.length * 24;
  return [
    text(x, top, 13, 'Share of the placed money', { bold: true }),
    ...swatches,
    `<rect x="${x}" y="${y}" width="32" height="18" fill="#ffffff" stroke="#5a5a5a"/>${text(x + 42, y + 14, 13, 'nothing')}`,
    `<path d="M${x} ${y + 36}H${x + 32}" stroke="#1c1c1c" stroke-width="2.5"/>${text(x + 42, y + 40, 13, areaWords, { most: 56 })}`,
    `<circle cx="${x + 16}" cy="${y + 60}" r="9" fill="#ffffff" stroke="#1c1c1c" stroke-width="1.2"/>${text(x + 42, y + 64, 13, 'number in the table')}`,
  ].join('\n');
}

interface TableRow {
  readonly rank: string;
  readonly name: string;
  readonly amount: string;
  readonly share: string;
  readonly local: boolean;
}

function tableRows(
  { placed, districts }: RankedMoney,
  shown: readonly RankedDistrict[],
  unplaced: number,
): TableRow[] {
  const rows = shown.map(({ rank, name, amount, share, local }) => ({
    rank: String(rank),
    name,
    amount: formatWholeGbp(amount),
    share: formatShare(roundedShare(share)),
    local,
  }));
  const others = districts.filter((district) => !shown.includes(district));
  const rest = exactSum(others.map(({ amount }) => amount));
  const more = (name: string, amount: number, share: string): TableRow => ({
    rank: '',
    name,
    amount: formatWholeGbp(amount),
    share,
    local: false,
  });
  return [
    ...rows,
    ...(others.length === 0
      ? []
      : [
          more(
            `${formatCount(others.length)} more districts`,
            rest,
            formatShare(roundedShare(rest / placed)),
          ),
        ]),
    ...(unplaced === 0 ? [] : [more('Not placed in a district', unplaced, '')]),
  ];
}

function tableRow({ rank, name, amount, share, local }: TableRow, x: number, y: number): string {
  return [
    text(x + 18, y, 13, rank, { bold: true, end: true }),
    text(x + 28, y, 13, local ? `${name} (local)` : name, { most: 36, ...(local && { bold: true }) }),
    text(x + 380, y, 13, amount, { end: true }),
    text(x + 445, y, 13, share, { end: true }),
  ].join('');
}

/** The words that the licence asks for, in two lines. */
function attributionLines(y: number): string[] {
  const sentences = boundaryData().about.attribution.split(/(?<=\.) /);
  const lines = [sentences.slice(0, -1).join(' '), sentences.at(-1) ?? ''];
  return lines.map((line, at) => text(left, y + at * 14, 11, line, { fill: '#505050' }));
}
