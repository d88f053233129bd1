import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Lm3Result } from '../../core/index.ts';
import { localpound } from './localpound.ts';

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
  readonly topLeaks: { name: string; spend: number }[];
  readonly issues: { found: string; where: { cell?: string } }[];
  readonly lm3?: Lm3Result;
  readonly chaseList?: { neededForHalf: number };
}

describe('localpound ledger on Calderdale Council’s payments of August 2022', () => {
  it('counts 1,956 payments of £15,901,508.75 to 455 suppliers', async () => {
    const { code, stdout } = await localpound(['ledger', calderdale, '--json']);
    const ledger = JSON.parse(stdout) as LedgerJson;
    expect(code).toBe(0);
    expect(ledger).toMatchObject({
      lines: 1956,
      total: 15901508.75,
      suppliers: 455,
      cannotTell: 15901508.75,
    });
    expect(ledger.topLeaks[0]).toMatchObject({ name: 'John Sisk & Son (Holdings) Ltd', spend: 1223560.55 });
  });

  it('becomes a first LM3 with a list of local suppliers: bounds, no interval, the reason, whom to ask', async () => {
    const { stdout } = await localpound(['ledger', calderdale, '--local', placeNames, '--json']);
    const { lm3, chaseList, local, notLocal } = JSON.parse(stdout) as LedgerJson;
    expect(local + notLocal).toBeCloseTo(15901508.75, 6);
    expect(lm3?.round2).toBe(local);
    expect(lm3?.interval).toBeNull();
    expect(lm3?.intervalReason).toContain('at least 5 answers');
    expect(lm3?.bounds.low).toBeCloseTo(1 + local / 15901508.75, 12);
    expect(lm3?.bounds.high).toBeCloseTo(2 + local / 15901508.75, 12);
    expect(lm3?.rating).toBe('red');
    expect(chaseList?.neededForHalf).toBe(23);
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
    expect(stdout).toContain('1,956 payments to 455 suppliers');
    expect(stdout).toContain('£15,901,508.75');
    expect(stdout).toContain('LM3 is at least 1.13 for Calderdale, August 2022');
    expect(stdout).toContain('answers from 23 of 455 silent suppliers would reach half of supplier value');
    const again = await localpound(['lm3', out, '--json']);
    expect((JSON.parse(again.stdout) as Lm3Result).round1).toBeCloseTo(15901508.75, 6);
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
    expect(ledger.issues[0]?.found).toContain('the sum of all lines above');
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
    expect(issues.map((issue) => issue.where.cell)).toEqual(['B3', 'B4', 'A5']);
  });

  it('says which headings it looked for when there are none', async () => {
    const path = await file('none.csv', 'Colour,Shape\nred,round\n');
    const { code, stderr } = await localpound(['ledger', path]);
    expect(code).toBe(1);
    expect(stderr).toContain('"Supplier Name" and "Net Amount"');
  });
});
