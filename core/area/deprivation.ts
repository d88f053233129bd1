import data from '../data/deprivation.json' with { type: 'json' };
import { type Assumption, type Explained, given, quotient, type Source, sum } from '../explain/explained.ts';
import { checkData, checkUnique } from '../shipped/check.ts';
import { once } from '../shipped/once.ts';
import { type DistrictDeprivation, deprivationFileSchema } from './deprivation-schema.ts';
import { districtByCode, districtName } from './districts.ts';

const file = 'deprivation.json';

/** The composite index by district. Checked at the first call. */
export const deprivationData = once(() => {
  const checked = checkData(file, deprivationFileSchema, data);
  checkUnique(
    file,
    checked.rows.map(({ code }) => code),
  );
  return { about: checked.about, byCode: new Map(checked.rows.map((row) => [row.code, row])) };
});

/** How deprived a district is beside the others of the UK; undefined for an unknown code. */
export function deprivationOf(code: string): DistrictDeprivation | undefined {
  const today = districtByCode(code)?.district.code ?? code;
  return deprivationData().byCode.get(today);
}

/** Money by how deprived the districts are that it went to. */
export interface DeprivationReach {
  /** Share of the placed money that went to the most deprived districts that hold a fifth of the people. */
  readonly mostDeprivedFifth: Explained;
  /** The same for the most deprived tenth. */
  readonly mostDeprivedTenth: Explained;
  /** From the most deprived fifth, 1, to the least, 5: GBP, and share of the placed money. */
  readonly fifths: readonly { readonly fifth: number; readonly amount: number; readonly share: number }[];
  /** GBP that went to districts without an index. */
  readonly withoutIndex: number;
  /** Year and level of the index, to print beside the figures. */
  readonly label: string;
  /** What the figures do not say, to print beside them. */
  readonly limits: readonly string[];
}

/**
 * What share of money reached the most deprived districts of the UK. A fifth of the money in the most
 * deprived fifth is what an even spread over people would give.
 *
 * @param amounts GBP by ONS code of the district; money that could not be placed is left out by the caller
 * @returns undefined when no money was placed in a district with an index
 */
export function deprivationReach(amounts: ReadonlyMap<string, number>): DeprivationReach | undefined {
  const known: { code: string; amount: number; index: DistrictDeprivation }[] = [];
  let withoutIndex = 0;
  for (const [code, amount] of amounts) {
    const index = deprivationOf(code);
    if (index) known.push({ code, amount, index });
    else withoutIndex += amount;
  }
  const inParts = (fits: (index: DistrictDeprivation) => boolean): Explained[] =>
    known.filter(({ index }) => fits(index)).map(({ code, amount }) => inDistrict(code, amount));
  const placed = sum(
    {
      id: 'placed-money',
      label: 'Money placed in a district',
      unit: 'GBP',
      formula: 'sum of the money by district',
      sources: [source()],
    },
    inParts(() => true),
  );
  if (!(placed.value > 0)) return undefined;
  const reach = (id: string, part: string, fits: (index: DistrictDeprivation) => boolean): Explained =>
    quotient(
      {
        id,
        label: `Share that reached the most deprived ${part} of districts`,
        unit: 'share',
        formula: `money in the most deprived ${part} of districts / money placed in a district`,
        assumptions: [districtLevel],
        sources: [source()],
      },
      sum(
        {
          id: `${id}-money`,
          label: `Money in the most deprived ${part} of districts`,
          unit: 'GBP',
          formula: 'sum of the money in these districts',
        },
        inParts(fits),
      ),
      placed,
    );
  return {
    mostDeprivedFifth: reach('deprived-fifth', 'fifth', ({ fifth }) => fifth === 1),
    mostDeprivedTenth: reach('deprived-tenth', 'tenth', ({ tenth }) => tenth === 1),
    fifths: [1, 2, 3, 4, 5].map((fifth) => {
      const { value: amount } = sum(
        { id: `fifth-${fifth}`, label: `Fifth ${fifth}`, unit: 'GBP', formula: 'sum' },
        inParts((index) => index.fifth === fifth),
      );
      return { fifth, amount, share: amount / placed.value };
    }),
    withoutIndex,
    label: `District level, index of ${deprivationData().about.years}`,
    limits: deprivationLimits,
  };
}

const inDistrict = (code: string, amount: number): Explained =>
  given(
    { id: `money-${code}`, label: `Money in ${districtName(code)}`, unit: 'GBP', formula: 'as placed' },
    amount,
  );

/** What a council-level index of suppliers' addresses cannot say. */
const deprivationLimits: readonly string[] = [
  'The index is for whole districts. Most districts hold both poor and well-off neighbourhoods, and this cannot tell them apart.',
  'Money is placed where the supplier has its address, which is not always where its people work or live.',
  'Each fifth holds a fifth of the people of the UK, so an even spread would put 20% of the money into each.',
];

const districtLevel: Assumption = {
  id: 'deprivation-district',
  text: 'A supplier is as deprived as its district',
  because: 'the index that is held is for districts, not for neighbourhoods',
  effect: 'a supplier in a poor neighbourhood of a well-off district is not counted, and the other way round',
};

function source(): Source {
  const { source: title, indices, link } = deprivationData().about;
  return { title, place: `score by district: ${indices}`, link, verified: true };
}
