import type { Supplier } from './project.ts';
import type { PaymentKind, Settings } from './settings.ts';
import { type StratumName, strataOf } from './stratify.ts';

/**
 * The suppliers that count, as columns: 140,000 of them are added up in a few milliseconds. One
 * place in every column is one supplier.
 */
export interface SupplierTable {
  /** GBP, above 0. */
  readonly spend: Float64Array;
  /** Re-spend share, 0 to 1; NaN when the supplier has not answered. */
  readonly share: Float64Array;
  /** Place of the supplier's stratum in `strata`. */
  readonly stratum: Uint32Array;
  readonly strata: readonly StratumName[];
  /** The supplier that a place stands for. */
  readonly supplierAt: (place: number) => Supplier;
}

/** Lines that do not count, with their sum in GBP. */
export interface LeftOut {
  readonly kind: PaymentKind | 'credit';
  readonly suppliers: readonly Supplier[];
  readonly total: number;
}

/** Sorts out what counts, and puts it in strata. Suppliers without spend have no weight and are passed over. */
export function supplierTable(
  suppliers: readonly Supplier[],
  settings: Settings,
): { readonly table: SupplierTable; readonly leftOut: readonly LeftOut[] } {
  const { counted, leftOut } = sortOut(suppliers, settings.leaveOut);
  const spend = new Float64Array(counted.length);
  const share = new Float64Array(counted.length);
  counted.forEach((supplier, place) => {
    spend[place] = supplier.spend;
    share[place] = supplier.respendShare ?? Number.NaN;
  });
  const { stratum, strata } = strataOf(counted, spend, settings);
  const supplierAt = (place: number): Supplier => {
    const supplier = counted[place];
    if (!supplier) throw new RangeError(`supplierTable: no supplier at ${place}`);
    return supplier;
  };
  return { table: { spend, share, stratum, strata, supplierAt }, leftOut };
}

function sortOut(
  suppliers: readonly Supplier[],
  kindsLeftOut: Settings['leaveOut'],
): { counted: Supplier[]; leftOut: LeftOut[] } {
  const counted: Supplier[] = [];
  const out = new Map<LeftOut['kind'], Supplier[]>();
  for (const supplier of suppliers) {
    const { kind, spend } = supplier;
    const reason =
      kind !== undefined && kindsLeftOut.includes(kind) ? kind : spend < 0 ? 'credit' : undefined;
    if (reason) {
      const lines = out.get(reason);
      if (lines) lines.push(supplier);
      else out.set(reason, [supplier]);
    } else if (spend > 0) counted.push(supplier);
  }
  const leftOut = [...out].map(([kind, lines]) => ({
    kind,
    suppliers: lines,
    total: lines.reduce((total, supplier) => total + supplier.spend, 0),
  }));
  return { counted, leftOut };
}
