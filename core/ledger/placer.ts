import type { Placed } from '../area/placing.ts';
import type { LocalList } from './local-list.ts';
import type { PostcodeList } from './postcode-list.ts';
import { supplierName } from './supplier-name.ts';

/** What is known of where suppliers are. */
export interface PlacingSources {
  /** Who is local, as a person said. It comes first. */
  readonly list?: LocalList;
  /** Postcodes of suppliers that the ledger does not hold. */
  readonly postcodes?: PostcodeList;
  /** Whether a postcode is in the area; without an area nothing can be placed by postcode. */
  readonly placeOf?: (postcode: string) => Placed;
}

/** What has to be known of a supplier to place it. */
export interface ToPlace {
  /** All spellings. */
  readonly names: readonly string[];
  readonly companyNumber: string | null;
  /** The postcode on most of its lines. */
  readonly mainPostcode: string | null;
  /** Whether the name stands for many payees. */
  readonly manyPeople: boolean;
}

/**
 * Where the lines of one supplier with this postcode went: as a person said, else by the postcode on
 * the line, else by the supplier's other lines, else by the list of postcodes. A name that stands for
 * many cannot be placed, unless a person names it.
 */
export function placeLines(supplier: ToPlace, postcode: string | null, sources: PlacingSources): Placed {
  const { list, placeOf } = sources;
  const said = saidOf(supplier, list);
  if (said !== undefined)
    return {
      placing: said ? 'local' : 'notLocal',
      reason: said ? 'your list says it is local' : 'your list says it is not local',
    };
  if (supplier.manyPeople) return { placing: 'cannotTell', reason: 'the name stands for many payees' };
  const found = postcodeOf(supplier, postcode, sources.postcodes);
  if (placeOf && found) {
    const placed = placeOf(found.postcode);
    return found.from === undefined ? placed : { ...placed, reason: `${placed.reason} (${found.from})` };
  }
  if (list?.localOnly && !placeOf)
    return { placing: 'notLocal', reason: 'it is not on your list of local suppliers' };
  if (placeOf) return { placing: 'cannotTell', reason: 'no postcode' };
  return { placing: 'cannotTell', reason: list ? 'your list does not say' : 'nothing says where it is' };
}

function saidOf({ names }: ToPlace, list: LocalList | undefined): boolean | undefined {
  if (!list) return undefined;
  for (const name of names) {
    const { capitals, legalForm } = supplierName(name);
    const said = list.said.get(capitals) ?? list.bySpelling.get(legalForm);
    if (said) return said.local;
  }
  return undefined;
}

function postcodeOf(
  { names, companyNumber, mainPostcode }: ToPlace,
  postcode: string | null,
  list: PostcodeList | undefined,
): { postcode: string; from?: string } | undefined {
  if (postcode !== null) return { postcode };
  if (mainPostcode !== null) return { postcode: mainPostcode, from: 'the postcode on its other lines' };
  if (!list) return undefined;
  const byNumber = companyNumber === null ? undefined : list.byCompanyNumber.get(companyNumber);
  if (byNumber !== undefined)
    return { postcode: byNumber, from: 'your list of postcodes, by company number' };
  for (const name of names) {
    const byName = list.byName.get(supplierName(name).legalForm);
    if (byName !== undefined) return { postcode: byName, from: 'your list of postcodes' };
  }
  return undefined;
}
