import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { computeLm3, type Lm3Project, lm3Report } from '../../../core/index.ts';
import { writeWorkbook } from '../../../spreadsheet/write-workbook.ts';
import { evaluateWorkbook } from '../../fakes/formula-evaluator.ts';
import { anyProject } from './lm3-any-project.ts';
import { formulasOf, projects, reportOf, sampleProject } from './lm3-projects.ts';

async function opened(bytes: Uint8Array): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bytes.slice().buffer as ArrayBuffer);
  return workbook;
}

/** The report of a project after somebody changed cells of it, every formula evaluated afresh. */
async function afterChanging(
  of: Lm3Project,
  change: (workbook: ExcelJS.Workbook) => void,
): Promise<Map<string, unknown>> {
  const workbook = await opened((await formulasOf(of)).bytes);
  change(workbook);
  return evaluateWorkbook(new Uint8Array(await workbook.xlsx.writeBuffer()));
}

/** The address of the value beside a label on the first sheet. */
async function addressOf(of: Lm3Project, label: string): Promise<string> {
  const sheet = (await opened((await formulasOf(of)).bytes)).getWorksheet('LM3 report');
  let found: string | undefined;
  sheet?.eachRow((row, number) => {
    if (row.getCell(1).text === label) found ??= `LM3 report!B${number}`;
  });
  if (found === undefined) throw new Error(`the report has no line "${label}"`);
  return found;
}

/** Formulas of a report that do not come to the result stored with them, by more than ten millionths of it. */
async function strayFormulas(of: Lm3Project): Promise<string[]> {
  const { bytes } = await formulasOf(of);
  const evaluated = await evaluateWorkbook(bytes);
  const stored = await opened(bytes);
  expect(evaluated.size).toBeGreaterThan(100);
  return [...evaluated].flatMap(([address, value]) => {
    const [sheet = '', cell = ''] = address.split('!');
    const found = stored.getWorksheet(sheet)?.getCell(cell);
    const result = found?.result ?? 0;
    const same =
      typeof result === 'number'
        ? Math.abs(Number(value) - result) <= 1e-7 * Math.max(1, Math.abs(result))
        : value === result;
    return same ? [] : [`${address}: ${String(value)}, not ${String(result)}, from ${found?.formula}`];
  });
}

