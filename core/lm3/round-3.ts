import type { Explained } from '../explain/explained.ts';
import { sum } from '../explain/explained.ts';
import type { Lm3Project } from './project.ts';
import { type StratumRespend, stratumRespend } from './respend.ts';
import { notFollowed, type SpendParts } from './rounds.ts';
import { lm3Sources } from './sources.ts';
import { type StaffRespend, staffRespend } from './staff-round-3.ts';
import type { Stratum, SupplierTally } from './strata.ts';

/** Round 3 with its parts, in GBP. */
export interface Round3 {
  readonly node: Explained;
  readonly localStaff: Explained;
  readonly nonLocalStaff: Explained;
  readonly localSuppliers: Explained;
  readonly nonLocalSuppliers: Explained;
  /** Strata whose re-spending counts, with what they re-spent. */
  readonly followed: readonly Followed[];
  /** Groups of staff whose re-spending counts. */
  readonly staff: readonly StaffRespend[];
}

export interface Followed {
  readonly stratum: Stratum;
  readonly respend: StratumRespend;
}

/**
 * What staff and suppliers re-spent in the area, by the method of the project.
 *
 * @param heldRatios re-spend ratios of silent suppliers by the id of their stratum, where they do not follow from the answers
 */
export function round3(
  project: Lm3Project,
  tally: SupplierTally,
  parts: SpendParts,
  heldRatios?: ReadonlyMap<string, Explained>,
): Round3 {
  const chain = project.method === 'chain';
  const counted = tally.strata.filter((stratum) => stratum.local || !chain);
  const followed = counted.map((stratum) => ({
    stratum,
    respend: stratumRespend(stratum, counted, project, heldRatios?.get(stratum.id)),
  }));
  const localStaff = staffRespend(parts.respendablePay.local, true, project);
  const nonLocalStaff = chain ? undefined : staffRespend(parts.respendablePay.nonLocal, false, project);
  const nonLocalStaffNode =
    nonLocalStaff?.respend ??
    notFollowed('round3.nonLocalStaff', 'Re-spent by non-local staff', 'Non-local staff');
  const localSuppliers = suppliersRespend(followed, true);
  const nonLocalSuppliers = chain
    ? notFollowed('round3.nonLocalSuppliers', 'Re-spent by non-local suppliers', 'Non-local suppliers')
    : suppliersRespend(followed, false);
  const node = sum(
    {
      id: 'round3',
      label: 'Round 3: re-spent in the area by those people and organisations',
      unit: 'GBP',
      formula: 'what staff re-spent + what suppliers re-spent',
      sources: [lm3Sources.round3],
    },
    [localStaff.respend, nonLocalStaffNode, localSuppliers, nonLocalSuppliers],
  );
  return {
    node,
    localStaff: localStaff.respend,
    nonLocalStaff: nonLocalStaffNode,
    localSuppliers,
    nonLocalSuppliers,
    followed,
    staff: nonLocalStaff ? [localStaff, nonLocalStaff] : [localStaff],
  };
}

/** One stratum as it is; several as their sum. */
function suppliersRespend(followed: readonly Followed[], local: boolean): Explained {
  const parts = followed.filter(({ stratum }) => stratum.local === local).map(({ respend }) => respend.all);
  const [only] = parts;
  if (parts.length === 1 && only) return only;
  return sum(
    {
      id: local ? 'round3.localSuppliers' : 'round3.nonLocalSuppliers',
      label: `Re-spent by ${local ? 'local' : 'non-local'} suppliers`,
      unit: 'GBP',
      formula: 'sum over the strata of these suppliers',
      sources: [lm3Sources.round3],
    },
    parts,
  );
}
