import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  procurementMyths,
  procurementRoutes,
  procurementRules,
  thenAndNow,
  thresholdRows,
} from '../../core/procurement/data.ts';
import { describeAmount } from '../../core/procurement/thresholds.ts';
import { projectRoot } from '../cli/localpound.ts';

export const procurementPage = join(projectRoot, 'docs/method/procurement.md');

const table = (headings: readonly string[], rows: readonly (readonly string[])[]): string =>
  [headings, headings.map(() => '---'), ...rows]
    .map(
      (cells) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replaceAll('\n', ' ')).join(' | ')} |`,
    )
    .join('\n');

const period = (from: string | null, to: string | null): string => `${from ?? ''} to ${to ?? ''}`;
const standing = (mark: string, points: readonly string[]): string => [mark, ...points].join('; ');

/** Each table of the page by the name between its markers, made from the data. */
export const procurementTables: Readonly<Record<string, () => string>> = {
  rules: () =>
    table(
      [
        'Rule',
        'When',
        'Route',
        'Rank',
        'Rests on',
        'Must be true',
        'Record',
        'Risk',
        'Next step',
        'Law',
        'Read',
      ],
      procurementRules().map((rule) => [
        rule.id,
        rule.when,
        rule.routes.map((id) => `\`${id}\``).join(' '),
        rule.rank === null ? rule.kind : String(rule.rank),
        rule.kind === 'route' ? rule.rests_on : '',
        rule.must_be_true.join('; '),
        rule.record.join('; '),
        rule.risk ?? '',
        rule.next_step ?? '',
        rule.citation,
        standing(rule.mark, rule.unverified_points),
      ]),
    ),
  routes: () =>
    table(
      ['Route', 'Name', 'Law', 'In force', 'Nations', 'Read', 'Not confirmed'],
      procurementRoutes().map((route) => [
        `\`${route.id}\``,
        route.name,
        route.legal_basis,
        period(route.valid_from, route.valid_to),
        route.nations.join(', '),
        route.verified,
        route.unverified_points.join('; '),
      ]),
    ),
  thresholds: () =>
    table(
      ['Law', 'Period', 'Who', 'What', 'Amount', 'Read', 'Note'],
      thresholdRows().map((row) => [
        row.legal_basis,
        period(row.valid_from, row.valid_to),
        row.authority,
        row.contract_type,
        describeAmount(row),
        row.verified,
        row.note,
      ]),
    ),
  'then-and-now': () =>
    table(
      ['Route or claim', 'The 2017 report', 'The law then', 'Now', 'To put right', 'Read'],
      thenAndNow().map((entry) => [
        entry.name,
        entry.report,
        entry.law_then,
        entry.law_now,
        entry.put_right,
        standing(entry.mark, entry.unverified_points),
      ]),
    ),
  myths: () =>
    table(
      ['Myth', 'What is right', 'Read'],
      procurementMyths().entries.map((entry) => [
        entry.title.replace(/^Myth: /, ''),
        entry.body,
        standing(entry.mark, entry.unverified_points),
      ]),
    ),
};

/** The page with each table made anew between its markers. */
export function withTables(page: string): string {
  return Object.entries(procurementTables).reduce((text, [name, make]) => {
    const [start, end] = [`<!-- ${name}: made from the data -->`, `<!-- end of ${name} -->`];
    const [before, rest] = text.split(start);
    const after = rest?.split(end)[1];
    if (before === undefined || after === undefined) throw new Error(`the page has no markers for "${name}"`);
    return `${before}${start}\n\n${make()}\n\n${end}${after}`;
  }, page);
}

// `npx tsx test/docs/procurement-tables.ts` writes the tables into the page.
if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  writeFileSync(procurementPage, withTables(readFileSync(procurementPage, 'utf8')));
}
