import { once } from '../shipped/once.ts';
import { slipsBetween } from '../words/spelling.ts';
import { districtGroups, type GroupKind, groupWords } from './district-groups.ts';
import { districtData } from './districts.ts';
import { placeKey, plainName } from './place-key.ts';

/** A place that a text may mean, for a list to choose from. */
export interface PlaceHit {
  readonly kind: 'district' | GroupKind;
  /** ONS code of today; a country goes by its name. */
  readonly code: string;
  readonly name: string;
  /** What tells it from others of its name: "metropolitan county", "was Craven until it was merged". */
  readonly note: string;
  /** ONS codes of the districts that it holds, itself if it is one. */
  readonly districts: readonly string[];
}

interface Entry {
  readonly hit: PlaceHit;
  /** Its plain name. */
  readonly name: string;
  /** Names as `placeKey` compares them, its own among them. */
  readonly others: readonly string[];
  readonly population: number;
}

/** Districts before groups of them, and former districts last, where all else is the same. */
const kindOrder: Readonly<Record<PlaceHit['kind'], number>> = {
  district: 0,
  county: 1,
  metropolitanCounty: 1,
  combinedAuthority: 2,
  region: 3,
  country: 4,
};

/** A slip in fewer letters than these is another name. */
const shortestForSlips = 5;

/**
 * Places whose name begins with a text, or has a word that does, best first: for a list that follows
 * the typing. Where there are none, places whose name is a slip or two away. Takes well under a
 * millisecond.
 *
 * @example searchPlaces('calder')[0]?.name // 'Calderdale'
 */
export function searchPlaces(text: string, limit = 8): PlaceHit[] {
  const typed = plainName(text.slice(0, 100));
  if (typed === '') return [];
  const code = text.trim().toUpperCase();
  const bare = placeKey(typed);
  const found = ranked(limit, (entry) => (entry.hit.code === code ? 0 : fitOf(entry, typed, bare)));
  if (found.length > 0 || bare.length < shortestForSlips) return found;
  const slips = bare.length < 8 ? 1 : 2;
  return ranked(limit, ({ others }) => {
    const nearest = Math.min(
      ...others
        .filter((name) => Math.abs(name.length - bare.length) <= slips)
        .map((name) => slipsBetween(bare, name, slips)),
    );
    return nearest <= slips ? nearest : undefined;
  });
}

/** 0 for the whole name, 1 for another name of it, 2 for a beginning, 3 for the beginning of a word. */
function fitOf({ name, others }: Entry, typed: string, bare: string): number | undefined {
  if (name === typed) return 0;
  if (others.includes(bare)) return 1;
  if (name.startsWith(typed) || others.some((other) => other.startsWith(bare))) return 2;
  const inside = ` ${bare}`;
  return name.includes(` ${typed}`) || others.some((other) => other.includes(inside)) ? 3 : undefined;
}

function ranked(limit: number, rankOf: (entry: Entry) => number | undefined): PlaceHit[] {
  return entries()
    .flatMap((entry) => {
      const rank = rankOf(entry);
      return rank === undefined ? [] : [{ entry, rank }];
    })
    .sort(
      (a, b) =>
        a.rank - b.rank ||
        kindOrder[a.entry.hit.kind] - kindOrder[b.entry.hit.kind] ||
        b.entry.population - a.entry.population,
    )
    .slice(0, limit)
    .map(({ entry }) => entry.hit);
}

const entries = once((): readonly Entry[] => {
  const { districts, ended, byCode } = districtData();
  const ofDistricts = districts.map(({ code, name, names, population, county, region, country }) => ({
    hit: {
      kind: 'district' as const,
      code,
      name,
      note: [county?.name, region?.name ?? country]
        .filter((each) => each !== undefined && each !== name)
        .join(', '),
      districts: [code],
    },
    name: plainName(name),
    others: names,
    population,
  }));
  const ofEnded = [...ended.values()].flatMap(({ name, successor }) => {
    const now = byCode.get(successor);
    // A district that only changed its code is found by its name of today.
    if (!now || now.name === name) return [];
    const { code } = now;
    const note = `${name} was merged into it`;
    return [
      {
        hit: { kind: 'district' as const, code, name: now.name, note, districts: [code] },
        name: plainName(name),
        others: [placeKey(name)],
        population: 0,
      },
    ];
  });
  const ofGroups = districtGroups()
    // A group of one district is that district; one of the same name and districts as another adds nothing.
    .filter(
      ({ name, districts: codes }, at, all) =>
        codes.length > 1 &&
        all.findIndex((other) => other.name === name && String(other.districts) === String(codes)) === at,
    )
    .map(({ kind, code, name, districts: codes }) => ({
      hit: { kind, code, name, note: `${groupWords(kind)}, ${codes.length} districts`, districts: codes },
      name: plainName(name),
      others: [placeKey(name)],
      population: 0,
    }));
  return [...ofDistricts, ...ofGroups, ...ofEnded];
});
