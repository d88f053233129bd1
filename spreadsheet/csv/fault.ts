import { formatCount, type Issue, type Place } from '../../core/index.ts';
import type { ReadLimits } from '../limits.ts';
import { refuse } from '../refusal.ts';
import type { RecordFault, RecordLimits } from './records.ts';

/** Refuses a file that cannot be split into records, if it cannot. */
export function refuseFault(fault: RecordFault | undefined, limits: RecordLimits, place: Place): void {
  if (fault === undefined) return;
  refuse({ ...place, row: fault.record }, ...inWords(fault.kind, limits));
}

function inWords(kind: RecordFault['kind'], limits: RecordLimits): [string, string, string] {
  switch (kind) {
    case 'unclosed quote':
      return [
        'a quotation mark in this row that is never closed',
        'a second quotation mark at the end of the field',
        'Look at the texts in this row: close the quotation mark, or write it twice if it belongs to the text.',
      ];
    case 'long record':
      return [
        `a row of more than ${formatCount(limits.recordBytes)} bytes`,
        'rows no longer than that, each on a line of its own',
        'Check that the file is a table in CSV form, and that its lines end where its rows do.',
      ];
    case 'long field':
      return [
        `a field of more than ${formatCount(limits.cellBytes)} bytes`,
        'texts no longer than Excel allows in a cell (32,767 characters)',
        'Shorten the text, or check for a quotation mark that is not closed.',
      ];
    case 'many columns':
      return [
        `more than ${formatCount(limits.columns)} columns`,
        'at most that many',
        'Keep only the columns that are needed.',
      ];
  }
}

/** Refuses a file of more records than may be streamed. */
export function refuseManyRecords(limits: ReadLimits, place: Place): never {
  return refuse(
    place,
    `more than ${formatCount(limits.streamedRecords)} records`,
    'at most that many in one file',
    'Split the file.',
  );
}

/** Refuses a file that is UTF-8 at first and something else from a record on. */
export function refuseMixedEncoding(place: Place, record: number): never {
  return refuse(
    { ...place, row: record },
    'characters in another encoding than further up in the file, where it is UTF-8',
    'one encoding throughout, best UTF-8',
    'Open the file in the program it came from and export it as "CSV UTF-8".',
  );
}

/** Warns of bytes that mean nothing in Windows-1252, first seen in a record. */
export function meaninglessBytes(place: Place, record: number): Issue {
  return {
    severity: 'warning',
    where: { ...place, row: record },
    found: 'characters that are neither UTF-8 nor Windows-1252; they read as \ufffd',
    expected: 'a text file in UTF-8',
    mend: 'Open the file in the program it came from and export it as "CSV UTF-8".',
  };
}
