import {
  computeLm3,
  type Lm3Project,
  type Lm3ProjectInput,
  type Lm3Result,
  lm3Report,
  lm3Template,
  parseLm3Project,
} from '../../../core/index.ts';
import { computeLm3File } from '../../../spreadsheet/lm3-file.ts';
import { writeWorkbook } from '../../../spreadsheet/write-workbook.ts';
import golden from '../../golden/lm3.json' with { type: 'json' };

/** The sample as everyone gets it: written as a workbook and read again. */
export async function sampleProject(): Promise<Lm3Project> {
  const outcome = computeLm3File(await writeWorkbook(lm3Template({ sample: true })));
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues));
  return outcome.value.project;
}

/** A project from JSON; what is wrong with it is a mistake of the test. */
export function projectOf(input: Lm3ProjectInput): Lm3Project {
  const parsed = parseLm3Project(input);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
  return parsed.value;
}

/** The result of a project and its report as the bytes of a file. */
export async function reportOf(
  of: Lm3Project,
): Promise<{ readonly result: Lm3Result; readonly bytes: Uint8Array }> {
  const outcome = computeLm3(of);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues));
  return { result: outcome.value, bytes: await writeWorkbook(lm3Report(of, outcome.value)) };
}

/** Sheets without a formula that no formula asks about, and most of the cells of a report. */
const plainLists = ['Assumptions', 'Who to ask first', 'Method', 'Workings', 'Sources', 'Problems'];

/** As `reportOf`, without the sheets that only list: tests of formulas run in half the time. */
export async function formulasOf(
  of: Lm3Project,
): Promise<{ readonly result: Lm3Result; readonly bytes: Uint8Array }> {
  const outcome = computeLm3(of);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues));
  const spec = lm3Report(of, outcome.value);
  const sheets = spec.sheets.filter(({ name }) => !plainLists.includes(name));
  return { result: outcome.value, bytes: await writeWorkbook({ ...spec, sheets }) };
}

type SupplierInput = NonNullable<Lm3ProjectInput['suppliers']>[number];

export const supplier = (
  spend: number,
  local: boolean,
  respendShare: number | null,
  index: number,
  more: Partial<SupplierInput> = {},
): SupplierInput => ({ name: `${local ? 'Near' : 'Far'} ${index}`, spend, local, respendShare, ...more });

/** Eleven answers and three silent suppliers of each kind, in two categories and a thin one. */
const manySuppliers = [true, false].flatMap((local) =>
  Array.from({ length: 14 }, (_, index) =>
    supplier(
      1000 + ((index * 7919) % 4801) * 3.37,
      local,
      index % 4 === 3 ? null : ((index * 37) % 90) / 100,
      index,
      { category: index === 0 ? 'Seldom bought' : index % 4 === 1 ? 'Repairs' : 'Food' },
    ),
  ),
);

const payroll = {
  local: 52_000,
  nonLocal: 31_000,
  tax: { local: 9_400.25, nonLocal: 7_300 },
  extras: [
    { name: 'Directors here', kind: 'directors', amount: 8_000, local: true },
    { name: 'Directors elsewhere', kind: 'directors', amount: 5_000, local: false },
    { name: 'Pension', kind: 'employerPension', amount: 4_100.5 },
    { name: 'Insurance', kind: 'employerNationalInsurance', amount: 6_200 },
    { name: 'Agency here', kind: 'agencyStaff', amount: 3_300, local: true },
    { name: 'Agency elsewhere', kind: 'agencyStaff', amount: 2_700, local: false },
  ],
} satisfies Lm3ProjectInput['payroll'];

const full: Lm3ProjectInput = {
  name: 'Everything at once',
  payroll,
  otherDirectCosts: [
    { name: 'Rates', amount: 5_000, local: true },
    { name: 'Bank', amount: 70.1, local: false },
  ],
  suppliers: manySuppliers,
};

const answers = (count: number, local: boolean, withPay = true) =>
  Array.from({ length: count }, (_, index) => ({
    answer: `${local ? 'Here' : 'There'} ${index + 1}`,
    local,
    ...(withPay ? { pay: 1_500 + index * 333.3 } : {}),
    ...(index % 2 === 0
      ? { respendShare: 0.3 + index * 0.07 }
      : {
          items: [
            { item: 'incomeTax' as const, amount: 200, localShare: 0 },
            { item: 'food' as const, amount: 350 + index, localShare: 0.8 },
            { item: 'rentOrMortgage' as const, amount: 600, localShare: 0.4 },
          ],
        }),
  }));

const ofKinds = [
  supplier(900, true, 0.2, 101, { kind: 'internalRecharge' }),
  supplier(800, true, 0.3, 102, { kind: 'grant' }),
  supplier(700, false, 0.1, 103, { kind: 'redacted' }),
  supplier(-500, true, 0.4, 104),
  supplier(0, true, 0.4, 105),
];

