import fc from 'fast-check';
import {
  computeLm3,
  type Lm3Project,
  type Lm3ProjectInput,
  type Lm3Result,
  parseLm3Project,
} from '../../../core/index.ts';

/** The result of a project that is right. */
export function compute(input: Lm3ProjectInput): Lm3Result {
  const outcome = computeLm3(projectOf(input));
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues));
  return outcome.value;
}

export function projectOf(input: unknown): Lm3Project {
  const parsed = parseLm3Project(input);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
  return parsed.value;
}

const pounds = (most: number) => fc.integer({ min: 0, max: most * 100 }).map((pence) => pence / 100);
const share = fc.integer({ min: 0, max: 100 }).map((percent) => percent / 100);
const kinds = ['redacted', 'person', 'benefit', 'grant', 'internalRecharge', 'publicBody'] as const;

const supplier = fc.record(
  {
    name: fc.string({ minLength: 1, maxLength: 6, unit: fc.constantFrom(...'abcdefgh') }),
    spend: pounds(1_000_000),
    local: fc.boolean(),
    respendShare: fc.option(share),
    headOfficeLocal: fc.boolean(),
    category: fc.constantFrom('Care', 'Construction', 'Catering'),
    kind: fc.constantFrom(...kinds),
  },
  { requiredKeys: ['name', 'spend', 'local', 'respendShare'] },
);

const staffAnswer = (local: boolean) =>
  fc.record({
    answer: fc.nat(10_000).map((number) => `${local ? 'L' : 'N'}${number}`),
    local: fc.constant(local),
    pay: pounds(40_000),
    respendShare: share,
  });

/** Projects with every setting, of which LM3 can be computed. */
export const anyProject: fc.Arbitrary<Lm3ProjectInput> = fc
  .record({
    name: fc.constant('P'),
    method: fc.constantFrom('allRecipients' as const, 'chain' as const),
    nonResponse: fc.constantFrom('extrapolate' as const, 'extrapolate' as const, 'zero' as const),
    settings: fc.record({
      taxMode: fc.constantFrom('leftOut' as const, 'leakage' as const, 'proxyOnNet' as const),
      vat: fc.constantFrom('excluded' as const, 'included' as const),
      supplierPlace: fc.constantFrom('placeOfWork' as const, 'headOffice' as const),
      meanOfAnswers: fc.constantFrom('spendWeighted' as const, 'unweighted' as const),
      largestChased: fc.constantFrom(0, 0, 5, 12),
      categoryStrata: fc.boolean(),
      leaveOut: fc.subarray([...kinds]),
    }),
    pay: fc.record({ local: pounds(900_000), nonLocal: pounds(900_000) }),
    tax: fc.record({ local: share, nonLocal: share }),
    entered: fc.constantFrom('net' as const, 'gross' as const),
    extras: fc.array(
      fc.record({
        name: fc.constant('Line'),
        kind: fc.constantFrom(
          'directors' as const,
          'employerPension' as const,
          'employerNationalInsurance' as const,
          'agencyStaff' as const,
        ),
        amount: pounds(50_000),
        local: fc.boolean(),
      }),
      { maxLength: 3 },
    ),
    staffSurvey: fc
      .tuple(
        fc.uniqueArray(staffAnswer(true), { maxLength: 8, selector: ({ answer }) => answer }),
        fc.uniqueArray(staffAnswer(false), { maxLength: 8, selector: ({ answer }) => answer }),
      )
      .map(([local, nonLocal]) => [...local, ...nonLocal]),
    otherDirectCosts: fc.array(
      fc.record({ name: fc.constant('C'), amount: pounds(50_000), local: fc.boolean() }),
      { maxLength: 3 },
    ),
    suppliers: fc.array(supplier, { maxLength: 60 }),
  })
  .map(({ pay, tax, entered, extras, staffSurvey, ...rest }) => ({
    ...rest,
    staffSurvey: [true, false].flatMap((local) =>
      fitting(
        staffSurvey.filter((answer) => answer.local === local),
        local ? pay.local * (1 - tax.local) : pay.nonLocal * (1 - tax.nonLocal),
      ),
    ),
    payroll: {
      ...pay,
      entered,
      tax: { local: pay.local * tax.local, nonLocal: pay.nonLocal * tax.nonLocal },
      extras,
    },
  }))
  .filter((input) => {
    const parsed = parseLm3Project(input);
    return parsed.ok && computeLm3(parsed.value).ok;
  });

/** Answers whose pay together is no more than the bill of their group. */
function fitting<Answer extends { pay: number }>(answers: readonly Answer[], bill: number): Answer[] {
  const asked = answers.reduce((total, { pay }) => total + pay, 0);
  const scale = asked > bill ? bill / asked : 1;
  return answers.map((answer) => ({ ...answer, pay: answer.pay * scale }));
}
