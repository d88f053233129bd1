import type { Explained } from '../explain/explained.ts';
import { sum } from '../explain/explained.ts';
import type { Lm3Project } from './project.ts';
import { type StratumRespend, stratumRespend } from './respend.ts';
import { notFollowed, type SpendParts, staffRespend } from './rounds.ts';
import { lm3Sources } from './sources.ts';
import type { Stratum, SupplierTally } from './strata.ts';

/** Round 3 with its parts, in GBP. */
export interface Round3 {
  readonly node: Explained;
  readonly localStaff: Explained;
  readonly nonLocalStaff: Explained;
  readonly localSuppliers: Explained;
  readonly nonLocalSuppliers: Explained;
  /** Strata whose re-spending counts, with what they re-spent. */
  readonly followed: readonly { readonly stratum: Stratum; readonly respend: StratumRespend }[];
}

/** What staff and suppliers re-spent in the area, by the method of the project. */
export function round3(project: Lm3Project, tally: SupplierTally, parts: SpendParts): Round3 {
  const chain = project.method === 'chain';
  const pool = chain ? [tally.local] : [tally.local, tally.nonLocal];
  const follow = (stratum: Stratum) => ({
    stratum,
    respend: stratumRespend(stratum, pool, project.nonResponse),
  });
  const local = follow(tally.local);
  const nonLocal = chain ? undefined : follow(tally.nonLocal);
  const localStaff = staffRespend(parts.localStaff, true, project);
  const nonLocalStaff = chain
    ? notFollowed('round3.nonLocalStaff', 'Re-spent by non-local staff', 'Non-local staff')
    : staffRespend(parts.nonLocalStaff, false, project);
  const localSuppliers = local.respend.all;
  const nonLocalSuppliers =
    nonLocal?.respend.all ??
    notFollowed('round3.nonLocalSuppliers', 'Re-spent by non-local suppliers', 'Non-local suppliers');
  const node = sum(
    {
      id: 'round3',
      label: 'Round 3: re-spent in the area by those people and organisations',
      unit: 'GBP',
      formula: 'what staff re-spent + what suppliers re-spent',
      sources: [lm3Sources.round3],
    },
    [localStaff, nonLocalStaff, localSuppliers, nonLocalSuppliers],
  );
  return {
    node,
    localStaff,
    nonLocalStaff,
    localSuppliers,
    nonLocalSuppliers,
    followed: nonLocal ? [local, nonLocal] : [local],
  };
}
