import { formatCount, formatGbp } from '../units/format.ts';
import { cellAddress } from '../workbook/cell.ts';
import type { Issue } from '../workbook/issue.ts';
import type { LineTotals } from './line-group.ts';
import { type MergeChoices, noChoices } from './merge-choices.ts';
import { mergeSuppliers, type Payee } from './merge-suppliers.ts';
import { kindOfName, type SeenKind } from './payment-kinds.ts';
import { type PlacingSources, placeLines } from './placer.ts';
import type { Recognition } from './recognition.ts';
import type { Spend, SpendSource, SpendSupplier } from './spend.ts';
import { concentrationOf, kindSums, SumBy, typeSums } from './spend-sums.ts';
import { SupplierSums } from './supplier-sums.ts';
import { type SupplierType, supplierTypeOf } from './supplier-type.ts';

/** A table of payments, read. */
export interface SpendPart {
  readonly file: string;
  readonly sheet?: string;
  readonly recognition: Recognition;
  readonly totals: LineTotals;
}

/** Lines that agree in everything, with the number of their payee. */
interface Group {
  readonly payee: number;
  readonly postcode: string | null;
  readonly category: string | null;
  readonly month: string | null;
  readonly type: SupplierType | undefined;
  readonly lines: number;
  readonly pence: number;
  readonly creditLines: number;
  readonly creditPence: number;
}

type GrowingPayee = { -readonly [Key in keyof Payee]: Payee[Key] } & { readonly seen: SeenKind | undefined };

/**
 * Adds up tables of payments of any layouts: a month, a year of months, many councils. Memory grows
 * with what differs between lines, never with their number.
 */
export class SpendTally {
  readonly #sources: SpendSource[] = [];
  readonly #payees: GrowingPayee[] = [];
  readonly #payeeOf = new Map<string, number>();
  readonly #groups: Group[] = [];
  readonly #issues: Issue[] = [];
  #typesTold = false;

