import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { lm3Template, standardSettings } from '../../../core/index.ts';
import { computeLm3File } from '../../../spreadsheet/lm3-file.ts';
import { writeWorkbook } from '../../../spreadsheet/write-workbook.ts';
import { sampleProject } from './lm3-projects.ts';

async function template(sample: boolean): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook();
  const bytes = await writeWorkbook(lm3Template({ sample }));
  await workbook.xlsx.load(bytes.slice().buffer as ArrayBuffer);
  return workbook;
}

const cell = (workbook: ExcelJS.Workbook, sheet: string, address: string, value: ExcelJS.CellValue) => {
  const found = workbook.getWorksheet(sheet);
  if (!found) throw new Error(`no sheet ${sheet}`);
  found.getCell(address).value = value;
};

async function computed(workbook: ExcelJS.Workbook) {
  const outcome = computeLm3File(new Uint8Array(await workbook.xlsx.writeBuffer()));
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues));
  return outcome.value;
}

describe('the LM3 template', () => {
  it('has the four sheets that everyone needs first, and says that the others may stay', async () => {
    const workbook = await template(false);
    expect(workbook.worksheets.map(({ name }) => name)).toEqual([
      'Start here',
      'Project',
      'Payroll',
      'Other direct costs',
      'Suppliers',
      'Settings',
      'Staff survey',
      'Other areas',
    ]);
    for (const name of ['Settings', 'Staff survey', 'Other areas']) {
      expect(workbook.getWorksheet(name)?.getCell('A2').text).toMatch(/may stay/);
    }
  });

  it('computes with the standard settings when only the first sheets are filled in', async () => {
    const workbook = await template(false);
    cell(workbook, 'Project', 'B5', 'Only what is needed');
    cell(workbook, 'Payroll', 'A5', 'Everyone');
    cell(workbook, 'Payroll', 'B5', 1_000);
    cell(workbook, 'Payroll', 'C5', 'Yes');
    const { project, result } = await computed(workbook);
    expect(result.lm3).toBeCloseTo(2.66, 10);
    expect(project.settings).toEqual(standardSettings);
    expect(project.areas).toEqual([]);
    expect(project.staffSurvey).toEqual([]);
    expect(project.net).toBeUndefined();
    expect(result.departures).toEqual([]);
  });

  it('takes every choice that its lists offer', async () => {
    const workbook = await template(true);
    const settings = workbook.getWorksheet('Settings');
    const validations = (
      settings as unknown as { dataValidations: { model: Record<string, ExcelJS.DataValidation> } }
    ).dataValidations.model;
    const lists = Object.entries(validations).filter(([, { type }]) => type === 'list');
    expect(lists.length).toBeGreaterThanOrEqual(6);
    const offered = lists.map(([address, { formulae }]) => {
      const [formula = ''] = formulae as string[];
      const range = /\$([A-Z])\$(\d+):\$[A-Z]\$(\d+)$/.exec(formula);
      const choices = range
        ? Array.from(
            { length: Number(range[3]) - Number(range[2]) + 1 },
            (_, index) => settings?.getCell(`${range[1]}${Number(range[2]) + index}`).text ?? '',
          )
        : formula.replaceAll('"', '').split(',');
      expect(choices.length, address).toBeGreaterThan(1);
      return { address, choices };
    });
    const most = Math.max(...offered.map(({ choices }) => choices.length));
    for (let round = 0; round < most; round += 1) {
      const filled = await template(true);
      for (const { address, choices } of offered) {
        cell(filled, 'Settings', address, choices[round % choices.length] ?? null);
      }
      // Pay before tax needs the tax beside it.
      for (let row = 5; row <= 8; row += 1) cell(filled, 'Payroll', `E${row}`, 10);
      await expect(computed(filled), `choices ${round + 1}`).resolves.toBeDefined();
    }
  });

  it('has a sample with categories, a head office and a second area, whose LM3 is that of the golden case', async () => {
    const project = await sampleProject();
    expect(new Set(project.suppliers.map(({ category }) => category)).size).toBeGreaterThan(4);
    expect(project.suppliers.filter(({ headOfficeLocal }) => headOfficeLocal === false)).toHaveLength(1);
    expect(project.areas.map(({ name }) => name)).toEqual(['Greater Exampleshire (fictional)']);
    for (const { areas } of project.suppliers) {
      expect(Object.keys(areas ?? {})).toEqual(['Greater Exampleshire (fictional)']);
    }
    for (const { name, area } of [project]) expect(name + area).toContain('fictional');
  });
});
