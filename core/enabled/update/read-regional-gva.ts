import { cellAddress, quoteCell, type Row, type Sheet } from '../../workbook/cell.ts';
import type { Issue } from '../../workbook/issue.ts';
import { type DownloadedFile, fault, remark } from './downloaded.ts';
import { figureOf, findHeadings, millionsPerUnit, plain, yearOf } from './table-cells.ts';

/** GVA of the UK at current prices in the newest year of a table, GBP million. */
export interface RegionalGva {
  readonly file: string;
  readonly sheet: string;
  readonly year: number;
  /** By letter; L without the imputed rent of owner-occupiers. */
  readonly sections: ReadonlyMap<string, number>;
  /** All industries without imputed rent. */
  readonly total: number;
  readonly imputedRent: number;
  /** Which rows it is the sum of: `UK less Extra-Regio`, `sum of 41 ITL2 areas`. */
  readonly area: string;
}

const headings = {
  code: /^sic ?(20)?07 code|^sic code|^industry code/,
  region: /^(itl|nuts|region|area)( region| area)? ?code|^itl\b(?!.*name)/,
} as const;

/** True when a sheet has a row for each region and industry, with years as headings. */
export const isRegionalGva = (sheet: Sheet): boolean => {
  const found = findHeadings(sheet, headings);
  return found?.row.cells.some((cell) => yearOf(cell) !== undefined) ?? false;
};

/** All that is said about a table outside its columns: title, name of the sheet, name of the file. */
function said(file: DownloadedFile, sheet: Sheet, heading: Row): string[] {
  const above = sheet.rows.filter(({ number }) => number < heading.number);
  return [...above.flatMap(({ cells }) => cells.map(plain)), sheet.name, file.name].map((text) =>
    text.toLowerCase().replace(/[_-]/g, ' '),
  );
}

const ownOccupied = '68IMP';

/**
 * GVA by section from ONS regional GVA (balanced) by industry: the table at current prices, for the UK
 * less Extra-Regio, or added up over ITL regions that cover the country.
 */
export function readRegionalGva(file: DownloadedFile): { gva?: RegionalGva; issues: Issue[] } {
  const tables = file.sheets.filter(isRegionalGva).flatMap((sheet) => {
    const found = findHeadings(sheet, headings);
    return found ? [{ sheet, ...found, texts: said(file, sheet, found.row) }] : [];
  });
  const current = tables.find(
    ({ texts }) => texts.some((text) => /current/.test(text)) && millionsPerUnit(texts) !== undefined,
  );
  if (!current) {
    const names = tables.map(({ sheet }) => `"${sheet.name}"`).join(', ');
    return {
      issues: [
        fault(
          { file: file.name },
          `GVA by industry in the sheets ${names}, none of which says "current prices" and its unit`,
          'the table "current price estimates, pounds million" (Table 1c or 2c)',
          'Download the whole workbook, or keep the words of the title in the name of the CSV file.',
        ),
      ],
    };
  }
  return readTable(file, current.sheet, current.row, current.columns, millionsPerUnit(current.texts) ?? 1);
}

function readTable(
  file: DownloadedFile,
  sheet: Sheet,
  heading: Row,
  columns: Readonly<Record<keyof typeof headings, number>>,
  scale: number,
): { gva?: RegionalGva; issues: Issue[] } {
  const years = heading.cells.map(yearOf);
  const year = Math.max(...years.map((each) => each ?? 0));
  const column = years.indexOf(year);
  const rows = sheet.rows.filter(({ number, cells }) => number > heading.number && cells.length > 0);
  const region = (row: Row): string => plain(row.cells[columns.region]).toUpperCase();
  const chosen = chooseRegions(new Set(rows.map(region)));
  const where = { file: file.name, sheet: sheet.name };
  if (!chosen) {
    return {
      issues: [
        fault(
          where,
          'regions that do not make up the UK',
          'the row "UKX" (UK less Extra-Regio), or every ITL1 or ITL2 region from TLC to TLN',
          'Download the table for all regions.',
        ),
      ],
    };
  }
  const issues: Issue[] = [];
  const sums = new Map<string, number>();
  for (const row of rows.filter((each) => chosen.regions.has(region(each)))) {
    const code = codeOf(row, columns.code);
    if (code === undefined) continue;
    const figure = figureOf(row.cells[column]);
    if (typeof figure !== 'number') {
      issues.push(
        fault(
          { ...where, cell: cellAddress(column, row.number) },
          quoteCell(row.cells[column]),
          `GVA of ${year} as a number`,
          'Use the file as ONS publishes it.',
        ),
      );
    } else sums.set(code, (sums.get(code) ?? 0) + figure * scale);
  }
  return { ...total(file.name, sheet, year, sums, chosen.area, issues), issues };
}

function total(
  file: string,
  sheet: Sheet,
  year: number,
  sums: ReadonlyMap<string, number>,
  area: string,
  issues: Issue[],
): { gva?: RegionalGva } {
  const where = { file, sheet: sheet.name };
  const sections = new Map([...sums].filter(([code]) => /^[A-U]$/.test(code)));
  const [whole, imputed] = [sums.get('TOTAL'), sums.get(ownOccupied)];
  if (whole === undefined || imputed === undefined) {
    issues.push(
      fault(
        where,
        `no row for ${whole === undefined ? '"Total"' : `"${ownOccupied}", owner-occupiers' imputed rental`}`,
        'both, since rent that owners would pay themselves is no activity of a tenant',
        'Use a table that shows them, such as Table 1c or 2c.',
      ),
    );
    return {};
  }
  const added = [...sections.values()].reduce((sum, each) => sum + each, 0);
  if (Math.abs(added / whole - 1) > 0.005) {
    issues.push(
      remark(
        where,
        `sections that add up to ${Math.round(added)} beside a total of ${Math.round(whole)} (GBP million)`,
        'a table whose sections make up its total',
        'Check that no section is missing and none is there twice.',
      ),
    );
  }
  const property = sections.get('L');
  if (property !== undefined) sections.set('L', property - imputed);
  return {
    gva: { file, sheet: sheet.name, year, sections, total: added - imputed, imputedRent: imputed, area },
  };
}

/** `G` for "G (45-47)", `TOTAL`, `68IMP`; undefined for divisions and groups of them. */
function codeOf(row: Row, column: number): string | undefined {
  const written = plain(row.cells[column]).toUpperCase();
  const section = /^([A-U])(?: ?\([\d; -]+\))?$/.exec(written);
  if (section) return section[1];
  return ['TOTAL', ownOccupied].includes(written) ? written : undefined;
}

const lettersOfRegions = [...'CDEFGHIJKLMN'];

function chooseRegions(
  codes: ReadonlySet<string>,
): { readonly regions: ReadonlySet<string>; readonly area: string } | undefined {
  if (codes.has('UKX')) return { regions: new Set(['UKX']), area: 'UK less Extra-Regio' };
  for (const level of [1, 2, 3]) {
    const regions = new Set([...codes].filter((code) => new RegExp(`^TL[C-N].{${level - 1}}$`).test(code)));
    if (lettersOfRegions.every((letter) => [...regions].some((code) => code[2] === letter))) {
      return { regions, area: `sum of ${regions.size} ITL${level} areas` };
    }
  }
  return codes.has('UK') ? { regions: new Set(['UK']), area: 'UK with Extra-Regio' } : undefined;
}
