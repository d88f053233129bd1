import { difference, type Explained, given, sum } from '../../explain/explained.ts';
import { formatShare } from '../../units/format.ts';
import { exactSum } from '../../units/sum.ts';
import type { PreparedLm3 } from '../lm3.ts';
import { isLocal } from '../local-supplier.ts';
import { lm3Sources } from '../sources.ts';
import type { TakenShares } from '../taken-shares.ts';
import { ratioOfNew } from './moved-table.ts';
import type { Move, NewSupplier, SupplierLines } from './moves.ts';

/**
 * What a pound gains when it moves from one supplier to another: (1 + re-spend share of the local
 * one) - what it was worth with the other, GBP in rounds 2 and 3.
 *
 * Source: docs/method/lm3.md, What if.
 */
export function supplierGain(before: PreparedLm3, taken: TakenShares, move: Move): Explained {
  const to =
    'existing' in move.to
      ? worthWith(before, taken, move.to.existing, 'to')
      : worthWithNew(before, taken, move.to.added);
  return difference(
    {
      id: 'gain',
      label: 'Gain of a pound moved',
      unit: 'GBP',
      formula:
        'what a pound is worth with the supplier that gets it - with the one that loses it, in rounds 2 and 3',
      sources: [lm3Sources.adopted],
    },
    to,
    worthWith(before, taken, move.from, 'from'),
  );
}

function worth(id: string, name: string, round2: Explained, round3: Explained): Explained {
  return sum(
    {
      id,
      label: `What a pound is worth with ${name}`,
      unit: 'GBP',
      formula: 'what counts of it in round 2 + what is re-spent of it in round 3',
    },
    [round2, round3],
  );
}

function worthWith(
  { table, project }: PreparedLm3,
  { shareAt, follows }: TakenShares,
  { name, places, spend }: SupplierLines,
  side: 'from' | 'to',
): Explained {
  const id = `gain.${side}`;
  const lines = places.map((place) => {
    const supplier = table.supplierAt(place);
    const local = isLocal(supplier, project.settings);
    return { spend: supplier.spend, local, silent: supplier.respendShare === null, share: shareAt(place) };
  });
  const [first] = lines;
  const alone = lines.length === 1 && first !== undefined;
  const localPart = alone
    ? Number(first.local)
    : exactSum(lines.map((line) => (line.local ? line.spend : 0))) / spend;
  const share = alone ? first.share : exactSum(lines.map((line) => line.spend * line.share)) / spend;
  const followed = lines.some((line) => follows(line.local));
  const silent = lines.some((line) => line.silent);
  const where = places.length === 1 ? table.supplierAt(places[0] ?? 0).where : undefined;
  return worth(
    id,
    name,
    given(
      {
        id: `${id}.round2`,
        label: 'Round 2 of a pound',
        unit: 'GBP',
        formula:
          localPart === 1
            ? 'all of it, as the supplier is local'
            : localPart === 0
              ? 'nothing, as the supplier is not local'
              : 'the part of its lines that is local',
      },
      localPart,
    ),
    given(
      {
        id: `${id}.round3`,
        label: 'Re-spend share',
        unit: 'share',
        formula: !followed
          ? 'not followed by the chain method'
          : silent
            ? 'it has not answered: the ratio taken for silent suppliers like it'
            : 'as answered',
        where,
      },
      share,
    ),
  );
}

function worthWithNew(
  before: PreparedLm3,
  taken: TakenShares,
  { name, respendShare }: NewSupplier,
): Explained {
  const id = 'gain.to';
  const all = given(
    {
      id: `${id}.round2`,
      label: 'Round 2 of a pound',
      unit: 'GBP',
      formula: 'all of it, as the supplier is local',
    },
    1,
  );
  if (respendShare === undefined) return worth(id, name, all, ratioOfNew(before, taken));
  return worth(
    id,
    name,
    all,
    given(
      {
        id: `${id}.round3`,
        label: 'Re-spend share',
        unit: 'share',
        formula: 'as given for this what-if',
        assumptions: [
          {
            id: `newSupplier.${name}`,
            text: `${name} is taken to re-spend ${formatShare(respendShare)} of what it receives, and counts as if it had answered.`,
            because: 'The share was given with the change.',
            effect: 'Each percentage point more or less moves the gain of a pound by a penny.',
            source: lm3Sources.adopted,
          },
        ],
      },
      respendShare,
    ),
  );
}
