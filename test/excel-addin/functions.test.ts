import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { computeLm3, formatGbp, parseLm3Project } from '../../core/index.ts';
import { functionsJson } from '../../excel-addin/build/functions-json.ts';
import { functionNamespace } from '../../excel-addin/functions/namespace.ts';
import { registeredFunctions, registerFunctions } from '../../excel-addin/functions/register.ts';
import { remember } from '../../excel-addin/functions/remember.ts';
import { startOfficeInNode } from '../fakes/office/in-node.ts';
import { OfficeHost } from '../fakes/office/office-host.ts';
import { WorkbookModel } from '../fakes/office/workbook-model.ts';

const host = new OfficeHost(new WorkbookModel('Spend.xlsx'));
/** The functions as Excel's runtime has them. */
const registered = new Map<string, (...given: unknown[]) => Promise<unknown>>();
/** Requests for the list of postcodes. */
let fetched = 0;

beforeAll(async () => {
  vi.stubGlobal('fetch', async (address: URL) => {
    fetched += 1;
    return new Response(readFileSync(fileURLToPath(address)));
  });
  const { CustomFunctions } = await startOfficeInNode(host);
  registerFunctions({
    associate(id, call) {
      registered.set(id, call);
      CustomFunctions.associate(id, call);
    },
    // Made by the host's part of office.js, which comes after this.
    get Error() {
      return CustomFunctions.Error as never;
    },
    get ErrorCode() {
      return CustomFunctions.ErrorCode as never;
    },
  });
  await host.ready;
});
afterAll(() => vi.unstubAllGlobals());

const column = (...cells: readonly unknown[]): unknown[][] => cells.map((cell) => [cell]);

/** What stands in the cell, or in the cells that a result spills into. Called as the runtime calls, without its waits. */
async function inCell(name: string, ...given: readonly unknown[]): Promise<unknown> {
  const call = registered.get(name);
  if (!call) throw new Error(`no function ${name}`);
  return call(...given, { functionName: name, address: 'Sheet1!A1' });
}

/** The error that stands in the cell, with the message that Excel shows beside it. */
const errorOf = (name: string, ...given: readonly unknown[]): Promise<string> =>
  inCell(name, ...given).then(
    (value) => `no error but ${JSON.stringify(value)}`,
    ({ code, message }: { code: string; message: string }) => `${code} ${message}`,
  );

const spend = column('Spend', 400, 300, 300);
const local = column('Local', 'Yes', 'No', 'Yes');
const respend = column('Re-spend', 0.5, '10%', '');

describe('what Excel is told of the functions', () => {
  it('is what the comments of their code say', async () => {
    await expect(await functionsJson()).toMatchFileSnapshot('functions-json.txt');
  });

  it('fits the functions that are registered, argument for argument', async () => {
    const { functions } = JSON.parse(await functionsJson()) as {
      functions: {
        id: string;
        description: string;
        parameters: { description: string }[];
        options?: object;
      }[];
    };
    const told = functions.map(({ id, parameters }) => [id, parameters.length]);
    expect(Object.fromEntries(told)).toEqual(registeredFunctions());
    for (const { id, description, parameters, options } of functions) {
      for (const text of [description, ...parameters.map((each) => each.description)]) {
        expect(text.length, id).toBeGreaterThan(20);
        expect(text.length, id).toBeLessThanOrEqual(200);
      }
      // Neither volatile nor streaming: a function is computed when one of its arguments changes.
      expect(options, id).toBeUndefined();
    }
  });
});

