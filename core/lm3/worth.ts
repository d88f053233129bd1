import type { Explained } from '../explain/explained.ts';
import { given, quotient, sum } from '../explain/explained.ts';
import type { Round3 } from './round-3.ts';
import { lm3Sources } from './sources.ts';
import type { Stratum, SupplierTally } from './strata.ts';

/**
 * What a pound to a local, or to a non-local, supplier is worth to the area: what counts of it in
 * round 2 and in round 3. It leaves out round 1, so it is not an LM3.
 *
 * Source: the Northumberland study of 2005 as told by Sustainable Hackney: £1.76 and £0.36.
 *
 * @returns undefined when nothing was spent with such suppliers
 */
export function worthOfPound(
  local: boolean,
  tally: SupplierTally,
  third: Pick<Round3, 'localSuppliers' | 'nonLocalSuppliers'>,
): Explained | undefined {
  const stratum = local ? tally.local : tally.nonLocal;
  const spent = spendWith(stratum);
  if (spent === 0) return undefined;
  const id = local ? 'worth.local' : 'worth.nonLocal';
  const kind = local ? 'local' : 'non-local';
  const received = given(
    { id: `${id}.spend`, label: `Spend with ${kind} suppliers`, unit: 'GBP', formula: 'sum of their spend' },
    spent,
  );
  const respent = quotient(
    {
      id: `${id}.round3`,
      label: 'Round 3 of a pound',
      unit: 'GBP',
      formula: 'what these suppliers re-spent / what they received',
    },
    local ? third.localSuppliers : third.nonLocalSuppliers,
    received,
  );
  return sum(
    {
      id,
      label: `What a pound to a ${kind} supplier is worth to the area`,
      unit: 'GBP',
      formula: 'what counts of it in round 2 + what counts of it in round 3; round 1 is left out',
      sources: [lm3Sources.worth],
    },
    [
      given(
        {
          id: `${id}.round2`,
          label: 'Round 2 of a pound',
          unit: 'GBP',
          formula: local ? 'all of it, as the supplier is local' : 'nothing, as the supplier is not local',
        },
        local ? 1 : 0,
      ),
      respent,
    ],
  );
}

const spendWith = ({ answered, silent }: Stratum): number => answered.spend + silent.spend;
