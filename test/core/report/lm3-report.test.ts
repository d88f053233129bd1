import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import {
  assertNotCellAddress,
  computeLm3,
  type Lm3Project,
  type Lm3ProjectInput,
  lm3Report,
  lm3Template,
  parseLm3Project,
} from '../../../core/index.ts';
import { computeLm3File } from '../../../spreadsheet/lm3-file.ts';
import { writeWorkbook } from '../../../spreadsheet/write-workbook.ts';
import { evaluateWorkbook } from '../../fakes/formula-evaluator.ts';
import { libreOfficeVersion, recalculateInLibreOffice } from '../../fakes/libre-office.ts';
import golden from '../../golden/lm3.json' with { type: 'json' };

async function sample(): Promise<Lm3Project> {
  const outcome = computeLm3File(await writeWorkbook(lm3Template({ sample: true })));
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues));
  return outcome.value.project;
}

function project(input: Lm3ProjectInput): Lm3Project {
  const parsed = parseLm3Project(input);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
  return parsed.value;
}

const answer = (spend: number, local: boolean, respendShare: number | null, index: number) => ({
  name: `${local ? 'Near' : 'Far'} ${index}`,
  spend,
  local,
  respendShare,
});

/** One project for each branch that the formulas must follow. */
async function projects(): Promise<[string, Lm3Project][]> {
  const full = await sample();
  return [
    ['the sample', full],
    ['the conformance case, without an interval', project(golden.conformance.project)],
    ['the chain method', { ...full, method: 'chain' }],
    ['silent suppliers at nothing', { ...full, nonResponse: 'zero' }],
    ['an income with a surplus', { ...full, income: 900_000 }],
    [
      'nobody has answered',
      { ...full, suppliers: full.suppliers.map((s) => ({ ...s, respendShare: null })) },
    ],
    ['everybody has answered', { ...full, suppliers: full.suppliers.filter((s) => s.respendShare !== null) }],
    [
      'answers all alike',
      {
        ...full,
        suppliers: full.suppliers.map((s) => ({ ...s, respendShare: s.respendShare === null ? null : 0.3 })),
      },
    ],
    ['no suppliers at all', { ...full, suppliers: [] }],
    [
      'a net credit and a marked other cost',
      {
        ...full,
        otherDirectCosts: [
          { name: 'Rates', amount: 5000, local: true },
          { name: 'Bank', amount: 70, local: false },
        ],
        suppliers: [...full.suppliers, answer(-500, true, 0.4, 1), answer(0, true, 0.4, 2)],
      },
    ],
    [
      'two answers of one kind',
      project({
        name: 'Two answers',
        payroll: { local: 10, nonLocal: 0 },
        suppliers: [
          answer(100, true, 0.5, 1),
          answer(60, true, 0.7, 2),
          answer(80, true, null, 3),
          answer(90, false, 0.1, 4),
          answer(40, false, 0.2, 5),
          answer(10, false, 0.9, 6),
        ],
      }),
    ],
  ];
}

/** What the formulas of the report come to, by the label in column A. */
const checked = {
  LM3: 'lm3',
  LM2: 'lm2',
  'Round 1': 'round1',
  'Round 2': 'round2',
  'Round 3': 'round3',
  Total: 'total',
  'Supplier value that answered': 'responseRate',
  'Confidence rating': 'rating',
} as const;

async function reportOf(of: Lm3Project) {
  const outcome = computeLm3(of);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues));
  return { result: outcome.value, bytes: await writeWorkbook(lm3Report(of, outcome.value)) };
}

describe('the report workbook', () => {
  it('has formulas that come to the figures of the engine, in an evaluator of our own', async (ctx) => {
    for (const [name, of] of await projects()) {
      const { bytes } = await reportOf(of);
      const evaluated = await evaluateWorkbook(bytes);
      const stored = new ExcelJS.Workbook();
      await stored.xlsx.load(bytes.slice().buffer as ArrayBuffer);
      expect(evaluated.size).toBeGreaterThan(50);
      for (const [address, value] of evaluated) {
        const [sheet = '', cell = ''] = address.split('!');
        const result = stored.getWorksheet(sheet)?.getCell(cell).result ?? 0;
        const label = `${name}: ${address}`;
        if (typeof result === 'number') expect(value, label).toBeCloseTo(result, 6);
        else expect(value, label).toBe(result);
      }
    }
    ctx.task.meta.ranWith = ['formulas: in-process evaluator'];
  });

  it('recalculates in LibreOffice to the figures of the engine, wherever LibreOffice is at hand', async (ctx) => {
    const version = await libreOfficeVersion();
    if (version === undefined) {
      ctx.task.meta.ranWith = [
        'LibreOffice is not on this machine: formulas were checked by the in-process evaluator only',
      ];
      return;
    }
    ctx.task.meta.ranWith = [`formulas: ${version}`];
    for (const [name, of] of await projects()) {
      const { result, bytes } = await reportOf(of);
      const workbook = await recalculateInLibreOffice(bytes);
      const report = workbook.getWorksheet('LM3 report');
      const found = new Map<string, { value: unknown; check: unknown }>();
      report?.eachRow((row) => {
        found.set(row.getCell(1).text, {
          value: row.getCell(2).result ?? row.getCell(2).value,
          check: row.getCell(5).result,
        });
      });
      for (const [label, key] of Object.entries(checked)) {
        const cell = found.get(label);
        const expected = result[key];
        if (typeof expected === 'number') expect(cell?.value, `${name}: ${label}`).toBeCloseTo(expected, 6);
        else expect(cell?.value, `${name}: ${label}`).toBe(expected);
        expect(cell?.check, `${name}: ${label}`).toBe('the same');
      }
    }
  }, 240_000);

  it('says "changed since" when an answer is changed', async () => {
    const { bytes } = await reportOf(await sample());
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(bytes.slice().buffer as ArrayBuffer);
    const suppliers = workbook.getWorksheet('Suppliers');
    if (suppliers) suppliers.getCell('D5').value = 0.01;
    const evaluated = await evaluateWorkbook(new Uint8Array(await workbook.xlsx.writeBuffer()));
    expect([...evaluated.values()]).toContain('changed since');
  });

  it('can be read back as a workbook and gives the same LM3', async () => {
    for (const [name, of] of await projects()) {
      const { result, bytes } = await reportOf(of);
      const again = computeLm3File(bytes);
      expect(again.ok && again.value.result.lm3, name).toBe(result.lm3);
      expect(again.ok && again.value.result.interval, name).toEqual(result.interval);
    }
  });

  it('writes text that begins with = as text', async () => {
    const { bytes } = await reportOf({
      ...(await sample()),
      suppliers: [
        answer(10, true, 0.5, 1),
        { ...answer(5, true, 0.5, 2), name: '=HYPERLINK("http://example.com")' },
      ],
    });
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(bytes.slice().buffer as ArrayBuffer);
    expect(workbook.getWorksheet('Suppliers')?.getCell('A6').formula).toBeUndefined();
    expect(workbook.getWorksheet('Suppliers')?.getCell('A6').value).toBe('=HYPERLINK("http://example.com")');
  });

  it('refuses names that are cell addresses', () => {
    expect(() => assertNotCellAddress('LM3')).toThrow(RangeError);
    expect(() => assertNotCellAddress('R1C1')).toThrow(RangeError);
    expect(() => assertNotCellAddress('LM3_Result')).not.toThrow();
  });
});
