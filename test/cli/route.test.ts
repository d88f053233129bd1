import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Advice, Issue } from '../../core/index.ts';
import golden from '../golden/procurement.json' with { type: 'json' };
import { localpound, projectRoot } from './localpound.ts';

const fixture = (name: string): string => join(projectRoot, 'test/fixtures/procurement', name);
const youthClub = fixture('youth-club.json');

let folder: string;
const at = (name: string): string => join(folder, name);
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'localpound-route-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const route = (args: readonly string[], input = '') =>
  localpound(['route', '--today', '2026-11-24', ...args], input);

describe('localpound route --case', () => {
  it('says what was tested, the routes in order, what would change it, and that it is no advice', async () => {
    const { code, stdout, stderr } = await route(['--case', youthClub]);
    expect(code).toBe(0);
    expect(stderr).toBe('');
    expect(stdout).toContain('£400,000 including VAT is below the threshold of £663,540 including VAT');
    expect(stdout).toContain('1. Below threshold: reserved to the local area: open (rank 1, rule B1)');
    expect(stdout).toMatch(/What would change the order\n {2}If /);
    expect(stdout.trim().endsWith('Ask your legal adviser before you rely on it.')).toBe(true);
  });

  it('prints one JSON object with every field of the contract', async () => {
    const { stdout } = await route(['--case', youthClub, '--json']);
    expect(stdout.trim().split('\n')).toHaveLength(1);
    const advice = JSON.parse(stdout) as Advice;
    expect(advice).toMatchObject({
      id: 'youth-club',
      regime: 'PA',
      band: 'below',
      threshold: { amount: 663_540, basis: 'incl VAT' },
      derived: { lightTouch: true, notifiable: true, svaDuty: true, localPower: true },
    });
    for (const field of ['guards', 'routes', 'overlays', 'disclaimer']) expect(advice).toHaveProperty(field);
    for (const field of [
      'id',
      'name',
      'rank',
      'status',
      'rule',
      'conditions',
      'record',
      'risk',
      'nextStep',
      'citation',
      'verified',
    ]) {
      expect(advice.routes[0], field).toHaveProperty(field);
    }
    expect(advice.overlays[0]).toMatchObject({ rule: 'O3' });
  });

  it('tells errors with their place and exit code 1', async () => {
    await writeFile(
      at('bad.json'),
      JSON.stringify({ nation: 'england', startDate: '2026-02-30', value: 'lots' }),
    );
    const { code, stdout, stderr } = await route(['--case', at('bad.json')]);
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toContain('startDate: found "2026-02-30"; expected a date of the calendar');
    expect(stderr).toContain('value: found "lots"');
    await writeFile(at('broken.json'), '{');
    expect((await route(['--case', at('broken.json'), '--json'])).stdout).toContain(
      'JSON that cannot be read',
    );
    expect((await route(['--case', at('nowhere.json')])).stderr).toContain('no file of that name');
  });

  it('takes wrong usage for exit code 2', async () => {
    for (const args of [
      ['--case', youthClub, '--batch', 'x'],
      ['--case', youthClub, '--pack', 'record.docx'],
      ['--case', youthClub, '--today', 'tomorrow'],
      ['--batch', '-', '--pack', at('x.md')],
      ['--case', youthClub, '--nonsense'],
    ]) {
      expect((await route(args)).code, args.join(' ')).toBe(2);
    }
  });
});

describe('localpound route --batch', () => {
  it('gives one result a line in order, and goes on after a line with errors', async () => {
    const [first, second] = golden.checks;
    const lines = [
      { id: 'a', ...first?.case },
      { id: 'b', value: -1 },
      { id: 3, ...second?.case },
    ].map((line) => JSON.stringify(line));
    const { code, stdout } = await route(
      ['--batch', '-'],
      [lines[0], 'not json', lines[1], lines[2]].join('\n'),
    );
    const results = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Partial<Advice> & { issues?: Issue[] });
    expect(code).toBe(1);
    expect(results.map(({ id }) => id)).toEqual(['a', null, 'b', 3]);
    expect(results.map(({ routes }) => routes?.[0]?.rule)).toEqual(['B1', undefined, undefined, 'B1']);
    expect(results[2]?.issues?.[0]).toMatchObject({ where: { path: 'value' }, found: '-1' });
  });

  it('is no failure when lines have warnings only', async () => {
    const { vatBasis: _basis, ...bare } = golden.checks[0]?.case ?? {};
    const { code, stdout } = await route(['--batch', '-'], JSON.stringify(bare));
    expect(code).toBe(0);
    expect((JSON.parse(stdout) as Advice).issues[0]?.severity).toBe('warning');
  });
});

