import {
  type Issue,
  mergeReasonWords,
  type Spend,
  type SpendSum,
  spendDeprivation,
  supplierTypeWords,
} from '../core/index.ts';

const listedLeaks = 20;
const pounds = (pence: number): number => pence / 100;

const sums = ({ lines, pence, local, notLocal, cannotTell }: SpendSum) => ({
  lines,
  total: pounds(pence),
  local: pounds(local),
  notLocal: pounds(notLocal),
  cannotTell: pounds(cannotTell),
});

/** Spend exports as the one JSON object of the command: GBP with pence, shares 0 to 1. */
export function ledgerJson(spend: Spend, issues: readonly Issue[]) {
  const count = (of: (source: Spend['sources'][number]) => number) =>
    spend.sources.reduce((sum, source) => sum + of(source), 0);
  return {
    ...sums(spend.total),
    suppliers: spend.suppliers.length,
    names: spend.names,
    credits: { lines: spend.credits.lines, total: pounds(spend.credits.pence) },
    topLeaks: spend.suppliers
      .filter(({ placing, pence }) => placing !== 'local' && pence > 0)
      .slice(0, listedLeaks)
      .map(({ name, pence, placing, places, category }) => ({
        name,
        spend: pounds(pence),
        placing,
        reason: places[0]?.reason ?? '',
        category,
      })),
    byMonth: spend.byMonth.map(({ month, ...sum }) => ({ month, ...sums(sum) })),
    byCategory: spend.byCategory.map(({ category, suppliers, ...sum }) => ({
      category,
      suppliers,
      ...sums(sum),
    })),
    byDistrict: spend.byDistrict.map(({ district, suppliers, ...sum }) => ({
      code: district?.code ?? null,
      name: district?.name ?? null,
      suppliers,
      ...sums(sum),
    })),
    deprivation: deprivationJson(spend),
    concentration: {
      suppliers: spend.concentration.suppliers,
      total: pounds(spend.concentration.pence),
      reach: spend.concentration.reach,
    },
    supplierTypes:
      spend.supplierTypes?.map(({ type, lines, pence, suppliers }) => ({
        type,
        words: type === null ? 'The file does not say' : supplierTypeWords[type],
        lines,
        suppliers,
        total: pounds(pence),
        share: spend.total.pence > 0 ? pence / spend.total.pence : null,
      })) ?? null,
    kinds: spend.kinds.map(({ kind, names, lines, pence }) => ({
      id: kind.id,
      name: kind.name,
      lm3Kind: kind.lm3Kind,
      names,
      lines,
      total: pounds(pence),
      why: kind.why,
    })),
    merges: spend.merges.map(({ name, supplier, reason, lines, pence }) => ({
      name,
      supplier,
      reason,
      because: mergeReasonWords[reason],
      lines,
      total: pounds(pence),
    })),
    likelySame: spend.likelySame.map(({ pence, otherPence, ...pair }) => ({
      ...pair,
      total: pounds(pence),
      otherTotal: pounds(otherPence),
    })),
    rows: {
      all: count(({ rows }) => rows),
      payments: spend.lines,
      blank: count(({ blankRows }) => blankRows),
      totals: count(({ totalRowCount }) => totalRowCount),
      unreadable: count(({ faultCount }) => faultCount),
      undated: count(({ undatedLines }) => undatedLines),
    },
    files: spend.sources.map(({ file, sheet, recognition, rows, lines, pence, blankRows }) => ({
      file,
      ...(sheet === undefined ? {} : { sheet }),
      rows,
      lines,
      blank: blankRows,
      total: pounds(pence),
      headingRow: recognition.headingRow ?? null,
      payer: recognition.payer ?? null,
      amounts: recognition.amountBasis,
      dateOrder: recognition.plan.dateOrder,
      columns: recognition.columns.map(({ role, heading, column, sureness, because, others }) => ({
        role,
        heading,
        column,
        sureness,
        because,
        others,
      })),
    })),
    issues,
  };
}

function deprivationJson(spend: Spend) {
  const reach = spendDeprivation(spend);
  if (!reach) return null;
  const { mostDeprivedFifth, mostDeprivedTenth, fifths, withoutIndex, label, limits } = reach;
  return {
    mostDeprivedFifth: mostDeprivedFifth.value,
    mostDeprivedTenth: mostDeprivedTenth.value,
    fifths,
    withoutIndex,
    label,
    limits,
  };
}
