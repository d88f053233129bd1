import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Issue, SurveyPlan } from '../../core/index.ts';
import { localpound } from './localpound.ts';

type PlanJson = SurveyPlan & { readonly issues: readonly Issue[] };

let folder: string;
const at = (name: string): string => join(folder, name);

/** Fictional suppliers, two of them with names that a spreadsheet would run. */
const project = {
  name: 'Invented Trust',
  payroll: { local: 1000, nonLocal: 0 },
  suppliers: Array.from({ length: 60 }, (_, index) => ({
    name:
      index === 0
        ? '=HYPERLINK("http://example.invalid")'
        : index === 1
          ? '@Made-up, Ltd'
          : `Supplier ${index}`,
    spend: 6000 - 100 * index,
    local: index % 2 === 0,
    respendShare: null,
  })),
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'localpound-plan-'));
  await writeFile(at('project.json'), JSON.stringify(project));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('localpound plan', () => {
  it('says whom to ask first, what each number of questionnaires brings, and what that rests on', async () => {
    const { code, stdout, stderr } = await localpound(['plan', at('project.json'), '--budget', '10,20,50']);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toContain('Ask these 18 first: the largest of 60 silent suppliers.');
    expect(stdout).toMatch(/Questionnaires +largest +drawn local/);
    expect(stdout).toContain('This is a planning assumption');
    expect(stdout).toContain('seed 1');
  });

  it('prints the plan as one JSON object, with the rate and the seed that were given', async () => {
    const args = [
      'plan',
      at('project.json'),
      '--json',
      '--budget',
      '40',
      '--answer-rate',
      '0.6',
      '--seed',
      '9',
    ];
    const { code, stdout } = await localpound(args);
    const plan = JSON.parse(stdout) as PlanJson;
    expect(code).toBe(0);
    expect(stdout.trim().split('\n')).toHaveLength(1);
    expect(plan).toMatchObject({ answerRate: 0.6, seed: 9, issues: [] });
    expect(plan.designs[0]).toMatchObject({ budget: 40, sent: 40 });
    expect(plan.designs[0]?.expected.answers).toBeCloseTo(24, 9);
    expect(plan.chase).toHaveLength(60);
  });

  it('writes the chase list as CSV, with the suppliers of each draw marked and nothing to run in it', async () => {
    const out = at('chase.csv');
    const { code, stdout, stderr } = await localpound([
      'plan',
      at('project.json'),
      '--budget',
      '20,30',
      '--json',
      '--out',
      out,
    ]);
    expect(code).toBe(0);
    expect(stderr).toContain('Wrote');
    const { designs } = JSON.parse(stdout) as PlanJson;
    const { data } = Papa.parse<Record<string, string>>(
      (await readFile(out, 'utf8')).replace(/^\uFEFF/, ''),
      {
        header: true,
        skipEmptyLines: true,
      },
    );
    expect(data).toHaveLength(60);
    expect(data.slice(0, 2).map(({ Supplier }) => Supplier)).toEqual([
      `'=HYPERLINK("http://example.invalid")`,
      "'@Made-up, Ltd",
    ]);
    for (const { budget, largest, drawn } of designs) {
      const asked = data.map((row) => row[`Ask with ${budget}`]);
      expect(asked.slice(0, largest).every((how) => how === 'largest')).toBe(true);
      expect(
        data.filter((row) => row[`Ask with ${budget}`] === 'random').map(({ Supplier }) => Supplier),
      ).toEqual([...drawn].sort((a, b) => b.spend - a.spend).map(({ name }) => name));
    }
  });

  it('writes a workbook with the plan, whom to ask and the assumptions', async () => {
    const out = at('plan.xlsx');
    expect((await localpound(['plan', at('project.json'), '--out', out])).code).toBe(0);
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.readFile(out);
    expect(workbook.worksheets.map(({ name }) => name)).toEqual([
      'Survey plan',
      'Whom to ask',
      'Assumptions',
    ]);
    const ask = workbook.getWorksheet('Whom to ask');
    expect(ask?.getCell('B4').value).toBe(`'=HYPERLINK("http://example.invalid")`);
    expect(ask?.getCell('C4').value).toBe(6000);
    expect(ask?.rowCount).toBe(63);
  });

  it('plans the survey of a spend export by way of its workbook', async () => {
    const workbook = at('calderdale.xlsx');
    await localpound([
      'ledger',
      'docs/examples/calderdale-2022-08.csv',
      '--local',
      'docs/examples/calderdale-place-names.csv',
      '--out',
      workbook,
    ]);
    const { code, stdout } = await localpound(['plan', workbook, '--json']);
    expect(code).toBe(0);
    expect((JSON.parse(stdout) as PlanJson).reach.map(({ suppliers }) => suppliers)).toEqual([22, 67, 138]);
  });

  it('warns of more questionnaires than suppliers, and passes warnings about the project on', async () => {
    await writeFile(
      at('repeated.json'),
      JSON.stringify({
        ...project,
        suppliers: [...project.suppliers, project.suppliers[5], { ...project.suppliers[6], spend: -7 }],
      }),
    );
    const { code, stdout } = await localpound(['plan', at('repeated.json'), '--json', '--budget', '600']);
    const { issues } = JSON.parse(stdout) as PlanJson;
    expect(code).toBe(0);
    const found = issues.map((issue) => issue.found).join('; ');
    expect(found).toContain('"Supplier 5" on 2 lines');
    expect(found).toContain('with a net credit');
    expect(found).toContain('600');
    expect(new Set(issues.map((issue) => issue.found)).size).toBe(issues.length);
  });

  it('takes options out of range for wrong usage, and says what they should be', async () => {
    const wrong: [string[], string][] = [
      [['--budget', '20,many,-1'], 'budgets[1]: found NaN; expected a whole number of questionnaires'],
      [
        ['--budget', '', '--answer-rate', '60', '--spread', '0.7', '--seed', '1.5'],
        'a share above 0 and up to 1',
      ],
      [['--out', at('list.txt')], '--out writes .csv or .xlsx, not ".txt"'],
      [['--out', at('project.json')], '--out writes .csv or .xlsx, not ".json"'],
    ];
    await Promise.all(
      wrong.map(async ([args, told]) => {
        const { code, stdout, stderr } = await localpound(['plan', at('project.json'), ...args]);
        expect([code, stdout, stderr.includes(told)], `${args.join(' ')}: ${stderr}`).toEqual([2, '', true]);
      }),
    );
    const same = at('same.xlsx');
    expect((await localpound(['plan', same, '--out', same])).code).toBe(2);
  });

  it('gives no plan and no file where the project has errors', async () => {
    await writeFile(
      at('bad.json'),
      JSON.stringify({ ...project, suppliers: [{ ...project.suppliers[0], spend: null }] }),
    );
    await writeFile(
      at('credits.json'),
      JSON.stringify({
        name: 'P',
        payroll: { local: 0, nonLocal: 0 },
        suppliers: [{ name: 'A', spend: -5, local: true, respendShare: null }],
      }),
    );
    for (const [file, told] of [
      ['bad.json', 'suppliers[0].spend'],
      ['credits.json', '£0.00 in round 1'],
      ['none.json', 'no file of that name'],
    ] as const) {
      const { code, stdout, stderr } = await localpound(['plan', at(file), '--out', at('never.csv')]);
      expect([code, stdout, stderr.includes(told)], stderr).toEqual([1, '', true]);
    }
    expect(await readdir(folder)).not.toContain('never.csv');
  });
});
