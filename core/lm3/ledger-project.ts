import type { Assumption } from '../explain/explained.ts';
import type { LocalList } from '../ledger/local-list.ts';
import type { PlacedLedger } from '../ledger/placed-ledger.ts';
import { formatGbp, formatRatio } from '../units/format.ts';
import { type Lm3Project, lm3ProjectSchema } from './project.ts';
import type { Lm3Context } from './result.ts';

/** Standard choices and nothing spent. */
const { name: _unnamed, ...emptyProject } = lm3ProjectSchema.parse({
  name: 'unnamed',
  payroll: { local: 0, nonLocal: 0 },
});

/**
 * The LM3 project that a placed ledger stands for: supplier spend only, nobody has answered yet.
 * Suppliers that cannot be placed count as not local, and the context says so.
 */
export function ledgerProject(
  placed: PlacedLedger,
  labels: Pick<Lm3Project, 'name'> & Partial<Pick<Lm3Project, 'area' | 'period'>>,
  list: LocalList,
): { project: Lm3Project; context: Lm3Context } {
  const project: Lm3Project = {
    ...labels,
    ...emptyProject,
    scope: 'Payments to suppliers in a spend export',
    suppliers: placed.suppliers.map(({ name, pence, placing }) => ({
      name,
      spend: pence / 100,
      local: placing === 'local',
      respendShare: null,
    })),
  };
  return { project, context: { issues: placed.issues, assumptions: placingAssumptions(placed, list) } };
}

function placingAssumptions({ cannotTell, notLocal, total }: PlacedLedger, list: LocalList): Assumption[] {
  const payroll: Assumption = {
    id: 'ledger.noPayroll',
    text: 'Only payments to suppliers are counted; the export holds no payroll.',
    because: 'Councils publish payments to suppliers, not pay.',
    effect:
      'Adding payroll changes round 1 and every later round. Use the LM3 workbook for a whole organisation.',
  };
  const unlisted: Assumption = list.localOnly
    ? {
        id: 'ledger.unlisted',
        text: `Suppliers that are not on the list of local suppliers, paid ${formatGbp(notLocal)}, count as not local.`,
        because: 'The list names local suppliers only.',
        effect: `If all of them were local, round 2 would rise by ${formatGbp(notLocal)} and LM3 by ${formatRatio(notLocal / total)}.`,
      }
    : {
        id: 'ledger.cannotTell',
        text: `Suppliers that the list does not place, paid ${formatGbp(cannotTell)}, count as not local.`,
        because: 'Nothing says where they work from.',
        effect: `If all of them were local, round 2 would rise by ${formatGbp(cannotTell)} and LM3 and both its bounds by ${formatRatio(cannotTell / total)}.`,
      };
  return [payroll, unlisted];
}
