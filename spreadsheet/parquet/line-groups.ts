import type { DuckDBConnection } from '@duckdb/node-api';
import { type LineGroup, lineText } from '../../core/index.ts';
import { textRows } from './duckdb.ts';

/** What lines are told apart by. */
export type Told = Omit<LineGroup, 'lines' | 'pence' | 'creditLines' | 'creditPence'>;
type Sums = Pick<LineGroup, 'lines' | 'pence' | 'creditLines' | 'creditPence'>;

/** Groups that grow: those that differ only in spaces are one. */
export class LineGroups {
  readonly #groups = new Map<string, LineGroup>();

  add(told: Told, sums: Sums): void {
    const key = JSON.stringify(Object.values(told));
    const known = this.#groups.get(key);
    this.#groups.set(key, {
      ...told,
      lines: sums.lines + (known?.lines ?? 0),
      pence: sums.pence + (known?.pence ?? 0),
      creditLines: sums.creditLines + (known?.creditLines ?? 0),
      creditPence: sums.creditPence + (known?.creditPence ?? 0),
    });
  }

  all(): LineGroup[] {
    return [...this.#groups.values()];
  }
}

/** Adds up, inside DuckDB, the payments that name a supplier and an amount, in the order that groups begin. */
export async function groupLines(connection: DuckDBConnection, groups: LineGroups): Promise<void> {
  const rows = await textRows(
    connection,
    `select supplier, postcode, company_number, category, month, supplier_type, count(*), sum(pence),
       count(*) filter (pence < 0), coalesce(sum(pence) filter (pence < 0), 0)
     from payments where ordinary group by all order by min(line)`,
  );
  const text = (value: string | null | undefined) => lineText(value ?? null);
  for (const [supplier, postcode, companyNumber, category, month, supplierType, ...sums] of rows) {
    const [lines = 0, pence = 0, creditLines = 0, creditPence = 0] = sums.map(Number);
    groups.add(
      {
        supplier: supplier ?? null,
        postcode: text(postcode),
        companyNumber: text(companyNumber),
        category: text(category),
        month: month ?? null,
        supplierType: text(supplierType),
      },
      { lines, pence, creditLines, creditPence },
    );
  }
}
