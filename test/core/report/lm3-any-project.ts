import fc from 'fast-check';
import type { Lm3Project, Lm3ProjectInput } from '../../../core/index.ts';
import { projectOf } from './lm3-projects.ts';

/** Nothing, or down to a tenth of a penny: squares of 1e-200 vanish in any spreadsheet. */
const money = fc.oneof(
  { weight: 1, arbitrary: fc.constant(0) },
  { weight: 12, arbitrary: fc.double({ min: 0.001, max: 1e6, noNaN: true }) },
);
const share = fc.oneof(
  { weight: 1, arbitrary: fc.constantFrom(0, 1) },
  { weight: 8, arbitrary: fc.double({ min: 1e-6, max: 1, noNaN: true }) },
);
const yes = fc.boolean();
const chance = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: undefined });

/** Text as it stands in ledgers, some of which a spreadsheet would run. */
const text = fc
  .tuple(
    fc.constantFrom('', '', '', '=', '+', '-', '@', "'", "'=", '＝', '＠'),
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }),
  )
  .map(([start, rest]) => `${start}${rest}`.replace(/[\p{C}\s]+/gu, ' ').trim())
  .filter((said) => said !== '' && !/^(grand |sub-?)?totals?$/i.test(said) && !/_x[0-9a-f]{4}_/i.test(said));

const areaNames = ['Ward 7', '=Ward 8', 'County of Examples', '@Region'] as const;
const areaAnswer = fc.record({ local: yes, respendShare: fc.option(share, { nil: null }) });
const kinds = ['redacted', 'person', 'benefit', 'grant', 'internalRecharge', 'publicBody'] as const;

const supplier = fc.record(
  {
    name: text,
    spend: fc.oneof(money, money, money, fc.double({ min: -1e5, max: -0.01, noNaN: true })),
    local: yes,
    respendShare: fc.option(share, { nil: null }),
    headOfficeLocal: yes,
    category: fc.constantFrom('Food', 'Repairs', '-Transport', 'Ärzte'),
    kind: fc.constantFrom(...kinds),
  },
  { requiredKeys: ['name', 'spend', 'local', 'respendShare'] },
);

const settings = fc.record({
  taxMode: fc.constantFrom('leftOut', 'leakage', 'proxyOnNet'),
  vat: fc.constantFrom('excluded', 'included'),
  supplierPlace: fc.constantFrom('placeOfWork', 'headOffice'),
  meanOfAnswers: fc.constantFrom('spendWeighted', 'unweighted'),
  largestChased: fc.integer({ min: 0, max: 12 }),
  categoryStrata: yes,
  leaveOut: fc.uniqueArray(fc.constantFrom(...kinds), { maxLength: 6 }),
});

const survey = fc.array(
  fc.record({
    local: yes,
    pay: fc.double({ min: 1, max: 900, noNaN: true }),
    asked: chance(share),
    food: share,
    tax: share,
  }),
  { maxLength: 12 },
);

const kindOfArea = fc.constantFrom(
  'ward',
  'radius',
  'district',
  'county',
  'region',
  'nation',
  'unitedKingdom',
);

/** Projects with every field that a workbook has a place for. */
export const anyProject: fc.Arbitrary<Lm3Project> = fc
  .record({
    labels: fc.record({ name: text, area: text, period: text, scope: text }, { requiredKeys: ['name'] }),
    size: fc.record(
      {
        areaKind: kindOfArea,
        population: fc.integer({ min: 1, max: 9e6 }),
        radiusKm: fc.double({ min: 0.1, max: 2000, noNaN: true }),
        target: fc.double({ min: 1, max: 3, noNaN: true }),
        income: fc.constantFrom(1e12, 987_654_321_012.34),
      },
      { requiredKeys: [] },
    ),
    method: fc.constantFrom('allRecipients', 'chain'),
    nonResponse: fc.constantFrom('extrapolate', 'zero'),
    proxies: fc.record({ localStaff: share, nonLocalStaff: share }),
    settings,
    pay: fc.tuple(
      fc.double({ min: 20_000, max: 1e6, noNaN: true }),
      fc.double({ min: 20_000, max: 1e6, noNaN: true }),
    ),
    taxShare: share.map((part) => part * 0.4),
    entered: chance(fc.constantFrom('net', 'gross')),
    extras: fc.array(
      fc.record({ name: text, kind: fc.constantFrom('directors', 'agencyStaff'), amount: money, local: yes }),
      { maxLength: 3 },
    ),
    employer: fc.array(
      fc.record({
        name: text,
        kind: fc.constantFrom('employerPension', 'employerNationalInsurance'),
        amount: money,
      }),
      { maxLength: 2 },
    ),
    survey,
    otherDirectCosts: fc.array(fc.record({ name: text, amount: money, local: yes }), { maxLength: 3 }),
    net: chance(fc.record({ deadweight: share, displacement: share, leakage: share, substitution: share })),
    areas: fc.uniqueArray(
      fc.record(
        {
          name: fc.constantFrom(...areaNames),
          kind: kindOfArea,
          population: fc.integer({ min: 1, max: 9e6 }),
          payrollLocal: fc.double({ min: 0.01, max: 20_000, noNaN: true }),
        },
        { requiredKeys: ['name', 'payrollLocal'] },
      ),
      { selector: ({ name }) => name },
    ),
    suppliers: fc.array(fc.tuple(supplier, fc.array(chance(areaAnswer), { minLength: 4, maxLength: 4 })), {
      maxLength: 25,
    }),
  })
  .map((drawn) => {
    const {
      labels,
      size,
      pay,
      taxShare,
      entered,
      extras,
      employer,
      survey: lines,
      areas,
      suppliers,
      net,
    } = drawn;
    const { method, nonResponse, proxies, otherDirectCosts } = drawn;
    const input: Lm3ProjectInput = {
      ...labels,
      ...size,
      method,
      nonResponse,
      proxies,
      settings: drawn.settings,
      otherDirectCosts,
      areas,
      ...(net ? { net } : {}),
      payroll: {
        local: pay[0],
        nonLocal: pay[1],
        tax: { local: pay[0] * taxShare, nonLocal: pay[1] * taxShare },
        ...(entered ? { entered } : {}),
        extras: [...extras, ...employer],
      },
      staffSurvey: lines.map(({ local, pay: own, asked, food, tax }, index) => ({
        answer: `Answer ${index + 1}`,
        local,
        pay: own,
        ...(asked === undefined
          ? {
              items: [
                { item: 'incomeTax', amount: tax * 100, localShare: 0 },
                { item: 'food', amount: 1 + food * 300, localShare: food },
              ],
            }
          : { respendShare: asked }),
      })),
      suppliers: suppliers.map(([line, answers]) => {
        const known = areas.flatMap(({ name }, index) => {
          const answer = answers[index];
          return answer ? [[name, answer] as const] : [];
        });
        return { ...line, ...(known.length > 0 ? { areas: Object.fromEntries(known) } : {}) };
      }),
    };
    return projectOf(input);
  });