describe('LM3 in a cell', () => {
  it('is the LM3 of the project that the columns stand for', async () => {
    const project = parseLm3Project({
      name: 'the same',
      payroll: { local: 1000, nonLocal: 500 },
      otherDirectCosts: [{ name: 'power', amount: 90 }],
      suppliers: [
        { name: 'a', spend: 400, local: true, respendShare: 0.5 },
        { name: 'b', spend: 300, local: false, respendShare: 0.1 },
        { name: 'c', spend: 300, local: true, respendShare: null },
      ],
    });
    const computed = project.ok ? computeLm3(project.value) : project;
    if (!computed.ok) throw new Error(JSON.stringify(computed.issues));
    const { lm3, round1, round2, round3, worth } = computed.value;
    const money = [spend, local, respend, 1000, 500, column(40, 50)];
    expect(await inCell('MULTIPLIER', ...money)).toBe(lm3);

    const rounds = (await inCell('ROUNDS', ...money)) as [string, number, string][];
    expect(rounds[0]).toEqual(['Line', 'Value', 'How it is worked out']);
    const line = (name: string) => rounds.find(([label]) => label.startsWith(name));
    expect([1, 2, 3].map((round) => line(`Round ${round}`)?.[1])).toEqual([round1, round2, round3]);
    expect(line('LM3')?.slice(1)).toEqual([lm3, '(round 1 + round 2 + round 3) / round 1']);
    for (const [label, , how] of rounds) expect(how, label).not.toBe('');

    expect(await inCell('POUNDVALUE', spend, local, respend)).toBe(worth.localSupplier);
    expect(await inCell('POUNDVALUE', spend, local, respend, false)).toBe(worth.nonLocalSupplier);
  });

  it('takes whole columns, rows, columns without headings and a single cell for one', async () => {
    const whole = (cells: unknown[][]) => [...cells, ...column(...Array(50_000).fill(''))];
    const expected = await inCell('MULTIPLIER', spend, local, respend);
    expect(await inCell('MULTIPLIER', whole(spend), whole(local), whole(respend))).toBe(expected);
    const bare = (cells: unknown[][]) => cells.slice(1);
    expect(await inCell('MULTIPLIER', bare(spend), bare(local), bare(respend))).toBe(expected);
    const row = (cells: unknown[][]) => [cells.flat()];
    expect(await inCell('MULTIPLIER', row(spend), row(local), row(respend))).toBe(expected);
    expect(await inCell('MULTIPLIER', 100, 'Yes', 1, null, null, null, null)).toBe(3);
  });

  it('takes settings, and says which one it does not know', async () => {
    const pay = [spend, local, respend, 1000, 500, null];
    const chain = await inCell('MULTIPLIER', ...pay, [
      ['Item', 'Answer'],
      ['Method', 'Chain'],
    ]);
    expect(chain).toBeLessThan((await inCell('MULTIPLIER', ...pay)) as number);
    expect(await errorOf('MULTIPLIER', ...pay, [['Methd', 'Chain']])).toMatch(
      /^#VALUE! row 1, column settings: found "Methd"; expected an item of the Project or Settings sheet/,
    );
  });

  it('says the row and column of what it cannot read, errors of other formulas among them', async () => {
    expect(await errorOf('MULTIPLIER', column(1, 'about 20'), column('Yes', 'perhaps'))).toBe(
      '#VALUE! row 2, column spend: found "about 20"; expected an amount in GBP. Type a number only, for example 1250.50. And 1 more.',
    );
    const notAvailable = { type: 'CustomFunctionError', code: '#N/A' };
    expect(await errorOf('MULTIPLIER', column(1, notAvailable), column('Yes', 'No'))).toContain(
      'row 2, column spend: found #N/A',
    );
    expect(await errorOf('MULTIPLIER', column(1, 2), column('Yes'))).toContain('columns of the same length');
    expect(
      await errorOf(
        'MULTIPLIER',
        [
          [1, 2],
          [3, 4],
        ],
        local,
      ),
    ).toContain('spend: found 2 columns');
    expect(await errorOf('MULTIPLIER', '', '')).toContain('£0.00 in round 1');
    expect(await errorOf('POUNDVALUE', 5, 'Yes', 0.5, false)).toMatch(/^#N\/A No supplier that is not local/);
  });

  it('counts what cannot be placed as not local, and says how much that is', async () => {
    const untold = column('local', 'cannot tell', 'not local');
    const rounds = (await inCell('ROUNDS', column(100, 50, 50), untold, column(0.5, 0, 0))) as unknown[][];
    expect(rounds.at(-1)).toEqual([
      'Spend that cannot be placed (£)',
      50,
      expect.stringContaining('counts as not local'),
    ]);
    const none = (await inCell('ROUNDS', column(100), column('local'), column(0.5))) as unknown[][];
    expect(none.flat()).not.toContain('Spend that cannot be placed (£)');
  });
});

describe('places in cells', () => {
  const postcodes = column('Postcode', 'HX1 1UJ', 'BD1 1HY', '', 'somewhere');

  it('are local, not local or cannot tell, in districts and round a point', async () => {
    expect(await inCell('ISLOCAL', postcodes, 'Calderdale')).toEqual(
      column('Local', 'local', 'not local', '', 'cannot tell'),
    );
    expect(await inCell('ISLOCAL', postcodes, column('Calderdale', 'Bradford'))).toEqual(
      column('Local', 'local', 'local', '', 'cannot tell'),
    );
    const round = (await inCell('ISLOCAL', postcodes, 'HX1 1UJ', 5, true)) as string[][];
    expect(round.map(([said]) => said)).toEqual(['Local', 'local', 'not local', '', 'cannot tell']);
    expect(round[2]?.[1]).toMatch(/^BD1 1HY is .* km from HX1 1UJ, beyond 5/);
  });

  it('have a district, by name or by code', async () => {
    expect(await inCell('DISTRICT', postcodes)).toEqual(
      column('District', 'Calderdale', 'Bradford', '', 'not found'),
    );
    expect(await inCell('DISTRICT', 'HX1 1UJ', 'both')).toEqual([['Calderdale', 'E08000033']]);
    expect(await errorOf('DISTRICT', 'somewhere')).toMatch(/^#N\/A .*found "somewhere"/);
    expect(await errorOf('DISTRICT', 'HX1 1UJ', 'region')).toContain('expected "name", "code" or "both"');
  });

  it('say what is wrong with an area', async () => {
    expect(await errorOf('ISLOCAL', postcodes, 'Calderdal')).toMatch(/^#VALUE! .*found "Calderdal"/);
    expect(await errorOf('ISLOCAL', postcodes, '')).toContain('no area');
    expect(await errorOf('ISLOCAL', postcodes, column('HX1', 'BD1'), 5)).toContain(
      'expected one, the middle',
    );
  });

  it('feed LM3 as they are', async () => {
    const placed = (await inCell('ISLOCAL', postcodes, 'Calderdale')) as unknown[][];
    const paid = column('Spend', 100, 100, '', 100);
    expect(await inCell('MULTIPLIER', paid, placed)).toBeCloseTo(4 / 3, 12);
  });

  it('fetch the postcodes once', () => {
    expect(fetched).toBe(1);
  });
});

describe('knowledge in cells', () => {
  it('gives jobs and GVA of tenants with a total', async () => {
    const table = (await inCell('ENABLED', [
      ['Tenant', 'Activity', 'SIC 2007 code', 'Turnover (£)', 'FTE'],
      ['Example Café (fictional)', 'café', '56', 120_000, 4],
      ['Example Workshop (fictional)', 'joinery', '16', '', 2.5],
      ['', '', '', '', ''],
    ])) as unknown[][];
    expect(table.map(([name]) => name)).toEqual([
      'Tenant',
      'Example Café (fictional)',
      'Example Workshop (fictional)',
      'Total',
    ]);
    expect(table.map((row) => row[1])).toEqual(['Jobs (FTE)', 4, 2.5, 6.5]);
    const gva = table.slice(1).map((row) => row[4] as number);
    expect(gva[2]).toBeCloseTo((gva[0] ?? 0) + (gva[1] ?? 0), 6);
    expect(
      await errorOf('ENABLED', [
        ['Tenant', 'FTE'],
        ['Example (fictional)', 'many'],
      ]),
    ).toMatch(/^#VALUE! row 2, column B of tenants: found "many"/);
  });

  it('finds indicators, as many lines as asked for', async () => {
    const found = (await inCell('INDICATORS', 'loneliness', 2)) as unknown[][];
    expect(found).toHaveLength(3);
    expect(found[1]?.[2]).toBe('Key');
    expect(await errorOf('INDICATORS', 'submarine cables')).toMatch(/^#N\/A /);
    expect(await errorOf('INDICATORS', '')).toMatch(/^#VALUE! topic/);
    expect(await errorOf('INDICATORS', 'loneliness', 0)).toContain('1 or more lines');
  });

  it('gives the threshold of a date, from a date cell or as text, and where it stands', async () => {
    const april2026 = 46_113;
    expect(await inCell('THRESHOLD', 'Light touch', april2026)).toBe(663_540);
    expect(await inCell('THRESHOLD', 'light-touch', '1/4/2026')).toBe(663_540);
    expect(await inCell('THRESHOLD', 'goods', '2026-04-01', 'central', 'vat')).toBe('including VAT');
    expect(await inCell('THRESHOLD', 'works', april2026, null, 'law')).toMatch(/: works, .*verified/);
    expect(await errorOf('THRESHOLD', 'works', '1/4/2031')).toMatch(/^#N\/A Thresholds are held until/);
    expect(await errorOf('THRESHOLD', 'works', '31/2/2026')).toContain('expected a date');
    expect(await errorOf('THRESHOLD', 'boats', april2026)).toContain('contract: found "boats"');
    // Held, and not read in its source: the amount is named and not handed over as if it were sure.
    expect(await errorOf('THRESHOLD', 'goods', '1/6/2015', 'central')).toMatch(
      new RegExp(`^#N/A ${formatGbp(111_676).replace(/\.00$/, '')} is held and was not read in its source`),
    );
  });
});

describe('Excel’s own runtime', () => {
  it('calls every function and hands back what it gives, messages of errors among it', async (ctx) => {
    ctx.task.meta.ranWith = ['office.js 1.1.110'];
    const given: Record<string, unknown[]> = {
      MULTIPLIER: [spend, local, respend],
      ROUNDS: [spend, local, respend, 1000, null, null, null],
      POUNDVALUE: [spend, local],
      ISLOCAL: [column('HX1 1UJ'), 'Calderdale'],
      DISTRICT: [column('HX1 1UJ')],
      ENABLED: [
        [
          ['Tenant', 'FTE'],
          ['Example (fictional)', 3],
        ],
      ],
      INDICATORS: ['loneliness', 3],
      THRESHOLD: ['works', '1/4/2026'],
    };
    expect(Object.keys(given).sort()).toEqual(Object.keys(registeredFunctions()).sort());
    const wrong = [
      host.callFunction('MULTIPLIER', ['lots', 'Yes']),
      host.callFunction('THRESHOLD', ['works', '1/4/2031']),
    ];
    const answers = Object.entries(given).map(async ([name, args]) => {
      const [, ok, value] = await host.callFunction(name, args);
      expect([name, ok, value]).toEqual([name, true, await inCell(name, ...args)]);
    });
    await Promise.all(answers);
    const [value, notAvailable] = await Promise.all(wrong);
    expect(value?.slice(1, 4)).toEqual([false, expect.stringContaining('found "lots"'), 7]);
    expect(notAvailable?.slice(1, 4)).toEqual([false, expect.stringContaining('are held until'), 1]);
  });

  it('is told of a failure of our own as an error, never as an answer', async () => {
    const broken = {
      get basicValue(): never {
        throw new Error('boom');
      },
    };
    expect(await errorOf('MULTIPLIER', [[broken]], 'Yes')).toBe(
      '#VALUE! Local Pound itself failed: Error: boom',
    );
  });
});

describe('the memory of answers', () => {
  it('computes once for the same arguments, and forgets the oldest', () => {
    let computed = 0;
    const double = remember((number: number) => {
      computed += 1;
      return number * 2;
    }, 12);
    expect([double(1), double(1), double(2), double(1)]).toEqual([2, 2, 4, 2]);
    expect(computed).toBe(2);
    for (let number = 10; number < 20; number += 1) double(number);
    double(1);
    expect(computed).toBe(13);
  });
});

it('is called by names that no sheet takes for cells', () => {
  expect(functionNamespace).toBe('LOCALPOUND');
});
