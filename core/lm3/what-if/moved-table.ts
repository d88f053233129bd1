import { type Explained, given } from '../../explain/explained.ts';
import { formatShare } from '../../units/format.ts';
import type { PreparedLm3 } from '../lm3.ts';
import type { Lm3Project, Supplier } from '../project.ts';
import { lm3Sources } from '../sources.ts';
import { ratioOfSilent, type TakenShares } from '../taken-shares.ts';
import type { Move, NewSupplier } from './moves.ts';

/** A project after moves, with the ratios of silent suppliers held as they were. */
export interface Moved {
  readonly prepared: PreparedLm3;
  /** The same as a project of its own, for a face to keep; its ratios follow from its own answers. */
  readonly project: Lm3Project;
  /** GBP more or less at each place of the table before. */
  readonly byPlace: ReadonlyMap<number, number>;
  /** GBP to each new supplier. */
  readonly byNew: ReadonlyMap<NewSupplier, number>;
}

/** Where new suppliers stand if they cannot join the one stratum of local ones. */
const newStratum = { id: 'local.new', label: 'new local', local: true } as const;
/** Less than this part of a line's spend is a remainder of the division by lines. */
const remainder = 1e-9;

/** Moves money in the table of suppliers. With no moves the table and its ratios stay what they are. */
export function movedTable(before: PreparedLm3, taken: TakenShares, moves: readonly Move[]): Moved {
  const { table } = before;
  const { byPlace, byNew } = netChanges(before, moves);
  const spends = new Map<Supplier, number>();
  for (const [place, change] of byPlace) {
    const spend = table.spend[place] ?? 0;
    const after = spend + change;
    spends.set(table.supplierAt(place), Math.abs(after) <= remainder * spend ? 0 : after);
  }
  const kept: number[] = [];
  for (let place = 0; place < table.spend.length; place += 1) {
    if (!byPlace.has(place) || spends.get(table.supplierAt(place)) !== 0) kept.push(place);
  }
  const added = [...byNew].map(([supplier, spend]) => newLine(before, supplier, spend, moves));
  const localStrata = table.strata.flatMap(({ local }, index) => (local ? [index] : []));
  const [onlyLocal] = localStrata.length === 1 ? localStrata : [];
  const stratumOf = ({ respendShare }: Supplier): number =>
    respendShare === null && onlyLocal !== undefined ? onlyLocal : table.strata.length;
  const supplierAt = (place: number): Supplier => {
    const old = kept[place];
    if (old !== undefined) return changed(table.supplierAt(old), spends);
    const line = added[place - kept.length];
    if (!line) throw new RangeError(`movedTable: no supplier at ${place}`);
    return line;
  };
  const length = kept.length + added.length;
  const after = {
    spend: new Float64Array(length),
    share: new Float64Array(length),
    stratum: new Uint32Array(length),
    strata: byNew.size > 0 ? [...table.strata, newStratum] : table.strata,
    supplierAt,
  };
  for (let place = 0; place < length; place += 1) {
    const old = kept[place];
    const supplier = supplierAt(place);
    after.spend[place] = supplier.spend;
    after.share[place] = supplier.respendShare ?? Number.NaN;
    after.stratum[place] = old === undefined ? stratumOf(supplier) : (table.stratum[old] ?? 0);
  }
  const heldRatios = new Map([...taken.ratios].map(([id, node]) => [id, held(node)] as const));
  if (byNew.size > 0) heldRatios.set(newStratum.id, ratioOfNew(before, taken));
  return {
    prepared: { ...before, table: after, heldRatios },
    project: movedProject(before, spends, added),
    byPlace,
    byNew,
  };
}

