import type { Placing } from '../area/placing.ts';
import { formatCount } from '../units/format.ts';
import type { Issue } from '../workbook/issue.ts';
import type { Ledger, LedgerSupplier } from './ledger.ts';
import type { LocalList } from './local-list.ts';
import { supplierKey } from './supplier-key.ts';

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