describe('the report workbook', () => {
  it('has formulas that come to the figures of the engine, in an evaluator of our own', async (ctx) => {
    for (const [name, of] of await projects()) {
      expect(await strayFormulas(of), name).toEqual([]);
    }
    ctx.task.meta.ranWith = ['formulas: in-process evaluator'];
  }, 120_000);

  it('has formulas that come to the figures of the engine for any project', async () => {
    await fc.assert(
      fc.asyncProperty(anyProject, async (of) => {
        expect(await strayFormulas(of)).toEqual([]);
      }),
      { numRuns: 12 },
    );
  }, 120_000);

  it('moves LM3 to what the engine computes when an answer, a place or a setting is changed', async () => {
    const sample = await sampleProject();
    const lm3At = await addressOf(sample, 'LM3');
    const plain = { ...sample, suppliers: sample.suppliers.map(({ category: _, ...line }) => line) };
    const changed = await afterChanging(plain, (workbook) => {
      const suppliers = workbook.getWorksheet('Suppliers');
      if (!suppliers) throw new Error('no suppliers');
      suppliers.getCell('D5').value = 0.01;
      suppliers.getCell('C6').value = 'No';
      suppliers.getCell('D11').value = 0.9;
      const project = workbook.getWorksheet('Project');
      if (project) project.getCell('B12').value = 0.6;
    });
    const engine = computeLm3({
      ...plain,
      proxies: { ...plain.proxies, localStaff: 0.6 },
      suppliers: plain.suppliers.map((line, index) =>
        index === 0
          ? { ...line, respendShare: 0.01 }
          : index === 1
            ? { ...line, local: false }
            : index === 6
              ? { ...line, respendShare: 0.9 }
              : line,
      ),
    });
    expect(changed.get(lm3At)).toBeCloseTo(engine.ok ? engine.value.lm3 : Number.NaN, 9);
    expect([...changed.values()]).toContain('changed since');
    expect([...changed.values()]).toContain('the strata fit');
  });

  it('says in one cell that something was changed', async () => {
    const sample = await sampleProject();
    const label = 'Do all formulas come to the figures of the engine?';
    const at = await addressOf(sample, label);
    expect((await afterChanging(sample, () => {})).get(at)).toBe('all the same');
    const changed = await afterChanging(sample, (workbook) => {
      const cell = workbook.getWorksheet('Suppliers')?.getCell('D5');
      if (cell) cell.value = 0.01;
    });
    expect(changed.get(at)).toBe('changed since');
  });

  it('asks for new strata when what they were formed by is changed', async () => {
    const found = (await projects()).filter(([name]) => name === 'the largest chased and categories');
    const of = found[0]?.[1];
    if (!of) throw new Error('the project is missing');
    const changes: [string, string, ExcelJS.CellValue][] = [
      ['Suppliers', 'D8', 0.5],
      ['Suppliers', 'E5', 'Food'],
      ['Suppliers', 'C6', 'No'],
      ['Suppliers', 'B6', 90_000],
      ['Settings', 'B10', 3],
      ['Settings', 'B11', 'No'],
    ];
    for (const [sheet, cell, value] of changes) {
      const after = await afterChanging(of, (workbook) => {
        const place = workbook.getWorksheet(sheet)?.getCell(cell);
        if (place) place.value = value;
      });
      expect([...after.values()], `${sheet} ${cell}`).toContain('assign the strata anew');
    }
    expect([...(await afterChanging(of, () => {})).values()]).toContain('the strata fit');
  }, 60_000);

  it('lets an auditor choose a factor for silent suppliers', async () => {
    const sample = await sampleProject();
    const [factorAt, yoursAt] = [
      await addressOf(sample, 'Your factor for silent suppliers'),
      await addressOf(sample, 'LM3 at your factor'),
    ];
    const { result } = await reportOf(sample);
    const after = await afterChanging(sample, (workbook) => {
      const cell = workbook.getWorksheet('LM3 report')?.getCell(factorAt.split('!')[1] ?? '');
      if (cell) cell.value = 0.25;
    });
    expect(after.get(yoursAt)).toBeCloseTo(
      result.silentFactor.atNothing + 0.25 * result.silentFactor.slope,
      9,
    );
  });

  it('shows departures and caveats with their sources on the first sheet', async () => {
    const { result, bytes } = await reportOf({
      ...(await sampleProject()),
      method: 'chain',
      proxies: { localStaff: 0.5, nonLocalStaff: 0.33 },
    });
    const texts: string[] = [];
    (await opened(bytes)).getWorksheet('LM3 report')?.eachRow((row) => {
      row.eachCell((cell) => texts.push(cell.text));
    });
    const page = texts.join('\n');
    for (const { setting, used, standard } of result.departures) {
      expect(page).toContain(setting);
      expect(page).toContain(`${used} (standard: ${standard})`);
    }
    expect(result.departures).toHaveLength(2);
    for (const { text, source } of result.caveats) {
      expect(page).toContain(text);
      expect(page).toContain(source.title);
    }
  });

  it('carries what made it, without the folders that a file lay in', async () => {
    const sample = await sampleProject();
    const outcome = computeLm3(sample);
    if (!outcome.ok) throw new Error('the sample does not compute');
    const stamp = {
      version: '9.8.7',
      madeAt: new Date('2026-11-24T12:34:56Z'),
      inputsSha256: 'ab'.repeat(32),
    };
    for (const fileName of ['/home/someone/spend.xlsx', 'C:\\Users\\someone\\spend.xlsx']) {
      const bytes = await writeWorkbook(lm3Report(sample, outcome.value, { ...stamp, fileName }));
      const texts: string[] = [];
      (await opened(bytes)).getWorksheet('Run stamp')?.eachRow((row) => texts.push(row.getCell(2).text));
      expect(texts).toEqual(
        expect.arrayContaining(['9.8.7', '2026-11-24 12:34:56 UTC', 'spend.xlsx', 'ab'.repeat(32)]),
      );
      expect(texts.join()).not.toContain('someone');
    }
  });

  it('has names, tables and headings that Excel takes: none twice, capitals or not', async () => {
    for (const [name, of] of await projects()) {
      const outcome = computeLm3(of);
      if (!outcome.ok) throw new Error(name);
      const { sheets, names } = lm3Report(of, outcome.value);
      const tables = sheets.flatMap((sheet) => sheet.tables);
      const called = [...names, ...tables].map((named) => named.name.toLowerCase());
      expect(new Set(called).size, name).toBe(called.length);
      for (const table of tables) {
        const headings = table.headings.map(({ text }) => text.toLowerCase());
        expect(new Set(headings).size, `${name}: ${table.name}`).toBe(headings.length);
        for (const row of table.rows) expect(row.length, `${name}: ${table.name}`).toBe(headings.length);
      }
    }
  });
});
