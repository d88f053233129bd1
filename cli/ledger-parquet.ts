import {
  type ColumnMapping,
  type LinePlan,
  type Outcome,
  type Recognition,
  type Row,
  recogniseLedger,
  type SpendPart,
} from '../core/index.ts';

/**
 * Adds up a Parquet file of payments. What reads it is loaded here and now, so that nobody else has to
 * have DuckDB installed.
 */
export async function readParquetLedger(
  path: string,
  mapping: ColumnMapping,
  onShare: (share: number) => void,
): Promise<Outcome<SpendPart[]>> {
  const { sumParquet } = await import('../spreadsheet/parquet/sum-parquet.ts');
  const found: { recognition?: Recognition } = {};
  const plan = (rows: readonly Row[]): Outcome<LinePlan> => {
    const recognised = recogniseLedger(rows, mapping);
    if (!recognised.ok) return recognised;
    found.recognition = recognised.value;
    if (recognised.value.creditColumn !== undefined) return { ok: false, issues: [twoColumns(path)] };
    return { ...recognised, value: recognised.value.plan };
  };
  const summed = await sumParquet(path, { plan, fileName: path, onProgress: onShare });
  if (!summed.ok) {
    return {
      ok: false,
      issues: summed.issues.map((issue) => ({ ...issue, where: { file: path, ...issue.where } })),
    };
  }
  const { recognition } = found;
  if (recognition === undefined) throw new RangeError('sumParquet asked for no plan');
  return {
    ok: true,
    value: [{ file: path, recognition, totals: summed.value.totals }],
    issues: summed.issues,
  };
}

const twoColumns = (file: string) => ({
  severity: 'error' as const,
  where: { file },
  found: 'debits and credits in two columns of a Parquet file',
  expected: 'one column of amounts, credits below zero',
  mend: 'Write one amount (debit less credit) into the file, or export the table as CSV, where two columns are read.',
});
