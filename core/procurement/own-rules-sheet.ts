import { type Cell, cellAddress, cellText, quoteCell, type Sheet } from '../workbook/cell.ts';
import type { Issue, Outcome } from '../workbook/issue.ts';
import { amountOf, comparable, findSheet, isEmpty, readTable } from '../workbook/read-table.ts';
import { type OwnRules, parseOwnRules } from './own-rules.ts';

/** The sheet that holds an organisation's own rules, and the headings of its table. */
export const ownRulesLayout = {
  sheet: 'Contract procedure rules',
  details: { organisation: 'Organisation', source: 'Source', vatBasis: 'VAT', validFrom: 'In force from' },
  columns: [
    { key: 'upTo', heading: 'Up to (£)', also: ['Up to', 'Value up to'], required: true },
    { key: 'quotes', heading: 'Quotes', also: ['Number of quotes', 'Quotes or tenders'], required: true },
    { key: 'how', heading: 'How', required: false },
    { key: 'approval', heading: 'Approval', required: false },
  ],
  vatWords: { incl: 'Including VAT', excl: 'Without VAT' },
} as const;

const noEnd: ReadonlySet<string> = new Set(['nolimit', 'above', 'over', 'noend', 'unlimited']);

/**
 * Own rules from a worksheet: organisation, source and VAT basis in lines of their own, the bands in a
 * table found by its headings. An empty "Up to" is the band without an end.
 */
export function readOwnRulesSheets(sheets: readonly Sheet[]): Outcome<OwnRules> {
  const sheet = findSheet(sheets, [ownRulesLayout.sheet, 'Own rules', 'Rules']) ?? sheets[0];
  if (sheet === undefined)
    return { ok: false, issues: [missing('no sheets', `a sheet named "${ownRulesLayout.sheet}"`)] };
  const { rows, issues: tableIssues } = readTable(sheet, ownRulesLayout.columns);
  const issues: Issue[] = [...tableIssues];
  const wrong = (cell: string, found: Cell, expected: string): void => {
    issues.push({
      severity: 'error',
      where: { sheet: sheet.name, cell },
      found: quoteCell(found),
      expected,
      mend: `Type ${expected}.`,
    });
  };
  const bands = rows.map((row) => {
    const [upTo, quotes] = [row.cell('upTo'), row.cell('quotes')];
    const end = isEmpty(upTo) || noEnd.has(comparable(cellText(upTo))) ? null : amountOf(upTo);
    const count = amountOf(quotes);
    if (end === undefined || (end !== null && end <= 0)) {
      wrong(row.address('upTo'), upTo, 'an amount in GBP, or nothing for the last band');
    }
    if (count === undefined || !Number.isInteger(count) || count < 0) {
      wrong(row.address('quotes'), quotes, 'a whole number of quotes');
    }
    const [how, approval] = [cellText(row.cell('how')), cellText(row.cell('approval'))];
    return { upTo: end ?? null, quotes: count ?? 0, ...(how && { how }), ...(approval && { approval }) };
  });
  const detail = (label: string): { text: string; address: string } | undefined => detailIn(sheet, label);
  const said = (label: string): string => {
    const text = detail(label)?.text ?? '';
    if (text === '')
      issues.push({
        severity: 'error',
        where: { sheet: sheet.name },
        found: `no line "${label}" with an answer`,
        expected: `"${label}" in one cell and the answer to its right`,
        mend: 'Add the line above the table.',
      });
    return text;
  };
  const [organisation, source, vat] = [
    said(ownRulesLayout.details.organisation),
    said(ownRulesLayout.details.source),
    said(ownRulesLayout.details.vatBasis),
  ];
  const vatBasis = vatBasisOf(vat);
  if (vat !== '' && vatBasis === undefined) {
    wrong(detail(ownRulesLayout.details.vatBasis)?.address ?? '', vat, '"Including VAT" or "Without VAT"');
  }
  if (issues.length > 0) return { ok: false, issues };
  const validFrom = detail(ownRulesLayout.details.validFrom)?.text;
  return parseOwnRules({ organisation, source, vatBasis, bands, ...(validFrom && { validFrom }) });
}

function vatBasisOf(text: string): 'incl' | 'excl' | undefined {
  const words = comparable(text);
  if (/^(without|ex|net)/.test(words)) return 'excl';
  return /^(incl|with)/.test(words) ? 'incl' : undefined;
}

function detailIn(sheet: Sheet, label: string): { text: string; address: string } | undefined {
  for (const { number, cells } of sheet.rows) {
    const at = cells.findIndex((cell) => typeof cell === 'string' && comparable(cell) === comparable(label));
    const answer = cells[at + 1];
    if (at !== -1 && answer !== undefined && !isEmpty(answer)) {
      return { text: cellText(answer), address: cellAddress(at + 1, number) };
    }
  }
  return undefined;
}

function missing(found: string, expected: string): Issue {
  return { severity: 'error', where: {}, found, expected, mend: 'Start from the template of own rules.' };
}
