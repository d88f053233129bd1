import type { Placing } from '../area/placing.ts';
import type { Assumption } from '../explain/explained.ts';
import type { LocalList } from '../ledger/local-list.ts';
import type { Spend, SpendSupplier } from '../ledger/spend.ts';
import { formatGbp, formatRatio } from '../units/format.ts';
import { longestText } from '../workbook/short-text.ts';
import { type Lm3Project, lm3ProjectSchema, type Supplier } from './project.ts';
import type { Lm3Context } from './result.ts';
import { standardSettings } from './settings.ts';

/** Standard choices and nothing spent. */
const { name: _unnamed, ...emptyProject } = lm3ProjectSchema.parse({
  name: 'unnamed',
  payroll: { local: 0, nonLocal: 0 },
});

/**
 * The LM3 project that spend exports stand for: supplier spend only, nobody has answered yet. A
 * supplier that was paid on both sides of the boundary is a supplier on each. Suppliers that cannot
 * be placed count as not local, and the context says so. What is no plain purchase has its kind, so
 * that the settings decide whether it counts.
 */
export function ledgerProject(
  spend: Spend,
  labels: Pick<Lm3Project, 'name'> & Partial<Pick<Lm3Project, 'area' | 'areaKind' | 'radiusKm' | 'period'>>,
  list?: LocalList,
): { project: Lm3Project; context: Lm3Context } {
  const project: Lm3Project = {
    ...labels,
    ...emptyProject,
    scope: 'Payments to suppliers in a spend export',
    suppliers: ledgerSuppliers(spend).map(({ supplier }) => supplier),
  };
  return { project, context: { issues: spend.issues, assumptions: assumptionsOf(spend, list) } };
}

const placingWords: Readonly<Record<Placing, string>> = {
  local: 'in the area',
  notLocal: 'elsewhere',
  cannotTell: 'place not known',
};

/** A supplier of the project and what it was made from. */
export interface LedgerSupplierRow {
  readonly supplier: Supplier;
  readonly of: SpendSupplier;
  readonly placing: Placing;
}

/** The suppliers of spend exports as LM3 reads them: one for each side of the boundary it was paid on. */
export function ledgerSuppliers({ suppliers }: Spend): LedgerSupplierRow[] {
  return suppliers.flatMap((of): LedgerSupplierRow[] => {
    const { name, kind, category, places, pence } = of;
    const sums = new Map<Placing, number>();
    for (const place of places) sums.set(place.placing, (sums.get(place.placing) ?? 0) + place.pence);
    if (sums.size === 0) sums.set('cannotTell', pence);
    return [...sums].map(([placing, sum]) => ({
      of,
      placing,
      supplier: {
        name: short(sums.size > 1 ? `${name} (${placingWords[placing]})` : name),
        spend: sum / 100,
        local: placing === 'local',
        respendShare: null,
        ...(category === null ? {} : { category: short(category) }),
        ...(kind?.kind.lm3Kind ? { kind: kind.kind.lm3Kind } : {}),
      },
    }));
  });
}

/** Names and labels of a project have a bound; what is longer keeps its beginning. */
const short = (text: string): string =>
  text.length > longestText ? `${text.slice(0, longestText - 3).trimEnd()}...` : text;

function assumptionsOf(spend: Spend, list: LocalList | undefined): Assumption[] {
  const { notLocal, cannotTell, pence } = spend.total;
  const assumptions: Assumption[] = [
    {
      id: 'ledger.noPayroll',
      text: 'Only payments to suppliers are counted; the export holds no payroll.',
      because: 'Councils publish payments to suppliers, not pay.',
      effect:
        'Adding payroll changes round 1 and every later round. Use the LM3 workbook for a whole organisation.',
    },
  ];
  if (list?.localOnly && notLocal > 0)
    assumptions.push({
      id: 'ledger.unlisted',
      text: `Suppliers that are not on the list of local suppliers, paid ${formatGbp(notLocal / 100)}, count as not local.`,
      because: 'The list names local suppliers only.',
      effect: `If all of them were local, round 2 would rise by ${formatGbp(notLocal / 100)} and LM3 by ${formatRatio(notLocal / pence)}.`,
    });
  if (cannotTell > 0)
    assumptions.push({
      id: 'ledger.cannotTell',
      text: `Payees that nothing places, paid ${formatGbp(cannotTell / 100)}, count as not local.`,
      because: 'Nothing says where they are; some are names that stand for many.',
      effect: `If all of them were local, round 2 would rise by ${formatGbp(cannotTell / 100)} and LM3 and both its bounds by ${formatRatio(cannotTell / pence)}.`,
    });
  return [...assumptions, ...placeAssumptions(spend), ...kindAssumptions(spend)];
}

/** What places lean on, once for each assumption. */
function placeAssumptions({ suppliers }: Spend): Assumption[] {
  const sums = new Map<string, number>();
  for (const { places } of suppliers) {
    for (const { assumption, pence } of places) {
      if (assumption !== undefined) sums.set(assumption, (sums.get(assumption) ?? 0) + pence);
    }
  }
  return [...sums].slice(0, mostListed).map(([text, pence], index) => ({
    id: `ledger.place${index + 1}`,
    text: `${text.replace(/\.$/, '')}: ${formatGbp(pence / 100)}.`,
    because: 'The postcode itself is not among those that can be placed.',
    effect: 'Placed otherwise, that money moves between local and not local.',
  }));
}

const mostListed = 5;

function kindAssumptions({ kinds }: Spend): Assumption[] {
  const stay = kinds.filter(
    ({ kind, pence }) =>
      kind.lm3Kind !== null && !standardSettings.leaveOut.includes(kind.lm3Kind) && pence > 0,
  );
  if (stay.length === 0) return [];
  const sum = stay.reduce((total, { pence }) => total + pence, 0);
  const parts = stay.map(({ kind, pence }) => `${kind.name} ${formatGbp(pence / 100)}`);
  return [
    {
      id: 'ledger.kinds',
      text: `${formatGbp(sum / 100)} went to people, public bodies and names that are not told: ${parts.join(', ')}. It counts.`,
      because: 'The standard leaves out internal recharges only; what else to leave out is a setting.',
      effect: `Left out, round 1 would be ${formatGbp(sum / 100)} less.`,
    },
  ];
}
