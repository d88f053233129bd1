import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cellAddress, type Lm3Result } from '../../core/index.ts';
import { readWorkbook } from '../../spreadsheet/read-workbook.ts';
import { writeWorkbook } from '../../spreadsheet/write-workbook.ts';
import { localpound, projectRoot } from './localpound.ts';

const calderdale = 'docs/examples/calderdale-2022-08.csv';
const placeNames = 'docs/examples/calderdale-place-names.csv';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'localpound-ledger-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function file(name: string, text: string): Promise<string> {
  await writeFile(join(folder, name), text);
  return join(folder, name);
}

interface LedgerJson {
  readonly lines: number;
  readonly total: number;
  readonly local: number;
  readonly notLocal: number;
  readonly cannotTell: number;
  readonly suppliers: number;
  readonly names: number;
  readonly rows: Record<string, number>;
  readonly topLeaks: { name: string; spend: number }[];
  readonly byMonth: { month: string | null; total: number }[];
  readonly byCategory: { category: string | null; total: number }[];
  readonly byDistrict: { code: string | null; total: number }[];
  readonly concentration: { reach: { share: number; suppliers: number }[] };
  readonly supplierTypes: { type: string | null; total: number }[] | null;
  readonly kinds: { id: string; lines: number; total: number }[];
  readonly merges: { name: string; supplier: string; reason: string }[];
  readonly files: { columns: { role: string; heading: string | null; sureness: string }[] }[];
  readonly issues: { found: string; expected: string; mend: string; where: { cell?: string } }[];
  readonly lm3?: Lm3Result;
  readonly chaseList?: { neededForHalf: number };
}

const json = async (...args: string[]): Promise<LedgerJson> =>
  JSON.parse((await localpound(['ledger', ...args, '--json'])).stdout) as LedgerJson;

const addedUp = (list: readonly { total: number }[]): number =>
  list.reduce((pence, { total }) => pence + Math.round(total * 100), 0) / 100;

describe('localpound ledger on Calderdale Council’s payments of August 2022', () => {
  it('counts 1,956 payments of £15,901,508.75 to 455 names', async () => {
    const { code, stdout } = await localpound(['ledger', calderdale, '--json']);
    const ledger = JSON.parse(stdout) as LedgerJson;
    expect(code).toBe(0);
    expect(ledger).toMatchObject({
      lines: 1956,
      total: 15901508.75,
      suppliers: 454,
      names: 455,
      cannotTell: 15901508.75,
      rows: { all: 1956, payments: 1956, blank: 0, totals: 0, unreadable: 0, undated: 0 },
    });
    expect(ledger.topLeaks[0]).toMatchObject({ name: 'John Sisk & Son (Holdings) Ltd', spend: 1223560.55 });
    for (const list of [ledger.byMonth, ledger.byCategory, ledger.byDistrict, ledger.supplierTypes ?? []])
      expect(addedUp(list)).toBe(15901508.75);
  });

  it('merges by company number only, and says which lines are no plain purchases', async () => {
    const { merges, kinds, supplierTypes, byMonth } = await json(calderdale);
    expect(merges).toMatchObject([
      { name: 'Equans Regeneration Ltd', supplier: 'Engie Regeneration Ltd', reason: 'companyNumber' },
    ]);
    expect(Object.fromEntries(kinds.map(({ id, lines, total }) => [id, [lines, total]]))).toEqual({
      directPayments: [28, 1983403.47],
      councils: [10, 274271],
      tax: [5, 48324],
      government: [27, 15060],
      ownRecharges: [5, 4291.43],
    });
    expect(supplierTypes?.[0]).toMatchObject({ type: 'vcse', total: 2065203.25 });
    expect(byMonth.map(({ month }) => month)).toEqual(['2022-08']);
  });

  it('becomes a first LM3 with a list of local suppliers: bounds, no interval, the reason, whom to ask', async () => {
    const { stdout } = await localpound(['ledger', calderdale, '--local', placeNames, '--json']);
    const { lm3, chaseList, local, notLocal, cannotTell } = JSON.parse(stdout) as LedgerJson;
    expect(local + notLocal + cannotTell).toBeCloseTo(15901508.75, 6);
    // Calderdale MBC in its own ledger is an internal recharge, which LM3 leaves out.
    expect(lm3?.round1).toBeCloseTo(15901508.75 - 4291.43, 6);
    expect(lm3?.round2).toBeCloseTo(local - 4291.43, 6);
    expect(lm3?.interval).toBeNull();
    expect(lm3?.intervalReason).toContain('at least 5 answers');
    expect(lm3?.bounds.low).toBeCloseTo(1 + (lm3?.round2 ?? 0) / (lm3?.round1 ?? 1), 12);
    expect(lm3?.bounds.high).toBeCloseTo(2 + (lm3?.round2 ?? 0) / (lm3?.round1 ?? 1), 12);
    expect(lm3?.rating).toBe('red');
    expect(chaseList?.neededForHalf).toBe(22);
  });

  it('says all that in words, and writes a workbook for the answers', async () => {
    const out = join(folder, 'calderdale.xlsx');
    const { stdout } = await localpound([
      'ledger',
      calderdale,
      '--local',
      placeNames,
      '--area-name',
      'Calderdale',
      '--period',
      'August 2022',
      '--out',
      out,
    ]);
    expect(stdout).toContain('1,956 payments to 454 suppliers (455 names)');
    expect(stdout).toContain('£15,901,508.75');
    expect(stdout).toContain('LM3 is at least 1.13 for Calderdale, August 2022');
    expect(stdout).toContain('answers from 22 of 453 silent suppliers would reach half of supplier value');
    const again = await localpound(['lm3', out, '--json']);
    const lm3 = JSON.parse(again.stdout) as Lm3Result;
    expect(lm3.round1).toBeCloseTo(15901508.75 - 4291.43, 6);
    expect(lm3.leftOut).toMatchObject([{ kind: 'internalRecharge', total: 4291.43 }]);
  });
});

