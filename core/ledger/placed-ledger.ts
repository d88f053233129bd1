import type { Assumption } from '../explain/explained.ts';
import { defaultProxies, type Lm3Project } from '../lm3/project.ts';
import type { Lm3Context } from '../lm3/result.ts';
import { formatCount, formatGbp, formatRatio } from '../units/format.ts';
import type { Issue } from '../workbook/issue.ts';
import type { Ledger, LedgerSupplier } from './ledger.ts';
import type { LocalList } from './local-list.ts';
import { supplierKey } from './supplier-key.ts';

export type Placing = 'local' | 'notLocal' | 'cannotTell';

export interface PlacedSupplier extends LedgerSupplier {
  readonly placing: Placing;
}

/** A ledger whose suppliers are placed, with sums in GBP. */
export interface PlacedLedger {
  readonly lines: number;
  readonly total: number;
  readonly local: number;
  readonly notLocal: number;
  readonly cannotTell: number;
  readonly suppliers: readonly PlacedSupplier[];
  /** Suppliers outside the area that take the most, or that cannot be placed. */
  readonly topLeaks: readonly { readonly name: string; readonly spend: number; readonly placing: Placing }[];
  readonly issues: readonly Issue[];
}

const listedLeaks = 20;

/** Places every supplier by the list; without a list nobody can be placed. */
export function placeLedger(ledger: Ledger, list?: LocalList): PlacedLedger {
  const suppliers = ledger.suppliers.map((supplier) => ({ ...supplier, placing: placingOf(supplier, list) }));
  const pounds = (placing: Placing) =>
    suppliers.reduce(
      (pence, supplier) => (supplier.placing === placing ? pence + supplier.pence : pence),
      0,
    ) / 100;
  const topLeaks = suppliers
    .filter((supplier) => supplier.placing !== 'local' && supplier.pence > 0)
    .sort((a, b) => b.pence - a.pence)
    .slice(0, listedLeaks)
    .map(({ name, pence, placing }) => ({ name, spend: pence / 100, placing }));
  return {
    lines: ledger.lines,
    total: ledger.totalPence / 100,
    local: pounds('local'),
    notLocal: pounds('notLocal'),
    cannotTell: pounds('cannotTell'),
    suppliers,
    topLeaks,
    issues: list ? unmatched(ledger, list) : [],
  };
}

function placingOf(supplier: LedgerSupplier, list: LocalList | undefined): Placing {
  if (!list) return 'cannotTell';
  const said = list.said.get(supplierKey(supplier.name));
  if (said) return said.local ? 'local' : 'notLocal';
  return list.localOnly ? 'notLocal' : 'cannotTell';
}

function unmatched(ledger: Ledger, { said }: LocalList): Issue[] {
  const paid = new Set(ledger.suppliers.map((supplier) => supplierKey(supplier.name)));
  const missing = [...said].filter(([key]) => !paid.has(key)).map(([, { name }]) => `"${name}"`);
  if (missing.length === 0) return [];
  return [
    {
      severity: 'warning',
      where: {},
      found: `${formatCount(missing.length)} on the list of local suppliers but not in the ledger: ${missing.slice(0, 10).join(', ')}`,
      expected: 'names as the ledger spells them',
      mend: 'Check the spelling, or leave them if they were not paid in this period.',
    },
  ];
}

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
    scope: 'Payments to suppliers in a spend export',
    method: 'allRecipients',
    payroll: { local: 0, nonLocal: 0 },
    otherDirectCosts: [],
    proxies: defaultProxies,
    nonResponse: 'extrapolate',
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
