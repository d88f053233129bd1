import { formatKm, formatShare } from '../units/format.ts';
import { type Circle, inCircle, reaches } from './circle.ts';
import { districtName } from './districts.ts';
import { type Elsewhere, elsewhereByOutward, elsewhereByText, nearestIn } from './elsewhere.ts';
import { distanceKm, type LatLon } from './lat-lon.ts';
import type { LocalArea } from './local-area.ts';
import { outwardShares } from './outward-share.ts';
import type { Placed, Placing } from './placing.ts';
import { readPostcode } from './postcode.ts';
import type { PostcodeIndex } from './postcode-index.ts';

/**
 * A postcode that is not held is placed by its first half when the answer is the same for at least this
 * share of the live postcodes that share it.
 */
export const enoughOfOutward = 0.95;

/** Places postcodes, one after the other. */
export type Placer = (postcode: string | null | undefined) => Placed;

/**
 * Whether a postcode is in a local area, with the reason. Three answers: what cannot be told is never
 * guessed. Made once for an area and asked for each postcode; the same text is looked up once.
 *
 * @example placerFor(index, area)('HX1 1UJ') // { placing: 'local', reason: 'HX1 1UJ is in Calderdale', ... }
 */
export function placerFor(index: PostcodeIndex, area: LocalArea): Placer {
  const placing = new AreaPlacing(index, area);
  const placed = new Map<string, Placed>();
  return (postcode) => {
    const text = postcode ?? '';
    const known = placed.get(text) ?? placing.place(text);
    placed.set(text, known);
    return known;
  };
}

/** One postcode in a local area; see `placerFor`. */
export const placePostcode = (index: PostcodeIndex, area: LocalArea, postcode: string): Placed =>
  new AreaPlacing(index, area).place(postcode);

class AreaPlacing {
  readonly #index: PostcodeIndex;
  readonly #area: LocalArea;
  readonly #codes: ReadonlySet<string>;
  readonly #outwards = new Map<string, Readonly<Record<Placing, number>>>();

  constructor(index: PostcodeIndex, area: LocalArea) {
    this.#index = index;
    this.#area = area;
    this.#codes = new Set(area.districts.map(({ code }) => code));
  }

  place(text: string): Placed {
    const index = this.#index;
    const reading = readPostcode(
      text,
      (outward) => index.rowsOf(outward) !== undefined || elsewhereByOutward(outward) !== undefined,
    );
    switch (reading.kind) {
      case 'empty':
        return { placing: 'cannotTell', reason: 'no postcode' };
      case 'unreadable': {
        const elsewhere = elsewhereByText(text);
        if (elsewhere) return this.#outside(text.trim().toUpperCase(), elsewhere);
        return { placing: 'cannotTell', reason: `"${text.trim().slice(0, 40)}" is not a postcode` };
      }
      case 'outward':
        return this.#byOutward(reading.outward, `only the first half, ${reading.outward}, is given`);
      case 'postcode': {
        const answer = this.#whole(reading.postcode, reading.outward);
        if (reading.mended === undefined) return answer;
        return { ...answer, assumption: [reading.mended, answer.assumption].filter(Boolean).join('; ') };
      }
    }
  }