  add(part: SpendPart): void {
    const { file, sheet, recognition, totals } = part;
    const payers = recognition.payer === undefined ? [] : [recognition.payer];
    let pence = 0;
    for (const group of totals.groups) {
      pence += group.pence;
      const type = supplierTypeOf(group.supplierType, recognition.typeMeans);
      if (type !== undefined) this.#typesTold = true;
      const payee = this.#payee(group.supplier, group.companyNumber, payers);
      const { postcode, category, month, lines, creditLines, creditPence } = group;
      const entry = this.#payees[payee];
      if (entry) {
        entry.pence += group.pence;
        entry.lines += lines;
      }
      this.#groups.push({
        payee,
        postcode: postcode === null ? null : postcode.toUpperCase(),
        category,
        month,
        type,
        lines,
        pence: group.pence,
        creditLines,
        creditPence,
      });
    }
    const twin = this.#sources.find(
      (source) => totals.lines > 1 && source.lines === totals.lines && source.pence === pence,
    );
    if (twin) this.#issues.push(sameSums(part, twin, pence));
    const { groups: _groups, faults: _faults, ...counts } = totals;
    this.#sources.push({ file, ...(sheet === undefined ? {} : { sheet }), recognition, ...counts, pence });
    this.#issues.push(...faultIssues(part));
    this.#issues.push(...noteIssues(file, sheet, recognition, totals));
  }

  /** Everything added up. What cannot be read is an issue of severity error; the sums are without it. */
  result(placing: PlacingSources = {}, choices: MergeChoices = noChoices): Spend {
    const merged = mergeSuppliers(this.#payees, choices);
    const sums = merged.names.map(() => new SupplierSums());
    for (const [index, { name, seen }] of this.#payees.entries()) {
      sums[merged.supplierOf[index] ?? 0]?.addName(name, seen);
    }
    for (const group of this.#groups) sums[merged.supplierOf[group.payee] ?? 0]?.addPostcode(group);
    const months = new SumBy<string | null>();
    const categories = new SumBy<string | null>();
    const districts = new SumBy<string | null>();
    const total = new SumBy<null>();
    const districtNames = new Map<string, { code: string; name: string }>();
    for (const group of this.#groups) {
      const supplier = merged.supplierOf[group.payee] ?? 0;
      const own = sums[supplier];
      if (!own) continue;
      const placed = own.placed(group.postcode, (postcode) =>
        placeLines(
          {
            names: own.names,
            companyNumber: merged.companyNumbers[supplier] ?? null,
            mainPostcode: own.mainPostcode,
            manyPeople: own.seen?.kind.manyPeople ?? false,
          },
          postcode,
          placing,
        ),
      );
      own.addLines(group, placed);
      months.add(group.month, supplier, group, placed.placing);
      categories.add(group.category, supplier, group, placed.placing);
      districts.add(placed.district?.code ?? null, supplier, group, placed.placing);
      total.add(null, supplier, group, placed.placing);
      if (placed.district) districtNames.set(placed.district.code, placed.district);
    }
    const unsorted = sums.map(
      (own, index): SpendSupplier =>
        own.result(merged.names[index] ?? '', merged.companyNumbers[index] ?? null),
    );
    const suppliers = [...unsorted].sort((a, b) => b.pence - a.pence);
    const all = total.sumOf(null);
    const byAmount = <T extends { pence: number }>(list: T[]): T[] => list.sort((a, b) => b.pence - a.pence);
    return {
      sources: this.#sources,
      lines: all.lines,
      total: all,
      credits: this.#groups.reduce(
        (sum, { creditLines, creditPence }) => ({
          lines: sum.lines + creditLines,
          pence: sum.pence + creditPence,
        }),
        { lines: 0, pence: 0 },
      ),
      suppliers,
      names: new Set(this.#payees.map(({ name }) => name)).size,
      byMonth: months
        .list()
        .map(({ key, suppliers: _, ...sum }) => ({ ...sum, month: key }))
        .sort((a, b) => ((a.month ?? '9999') < (b.month ?? '9999') ? -1 : 1)),
      byCategory: byAmount(categories.list().map(({ key, ...sum }) => ({ ...sum, category: key }))),
      byDistrict: byAmount(
        districts.list().map(({ key, ...sum }) => ({
          ...sum,
          district: key === null ? null : (districtNames.get(key) ?? null),
        })),
      ),
      supplierTypes: this.#typesTold ? typeSums(this.#groups, merged.supplierOf) : null,
      kinds: kindSums(unsorted, sums),
      concentration: concentrationOf(suppliers),
      merges: merged.merges,
      likelySame: merged.likely,
      issues: [...onceEach(this.#issues), ...unmatched(placing, sums)],
    };
  }

  #payee(name: string | null, companyNumber: string | null, payers: readonly string[]): number {
    const key = JSON.stringify([name, companyNumber, payers]);
    const known = this.#payeeOf.get(key);
    if (known !== undefined) return known;
    const seen = kindOfName(name, payers);
    const index = this.#payees.length;
    this.#payeeOf.set(key, index);
    this.#payees.push({
      name: name ?? nobody,
      companyNumber,
      pence: 0,
      lines: 0,
      mergeable: seen === undefined || seen.kind.mergeable,
      own: seen?.kind.lm3Kind === 'internalRecharge',
      seen,
    });
    return index;
  }
}

/** What lines that name nobody are listed under. */
export const nobody = '(no name)';

