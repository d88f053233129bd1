import {
  type Cell,
  cellText,
  formatShare,
  isEmpty,
  type LocalArea,
  lookUpPlace,
  type Outcome,
  type PlaceFound,
  type Placing,
  type PostcodeIndex,
  parseLocalArea,
  placerFor,
} from '../../core/index.ts';
import { postcodes as postcodeIndex } from '../work/postcodes.ts';
import { columnOf, textOf, usedPart } from './cells.ts';
import { invalid, notAvailable, refused } from './problem.ts';

/**
 * Whether postcodes are in an area: local, not local or cannot tell, one line for each.
 * @customfunction ISLOCAL
 * @param postcodes Postcodes, or first halves of them: one column.
 * @param area Names or codes of districts, counties or regions; with a radius, the postcode in the middle.
 * @param radiusKm Kilometres round the middle. Left out: the area is the districts named.
 * @param reasons TRUE for a second column that says why.
 * @returns One line for each postcode.
 */
export async function isLocal(
  postcodes: unknown[][],
  area: unknown[][],
  radiusKm?: number,
  reasons?: boolean,
): Promise<unknown[][]> {
  const texts = usedTexts('postcodes', postcodes);
  const places = (columnOf('area', area) ?? []).filter((cell) => !isEmpty(cell)).map(cellText);
  const index = await loaded();
  const placer = placerFor(index, areaOf(places, radiusKm, index));
  return texts.map((text, row) => {
    if (text === '') return reasons ? ['', ''] : [''];
    if (row === 0 && isHeading(text)) return reasons ? ['Local', 'Why'] : ['Local'];
    const { placing, reason, assumption } = placer(text);
    const why = assumption === undefined ? reason : `${reason} (${assumption})`;
    return reasons ? [placingWords[placing], why] : [placingWords[placing]];
  });
}

/**
 * The local authority district of postcodes, one line for each.
 * @customfunction DISTRICT
 * @param postcodes Postcodes, or first halves of them: one column.
 * @param show "name", or left out: the name. "code": the ONS code. "both": two columns.
 * @returns One line for each postcode. "not found" where there is none.
 */
export async function district(postcodes: unknown[][], show?: string): Promise<unknown[][]> {
  const wanted = (textOf(show) ?? 'name').toLowerCase();
  if (!isShown(wanted)) {
    throw invalid(`show: found "${wanted}"; expected "name", "code" or "both".`);
  }
  const texts = usedTexts('postcodes', postcodes);
  const index = await loaded();
  return texts.map((text, row) => {
    if (text === '') return wanted === 'both' ? ['', ''] : [''];
    if (row === 0 && texts.length > 1 && isHeading(text)) return [...headings[wanted]];
    const found = lookUpPlace(text, index);
    // A single cell says what is wrong; in a column one bad postcode must not hide the others.
    if (!found.ok && texts.length === 1) throw notAvailable(refused(found.issues).message);
    return shown(found, wanted);
  });
}

const placingWords: Readonly<Record<Placing, string>> = {
  local: 'local',
  notLocal: 'not local',
  cannotTell: 'cannot tell',
};

const headings = {
  name: ['District'],
  code: ['District code'],
  both: ['District', 'District code'],
} as const;
type Shown = keyof typeof headings;
const isShown = (text: string): text is Shown => text in headings;

const isHeading = (text: string): boolean => /^post\s?codes?$/i.test(text);

const usedTexts = (name: string, range: unknown): string[] =>
  usedPart({ cells: columnOf(name, range) ?? [] }).cells.map((cell: Cell) => cellText(cell));

/** The postcodes are fetched from the add-in's own server when the first is asked for. */
async function loaded(): Promise<PostcodeIndex> {
  const index = await postcodeIndex();
  if (!index.ok) throw notAvailable(refused(index.issues).message);
  return index.value;
}

function areaOf(places: readonly string[], radiusKm: unknown, index: PostcodeIndex): LocalArea {
  const radius = typeof radiusKm === 'number' ? radiusKm : undefined;
  const [centre = ''] = places;
  if (radius !== undefined && places.length > 1) {
    throw invalid(`area: found ${places.length} places with a radius; expected one, the middle.`);
  }
  const area = parseLocalArea(
    radius === undefined ? { districts: places } : { centre, radiusKm: radius },
    index,
  );
  if (!area.ok) throw refused(area.issues);
  return area.value;
}

function shown(found: Outcome<PlaceFound>, wanted: Shown): string[] {
  const { name, code } = districtIn(found);
  return wanted === 'name' ? [name] : wanted === 'code' ? [code] : [name, code];
}

function districtIn(found: Outcome<PlaceFound>): { readonly name: string; readonly code: string } {
  const none = { name: 'not found', code: 'not found' };
  if (!found.ok) return none;
  const place = found.value;
  if (place.kind === 'postcode') return place.district ?? none;
  if (place.kind === 'district') return place.district;
  if (place.kind === 'group') return none;
  const [only, ...others] = place.districts;
  if (!only) return none;
  if (others.length === 0) return only;
  const shares = place.districts.map(({ name, share }) => `${name} ${formatShare(share)}`).join(', ');
  return { name: `cannot tell: ${shares}`, code: 'cannot tell' };
}
