import { formatCount, formatShare } from '../../units/format.ts';
import type { Issue } from '../../workbook/issue.ts';
import { districtByCode } from '../districts.ts';
import { distanceKm } from '../lat-lon.ts';
import type { PostcodeIndex } from '../postcode-index.ts';

/** A new postcode file beside the one in use. */
export interface PostcodeChanges {
  readonly live: { readonly before: number; readonly after: number };
  readonly terminated: { readonly before: number; readonly after: number };
  /** Live postcodes of the one in use that the new one does not hold at all. */
  readonly gone: number;
  /** Held by both in another district, old codes counted as what they became. */
  readonly otherDistrict: number;
  /** Held by both more than 1 km apart. */
  readonly moved: number;
  /** Districts of the new file whose names are not known. */
  readonly unknownDistricts: readonly string[];
}

/** How far a release moves from the one before: our choice, several times what a few years bring. */
const plausible = { fewestLive: 0.9, mostLive: 1.2, gone: 0.1, otherDistrict: 0.05, moved: 0.01 } as const;
const farKm = 1;

/** What changes with a new postcode file, over every postcode. */
export function comparePostcodes(before: PostcodeIndex, after: PostcodeIndex): PostcodeChanges {
  let [gone, otherDistrict, moved] = [0, 0, 0];
  for (let row = 0; row < before.size; row += 1) {
    if (before.terminatedAt(row)) continue;
    const now = after.find(before.postcodeAt(row));
    if (now < 0) {
      gone += 1;
      continue;
    }
    if (today(before.districtAt(row)) !== today(after.districtAt(now))) otherDistrict += 1;
    const [from, to] = [before.positionAt(row), after.positionAt(now)];
    if (from && to && distanceKm(from, to) > farKm) moved += 1;
  }
  return {
    live: { before: liveIn(before), after: liveIn(after) },
    terminated: { before: before.size - liveIn(before), after: after.size - liveIn(after) },
    gone,
    otherDistrict,
    moved,
    unknownDistricts: after.districts.filter((code) => districtByCode(code) === undefined),
  };
}

const today = (code: string | undefined): string | undefined =>
  code === undefined ? undefined : (districtByCode(code)?.district.code ?? code);

function liveIn(index: PostcodeIndex): number {
  let live = 0;
  for (let row = 0; row < index.size; row += 1) if (!index.terminatedAt(row)) live += 1;
  return live;
}

/** What is not plausible in a new postcode file: errors, or warnings when large changes are allowed. */
export function implausiblePostcodes(
  { live, gone, otherDistrict, moved, unknownDistricts }: PostcodeChanges,
  allowLargeChanges: boolean,
): Issue[] {
  const issues: Issue[] = [];
  const doubt = (wrong: boolean, found: string, expected: string): void => {
    if (!wrong) return;
    issues.push({
      severity: allowLargeChanges ? 'warning' : 'error',
      where: {},
      found,
      expected,
      mend: allowLargeChanges
        ? 'It was taken as you asked.'
        : 'Check that the whole directory was named. If the change is real, run again with --allow-large-changes.',
    });
  };
  const share = (count: number): number => count / live.before;
  doubt(
    live.after < live.before * plausible.fewestLive || live.after > live.before * plausible.mostLive,
    `${formatCount(live.after)} live postcodes beside ${formatCount(live.before)} in use`,
    'a directory of the whole of Great Britain',
  );
  doubt(
    share(gone) > plausible.gone,
    `${formatShare(share(gone))} of the postcodes in use missing`,
    `at most ${formatShare(plausible.gone)}`,
  );
  doubt(
    share(otherDistrict) > plausible.otherDistrict,
    `${formatShare(share(otherDistrict))} of the postcodes in another district than now`,
    `at most ${formatShare(plausible.otherDistrict)}`,
  );
  doubt(
    share(moved) > plausible.moved,
    `${formatShare(share(moved))} of the postcodes more than ${farKm} km from where they are now`,
    `at most ${formatShare(plausible.moved)}`,
  );
  if (unknownDistricts.length > 0) {
    issues.push({
      severity: 'warning',
      where: {},
      found: `districts whose names are not known: ${unknownDistricts.slice(0, 10).join(', ')}`,
      expected: 'districts of 2025 or before',
      mend: 'They are shown and asked for by their codes.',
    });
  }
  return issues;
}