describe('localpound ledger on other files', () => {
  it('takes credits off their supplier, and knows brackets, pound signs and a line of totals', async () => {
    const path = await file(
      'ledger.csv',
      'My council\n\nSupplier Name,Net Amount\nA Ltd,"£1,000.10"\na  ltd,(200.05)\nB,50.00-\nB,70\n,820.05\n\n',
    );
    const { stdout } = await localpound(['ledger', path, '--json']);
    const ledger = JSON.parse(stdout) as LedgerJson;
    expect(ledger).toMatchObject({ lines: 4, total: 820.05, suppliers: 2 });
    expect(ledger.issues[0]?.found).toContain('adds up the lines above');
    expect(ledger.rows).toMatchObject({ totals: 1, payments: 4 });
  });

  it('cannot tell about suppliers that a list with Yes and No leaves out', async () => {
    const path = await file('l.csv', 'Supplier,Amount\nA,10\nB,20\nC,40\n');
    const list = await file('list.csv', 'Supplier,Local\nA,Yes\nB,No\nC,\nD,Yes\n');
    const { stdout } = await localpound(['ledger', path, '--local', list, '--json']);
    const ledger = JSON.parse(stdout) as LedgerJson;
    expect(ledger).toMatchObject({ local: 10, notLocal: 20, cannotTell: 40 });
    expect(ledger.issues[0]?.found).toContain('"D"');
    expect(ledger.lm3?.assumptions.map((assumption) => assumption.id)).toContain('ledger.cannotTell');
  });

  it('lists every amount that is none, with its cell', async () => {
    const path = await file('bad.csv', 'Supplier,Amount\nA,10\nB,ten\nC,"1,5"\n,9\n');
    const { code, stdout } = await localpound(['ledger', path, '--json']);
    const { issues } = JSON.parse(stdout) as LedgerJson;
    expect(code).toBe(1);
    expect(issues.map((issue) => issue.where.cell)).toEqual(['B3', 'B4']);
    const without = await json(path, '--leave-out-unreadable');
    expect(without).toMatchObject({ total: 19, rows: { all: 4, payments: 2, unreadable: 2 } });
    expect(without.kinds).toMatchObject([{ id: 'unnamed', lines: 1, total: 9 }]);
  });

  it('says which headings it looked for when there are none', async () => {
    const path = await file('none.csv', 'Colour,Shape\nred,round\n');
    const { code, stderr } = await localpound(['ledger', path]);
    expect(code).toBe(1);
    expect(stderr).toContain('"Supplier Name" and "Net Amount"');
  });
});

