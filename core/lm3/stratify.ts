import { isLocal } from './local-supplier.ts';
import type { Supplier } from './project.ts';
import type { Settings } from './settings.ts';

/** Fewest answers for which a stratum's own ratio stands for its silent suppliers. */
export const fewestAnswersForRatio = 3;

/** What a stratum is called, and which kind of supplier is in it. */
export interface StratumName {
  /** Part of the ids of its workings: `local`, `nonLocal.large`, `local.category2`. */
  readonly id: string;
  /** Stands before "suppliers": `large local`. */
  readonly label: string;
  readonly local: boolean;
}

/**
 * The stratum of every supplier: local or not; within that among the largest that were chased or
 * not; within that by category. A category with fewer than 3 answers joins the other thin ones of
 * its kind, and the smallest of the rest if they still have too few. If the largest or the rest have
 * too few, size is dropped for that kind; a whole kind with too few keeps one stratum.
 *
 * Source: docs/method/lm3.md, Strata.
 */
export function strataOf(
  suppliers: readonly Supplier[],
  spend: Float64Array,
  settings: Settings,
): { stratum: Uint32Array; strata: StratumName[] } {
  const stratum = new Uint32Array(suppliers.length);
  const byCategory = settings.categoryStrata && suppliers.some(({ category }) => category !== undefined);
  if (settings.largestChased === 0 && !byCategory) {
    suppliers.forEach((supplier, place) => {
      stratum[place] = isLocal(supplier, settings) ? 0 : 1;
    });
    return { stratum, strata: [nameOf(true), nameOf(false)] };
  }
  const large = largest(spend, settings.largestChased);
  const strata: StratumName[] = [];
  for (const local of [true, false]) {
    const places = placesOf(suppliers, (supplier) => isLocal(supplier, settings) === local);
    for (const { name, places: members } of withinKind(suppliers, places, local, large, byCategory)) {
      for (const place of members) stratum[place] = strata.length;
      strata.push(name);
    }
  }
  return { stratum, strata };
}

interface Cell {
  readonly name: StratumName;
  readonly places: readonly number[];
}

function withinKind(
  suppliers: readonly Supplier[],
  places: readonly number[],
  local: boolean,
  large: ReadonlySet<number>,
  byCategory: boolean,
): Cell[] {
  const answers = (members: readonly number[]) =>
    members.filter((place) => suppliers[place]?.respendShare !== null).length;
  const chased = places.filter((place) => large.has(place));
  const rest = places.filter((place) => !large.has(place));
  const sized =
    chased.length > 0 &&
    rest.length > 0 &&
    [chased, rest].every((members) => answers(members) >= fewestAnswersForRatio);
  const sizes: [Size | undefined, readonly number[]][] = sized
    ? [
        ['large', chased],
        ['smaller', rest],
      ]
    : [[undefined, places]];
  return sizes.flatMap(([size, members]) =>
    byCategory
      ? categoriesOf(suppliers, members, answers).map(({ category, places: part }) => ({
          name: nameOf(local, size, category),
          places: part,
        }))
      : [{ name: nameOf(local, size), places: members }],
  );
}

type Size = 'large' | 'smaller';
interface Category {
  readonly category?: { readonly name: string; readonly number: number } | 'others' | undefined;
  readonly places: readonly number[];
}

/** Categories with answers enough; the thin ones together. One stratum without a category when nothing else is left. */
function categoriesOf(
  suppliers: readonly Supplier[],
  places: readonly number[],
  answers: (members: readonly number[]) => number,
): Category[] {
  const byName = new Map<string, number[]>();
  for (const place of places) {
    const name = suppliers[place]?.category ?? '';
    const members = byName.get(name);
    if (members) members.push(place);
    else byName.set(name, [place]);
  }
  const firm = [...byName]
    .filter(([name, members]) => name !== '' && answers(members) >= fewestAnswersForRatio)
    .sort(([a, first], [b, second]) => answers(second) - answers(first) || (a < b ? -1 : 1));
  const firmNames = new Set(firm.map(([name]) => name));
  let others = places.filter((place) => !firmNames.has(suppliers[place]?.category ?? ''));
  while (others.length > 0 && answers(others) < fewestAnswersForRatio) {
    const thinnest = firm.pop();
    if (!thinnest) break;
    others = [...others, ...thinnest[1]].sort((a, b) => a - b);
  }
  if (firm.length === 0) return [{ places: others }];
  const named = firm.map(([name, members], index) => ({
    category: { name, number: index + 1 },
    places: members,
  }));
  return others.length > 0 ? [...named, { category: 'others', places: others }] : named;
}

function nameOf(local: boolean, size?: Size, category?: Category['category']): StratumName {
  const kind = local ? 'local' : 'non-local';
  const id = [
    local ? 'local' : 'nonLocal',
    ...(size ? [size] : []),
    ...(category === 'others' ? ['otherCategories'] : category ? [`category${category.number}`] : []),
  ].join('.');
  const words = [
    ...(size ? [size] : []),
    kind,
    ...(category === 'others' ? ['other-category'] : category ? [`“${category.name}”`] : []),
  ];
  return { id, label: words.join(' '), local };
}

function placesOf(suppliers: readonly Supplier[], fits: (supplier: Supplier) => boolean): number[] {
  const places: number[] = [];
  suppliers.forEach((supplier, place) => {
    if (fits(supplier)) places.push(place);
  });
  return places;
}

/** The places of the largest `count` amounts; of equal ones the earlier. */
function largest(spend: Float64Array, count: number): ReadonlySet<number> {
  if (count === 0) return new Set();
  const sorted = spend.slice().sort();
  const least = sorted[Math.max(sorted.length - count, 0)] ?? 0;
  const above: number[] = [];
  const equal: number[] = [];
  spend.forEach((amount, place) => {
    if (amount > least) above.push(place);
    else if (amount === least) equal.push(place);
  });
  return new Set([...above, ...equal.slice(0, count - above.length)]);
}
