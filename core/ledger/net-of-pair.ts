import type { Cell, Row } from '../workbook/cell.ts';
import { isEmpty } from '../workbook/read-table.ts';
import { linePence } from './line-cells.ts';
import type { Recognition } from './recognition.ts';

/**
 * A row whose debit and credit are one amount in the column of the debits. Rows of which either
 * cannot be read keep the cell that is wrong, so that it is found and listed.
 */
export function netOfPair(row: Row, { plan, creditColumn }: Recognition): Row {
  if (creditColumn === undefined) return row;
  const credit = row.cells[creditColumn] ?? null;
  if (isEmpty(credit)) return row;
  const cells = [...row.cells];
  while (cells.length <= plan.amount) cells.push(null);
  cells[plan.amount] = netAmount(row.cells[plan.amount] ?? null, credit);
  return { ...row, cells };
}

function netAmount(debit: Cell, credit: Cell): Cell {
  const off = linePence(credit);
  const paid = isEmpty(debit) ? 0 : linePence(debit);
  if (off === undefined) return credit;
  if (paid === undefined) return debit;
  // Credits are written with a minus or without; both take off.
  return (paid - Math.abs(off)) / 100;
}