describe('localpound ledger on several files of different layouts', () => {
  const april =
    'Date,Supplier Name,Net Amount\n03/04/2022,Acme Foods Ltd,100.00\n04/04/2022,Beta plc,-5.00\n';
  const may = 'A council\n\n"Vendor";"Amount £";"Clearing Date"\n"ACME FOODS LIMITED";"50,00";"2022-05-01"\n';

  it('gives one result and tells how each was read', async () => {
    const one = await file('april.csv', april);
    const two = await file('may.csv', may.replace('50,00', '50.00'));
    const ledger = await json(one, two);
    expect(ledger).toMatchObject({ lines: 3, total: 145, suppliers: 2, names: 3 });
    expect(ledger.byMonth).toMatchObject([
      { month: '2022-04', total: 95 },
      { month: '2022-05', total: 50 },
    ]);
    expect(ledger.merges).toMatchObject([{ name: 'ACME FOODS LIMITED', supplier: 'Acme Foods Ltd' }]);
    expect(
      ledger.files.map(({ columns }) => columns.find(({ role }) => role === 'supplier')?.heading),
    ).toEqual(['Supplier Name', 'Vendor']);
  });

  it('names the file and the cell of what is wrong, and adds up nothing', async () => {
    const one = await file('good.csv', april);
    const two = await file('strange.csv', 'Colour,Shape\nred,round\n');
    const { code, stderr } = await localpound(['ledger', one, two]);
    expect(code).toBe(1);
    expect(stderr).toContain('strange.csv');
    expect(stderr).toContain('--column supplier="HEADING"');
  });
});

describe('what a person says to localpound ledger', () => {
  it('overrides a column, and a heading that is not there is met with those that are', async () => {
    const path = await file('two.csv', 'Supplier,Agent,Amount\nA Ltd,X Ltd,1.00\nB Ltd,X Ltd,2.00\n');
    const ledger = await json(path, '--column', 'supplier=Agent');
    expect(ledger).toMatchObject({ suppliers: 1, total: 3 });
    expect(ledger.files[0]?.columns[0]).toMatchObject({ heading: 'Agent', sureness: 'said' });
    const wrong = await localpound(['ledger', path, '--column', 'supplier=Agnet']);
    expect(wrong.code).toBe(1);
    expect(wrong.stderr).toContain('"Supplier", "Agent", "Amount"');
    expect(wrong.stderr).toContain('supplier="Agent"');
    expect((await localpound(['ledger', path, '--column', 'colour=Agent'])).code).toBe(2);
  });

  it('undoes a merge through the workbook that was written', async () => {
    const path = await file('merge.csv', 'Supplier,Amount\nAcme Ltd,10.00\nAcme Limited,5.00\nBell,1.00\n');
    expect((await json(path)).suppliers).toBe(2);
    const apart = await file('apart.csv', 'Name,Keep apart\nAcme Limited,Yes\n');
    const ledger = await json(path, '--keep-apart', apart);
    expect(ledger).toMatchObject({ suppliers: 3, merges: [] });
    const out = join(folder, 'merges.xlsx');
    await localpound(['ledger', path, '--out', out]);
    expect((await json(path, '--keep-apart', out)).suppliers).toBe(2);
  });
});

