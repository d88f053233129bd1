import {
  type ColumnMapping,
  LineTally,
  netOfPair,
  type Outcome,
  type Recognition,
  type Row,
  recogniseLedger,
  type SpendPart,
} from '../../core/index.ts';

/** Rows that are looked at to recognise the columns. */
const sampleRows = 200;

/** Recognises the columns from the first rows and adds up all rows as they come; nothing is kept. */
export class TableReading {
  #sample: Row[] = [];
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

  result(file: string, sheet: string | undefined, lastRow: number | undefined): SpendPart | undefined {
    const recognised = this.recognised;
    if (!recognised.ok || !this.#tally) return undefined;
    return {
      file,
      ...(sheet === undefined ? {} : { sheet }),
      recognition: recognised.value,
      totals: this.#tally.result(lastRow),
    };
  }

  #recognise(): Outcome<Recognition> {
    const recognised = recogniseLedger(this.#sample, this.mapping);
    this.#recognised = recognised;
    if (recognised.ok && this.accept(recognised.value)) this.#tally = new LineTally(recognised.value.plan);
    for (const row of this.#sample) this.#take(row);
    this.#sample = [];
    return recognised;
  }

  #take(row: Row): void {
    if (this.#recognised?.ok) this.#tally?.add(netOfPair(row, this.#recognised.value));
  }
}
