import type { ColumnContent } from './column-content.ts';
import type { ColumnMapping } from './column-mapping.ts';
import { type ColumnRole, noColumn } from './column-role.ts';
import type { ColumnTable } from './column-table.ts';
import type { HeadingMatch } from './heading-match.ts';
import type { RecognisedColumn } from './recognition.ts';

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

/**
 * Gives each role the column that fits it best, by heading first and by cells where no heading says it.
 *
 * @param said what a person named; it is not questioned
 * @param mapping may say that no column holds something
 */
export function chooseColumns(
  table: ColumnTable,
  said: readonly RecognisedColumn[],
  mapping: ColumnMapping,
): RecognisedColumn[] {
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

function candidatesFor(table: ColumnTable, role: ColumnRole, taken: ReadonlySet<number>): Candidate[] {
  return Array.from({ length: table.width }, (_, column) => column)
    .filter((column) => !taken.has(column))
    .flatMap((column): Candidate[] => {
      const match = table.matches(column).find((one) => one.role === role);
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
  table: ColumnTable,
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
  table: ColumnTable,
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

function debitAndCredit(table: ColumnTable, taken: ReadonlySet<number>): RecognisedColumn[] | undefined {
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