describe('localpound ledger with an area', () => {
  const payments =
    'Supplier Name,Supplier Postcode,Net Amount,Date\nA Ltd,HX1 1UJ,100,01/02/2024\nB Ltd,LS1 4AP,50,01/02/2024\nC Ltd,XX9 9ZZ,5,01/03/2024\nD Limited,,7,01/03/2024\nREDACTED,,3,01/03/2024\n';

  it('places suppliers by district, by the file’s postcodes and by a list of them', async () => {
    const path = await file('placed.csv', payments);
    const postcodes = await file('postcodes.csv', 'Vendor,Post Code\nd ltd,HX1 2AA\nE,nowhere\n');
    const out = join(folder, 'placed.xlsx');
    const { area, licences, deprivation, ...ledger } = (await json(
      ...[path, '--area', 'Calderdale', '--postcodes', postcodes, '--out', out],
    )) as LedgerJson & {
      area: { name: string };
      licences: string[];
      deprivation: { label: string; fifths: { amount: number }[] };
    };
    expect(ledger).toMatchObject({ total: 165, local: 107, notLocal: 50, cannotTell: 8 });
    expect(ledger.byDistrict).toMatchObject([
      { code: 'E08000033', total: 107 },
      { code: 'E08000035', total: 50 },
      { code: null, total: 8 },
    ]);
    expect(ledger.issues.map(({ found }) => found)).toContain('"nowhere"');
    expect(ledger.lm3).toMatchObject({ area: 'Calderdale', round2: 107 });
    expect(area.name).toBe('Calderdale');
    expect(licences.join(' ')).toMatch(/Crown copyright/);
    expect(deprivation.label).toContain('District level');
    expect(deprivation.fifths.reduce((sum, { amount }) => sum + amount, 0)).toBeCloseTo(157, 6);
    const workbook = readWorkbook(await readFile(out));
    if (!workbook.ok) throw new Error(JSON.stringify(workbook.issues));
    const textOf = (sheet: string) =>
      JSON.stringify(workbook.value.sheets.find(({ name }) => name === sheet)?.rows);
    expect(textOf('Method and licences')).toMatch(/Crown copyright.*Open Government Licence/);
    expect(textOf('By deprivation')).toContain('District level');
    expect(textOf('Suppliers')).toContain('HX1 2AA is in Calderdale (your list of postcodes)');
  });

  it('takes several districts, codes and a radius, and says where each supplier is', async () => {
    const path = await file('radius.csv', payments);
    expect(await json(path, '--area', 'E08000033, Leeds')).toMatchObject({
      local: 150,
      notLocal: 0,
      cannotTell: 15,
    });
    const near = await json(path, '--centre', 'HX1', '--radius-km', '12');
    expect(near).toMatchObject({ local: 100, notLocal: 50, cannotTell: 15 });
    expect(near.topLeaks[0]).toMatchObject({ name: 'B Ltd', reason: expect.stringContaining('km from HX1') });
  });

  it('draws a map by district, and needs an area for it', async () => {
    const path = await file('mapped.csv', payments);
    const map = join(folder, 'map.svg');
    const { code } = await localpound(['ledger', path, '--area', 'Calderdale', '--map', map]);
    expect(code).toBe(0);
    const svg = await readFile(map, 'utf8');
    expect(svg).toContain('Calderdale');
    expect(svg).toMatch(/Crown copyright/);
    expect(svg).not.toContain('NaN');
    expect((await localpound(['ledger', path, '--map', map])).code).toBe(2);
  });

  it('says what to do where no supplier has a postcode, and its map is whole', async () => {
    const map = join(folder, 'nothing.svg');
    const { code, stderr } = await localpound(['ledger', calderdale, '--area', 'Calderdale', '--map', map]);
    expect(code).toBe(0);
    expect(stderr).toContain('--postcodes FILE');
    expect(await readFile(map, 'utf8')).not.toContain('NaN');
  });

  it('asks for an area that exists, and for a distance that is one', async () => {
    const path = await file('nowhere.csv', payments);
    const unknown = await localpound(['ledger', path, '--area', 'Nowhereshire']);
    expect(unknown.code).toBe(1);
    expect(unknown.stderr).toContain('"Nowhereshire"');
    expect((await localpound(['ledger', path, '--centre', 'HX1', '--radius-km', 'far'])).code).toBe(2);
  });
});

