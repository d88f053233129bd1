/** Room after the bytes of a block, for three sentinels and for words that are read across the end. */
export const blockSlack = 16;

/** Bytes of the file, and what they are read by four at a time, from anywhere or in steps of four. */
export interface Block {
  readonly data: Uint8Array;
  readonly view: DataView;
  /** In the order of the machine, which is little-endian on all that Node and browsers run on. */
  readonly words: Int32Array;
  /** How many bytes it takes, slack not counted. */
  readonly capacity: number;
}

export function newBlock(capacity: number): Block {
  const data = new Uint8Array(capacity + blockSlack);
  return { data, view: new DataView(data.buffer), words: new Int32Array(data.buffer), capacity };
}

/** The most lines of a batch: enough for their memory to be fetched together, few enough to stay near. */
export const batchLines = 256;

/** Lines of one block that have been read and not yet counted, column by column. */
export interface LineBatch {
  /** Where the records are in the block, and their numbers. */
  readonly froms: Int32Array;
  readonly tos: Int32Array;
  readonly records: Int32Array;
  /** Whole pence. */
  readonly amounts: Float64Array;
  /** Where the wanted fields of each line begin and end, `stride` places to a line. */
  readonly fields: Int32Array;
  readonly stride: number;
}

export function newBatch(fields: number): LineBatch {
  return {
    froms: new Int32Array(batchLines),
    tos: new Int32Array(batchLines),
    records: new Int32Array(batchLines),
    amounts: new Float64Array(batchLines),
    fields: new Int32Array(batchLines * 2 * fields),
    stride: 2 * fields,
  };
}
