import type { DuckDBConnection } from '@duckdb/node-api';
import {
  type LinePlan,
  type LineTotals,
  lineMonth,
  linePence,
  lineText,
  namingOf,
  type Outcome,
  type Row,
} from '../../core/index.ts';
import { Reading, type ReadOptions } from '../reading.ts';
import { Refusal, refuse } from '../refusal.ts';
import { asText, cellOf, columnOf, type ParquetColumn, penceOfNumber } from './columns.ts';
import { type DuckDb, loadDuckDb, pathLiteral, textRows } from './duckdb.ts';
import { groupLines, LineGroups } from './line-groups.ts';
import { OddRows } from './odd-rows.ts';
import { fillTexts } from './text-table.ts';

export interface ParquetSumOptions extends ReadOptions {
  /**
   * Shown the names of the columns as row 1 and the first records after them, says which columns are
   * which, or with issues that it cannot tell.
   */
  readonly plan: (firstRows: readonly Row[]) => Outcome<LinePlan>;
  /** How DuckDB is loaded; only tests give another way. */
  readonly load?: () => Promise<DuckDb>;
}

/** A Parquet file of payments, added up. */
export interface SummedParquet {
  readonly plan: LinePlan;
  readonly totals: LineTotals;
}

const rowsShown = 500;
/** The names of the columns stand for row 1, so that a row has the number that it would have as CSV. */
const firstRecord = 2;

/**
 * Adds up the payments of a Parquet file inside DuckDB: only groups come out, and the few rows that are
 * blank, totals or cannot be read. The totals are those that `LineTally` gives for the same rows.
 */
export async function sumParquet(path: string, options: ParquetSumOptions): Promise<Outcome<SummedParquet>> {
  try {
    const duckdb = await loadDuckDb(options.load);
    const instance = await duckdb.DuckDBInstance.create(':memory:');
    const connection = await instance.connect();
    try {
      return await new ParquetSum(connection, path, options).run();
    } finally {
      connection.closeSync();
      instance.closeSync();
    }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { ok: false, issues: [{ ...error.issue, where: { file: path, ...error.issue.where } }] };
  }
}

class ParquetSum {
  readonly #connection: DuckDBConnection;
  readonly #source: string;
  readonly #options: ParquetSumOptions;
  readonly #reading: Reading;

  constructor(connection: DuckDBConnection, path: string, options: ParquetSumOptions) {
    this.#connection = connection;
    this.#source = `read_parquet(${pathLiteral(path)}, file_row_number = true)`;
    this.#options = options;
    this.#reading = new Reading({ fileName: path, ...options });
  }

  async run(): Promise<Outcome<SummedParquet>> {
    const columns = await this.#columns();
    const shown = await this.#rows(columns, `where file_row_number < ${rowsShown}`);
    const heading: Row = { number: 1, cells: columns.map(({ name }) => name) };
    const planned = this.#options.plan([heading, ...shown]);
    if (!planned.ok) return planned;
    this.#step(0.2);
    const plan = planned.value;
    return { ok: true, value: { plan, totals: await this.#totals(columns, plan) }, issues: planned.issues };
  }

  #step(share: number): void {
    this.#reading.progress(share);
    this.#reading.mayGoOn();
  }

  async #columns(): Promise<ParquetColumn[]> {
    try {
      const described = await textRows(this.#connection, `describe select * from ${this.#source}`);
      return described
        .filter(([name]) => name !== 'file_row_number')
        .map(([name, type]) => columnOf(name ?? '', type ?? ''));
    } catch (error) {
      const said = error instanceof Error ? (error.message.split('\n')[0] ?? '') : '';
      return refuse(
        this.#reading.place,
        `a file that DuckDB cannot read as Parquet (${said})`,
        'a whole, undamaged Parquet file',
        'Write the file again, or export the table as CSV and use that.',
      );
    }
  }

  async #rows(columns: readonly ParquetColumn[], where: string): Promise<Row[]> {
    const wanted = columns.map(asText).join(', ');
    const rows = await textRows(
      this.#connection,
      `select file_row_number, ${wanted} from ${this.#source} ${where} order by file_row_number`,
    );
    return rows.map(([number, ...texts]) => ({
      number: Number(number) + firstRecord,
      cells: columns.map((column, index) => cellOf(column, texts[index] ?? null)),
    }));
  }

