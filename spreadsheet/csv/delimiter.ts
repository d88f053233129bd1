import { type RecordLimits, RecordSplitter } from './records.ts';

/** From the least to the most likely to turn up inside texts and numbers, which decides ties. */
const candidates = [0x7c, 0x09, 0x3b, 0x2c];
const comma = 0x2c;
const recordsToLookAt = 100;

export interface SniffedDelimiter {
  /** The byte between fields. */
  readonly delimiter: number;
  /** Bytes of a first line `sep=;` to skip: a hint that Excel takes and does not show. */
  readonly hintBytes: number;
}

/**
 * Tells what stands between the fields: comma, semicolon, tab or upright stroke. The one that cuts the most records
 * into the same number of fields wins, and among equals the one that makes more fields; a title
 * above the headings does not disturb it. A comma when nothing separates.
 *
 * @param sample beginning of the file, in an encoding that holds ASCII as it is
 * @param whole whether the sample is all of it, so that its last record counts
 */
export function sniffDelimiter(sample: Uint8Array, whole: boolean, limits: RecordLimits): SniffedDelimiter {
  const hint = readHint(sample);
  if (hint !== undefined) return hint;
  let best = { delimiter: comma, records: 0, fields: 1 };
  for (const delimiter of candidates) {
    const { records, fields } = commonShape(sample, whole, delimiter, limits);
    if (fields < 2) continue;
    if (records > best.records || (records === best.records && fields > best.fields)) {
      best = { delimiter, records, fields };
    }
  }
  return { delimiter: best.delimiter, hintBytes: 0 };
}

function readHint(sample: Uint8Array): SniffedDelimiter | undefined {
  const line = /^sep=([\t -~])(?:\r\n|\n|\r)/i.exec(String.fromCharCode(...sample.subarray(0, 8)));
  const delimiter = line?.[1]?.charCodeAt(0);
  if (line === null || delimiter === undefined || delimiter === 0x22) return undefined;
  return { delimiter, hintBytes: line[0].length };
}

/** The number of fields, above one, that most records have. */
function commonShape(
  sample: Uint8Array,
  whole: boolean,
  delimiter: number,
  limits: RecordLimits,
): { records: number; fields: number } {
  const counts = new Map<number, number>();
  let looked = 0;
  const splitter = new RecordSplitter(delimiter, limits, ({ from, to, fields }) => {
    if (to === from) return true;
    if (fields > 1) counts.set(fields, (counts.get(fields) ?? 0) + 1);
    looked += 1;
    return looked < recordsToLookAt;
  });
  splitter.push(sample);
  // One long record, cut off by the end of the sample, has to do when there is no other.
  if (whole || looked === 0) splitter.end();
  let common = { records: 0, fields: 1 };
  for (const [fields, records] of counts) {
    if (records > common.records || (records === common.records && fields > common.fields)) {
      common = { records, fields };
    }
  }
  return common;
}