describe('localpound route, asking', () => {
  it('asks one by one, takes "do not know", and ends with the advice', async () => {
    const answers = [
      'England',
      '1',
      '',
      'a contract',
      'a light touch service',
      '98133110',
      '400k inc vat',
      'several',
      'none',
      '1',
      'do not know',
      'to our area',
      '3',
    ];
    const { code, stdout, stderr } = await route([], answers.join('\n'));
    expect(code).toBe(0);
    expect(stderr).toContain('Where is the buyer?');
    expect(stderr.indexOf('Where is the buyer?')).toBeLessThan(stderr.indexOf('Who is buying?'));
    expect(stdout).toContain('1. Below threshold: reserved to the local area: open (rank 1, rule B1)');
    expect(stdout).not.toContain('Who is buying?');
  });

  it('asks again after an answer it cannot read, and stops asking what no longer matters', async () => {
    const { stdout, stderr } = await route(['--json'], ['Narnia', 'England', '1', '', 'a grant'].join('\n'));
    expect(stderr).toContain('That was "Narnia"; please give a number from 1 to 4');
    expect(stderr).not.toContain('Who could do it?');
    expect((JSON.parse(stdout) as Advice).routes[0]).toMatchObject({ id: 'grant', status: 'open' });
  });

  it('counts what was not reached as not known', async () => {
    const { code, stdout } = await route(['--json'], 'Scotland\n');
    expect(code).toBe(0);
    expect((JSON.parse(stdout) as Advice).guards[0]?.rule).toBe('G1');
  });
});

describe('localpound route --pack', () => {
  it('writes the record as a workbook and as Markdown', async () => {
    const workbookWritten = await route([
      '--case',
      youthClub,
      '--pack',
      at('record.xlsx'),
      '--own-rules',
      fixture('own-rules.json'),
    ]);
    const markdownWritten = await route(['--case', youthClub, '--pack', at('record.md')]);
    expect([workbookWritten.code, markdownWritten.code]).toEqual([0, 0]);
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.readFile(at('record.xlsx'));
    expect(workbook.getWorksheet('Decision record')?.getCell('A1').text).toBe(
      'Decision record: Youth club service (fictional)',
    );
    const text = await readFile(at('record.md'), 'utf8');
    expect(text).toMatch(/^# Decision record: Youth club service/);
    expect(text).toContain('## Decision and signatures');
  });
});

describe('localpound route --own-rules', () => {
  it('reads JSON and a filled worksheet alike, and shows them beside the law', async () => {
    expect((await localpound(['template', 'own-rules', at('rules.xlsx')])).code).toBe(0);
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.readFile(at('rules.xlsx'));
    const sheet = workbook.getWorksheet('Contract procedure rules');
    if (!sheet) throw new Error('no sheet');
    const fill: Record<string, ExcelJS.CellValue> = {
      B4: 'Exampleshire Council (fictional)',
      B5: 'Contract procedure rules 2026, section 4 (fictional)',
      B6: 'Without VAT',
      A10: 10_000,
      B10: 1,
      C10: 'written quote',
      D10: 'budget holder',
      A11: 100_000,
      B11: 3,
      C11: 'written quotes, one of them local',
      D11: 'head of service',
      B12: 5,
      C12: 'advertised',
      D12: 'cabinet',
    };
    for (const [address, value] of Object.entries(fill)) sheet.getCell(address).value = value;
    await workbook.xlsx.writeFile(at('rules.xlsx'));
    const [fromSheet, fromJson] = await Promise.all(
      [at('rules.xlsx'), fixture('own-rules.json')].map(
        async (file) =>
          JSON.parse((await route(['--case', youthClub, '--own-rules', file, '--json'])).stdout) as Advice,
      ),
    );
    expect(fromSheet?.ownRules?.text).toBe(fromJson?.ownRules?.text);
    expect(fromJson?.ownRules?.text).toContain(
      '5 quotes or tenders (advertised) at £333,333.33 without VAT; approval: cabinet',
    );
    expect(fromJson?.routes[0]).toMatchObject({ rule: 'B1', status: 'open' });
  });

  it('tells a wrong cell by its address', async () => {
    await writeFile(
      at('rules.csv'),
      'Organisation,Exampleshire (fictional)\nSource,Rules (fictional)\nVAT,perhaps\nUp to (£),Quotes\nlots,1\n500,x\n',
    );
    const { code, stderr } = await route(['--case', youthClub, '--own-rules', at('rules.csv')]);
    expect(code).toBe(1);
    for (const told of ['cell A5: found "lots"', 'cell B6: found "x"', 'cell B3: found "perhaps"'])
      expect(stderr).toContain(told);
  });
});

describe('localpound route --then-and-now', () => {
  it('tells for each route of the report what it was, what it is and what to put right', async () => {
    const { code, stdout } = await route(['--then-and-now']);
    expect(code).toBe(0);
    for (const name of [
      'Innovation partnership',
      'Reserved contracts',
      'Light touch regime',
      'Single tender action',
      'Alliance contracting',
    ]) {
      expect(stdout).toMatch(
        new RegExp(
          `${name}\\n  The report: .+\\n  Then: .+\\n  Now: .+\\n  To put right: .+\\n  Source: .+Box 3`,
        ),
      );
    }
  });
});