  /** Texts are read by the functions that read those of every other file; DuckDB adds up. */
  async #totals(columns: readonly ParquetColumn[], plan: LinePlan): Promise<LineTotals> {
    const connection = this.#connection;
    const at = (index: number): ParquetColumn => {
      const column = columns[index];
      if (column === undefined) throw new RangeError(`sumParquet: no column ${index}`);
      return column;
    };
    const from = `${this.#source} where file_row_number >= ${plan.firstRow - firstRecord}`;
    const distinct = (column: ParquetColumn) => `select distinct ${asText(column)} from ${from}`;
    const supplier = at(plan.supplier);
    await fillTexts(connection, 'suppliers', distinct(supplier), (text) => {
      const name = lineText(text);
      return [name, namingOf(name)];
    });
    this.#step(0.35);
    const amount = at(plan.amount);
    const textAmount = amount.kind === 'text' || amount.kind === 'date';
    if (textAmount) {
      await fillTexts(connection, 'amounts', distinct(amount), (text) => {
        const pence = linePence(cellOf(amount, text));
        return [pence === undefined ? null : String(pence), null];
      });
    }
    const date = plan.date === undefined ? undefined : at(plan.date);
    if (date !== undefined) {
      await fillTexts(connection, 'months', distinct(date), (text) => [
        lineMonth(cellOf(date, text), plan.dateOrder) ?? null,
        null,
      ]);
    }
    this.#step(0.5);
    const told = (index: number | undefined) => (index === undefined ? 'null' : asText(at(index)));
    await connection.run(
      `create temp view payments as select *, pence is not null and naming = 'supplier' as ordinary from (
        select file_row_number as line, suppliers.said as supplier, coalesce(suppliers.kind, 'nobody') as naming,
          ${textAmount ? 'amounts.said::bigint' : penceOfNumber(amount)} as pence,
          ${told(plan.postcode)} as postcode, ${told(plan.companyNumber)} as company_number,
          ${told(plan.category)} as category, ${date === undefined ? 'null' : 'months.said'} as month,
          ${told(plan.supplierType)} as supplier_type
        from (select * from ${from}) lines
        left join suppliers on suppliers.raw = ${asText(supplier)}
        ${textAmount ? `left join amounts on amounts.raw = ${asText(amount)}` : ''}
        ${date === undefined ? '' : `left join months on months.raw = ${asText(date)}`})`,
    );
    const groups = new LineGroups();
    await groupLines(connection, groups);
    this.#step(0.8);
    const odd = new OddRows(plan, groups);
    await this.#oddRows(columns, odd);
    this.#step(1);
    const all = groups.all();
    const count = (which: (typeof all)[number][]) => which.reduce((sum, { lines }) => sum + lines, 0);
    const { blankRows, totalRows, totalRowCount, faults, faultCount } = odd;
    const lines = count(all);
    return {
      groups: all,
      rows: lines + blankRows + totalRowCount + faultCount,
      lines,
      blankRows,
      totalRows,
      totalRowCount,
      faults,
      faultCount,
      undatedLines: date === undefined ? 0 : count(all.filter(({ month }) => month === null)),
    };
  }

  /** The sums above them are made only when some row needs them to be told from a total. */
  async #oddRows(columns: readonly ParquetColumn[], odd: OddRows): Promise<void> {
    const [asked] = await textRows(
      this.#connection,
      `select count(*), count(*) filter (pence is not null and naming = 'nobody') from payments where not ordinary`,
    );
    const [oddCount = 0, unnamedCount = 0] = (asked ?? []).map(Number);
    if (oddCount === 0) return;
    const above = new Map<number, { lines: number; pence: number }>();
    if (unnamedCount > 0) {
      const sums = await textRows(
        this.#connection,
        `select line, lines_above, pence_above from (
          select line, ordinary, count(*) filter (ordinary) over above as lines_above,
            coalesce(sum(pence) filter (ordinary) over above, 0) as pence_above
          from payments window above as (order by line rows between unbounded preceding and 1 preceding))
        where not ordinary`,
      );
      for (const [line, lines, pence] of sums)
        above.set(Number(line) + firstRecord, { lines: Number(lines), pence: Number(pence) });
    }
    const rows = await this.#rows(
      columns,
      'where file_row_number in (select line from payments where not ordinary)',
    );
    for (const row of rows) odd.add({ row, above: above.get(row.number) ?? { lines: 0, pence: 0 } });
  }
}