describe('what localpound ledger writes', () => {
  it('is a workbook with every sum and every decision, without a list of local suppliers too', async () => {
    const out = join(folder, 'plain.xlsx');
    const { code } = await localpound(['ledger', calderdale, '--out', out]);
    expect(code).toBe(0);
    const workbook = readWorkbook(await readFile(out));
    if (!workbook.ok) throw new Error(JSON.stringify(workbook.issues));
    expect(workbook.value.sheets.map(({ name }) => name)).toEqual(
      expect.arrayContaining([
        ...[
          'Project',
          'Suppliers',
          'Settings',
          'By category',
          'By month',
          'By district',
          'By kind of supplier',
        ],
        ...['Leaks', 'Merges', 'Names alike', 'Kinds of line', 'How it was read', 'Method and licences'],
      ]),
    );
    const suppliers = workbook.value.sheets.find(({ name }) => name === 'Suppliers')?.rows ?? [];
    expect(suppliers.length - 3).toBe(454);
  });

  it('is a chart as SVG or PNG, and any other ending is wrong usage', async () => {
    const svg = join(folder, 'chart.svg');
    const png = join(folder, 'chart.png');
    await localpound(['ledger', calderdale, '--local', placeNames, '--chart', svg]);
    const text = await readFile(svg, 'utf8');
    expect(text).toContain('<title id="ledger-title">Where £15,901,509 goes');
    expect(text).toContain('local £2,027,670.08');
    await localpound(['ledger', calderdale, '--chart', png]);
    expect([...(await readFile(png)).subarray(1, 4)]).toEqual([0x50, 0x4e, 0x47]);
    expect((await localpound(['ledger', calderdale, '--chart', 'chart.gif'])).code).toBe(2);
  });

  it('fits 80 columns, but for sentences and links', async () => {
    const { stdout } = await localpound(['ledger', calderdale]);
    for (const line of stdout.split('\n').slice(0, -2)) expect(line.length, line).toBeLessThanOrEqual(80);
  });
});

describe('localpound ledger on a Parquet file', () => {
  it('gives what the same table gives as CSV', async (ctx) => {
    const { DuckDBInstance, version } = await import('@duckdb/node-api');
    ctx.task.meta.ranWith = [`DuckDB ${version()}`];
    const instance = await DuckDBInstance.create(':memory:');
    const connection = await instance.connect();
    const path = join(folder, 'calderdale.parquet');
    await connection.run(
      `copy (select * from read_csv('${join(projectRoot, calderdale)}', all_varchar = true)) to '${path}' (format parquet)`,
    );
    connection.closeSync();
    const { files: _parquet, ...parquet } = await json(path);
    const { files: _csv, ...csv } = await json(calderdale);
    expect(parquet).toEqual(csv);
  });
});

describe('localpound ledger on an Excel workbook', () => {
  it('counts sheets of one layout together and says which it passed over', async () => {
    const sheet = (name: string, rows: (string | number)[][]) => ({
      name,
      widths: [],
      cells: rows.flatMap((cells, row) =>
        cells.map((value, column) => ({ address: cellAddress(column, row + 1), value })),
      ),
      tables: [],
      validations: [],
    });
    const head = ['Supplier Name', 'Payment Date', 'Net Amount'];
    const bytes = await writeWorkbook({
      title: 'Months',
      names: [],
      sheets: [
        sheet('April', [head, ['A Ltd', '01/04/2022', 10.1], ['B Ltd', '02/04/2022', -0.2]]),
        sheet('May', [head, ['A Ltd', '01/05/2022', 5]]),
        sheet('Summary', [
          ['Supplier', 'Total'],
          ['A Ltd', 15.1],
        ]),
      ],
    });
    const path = join(folder, 'months.xlsx');
    await writeFile(path, bytes);
    const ledger = await json(path);
    expect(ledger).toMatchObject({ lines: 3, total: 14.9, suppliers: 2 });
    expect(ledger.issues.map(({ found }) => found)).toContain('a sheet with other headings');
  });
});
