import { districtData, districtName } from '../../area/districts.ts';
import type { LocalArea } from '../../area/local-area.ts';
import { once } from '../../shipped/once.ts';
import { formatKm } from '../../units/format.ts';
import { escapeXml, tenthPixel } from '../svg.ts';
import { classOf, fillOf } from './classes.ts';
import { type Frame, frameOf, isSeen, type Panel, pathOf } from './frame.ts';
import type { RankedDistrict, RankedMoney } from './money-by-district.ts';
import { type Named, nameMarks } from './names.ts';
import { numberMarks, placeNumbers } from './numbers.ts';
import { outlineOf } from './outline.ts';
import { type Flat, flat } from './projection.ts';
import { type Box, insidePoint, joinBoxes, type Shape, shapeOf } from './shapes.ts';

const allShapes = once(
  (): ReadonlyMap<string, Shape> =>
    new Map(districtData().districts.map(({ code }) => [code, shapeOf(code)])),
);

/** The box of the local area: its districts, and the squares round its circles. */
export function areaBox({ districts, circles }: LocalArea): Box | undefined {
  const boxes = [
    ...districts.flatMap(({ code }) => allShapes().get(code)?.box ?? []),
    ...circles.map(({ centre, radiusKm }) => {
      const { x, y } = flat(centre);
      return { left: x - radiusKm, right: x + radiusKm, top: y - radiusKm, bottom: y + radiusKm };
    }),
  ];
  return boxes.length === 0 ? undefined : joinBoxes(boxes);
}

/** The box of all districts with money and the local area; the whole country without either. */
export function moneyBox({ districts }: RankedMoney, area: Box | undefined): Box {
  const shapes = allShapes();
  const boxes = districts.flatMap(({ code }) => shapes.get(code)?.box ?? []);
  const all = area ? [...boxes, area] : boxes;
  return joinBoxes(all.length > 0 ? all : [...shapes.values()].map(({ box }) => box));
}

/** Part of the map: districts by how much they got, numbers of the first, and the local area's outline. */
export function mapPanel(
  money: RankedMoney,
  area: LocalArea,
  {
    panel,
    box,
    spare,
    numbered,
    named,
    label,
  }: {
    readonly panel: Panel;
    readonly box: Box;
    readonly spare: number;
    /** Districts of the table, which have their number on the map. */
    readonly numbered: readonly RankedDistrict[];
    /** Whether there is room for the names of districts. */
    readonly named: boolean;
    /** Names the part, for ids and as its heading. */
    readonly label: { readonly id: string; readonly text: string };
  },
): string {
  const frame = frameOf(panel, box, spare);
  const clip = `map-clip-${label.id}`;
  const amounts = new Map(money.districts.map(({ code, amount }) => [code, amount]));
  const seen = [...allShapes().values()].filter((shape) => isSeen(frame, shape));
  const districts = seen.map((shape) => {
    const fill = fillOf(classOf(amounts.get(shape.code) ?? 0, money.placed));
    return `<path d="${pathOf(frame, shape)}" fill="${fill}" stroke="#7a8f8c" stroke-width="0.6" fill-rule="evenodd"/>`;
  });
  const numbers = numbered.flatMap(({ code, rank }) => {
    const shape = allShapes().get(code);
    const at = shape && frame.toPixels(insidePoint(shape));
    return at && isIn(panel, at) ? [{ code, number: rank, at }] : [];
  });
  const places = placeNumbers(numbers, panel);
  const numberAt = new Map(numbers.map(({ code }, at) => [code, places[at]]));
  const names = named ? namesOf(seen, frame, area, numberAt) : [];
  const { x, y, width, height } = panel;
  return [
    `<text x="${x}" y="${y - 8}" font-size="13" font-weight="600" fill="#1c1c1c">${escapeXml(label.text)}</text>`,
    `<clipPath id="${clip}"><rect x="${x}" y="${y}" width="${width}" height="${height}"/></clipPath>`,
    `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="#eef2f5"/>`,
    `<g clip-path="url(#${clip})">`,
    ...districts,
    areaLines(frame, area),
    nameMarks(names, places, panel),
    numberMarks(numbers, places),
    '</g>',
    scaleBar(frame),
    `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="none" stroke="#5a5a5a"/>`,
  ].join('\n');
}

const isIn = ({ x, y, width, height }: Panel, at: Flat): boolean =>
  at.x >= x && at.x <= x + width && at.y >= y && at.y <= y + height;

/** Names of the districts seen: the local ones first, then those with a number, then the largest. */
function namesOf(
  seen: readonly Shape[],
  frame: Frame,
  area: LocalArea,
  numberAt: ReadonlyMap<string, Flat | undefined>,
): Named[] {
  const local = new Set(area.districts.map(({ code }) => code));
  const weight = ({ code, box }: Shape): number =>
    (local.has(code) ? 1e9 : 0) +
    (numberAt.has(code) ? 1e8 : 0) +
    (box.right - box.left) * (box.bottom - box.top);
  return [...seen]
    .sort((a, b) => weight(b) - weight(a))
    .map((shape) => ({
      name: districtName(shape.code),
      at: numberAt.get(shape.code) ?? frame.toPixels(insidePoint(shape)),
      numbered: numberAt.has(shape.code),
    }));
}

/** Black on white, so that it shows on any fill. */
const areaStrokes = [
  { colour: '#ffffff', width: 4.4 },
  { colour: '#1c1c1c', width: 2.2 },
] as const;

function areaLines(frame: Frame, { districts, circles }: LocalArea): string {
  const shapes = districts.flatMap(({ code }) => allShapes().get(code) ?? []);
  const outline = outlineOf(frame, shapes);
  return areaStrokes
    .flatMap(({ colour, width }) => {
      const drawn = `fill="none" stroke="${colour}" stroke-width="${width}" stroke-linejoin="round"`;
      return [
        ...(outline === '' ? [] : [`<path d="${outline}" ${drawn}/>`]),
        ...circles.map(({ centre, radiusKm }) => {
          const at = frame.toPixels(flat(centre));
          return `<circle cx="${tenthPixel(at.x)}" cy="${tenthPixel(at.y)}" r="${tenthPixel(radiusKm * frame.scale)}" ${drawn}/>`;
        }),
      ];
    })
    .join('\n');
}

const barLengths = [1, 2, 5, 10, 20, 50, 100, 200];

function scaleBar({ panel, scale }: Frame): string {
  const km = barLengths.findLast((length) => length * scale <= panel.width / 4) ?? 1;
  const [x, y] = [panel.x + 10, panel.y + panel.height - 10];
  const end = tenthPixel(x + km * scale);
  return [
    `<rect x="${x - 4}" y="${y - 20}" width="${tenthPixel(km * scale + 8)}" height="26" fill="#ffffff" fill-opacity="0.85"/>`,
    `<path d="M${x} ${y - 5}V${y}H${end}V${y - 5}" fill="none" stroke="#1c1c1c" stroke-width="1.5"/>`,
    `<text x="${x}" y="${y - 7}" font-size="11" fill="#1c1c1c">${formatKm(km)}</text>`,
  ].join('\n');
}
