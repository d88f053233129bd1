import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Lm3Result } from '../../core/index.ts';
import { csvNamedXlsx, emptyFile, encryptedXlsx, oldXls, zipBomb } from '../fakes/hostile-files.ts';
import golden from '../golden/lm3.json' with { type: 'json' };
import { localpound } from './localpound.ts';

let folder: string;
const at = (name: string): string => join(folder, name);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'localpound-cli-'));
  await localpound(['template', 'lm3', at('sample.xlsx'), '--sample']);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** The sample with one cell changed, or any other change to it. */
async function changed(name: string, change: (workbook: ExcelJS.Workbook) => void): Promise<string> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(at('sample.xlsx'));
  change(workbook);
  await workbook.xlsx.writeFile(at(name));
  return at(name);
}

const cell = (sheet: string, address: string, value: ExcelJS.CellValue) => (workbook: ExcelJS.Workbook) => {
  const found = workbook.getWorksheet(sheet);
  if (!found) throw new Error(`no sheet ${sheet}`);
  found.getCell(address).value = value;
};

describe('localpound lm3', () => {
  it('says what LM3 is and what it rests on', async () => {
    const { code, stdout, stderr } = await localpound(['lm3', at('sample.xlsx')]);
    expect(code).toBe(0);
    expect(stdout).toContain('LM3 is 2.10 for Exampleshire (fictional), April 2025 to March 2026');
    expect(stdout).toContain('Whatever they are like, it lies between 2.06 and 2.17');
    expect(stdout).toContain('Invented Interiors');
    expect(stderr).toBe('');
  });

  it('says what silent suppliers must re-spend to reach a target, and refuses a target that is no LM3', async () => {
    const { stdout } = await localpound(['lm3', at('sample.xlsx'), '--target', '2.08']);
    expect(stdout).toMatch(
      /stays at or above a target of 2.08 as long as silent suppliers re-spend at least \d+/,
    );
    expect(stdout).toContain('Silent suppliers re-spend half as much');
    expect(stdout).toContain('What it does not say');
    const refused = await localpound(['lm3', at('sample.xlsx'), '--target', '4']);
    expect([refused.code, refused.stdout]).toEqual([2, '']);
  });

  it('refuses a report that would not fit in memory, but not LM3 itself', async () => {
    const suppliers = Array.from({ length: 30_001 }, (_, index) => ({
      name: `Supplier ${index}`,
      spend: 1,
      local: true,
      respendShare: 0.5,
    }));
    await writeFile(
      at('large.json'),
      JSON.stringify({ name: 'Large', payroll: { local: 0, nonLocal: 0 }, suppliers }),
    );
    const refused = await localpound(['lm3', at('large.json'), '--out', at('large.xlsx')]);
    expect([refused.code, refused.stdout]).toEqual([1, '']);
    expect(refused.stderr).toContain('at most 30,000 suppliers');
    const computed = await localpound(['lm3', at('large.json'), '--json']);
    expect((JSON.parse(computed.stdout) as Lm3Result).lm3).toBeCloseTo(2.5, 9);
  });

  it('prints one JSON object with every field of the contract', async () => {
    const { stdout } = await localpound(['lm3', at('sample.xlsx'), '--json']);
    const result = JSON.parse(stdout) as Record<string, unknown>;
    for (const field of [
      'lm3',
      'round1',
      'round2',
      'round3',
      'total',
      'round2Parts',
      'round3Parts',
      'responseRate',
      'rating',
      'interval',
      'bounds',
      'assumptions',
      'issues',
      'workings',
    ]) {
      expect(result, field).toHaveProperty(field);
    }
    expect(stdout.trim().split('\n')).toHaveLength(1);
  });

  it('gives the same result for the same project as JSON', async () => {
    await writeFile(at('case.json'), JSON.stringify(golden.conformance.project));
    const { code, stdout } = await localpound(['lm3', at('case.json'), '--json']);
    expect(code).toBe(0);
    expect((JSON.parse(stdout) as Lm3Result).lm3).toBeCloseTo(golden.conformance.expected.lm3, 6);
  });

  it('prints the workings on request', async () => {
    const { stdout } = await localpound(['lm3', at('sample.xlsx'), '--workings']);
    expect(stdout).toContain('(round 1 + round 2 + round 3) / round 1');
    expect(stdout).toContain('[Suppliers row 5]');
  });

  it('writes a report that gives the same LM3, and a chart with words in it', async () => {
    const written = await localpound([
      'lm3',
      at('sample.xlsx'),
      '--out',
      at('report.xlsx'),
      '--chart',
      at('pound.png'),
    ]);
    expect(written.code).toBe(0);
    const [first, again] = await Promise.all([
      localpound(['lm3', at('sample.xlsx'), '--json']),
      localpound(['lm3', at('report.xlsx'), '--json']),
    ]);
    expect((JSON.parse(again.stdout) as Lm3Result).lm3).toBe((JSON.parse(first.stdout) as Lm3Result).lm3);
    const png = await readFile(at('pound.png'));
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    // Without its font the chart comes out at less than half of this size.
    expect(png.length).toBeGreaterThan(40_000);
  });

  it('computes a batch in order and goes on after a line with errors', async () => {
    const { project } = golden.conformance;
    const lines = [
      { id: 'a', ...project },
      { id: 'b', ...project, payroll: { local: -1, nonLocal: 0 } },
      { id: 3, ...project, method: 'chain' },
    ].map((line) => JSON.stringify(line));
    const { code, stdout } = await localpound(
      ['lm3', '--batch', '-'],
      [lines[0], '', 'not json', lines[1], lines[2]].join('\n'),
    );
    const results = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Partial<Lm3Result>);
    expect(code).toBe(1);
    expect(results.map((result) => result.id)).toEqual(['a', null, 'b', 3]);
    expect(results.map((result) => result.lm3?.toFixed(6))).toEqual([
      '1.996964',
      undefined,
      undefined,
      '1.921143',
    ]);
    expect(results[2]?.issues?.[0]).toMatchObject({ where: { path: 'payroll.local' }, found: '-1' });
  });

  it('takes wrong usage for exit code 2', async () => {
    for (const args of [['lm3'], ['lm3', 'a', '--batch', 'b'], ['lm3', 'a', '--nonsense'], ['nonsense']]) {
      expect((await localpound(args)).code, args.join(' ')).toBe(2);
    }
    const same = await localpound(['lm3', at('sample.xlsx'), '--out', at('sample.xlsx')]);
    expect(same.code).toBe(2);
    expect(same.stderr).toContain('would replace the file');
  });
});

