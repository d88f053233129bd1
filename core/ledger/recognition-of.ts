import { cellText, columnLetters } from '../workbook/cell.ts';
import { type ColumnRole, roleWords } from './column-role.ts';
import type { ColumnTable } from './column-table.ts';
import { dateOrderOf } from './date-order.ts';
import type { LinePlan } from './line-group.ts';
import type { RecognisedColumn, Recognition } from './recognition.ts';

/** What the chosen columns mean: the plan for reading, and what a person should know of it. */
export function recognitionOf(table: ColumnTable, columns: readonly RecognisedColumn[]): Recognition {
  const place = (role: ColumnRole) => columns.find((column) => column.role === role)?.column;
  const optional = (role: 'postcode' | 'companyNumber' | 'category' | 'date'): Partial<LinePlan> => {
    const column = place(role);
    return column === undefined ? {} : { [role]: column };
  };
  const matchOf = (role: ColumnRole) => {
    const column = place(role);
    return column === undefined ? undefined : table.matches(column).find((match) => match.role === role);
  };
  const dateColumn = place('date');
  const dates = dateColumn === undefined ? undefined : dateOrderOf(table.cells(dateColumn));
  const typeColumn = place('supplierType') ?? place('charityNumber');
  const creditColumn = place('credit');
  const first = table.body[0];
  const amountBasis = matchOf('amount')?.basis ?? 'unstated';
  const payer = payerOf(table, place('payer'));
  return {
    plan: {
      firstRow: first?.number ?? (table.heading ? table.heading.number + 1 : 1),
      supplier: place('supplier') ?? 0,
      amount: place('amount') ?? place('debit') ?? 0,
      ...optional('postcode'),
      ...optional('companyNumber'),
      ...optional('category'),
      ...optional('date'),
      ...(typeColumn === undefined ? {} : { supplierType: typeColumn }),
      dateOrder: dates?.order ?? 'dayFirst',
    },
    ...(creditColumn === undefined ? {} : { creditColumn }),
    columns,
    headings: table.headings,
    ...(table.heading ? { headingRow: table.heading.number } : {}),
    titleRows: table.heading
      ? table.rows.filter(({ number }) => number < (table.heading?.number ?? 0)).length
      : 0,
    ...(payer === undefined ? {} : { payer }),
    amountBasis,
    ...(typeColumn === undefined
      ? {}
      : {
          typeMeans:
            place('supplierType') === undefined ? 'vcse' : (matchOf('supplierType')?.means ?? 'words'),
        }),
    ...(dates ? { dateOrderBecause: dates.because } : {}),
    notes: notesOf(table, columns, amountBasis, dates?.doubt),
  };
}

/** The one name in the column of the paying body; several names are departments, not payers. */
function payerOf(table: ColumnTable, column: number | undefined): string | undefined {
  if (column === undefined) return undefined;
  const names = new Set(
    table
      .cells(column)
      .map(cellText)
      .filter((text) => text !== ''),
  );
  const [name] = names;
  return names.size === 1 ? name : undefined;
}

function notesOf(
  table: ColumnTable,
  columns: readonly RecognisedColumn[],
  basis: Recognition['amountBasis'],
  dateDoubt: string | undefined,
): string[] {
  const notes = columns
    .filter(({ sureness, role }) => sureness === 'low' || (sureness === 'moderate' && needed.has(role)))
    .map(
      ({ role, column, heading, because, others }) =>
        `${roleWords[role]}: ${heading === null ? `column ${columnLetters(column)}` : `"${heading}"`} was taken (${because})${
          others.length > 0
            ? `; it could also be ${others
                .slice(0, 3)
                .map((other) => `"${other}"`)
                .join(' or ')}`
            : ''
        }.`,
    );
  if (!table.heading) notes.push('The file has no row of headings that we know.');
  if (basis === 'gross') notes.push('The amounts include VAT: no column without it was found.');
  if (dateDoubt !== undefined) notes.push(`Dates do not agree which way round they are: ${dateDoubt}.`);
  return notes;
}

const needed: ReadonlySet<ColumnRole> = new Set(['supplier', 'amount', 'debit', 'credit', 'date']);