function faultIssues({ file, sheet, recognition, totals }: SpendPart): Issue[] {
  const place = { file, ...(sheet === undefined ? {} : { sheet }) };
  const heading = recognition.headings[recognition.plan.amount];
  const listed = totals.faults.map(
    ({ row, column, found }): Issue => ({
      severity: 'error',
      where: { ...place, cell: cellAddress(column, row) },
      found: found === '' ? 'an empty cell' : `"${found}"`,
      expected: `an amount in pounds${heading ? ` under "${heading}"` : ''}`,
      mend: 'Correct the amount, or take the line out.',
    }),
  );
  const more = totals.faultCount - totals.faults.length;
  if (more <= 0) return listed;
  return [
    ...listed,
    {
      severity: 'error',
      where: place,
      found: `${formatCount(more)} more amounts that cannot be read`,
      expected: 'an amount in pounds on every line',
      mend: 'Mend those listed and run again to see the rest.',
    },
  ];
}

/** What holds for a year of monthly files is said once, with the first file and how many more. */
function onceEach(issues: readonly Issue[]): Issue[] {
  const groups = new Map<string, Issue[]>();
  issues.forEach((issue, index) => {
    const { severity, where, found } = issue;
    const ofFile = severity === 'warning' && where.cell === undefined;
    const key = ofFile ? found : `${index}`;
    groups.set(key, [...(groups.get(key) ?? []), issue]);
  });
  return [...groups.values()].flatMap(([first, ...others]) =>
    first === undefined
      ? []
      : others.length === 0
        ? [first]
        : [{ ...first, found: `${first.found} (and in ${formatCount(others.length)} more)` }],
  );
}

/** The same file twice, or a copy under another name, would count everything twice. */
function sameSums({ file, sheet, totals }: SpendPart, twin: SpendSource, pence: number): Issue {
  return {
    severity: 'warning',
    where: { file, ...(sheet === undefined ? {} : { sheet }) },
    found: `${formatCount(totals.lines)} payments of ${formatGbp(pence / 100)} in all, as many and as much as in ${[twin.file, twin.sheet].filter(Boolean).join(', sheet ')}`,
    expected: 'each payment once',
    mend: 'Both were counted. Leave one out if they are the same payments.',
  };
}

function noteIssues(
  file: string,
  sheet: string | undefined,
  { notes }: Recognition,
  { totalRowCount, undatedLines }: LineTotals,
): Issue[] {
  const where = { file, ...(sheet === undefined ? {} : { sheet }) };
  const issues = notes.map(
    (note): Issue => ({
      severity: 'warning',
      where,
      found: note.replace(/\.$/, ''),
      expected: 'headings that say what each column holds',
      mend: 'Check it. If it is wrong, say which column it is (on the command line with --column ROLE="HEADING").',
    }),
  );
  if (totalRowCount > 0)
    issues.push({
      severity: 'warning',
      where,
      found: `${formatCount(totalRowCount)} ${totalRowCount === 1 ? 'row that adds' : 'rows that add'} up the lines above`,
      expected: 'payments only',
      mend: 'It was taken for a line of totals and left out.',
    });
  if (undatedLines > 0)
    issues.push({
      severity: 'warning',
      where,
      found: `${formatCount(undatedLines)} lines without a date that can be read`,
      expected: 'a date such as 17/08/2022',
      mend: 'They count in every sum but in no month.',
    });
  return issues;
}

function unmatched({ list, postcodes }: PlacingSources, sums: readonly SupplierSums[]): Issue[] {
  if (!list && !postcodes) return [];
  const keys = new Set(sums.flatMap(({ keys: own }) => own));
  const missing = list ? [...list.said].filter(([key]) => !keys.has(key)) : [];
  const apart = missing.filter(([, { name }]) => !keys.has(SupplierSums.keyOf(name)));
  if (apart.length === 0) return [];
  const names = apart.slice(0, 10).map(([, { name }]) => `"${name}"`);
  return [
    {
      severity: 'warning',
      where: {},
      found: `${formatCount(apart.length)} on the list of local suppliers but not in the ledger: ${names.join(', ')}`,
      expected: 'names as the ledger spells them',
      mend: 'Check the spelling, or leave them if they were not paid in this period.',
    },
  ];
}
