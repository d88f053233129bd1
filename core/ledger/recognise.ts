import { type Cell, cellText, columnLetters, quoteCell, type Row } from '../workbook/cell.ts';
import type { Issue, Outcome } from '../workbook/issue.ts';
import { isEmpty } from '../workbook/read-table.ts';
import { type ColumnContent, columnContent } from './column-content.ts';
import { type ColumnMapping, type ColumnRole, noColumn, roleWords } from './column-role.ts';
import { dateOrderOf } from './date-order.ts';
import { type HeadingMatch, matchHeading } from './heading-match.ts';
import { findHeadingRow, type HeadingRow } from './heading-row.ts';
import type { LinePlan } from './line-group.ts';
import { mappedColumns, mappedHeadingRow } from './mapped-columns.ts';
import type { RecognisedColumn, Recognition } from './recognition.ts';

/**
 * Finds out how a spend export is to be read, from its first rows: where the headings are, which
 * column holds what by its heading, and where no heading says it by what the cells look like. What a
 * person said comes first.
 *
 * @param rows the first rows of the table; forty or more tell enough
 * @param mapping headings or column letters that a person gave
 */
export function recogniseLedger(rows: readonly Row[], mapping: ColumnMapping = {}): Outcome<Recognition> {
  const filled = rows.filter((row) => row.cells.some((cell) => !isEmpty(cell)));
  const heading = mappedHeadingRow(filled, mapping) ?? findHeadingRow(filled);
  const table = new Table(filled, heading);
  const said = mappedColumns(mapping, table.headings, table.width);
  if (!said.ok) return said;
  const columns = choose(table, said.value, mapping);
  const issues = missing(table, columns);
  if (issues.length > 0) return { ok: false, issues };
  return { ok: true, value: recognitionOf(table, columns), issues: [] };
}

/** The rows as columns with headings. */
class Table {
  readonly headings: readonly string[];
  readonly width: number;
  readonly body: readonly Row[];
  private readonly contents = new Map<number, ColumnContent>();

  constructor(
    readonly rows: readonly Row[],
    readonly heading: HeadingRow | undefined,
  ) {
    this.headings = heading?.texts.map((text) => text.trim()) ?? [];
    this.body = rows.slice(heading?.next ?? firstFullRow(rows));
    this.width = Math.max(this.headings.length, ...this.body.map(({ cells }) => cells.length), 0);
  }

  cells(column: number): Cell[] {
    return this.body.map(({ cells }) => cells[column] ?? null);
  }

  content(column: number): ColumnContent {
    const known = this.contents.get(column) ?? columnContent(this.cells(column));
    this.contents.set(column, known);
    return known;
  }

  headingOf(column: number): string | null {
    return this.headings[column] || null;
  }
}

/** Without headings the table begins at the first row that is as full as most. */
function firstFullRow(rows: readonly Row[]): number {
  const fill = (row: Row | undefined) => row?.cells.filter((cell) => !isEmpty(cell)).length ?? 0;
  const fills = rows.map(fill).sort((a, b) => a - b);
  const usual = fills[Math.floor(fills.length / 2)] ?? 0;
  return Math.max(
    0,
    rows.findIndex((row) => fill(row) >= usual),
  );
}

interface Candidate {
  readonly column: number;
  readonly match: HeadingMatch;
  readonly score: number;
}

/** Roles in the order in which they choose; a column holds one thing. */
const order = [
  'supplier',
  'amount',
  'date',
  'postcode',
  'companyNumber',
  'charityNumber',
  'supplierType',
  'transaction',
  'category',
  'payer',
] as const satisfies readonly ColumnRole[];

function choose(table: Table, said: readonly RecognisedColumn[], mapping: ColumnMapping): RecognisedColumn[] {
  const chosen = [...said];
  const taken = new Set(said.map(({ column }) => column));
  const has = (role: ColumnRole) => chosen.some((column) => column.role === role);
  const take = (column: RecognisedColumn | undefined) => {
    if (!column || taken.has(column.column)) return;
    chosen.push(column);
    taken.add(column.column);
  };
  for (const role of order) {
    if (has(role) || mapping[role] === noColumn || (role === 'amount' && has('debit'))) continue;
    if (role === 'amount') {
      const pair = debitAndCredit(table, taken);
      const byHeading = fromHeadings(table, role, taken);
      if (pair && byHeading?.sureness !== 'high') {
        for (const column of pair) take(column);
        continue;
      }
      take(byHeading ?? fromContent(table, role, taken));
    } else take(fromHeadings(table, role, taken) ?? fromContent(table, role, taken));
  }
  return chosen;
}

function candidatesFor(table: Table, role: ColumnRole, taken: ReadonlySet<number>): Candidate[] {
  return Array.from({ length: table.width }, (_, column) => column)
    .filter((column) => !taken.has(column))
    .flatMap((column): Candidate[] => {
      const match = matchHeading(table.headings[column] ?? '').find((one) => one.role === role);
      if (!match) return [];
      const score = match.score * (table.body.length === 0 ? 1 : fitOf(role, table.content(column)));
      return score > 0 ? [{ column, match, score }] : [];
    })
    .sort((a, b) => b.score - a.score || a.column - b.column);
}

