import ExcelJS from 'exceljs';
import { unzipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Lm3ProjectInput } from '../../../core/index.ts';
import { computeLm3File } from '../../../spreadsheet/lm3-file.ts';
import { projectOf, reportOf } from './lm3-projects.ts';

/** Texts that spreadsheets and CSV readers have been made to run. */
const hostile = [
  '=HYPERLINK("http://example.com","Click")',
  "=cmd|' /C calc'!A0",
  '=2+5+cmd|"/C calc"!A0',
  'DDE("cmd";"/C calc";"x")',
  '@SUM(1+1)*cmd|A0',
  '+1+1',
  '-2+3+cmd|A0',
  '＝1+1',
  '＋1+1',
  '－1+1',
  '＠SUM(A1)',
  'a\t=1+1',
  'a\r\n=1+1',
];

/** A project whose every text is hostile. */
function hostileProject(text: string) {
  const input: Lm3ProjectInput = {
    name: text,
    area: text,
    period: text,
    scope: text,
    payroll: {
      local: 1_000,
      nonLocal: 500,
      extras: [{ name: text, kind: 'directors', amount: 10, local: true }],
    },
    otherDirectCosts: [{ name: text, amount: 20 }],
    staffSurvey: [{ answer: text, local: true, pay: 100, respendShare: 0.4 }],
    areas: [{ name: `${text} too`, payrollLocal: 10 }],
    settings: { largestChased: 3 },
    suppliers: [0.4, 0.5, 0.6, null, null].map((respendShare, index) => ({
      name: `${text} ${index}`,
      spend: 100 * (index + 1),
      local: index % 2 === 0,
      respendShare,
      category: text,
      areas: { [`${text} too`]: { local: true, respendShare: 0.1 } },
    })),
  };
  return projectOf(input);
}

/** The report of each hostile project, made once for all tests. */
let reports: { readonly text: string; readonly bytes: Uint8Array; readonly workbook: ExcelJS.Workbook }[];

beforeAll(async () => {
  reports = [];
  for (const text of hostile) {
    const { bytes } = await reportOf(hostileProject(text));
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(bytes.slice().buffer as ArrayBuffer);
    reports.push({ text, bytes, workbook });
  }
}, 60_000);

const runs = /^\s*[=+\-@＝＋－＠−\t\r\n]/u;

describe('text from people', () => {
  it('is never a formula, and would not become one in a CSV file, on any sheet or heading', () => {
    for (const { text, workbook } of reports) {
      const shown = JSON.stringify(text);
      let cells = 0;
      for (const sheet of workbook.worksheets) {
        sheet.eachRow((row) =>
          row.eachCell((cell) => {
            if (cell.formula !== undefined) {
              // Formulas are ours alone: none holds a word of a person.
              expect(cell.formula, shown).not.toContain('cmd');
              expect(cell.formula, shown).not.toContain('HYPERLINK');
            } else if (typeof cell.value === 'string') {
              cells += 1;
              expect(cell.value, `${shown} in ${sheet.name}!${cell.address}`).not.toMatch(runs);
            } else expect(typeof cell.value, `${shown} in ${sheet.name}!${cell.address}`).not.toBe('object');
          }),
        );
      }
      expect(cells).toBeGreaterThan(200);
    }
  });

  it('stands in headings of tables as it stands in their cells, so that Excel need not mend the file', () => {
    for (const { text, bytes, workbook } of reports) {
      const tables = Object.entries(unzipSync(bytes)).filter(([path]) => /^xl\/tables\/table\d+/.test(path));
      const headings = tables.flatMap(([, xml]) =>
        [...new TextDecoder().decode(xml).matchAll(/<tableColumn [^>]*name="([^"]*)"/g)].map(([, name]) =>
          (name ?? '').replaceAll('&quot;', '"').replaceAll('&apos;', "'").replaceAll('&amp;', '&'),
        ),
      );
      const cells = new Set<string>();
      for (const sheet of workbook.worksheets) {
        sheet.eachRow((row) => row.eachCell((cell) => cells.add(cell.text)));
      }
      expect(headings.some((heading) => heading.startsWith('Local: '))).toBe(true);
      for (const heading of headings) {
        expect(cells, JSON.stringify(text)).toContain(heading);
        expect(heading).not.toMatch(runs);
      }
    }
  });

  it('is read back as it was given', () => {
    for (const { text, bytes } of reports.filter((report) => !/[\t\r\n]/.test(report.text))) {
      const of = hostileProject(text);
      const again = computeLm3File(bytes);
      if (!again.ok) throw new Error(JSON.stringify(again.issues));
      const { name, area, suppliers, areas, staffSurvey } = again.value.project;
      expect({ name, area, areas, staffSurvey }).toEqual({
        name: of.name,
        area: of.area,
        areas: of.areas,
        staffSurvey: of.staffSurvey,
      });
      expect(suppliers.map((line) => [line.name, line.category, line.areas])).toEqual(
        of.suppliers.map((line) => [line.name, line.category, line.areas]),
      );
    }
  });
});