describe('localpound template lm3', () => {
  it('never replaces a file that holds something, unless forced', async () => {
    const before = await readFile(at('sample.xlsx'));
    const refused = await localpound(['template', 'lm3', at('sample.xlsx')]);
    expect(refused.code).toBe(1);
    expect(await readFile(at('sample.xlsx'))).toEqual(before);
  });

  it('writes named tables, notes, validation and frozen headings', async () => {
    await localpound(['template', 'lm3', at('empty.xlsx')]);
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.readFile(at('empty.xlsx'));
    const suppliers = workbook.getWorksheet('Suppliers');
    expect(suppliers?.getTable('Suppliers')).toBeDefined();
    expect(suppliers?.getCell('D4').note).toBeTruthy();
    expect(suppliers?.getCell('D5').dataValidation?.type).toBe('decimal');
    expect(suppliers?.getCell('C900').dataValidation?.formulae).toEqual(['"Yes,No"']);
    expect(suppliers?.views[0]).toMatchObject({ state: 'frozen', ySplit: 4 });
  });

  it('is not a result until a name is filled in', async () => {
    await localpound(['template', 'lm3', at('unfilled.xlsx')]);
    const { code, stderr } = await localpound(['lm3', at('unfilled.xlsx')]);
    expect(code).toBe(1);
    expect(stderr).toContain('sheet Project, cell B5: found an empty cell');
  });
});

