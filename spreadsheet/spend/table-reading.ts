import {
  type ColumnMapping,
  type LinePlan,
  LineTally,
  netOfPair,
  type Outcome,
  type Recognition,
  type Row,
  recogniseLedger,
} from '../../core/index.ts';
import type { SpendTableRead } from '../spend-file.ts';

/** Rows that are kept to be shown. */
const rowsShown = 20;

/** The first rows of payments, to be shown beside what was recognised. */
export const firstPayments = (rows: readonly Row[], { firstRow }: LinePlan): readonly Row[] =>
  rows.filter(({ number }) => number >= firstRow).slice(0, rowsShown);

/** Rows that are looked at to recognise the columns. */
const sampleRows = 200;

/** Recognises the columns from the first rows and adds up all rows as they come; nothing is kept. */
export class TableReading {
  #sample: Row[] = [];
  #firstRows: readonly Row[] = [];
  #recognised: Outcome<Recognition> | undefined;
  #tally: LineTally | undefined;

  constructor(
    private readonly mapping: ColumnMapping,
    private readonly accept: (recognition: Recognition) => boolean = () => true,
  ) {}

  readonly add = (row: Row): void => {
    if (this.#recognised === undefined) {
      this.#sample.push(row);
      if (this.#sample.length >= sampleRows) this.#recognise();
    } else this.#take(row);
  };

  get recognised(): Outcome<Recognition> {
    return this.#recognised ?? this.#recognise();
  }

  result(file: string, sheet: string | undefined, lastRow: number | undefined): SpendTableRead | undefined {
    const recognised = this.recognised;
    if (!recognised.ok || !this.#tally) return undefined;
    return {
      file,
      ...(sheet === undefined ? {} : { sheet }),
      recognition: recognised.value,
      totals: this.#tally.result(lastRow),
      firstRows: this.#firstRows,
    };
  }

  #recognise(): Outcome<Recognition> {
    const recognised = recogniseLedger(this.#sample, this.mapping);
    this.#recognised = recognised;
    if (recognised.ok && this.accept(recognised.value)) this.#tally = new LineTally(recognised.value.plan);
    if (recognised.ok) this.#firstRows = firstPayments(this.#sample, recognised.value.plan);
    for (const row of this.#sample) this.#take(row);
    this.#sample = [];
    return recognised;
  }

  #take(row: Row): void {
    if (this.#recognised?.ok) this.#tally?.add(netOfPair(row, this.#recognised.value));
  }
}
