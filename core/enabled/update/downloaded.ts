import type { Sheet } from '../../workbook/cell.ts';
import type { Issue, Place } from '../../workbook/issue.ts';

/** A file of official statistics that the user downloaded, read into values. */
export interface DownloadedFile {
  readonly name: string;
  readonly sheets: readonly Sheet[];
}

/** One error of an update; nothing is written while there are any. */
export function fault(where: Place, found: string, expected: string, mend: string): Issue {
  return { severity: 'error', where, found, expected, mend };
}

export function remark(where: Place, found: string, expected: string, mend: string): Issue {
  return { severity: 'warning', where, found, expected, mend };
}