describe('bad input', () => {
  const workbooks: [string, (workbook: ExcelJS.Workbook) => void, string[]][] = [
    [
      'a wrong sheet name',
      (workbook) => {
        const sheet = workbook.getWorksheet('Suppliers');
        if (sheet) sheet.name = 'Vendors';
      },
      ['"Vendors"', 'a sheet named "Suppliers"'],
    ],
    [
      'a missing column',
      cell('Suppliers', 'B4', 'Colour'),
      ['sheet Suppliers', 'column Spend (£)', '"Colour"'],
    ],
    [
      'text in a number',
      cell('Suppliers', 'B6', 'about 500'),
      ['sheet Suppliers, cell B6', '"about 500"', 'an amount in GBP', 'Type a number only'],
    ],
    [
      'negative payroll',
      cell('Payroll', 'B5', -5),
      ['sheet Payroll, cell B5', '-5', 'pay in GBP of 0 or more'],
    ],
    [
      'a share of 140',
      cell('Suppliers', 'D5', 140),
      ['sheet Suppliers, cell D5', '140', 'a share from 0% to 100%'],
    ],
    [
      'a share of 40 that was meant as a percentage',
      cell('Suppliers', 'D5', 40),
      ['cell D5', 'Type 40% or 0.4'],
    ],
    ['neither Yes nor No', cell('Suppliers', 'C5', 'Perhaps'), ['cell C5', '"Perhaps"', 'Yes or No']],
    ['a line of totals', cell('Suppliers', 'A9', 'Total'), ['cell A9', 'count everything twice']],
    [
      'a broken formula',
      cell('Suppliers', 'B5', { error: '#REF!' } as ExcelJS.CellErrorValue),
      ['cell B5', '#REF!', 'Mend the formula'],
    ],
  ];
  for (const [what, change, told] of workbooks) {
    it(`tells ${what} with its place, and writes nothing`, async () => {
      const file = await changed('bad.xlsx', change);
      const { code, stdout, stderr } = await localpound(['lm3', file, '--out', at('never.xlsx')]);
      expect(code).toBe(1);
      expect(stdout).toBe('');
      for (const text of told) expect(stderr).toContain(text);
      expect(await readdir(folder)).not.toContain('never.xlsx');
    });
  }

  it('lists every wrong cell at once', async () => {
    const file = await changed('many.xlsx', (workbook) => {
      cell('Suppliers', 'B6', 'lots')(workbook);
      cell('Suppliers', 'D7', 2)(workbook);
      cell('Payroll', 'C5', 'maybe')(workbook);
    });
    const { stdout } = await localpound(['lm3', file, '--json']);
    const { issues } = JSON.parse(stdout) as { issues: { where: { cell: string } }[] };
    expect(issues.map((issue) => issue.where.cell)).toEqual(['C5', 'B6', 'D7']);
  });

  const files: [string, () => Uint8Array, string][] = [
    ['an empty file', emptyFile, 'empty'],
    ['a CSV file named .xlsx', csvNamedXlsx, 'text'],
    ['an old .xls', oldXls, '.xls'],
    ['an encrypted workbook', encryptedXlsx, 'password'],
    ['a zip bomb of 1 MB', zipBomb, ''],
  ];
  for (const [what, make, told] of files) {
    it(`refuses ${what} with a message`, async () => {
      await writeFile(at('hostile.xlsx'), make());
      const { code, stdout, stderr } = await localpound([
        'lm3',
        at('hostile.xlsx'),
        '--out',
        at('never.xlsx'),
      ]);
      expect(code).toBe(1);
      expect(stdout).toBe('');
      expect(stderr).toContain('1 thing needs mending');
      expect(stderr).toContain(told);
      expect(stderr).not.toMatch(/\n\s+at /);
      expect(await readdir(folder)).not.toContain('never.xlsx');
    });
  }

  it('refuses JSON that cannot be read, a folder, and a file that is not there', async () => {
    await writeFile(at('broken.json'), '{"name": "x"');
    for (const [file, told] of [
      [at('broken.json'), 'JSON that cannot be read'],
      [folder, 'a folder'],
      [at('none'), 'no file of that name'],
    ] as const) {
      const { code, stderr } = await localpound(['lm3', file]);
      expect([code, stderr.includes(told)], stderr).toEqual([1, true]);
    }
  });
});