/** One project for each branch that the formulas must follow. */
export async function projects(): Promise<[string, Lm3Project][]> {
  const sample = await sampleProject();
  const all = projectOf(full);
  const set = (settings: Lm3ProjectInput['settings'], more: Partial<Lm3ProjectInput> = {}): Lm3Project =>
    projectOf({ ...full, ...more, settings });
  return [
    ['the sample', sample],
    ['the conformance case, without an interval', projectOf(golden.conformance.project)],
    ['every kind of line', all],
    ['tax as leakage', set({ taxMode: 'leakage' })],
    ['the share on pay after tax', set({ taxMode: 'proxyOnNet' })],
    [
      'pay entered before tax, tax left out',
      set({ taxMode: 'leftOut' }, { payroll: { ...payroll, entered: 'gross' } }),
    ],
    [
      'pay entered after tax, counted before it',
      set({ taxMode: 'proxyOnNet' }, { payroll: { ...payroll, entered: 'net' } }),
    ],
    [
      'a staff survey of six here and two elsewhere',
      projectOf({ ...full, staffSurvey: [...answers(6, true), ...answers(2, false)] }),
    ],
    [
      'a staff survey with tax among its items',
      set({ taxMode: 'leakage' }, { staffSurvey: [...answers(4, true), ...answers(5, false)] }),
    ],
    [
      'a staff survey without pay, so without an interval',
      projectOf({ ...full, staffSurvey: answers(5, true, false) }),
    ],
    ['the chain method', { ...all, method: 'chain' }],
    [
      'the chain method with a staff survey',
      projectOf({ ...full, method: 'chain', staffSurvey: [...answers(5, true), ...answers(6, false)] }),
    ],
    ['silent suppliers at nothing', { ...all, nonResponse: 'zero', target: 2.2 }],
    ['every answer alike', set({ meanOfAnswers: 'unweighted' })],
    [
      'every answer alike, pooled',
      set(
        { meanOfAnswers: 'unweighted' },
        {
          suppliers: [
            supplier(100, true, 0.5, 1),
            supplier(60, true, 0.7, 2),
            supplier(80, true, null, 3),
            supplier(90, false, 0.1, 4),
            supplier(40, false, 0.2, 5),
            supplier(10, false, 0.9, 6),
          ],
        },
      ),
    ],
    ['the largest chased', set({ largestChased: 12, categoryStrata: false })],
    ['the largest chased and categories', set({ largestChased: 14 })],
    ['categories not used', set({ categoryStrata: false })],
    [
      'head offices',
      set(
        { supplierPlace: 'headOffice', categoryStrata: false },
        {
          suppliers: manySuppliers.map((line, index) =>
            index % 3 === 0 ? { ...line, headOfficeLocal: index % 2 === 0 } : line,
          ),
        },
      ),
    ],
    [
      'kinds left out',
      set({ leaveOut: ['grant', 'redacted'] }, { suppliers: [...manySuppliers, ...ofKinds] }),
    ],
    ['nothing left out', set({ leaveOut: [] }, { suppliers: [...manySuppliers, ...ofKinds] })],
    ['a net credit and an internal recharge', set({}, { suppliers: [...manySuppliers, ...ofKinds] })],
    ['an income with a surplus', { ...sample, income: 900_000 }],
    [
      'a target and a net figure',
      projectOf({
        ...full,
        target: 1.62,
        net: { deadweight: 0.2, displacement: 0.1, leakage: 0.05, substitution: 0 },
      }),
    ],
    ['a target out of reach', { ...sample, target: 2.9 }],
    ['a target that always holds', { ...sample, target: 1.2 }],
    [
      'nobody has answered',
      { ...sample, suppliers: sample.suppliers.map((s) => ({ ...s, respendShare: null })) },
    ],
    [
      'everybody has answered',
      { ...sample, suppliers: sample.suppliers.filter((s) => s.respendShare !== null) },
    ],
    [
      'answers all alike',
      {
        ...sample,
        suppliers: sample.suppliers.map((s) => ({
          ...s,
          respendShare: s.respendShare === null ? null : 0.3,
        })),
      },
    ],
    ['no suppliers at all', { ...sample, suppliers: [] }],
    ['nothing but suppliers', projectOf({ ...full, payroll: { local: 0, nonLocal: 0 } })],
  ];
}

/** As many suppliers as a middling council has, in categories, a third of them silent. */
export function councilProject(count: number): Lm3Project {
  return projectOf({
    name: 'A made-up council',
    payroll: { local: 4_000_000, nonLocal: 2_500_000 },
    settings: { largestChased: 60 },
    suppliers: Array.from({ length: count }, (_, index) => ({
      name: `Made-up supplier ${index + 1}`,
      spend: Math.round(120_000_000 / (index + 3) ** 1.1) / 100,
      local: index % 5 < 2,
      respendShare: index % 3 === 2 ? null : ((index * 61) % 97) / 100,
      category: `Category ${(index * 13) % 11}`,
    })),
  });
}