/** Whether the cells can be what the heading says: 1, or less where they look otherwise, or 0 where they cannot. */
function fitOf(role: ColumnRole, content: ColumnContent): number {
  // An empty column beside filled ones contradicts nobody, and says nothing.
  if (content.filled === 0) return role === 'supplier' || role === 'amount' ? 0.6 : 0.5;
  switch (role) {
    case 'amount':
    case 'debit':
    case 'credit':
      return content.money >= 0.5 ? 1 : content.money > 0.1 ? 0.6 : 0;
    case 'supplier':
      return content.letters >= 0.5 && content.date < 0.5
        ? content.distinct > 1 || content.filled < 0.1
          ? 1
          : 0.9
        : 0.3;
    case 'date':
      return content.date >= 0.5 ? 1 : content.date > 0 ? 0.7 : 0.2;
    case 'postcode':
      return content.postcode >= 0.3 ? 1 : 0;
    case 'category':
      return content.words >= 0.5 ? 1 : 0.2;
    case 'payer':
      return content.words >= 0.5 ? 1 : 0;
    default:
      return 1;
  }
}

const surelyHeading = 70;

function fromHeadings(
  table: Table,
  role: ColumnRole,
  taken: ReadonlySet<number>,
): RecognisedColumn | undefined {
  const [best, ...others] = candidatesFor(table, role, taken);
  if (!best || best.score < 20) return undefined;
  const rivals = others.filter(({ score }) => score >= best.score - 12);
  const sure = best.score >= surelyHeading && !(rivals.length > 0 && best.score < 80);
  return {
    role,
    column: best.column,
    heading: table.headingOf(best.column),
    sureness: sure ? 'high' : 'moderate',
    because: sure ? 'the heading says so' : 'the heading may mean it, and the cells fit',
    others: others.map(({ column }) => table.headingOf(column) ?? ''),
  };
}

/** By what the cells look like, for what a result cannot do without and what is plain to see. */
function fromContent(
  table: Table,
  role: ColumnRole,
  taken: ReadonlySet<number>,
): RecognisedColumn | undefined {
  const free = Array.from({ length: table.width }, (_, column) => column).filter(
    (column) => !taken.has(column),
  );
  const [best] = free
    .map((column) => ({ column, score: contentScore(role, table.content(column), table.headingOf(column)) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score);
  if (!best) return undefined;
  return {
    role,
    column: best.column,
    heading: table.headingOf(best.column),
    sureness: 'low',
    because: `no heading says so; its cells look like ${contentWords[role] ?? 'it'}`,
    others: [],
  };
}

const contentWords: Partial<Record<ColumnRole, string>> = {
  supplier: 'names of organisations',
  amount: 'money',
  date: 'dates',
  postcode: 'postcodes',
};

function contentScore(role: ColumnRole, content: ColumnContent, heading: string | null): number {
  const unnamed = heading === null ? 0.2 : 0;
  switch (role) {
    case 'postcode':
      return content.postcode >= 0.8 && content.filled > 0.1 ? content.postcode : 0;
    case 'date':
      return content.date >= 0.9 && content.filled > 0.5 ? content.date + unnamed : 0;
    case 'amount':
      // A heading that says VAT, a code or a number has been judged already.
      if (heading !== null && /vat|code|number|\bno\b|\bid\b|ref|date|period|year/i.test(heading)) return 0;
      return content.money >= 0.8 && content.filled > 0.8 && content.pence >= 0.3
        ? content.pence + unnamed
        : 0;
    case 'supplier':
      return content.words >= 0.8 && content.organisation >= 0.2 && content.distinct > 2
        ? content.organisation + unnamed
        : 0;
    default:
      return 0;
  }
}

function debitAndCredit(table: Table, taken: ReadonlySet<number>): RecognisedColumn[] | undefined {
  const [debit] = candidatesFor(table, 'debit', taken);
  const [credit] = candidatesFor(table, 'credit', taken);
  if (!debit || !credit) return undefined;
  const named = (role: ColumnRole, { column }: Candidate): RecognisedColumn => ({
    role,
    column,
    heading: table.headingOf(column),
    sureness: 'high',
    because: 'debits and credits stand in columns of their own; credits are taken off',
    others: [],
  });
  return [named('debit', debit), named('credit', credit)];
}

function missing(table: Table, columns: readonly RecognisedColumn[]): Issue[] {
  const has = (role: ColumnRole) => columns.some((column) => column.role === role);
  const lacks: ColumnRole[] = [];
  if (!has('supplier')) lacks.push('supplier');
  if (!has('amount') && !has('debit')) lacks.push('amount');
  if (lacks.length === 0) return [];
  const row = table.heading ? table.rows[table.heading.next - 1] : table.rows[0];
  const seen = row?.cells.filter((cell) => !isEmpty(cell)).map((cell) => quoteCell(cell)) ?? [];
  const what = table.heading ? 'the headings' : 'a first row of';
  return [
    {
      severity: 'error',
      where: row === undefined ? {} : { row: row.number },
      found: seen.length > 0 ? `${what} ${seen.slice(0, 20).join(', ')}` : 'no rows',
      expected: `headings that name the ${lacks.join(' and the ')}, such as "Supplier Name" and "Net Amount"`,
      mend: `Say which column it is: ${lacks.map((role) => `--column ${role}="HEADING"`).join(' ')}, or rename the heading.`,
    },
  ];
}

function recognitionOf(table: Table, columns: readonly RecognisedColumn[]): Recognition {
  const place = (role: ColumnRole) => columns.find((column) => column.role === role)?.column;
  const optional = (role: 'postcode' | 'companyNumber' | 'category' | 'date'): Partial<LinePlan> => {
    const column = place(role);
    return column === undefined ? {} : { [role]: column };
  };
  const matchOf = (role: ColumnRole) => {
    const column = place(role);
    return column === undefined
      ? undefined
      : matchHeading(table.headings[column] ?? '').find((match) => match.role === role);
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
function payerOf(table: Table, column: number | undefined): string | undefined {
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
  table: Table,
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
