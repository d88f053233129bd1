import type { Cell, Row } from '../workbook/cell.ts';
import { cellText, quoteCell } from '../workbook/cell.ts';
import type { Issue, Outcome } from '../workbook/issue.ts';
import { amountOf, comparable, isEmpty, shareOf, yesOrNo } from '../workbook/read-table.ts';
import { notNegative, shareExpected } from '../workbook/workbook-reading.ts';
import { type Lm3Project, parseLm3Project, type Supplier } from './project.ts';
import { readItemRows } from './read-item-rows.ts';
import { isSilence } from './read-suppliers.ts';

/** What was spent, in columns that belong together: one place in each is one supplier. */
export interface Lm3Columns {
  /** GBP, with or without a heading in the first place. */
  readonly spend: readonly Cell[];
  /** Yes or No, or what `placerFor` says of a supplier: local, not local, cannot tell. */
  readonly local: readonly Cell[];
  /** Share of what the supplier received that it re-spent in the area; empty where it has not answered. */
  readonly respend?: readonly Cell[];
  /** GBP to staff who live in the area, and outside it. */
  readonly payLocal?: Cell;
  readonly payOutside?: Cell;
  /** GBP of costs that leave the area, such as energy. */
  readonly otherCosts?: readonly Cell[];
  /** Items of the Project and Settings sheets with their answers, each in the first two cells of a row. */
  readonly settings?: readonly Row[];
}

export interface ColumnsProject {
  readonly project: Lm3Project;
  /** Spend of suppliers that cannot be placed, GBP. They count as not local. */
  readonly cannotTell: number;
}

/** Larger amounts than this are no spending of one body. */
const mostGbp = 1e13;
const amountExpected = 'an amount in GBP';
const localExpected = 'Yes or No, or "local", "not local" or "cannot tell"';

/**
 * The LM3 project that columns of a sheet stand for, as the workbook of the same suppliers would give
 * it. A heading in the first place is passed over, and so are places where all columns are empty.
 * Issues name the column and the place in it, counted from 1.
 */
export function projectOfColumns(columns: Lm3Columns): Outcome<ColumnsProject> {
  const issues: Issue[] = [...lengthIssues(columns)];
  if (issues.length > 0) return { ok: false, issues };
  const { suppliers, cannotTell } = suppliersOf(columns, issues);
  const payroll = {
    local: amountIn('payLocal', columns.payLocal, issues),
    nonLocal: amountIn('payOutside', columns.payOutside, issues),
  };
  const otherDirectCosts = (columns.otherCosts ?? []).flatMap((cell, place) => {
    if (isEmpty(cell) || isHeading(cell, place)) return [];
    return [{ name: `Other cost ${place + 1}`, amount: amountIn('otherCosts', cell, issues, place + 1) }];
  });
  const items = readItemRows(columns.settings ?? []);
  issues.push(...items.issues.map((issue) => ({ ...issue, where: { column: 'settings', ...rowOf(issue) } })));
  if (issues.length > 0) return { ok: false, issues };
  const parsed = parseLm3Project({ name: 'Columns of a sheet', ...items.fields, payroll, otherDirectCosts });
  if (!parsed.ok) return parsed;
  return { ...parsed, value: { project: { ...parsed.value, suppliers }, cannotTell } };
}

const rowOf = ({ where }: Issue): { row?: number } =>
  where.cell === undefined ? {} : { row: Number(where.cell.replace(/^\D+/, '')) };

/** A text in the first place without a digit. */
const isHeading = (cell: Cell | undefined, place: number): boolean =>
  place === 0 && typeof cell === 'string' && !isEmpty(cell) && !/\d/.test(cell);

/** "Local" heads a column as often as it says that a supplier is; Yes and No say it only. */
const headsLocal = (cell: Cell): boolean =>
  yesOrNo(cell) === undefined || comparable(cellText(cell)) === 'local';

function lengthIssues({ spend, local, respend }: Lm3Columns): Issue[] {
  return [['local', local] as const, ['respend', respend] as const].flatMap(([column, cells]) =>
    cells === undefined || cells.length === spend.length
      ? []
      : [
          {
            severity: 'error' as const,
            where: { column },
            found: `${cells.length} rows beside ${spend.length} rows of spend`,
            expected: 'columns of the same length',
            mend: 'Choose the same rows in each column.',
          },
        ],
  );
}

function suppliersOf(
  { spend, local, respend }: Lm3Columns,
  issues: Issue[],
): { readonly suppliers: Supplier[]; readonly cannotTell: number } {
  const suppliers: Supplier[] = [];
  let cannotTell = 0;
  const headed = isHeading(spend[0], 0) && headsLocal(local[0] ?? null);
  for (let place = headed ? 1 : 0; place < spend.length; place += 1) {
    const [paid = null, where = null, answer = null] = [spend[place], local[place], respend?.[place]];
    if (isEmpty(paid) && isEmpty(where) && isEmpty(answer)) continue;
    const row = place + 1;
    const amount = amountOf(paid);
    if (amount === undefined || Math.abs(amount) > mostGbp) {
      issues.push(wrong('spend', row, paid, amountExpected, 'Type a number only, for example 1250.50.'));
    }
    const untold = typeof where === 'string' && comparable(where) === 'cannottell';
    const isLocal = untold ? false : yesOrNo(where);
    if (isLocal === undefined) issues.push(wrong('local', row, where, localExpected, 'Say which it is.'));
    const silent = isSilence(answer);
    const share = silent ? null : shareOf(answer);
    if (share === undefined) {
      const expected = `${shareExpected}, or empty if the supplier has not answered`;
      issues.push(wrong('respend', row, answer, expected, 'Type a percentage such as 40%.'));
    }
    if (amount === undefined || isLocal === undefined || share === undefined) continue;
    if (untold) cannotTell += amount;
    const name = `Row ${row}`;
    suppliers.push({ name, spend: amount, local: isLocal, respendShare: share, where: name });
  }
  return { suppliers, cannotTell };
}

function amountIn(column: string, cell: Cell | undefined, issues: Issue[], row?: number): number {
  if (cell === undefined || isEmpty(cell)) return 0;
  const amount = notNegative(cell);
  if (amount !== undefined && amount <= mostGbp) return amount;
  issues.push(wrong(column, row, cell, 'an amount in GBP of 0 or more', 'Type a number only.'));
  return 0;
}

function wrong(column: string, row: number | undefined, cell: Cell, expected: string, mend: string): Issue {
  const found = typeof cell === 'string' ? quoteCell(cellText(cell)) : quoteCell(cell);
  return {
    severity: 'error',
    where: { column, ...(row === undefined ? {} : { row }) },
    found,
    expected,
    mend,
  };
}