/** What every line and every new supplier gains or loses over all moves, GBP. */
function netChanges({ table }: PreparedLm3, moves: readonly Move[]) {
  const byPlace = new Map<number, number>();
  const byNew = new Map<NewSupplier, number>();
  const share = (places: readonly number[], spend: number, amount: number) => {
    for (const place of places) {
      const part = places.length === 1 ? amount : (amount * (table.spend[place] ?? 0)) / spend;
      byPlace.set(place, (byPlace.get(place) ?? 0) + part);
    }
  };
  for (const { from, to, amount } of moves) {
    share(from.places, from.spend, -amount);
    if ('existing' in to) share(to.existing.places, to.existing.spend, amount);
    else byNew.set(to.added, (byNew.get(to.added) ?? 0) + amount);
  }
  return { byPlace, byNew };
}

function newLine(
  { table }: PreparedLm3,
  supplier: NewSupplier,
  spend: number,
  moves: readonly Move[],
): Supplier {
  const { name, respendShare = null } = supplier;
  const replaced = moves.flatMap(({ to, from }) =>
    'added' in to && to.added === supplier
      ? from.places.map((place) => table.supplierAt(place).category)
      : [],
  );
  // It sells what it replaces, where that is one thing.
  const [category] = new Set(replaced).size === 1 ? replaced : [];
  return {
    name,
    spend,
    local: true,
    respendShare,
    where: 'what-if',
    ...(category === undefined ? {} : { category }),
  };
}

const changed = (supplier: Supplier, spends: ReadonlyMap<Supplier, number>): Supplier => {
  const spend = spends.get(supplier);
  return spend === undefined ? supplier : { ...supplier, spend };
};

/** Agencies whose money moved are suppliers of the project from then on. */
function movedProject(
  { project, table }: PreparedLm3,
  spends: ReadonlyMap<Supplier, number>,
  added: readonly Supplier[],
): Lm3Project {
  const own = new Set(project.suppliers);
  const agencyMoved = [...spends.keys()].some((supplier) => !own.has(supplier));
  const agencies: Supplier[] = [];
  for (let place = 0; agencyMoved && place < table.spend.length; place += 1) {
    const supplier = table.supplierAt(place);
    if (!own.has(supplier)) agencies.push(changed(supplier, spends));
  }
  const extras = agencyMoved
    ? project.payroll.extras.filter(({ kind }) => kind !== 'agencyStaff')
    : project.payroll.extras;
  return {
    ...project,
    payroll: { ...project.payroll, extras },
    suppliers: [...project.suppliers.map((supplier) => changed(supplier, spends)), ...agencies, ...added],
  };
}

function held(ratio: Explained): Explained {
  return given(
    {
      id: ratio.id,
      label: ratio.label,
      unit: ratio.unit,
      formula: 'held as it was before the change',
      assumptions: [
        {
          id: ratio.id,
          text: `${ratio.label}: ${formatShare(ratio.value)}, held as it was before the change.`,
          because: 'Moving money does not change what others re-spend.',
          effect: 'If the ratio followed the suppliers that remain, LM3 would be as told beside the result.',
          source: lm3Sources.adopted,
        },
      ],
      sources: ratio.sources,
    },
    ratio.value,
  );
}

/** What a new local supplier without a share of its own is taken to re-spend: the ratio of all local ones. */
export function ratioOfNew({ project }: PreparedLm3, { tally, follows }: TakenShares): Explained {
  const pool = [tally.local, ...(follows(false) ? [tally.nonLocal] : [])];
  const ratio = ratioOfSilent(tally.local, pool, project);
  return given(
    {
      id: 'round3.localSuppliers.new.ratio',
      label: 'Re-spend ratio taken for new local suppliers',
      unit: 'share',
      formula: `${ratio.formula}, as for silent local suppliers`,
      assumptions: [
        {
          id: 'newSupplier',
          text: `A new local supplier is taken to re-spend ${formatShare(ratio.value)} of what it receives.`,
          because: 'No share was given for it, so it counts like a silent local supplier.',
          effect: 'The bounds of the change count it at nothing and at everything.',
          source: lm3Sources.adopted,
        },
      ],
    },
    ratio.value,
  );
}