  #whole(postcode: string, outward: string): Placed {
    const index = this.#index;
    const row = index.find(postcode);
    if (row < 0) {
      const elsewhere = elsewhereByText(postcode) ?? elsewhereByOutward(outward);
      if (elsewhere) return this.#outside(postcode, elsewhere);
      return this.#byOutward(outward, `${postcode} is not among the postcodes held`);
    }
    const code = index.districtAt(row);
    const { placing, reason } = this.#row(row);
    if (placing === 'cannotTell') {
      const lacks = code === undefined ? 'district' : 'position';
      return this.#byOutward(outward, `${postcode} is held without a ${lacks}`);
    }
    return {
      placing,
      reason: `${postcode}${index.terminatedAt(row) ? ', no longer in use,' : ''} ${reason}`,
      ...(code !== undefined && { district: { code, name: districtName(code) } }),
    };
  }

  /** Where one row is; a part of the area that cannot be told does not matter if another holds the row. */
  #row(row: number): { placing: Placing; reason: string } {
    const { circles } = this.#area;
    const code = this.#index.districtAt(row);
    const position = circles.length > 0 ? this.#index.positionAt(row) : undefined;
    if (code !== undefined && this.#codes.has(code))
      return { placing: 'local', reason: `is in ${districtName(code)}` };
    const circle = position && circles.find((each) => inCircle(position, each));
    if (circle) return { placing: 'local', reason: awayFrom(circle, position) };
    const untold = (this.#codes.size > 0 && code === undefined) || (circles.length > 0 && !position);
    if (untold) return { placing: 'cannotTell', reason: 'has no place' };
    const [first] = circles;
    if (first && position && this.#codes.size === 0)
      return { placing: 'notLocal', reason: awayFrom(first, position) };
    return { placing: 'notLocal', reason: `is in ${districtName(code ?? '')}` };
  }

  /** By the live postcodes with the same first half, if nearly all give one answer. */
  #byOutward(outward: string, why: string): Placed {
    const shares = outwardShares(this.#index, outward);
    if (!shares) {
      const elsewhere = elsewhereByOutward(outward);
      if (elsewhere) return this.#outside(outward, elsewhere);
      return { placing: 'cannotTell', reason: `${why}, and no postcode held begins with ${outward}` };
    }
    const counts = this.#counts(outward);
    const share = (placing: Placing): number => counts[placing] / shares.postcodes;
    const main = shares.districts.find((district) => district.share >= enoughOfOutward);
    const district = main && { district: { code: main.code, name: districtName(main.code) } };
    for (const placing of ['local', 'notLocal'] as const) {
      if (!(share(placing) >= enoughOfOutward)) continue;
      return {
        placing,
        reason: `${why}; ${wholePercent(share(placing))} of the live postcodes of ${outward} are ${placing === 'local' ? 'local' : 'not local'}`,
        ...district,
        assumption: `placed by its first half, ${outward}${main ? `, nearly all of which is in ${districtName(main.code)}` : ''}`,
      };
    }
    const local = wholePercent(counts.local / shares.postcodes);
    return {
      placing: 'cannotTell',
      reason: `${why}, and ${local} of the live postcodes of ${outward} are local`,
      ...district,
    };
  }

  #counts(outward: string): Readonly<Record<Placing, number>> {
    const known = this.#outwards.get(outward);
    if (known) return known;
    const counts: Record<Placing, number> = { local: 0, notLocal: 0, cannotTell: 0 };
    const { from, to } = this.#index.rowsOf(outward) ?? { from: 0, to: 0 };
    for (let row = from; row < to; row += 1) {
      if (!this.#index.terminatedAt(row)) counts[this.#row(row).placing] += 1;
    }
    this.#outwards.set(outward, counts);
    return counts;
  }

  /** A code that no directory of Great Britain has. */
  #outside(code: string, { box, far, districts, where }: Elsewhere): Placed {
    const { circles } = this.#area;
    const reached = box
      ? circles.some((circle) => reaches(circle, nearestIn(box, circle.centre)))
      : far !== true;
    const held = districts !== undefined && [...this.#codes].some((each) => each.startsWith(districts));
    return { placing: reached || held ? 'cannotTell' : 'notLocal', reason: `${code} is ${where}` };
  }
}

const awayFrom = ({ centre, centreName, radiusKm }: Circle, position: LatLon): string => {
  const km = distanceKm(centre, position);
  return `is ${formatKm(km)} from ${centreName}, ${km <= radiusKm ? 'within' : 'beyond'} ${formatKm(radiusKm)}`;
};

/** Down to the whole percent, so that 99.9% is not said to be all. */
const wholePercent = (share: number): string => formatShare(Math.floor(share * 100) / 100);
