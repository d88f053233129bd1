/** Everything that a face of Local Pound may use, grouped by what it is about. */

export { formatCount, formatGbp, formatRatio, formatShare, formatValue } from './units/format.ts';
export type { Cell, CellDate, CellError, Row, Sheet } from './workbook/cell.ts';
export { cellAddress, columnLetters, quoteCell } from './workbook/cell.ts';
export type { Issue, Outcome, Place } from './workbook/issue.ts';
export { describeIssue, describePlace } from './workbook/issue.ts';
