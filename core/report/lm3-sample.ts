import { type Lm3Project, parseLm3Project } from '../lm3/project.ts';
import { areaKindWords } from '../lm3/setting-words.ts';
import { exactSum } from '../units/sum.ts';
import {
  type InputRows,
  type SupplierRow,
  standardProject,
  standardSettingAnswers,
} from './lm3-inputs/rows.ts';

/** A second area to look at side by side, larger than the first. */
const county = 'Greater Exampleshire (fictional)';

type Place = 'district' | 'county' | 'elsewhere';

/** One supplier: where it works decides both areas; its two answers are for the district and the county. */
function supplier(
  name: string,
  spend: number,
  place: Place,
  answers: readonly [district: number | null, county: number | null],
  category: string,
  headOffice?: 'Yes' | 'No',
): SupplierRow {
  return {
    name,
    spend,
    local: place === 'district' ? 'Yes' : 'No',
    respendShare: answers[0],
    category,
    ...(headOffice ? { headOffice } : {}),
    areas: { [county]: { local: place === 'elsewhere' ? 'No' : 'Yes', respendShare: answers[1] } },
  };
}

/**
 * A fictional community organisation with fictional suppliers. Every name says so; the figures are
 * chosen so that all parts of the result can be seen: answers, silent suppliers of both kinds, an
 * interval and a rating. No category has enough answers to stand alone, and the staff survey is
 * left empty, so that the standard way is what people see first.
 */
export const lm3SampleRows: InputRows = {
  project: {
    ...standardProject,
    name: 'Example Community Trust (fictional)',
    area: 'Exampleshire (fictional)',
    period: 'April 2025 to March 2026',
    scope: 'Whole organisation',
  },
  settings: { ...standardSettingAnswers, areaKind: areaKindWords.district, population: 118_000 },
  payroll: [
    { group: 'Community team', pay: 186_400, local: 'Yes' },
    { group: 'Café and cleaning', pay: 74_250.5, local: 'Yes' },
    { group: 'Management', pay: 58_900, local: 'No' },
    { group: 'Specialist advisers', pay: 41_320, local: 'No' },
  ],
  otherDirectCosts: [
    { name: 'Electricity and gas', amount: 23_480.16, local: 'No' },
    { name: 'Telephones and internet', amount: 4_932, local: 'No' },
    { name: 'Bank and finance charges', amount: 1_870.4, local: 'No' },
    { name: 'Business rates', amount: 9_650, local: 'No' },
  ],
  suppliers: [
    supplier('Fictional Builders of Exampleton', 48_200, 'district', [0.62, 0.7], 'Building and repairs'),
    supplier('Made-up Market Garden', 21_340.75, 'district', [0.71, 0.74], 'Food'),
    supplier('Sample Street Bakery', 9_480.2, 'district', [0.55, 0.63], 'Food'),
    supplier('Pretend Print Co-operative', 7_215, 'district', [0.48, 0.55], 'Printing'),
    supplier('Imaginary Minibus Hire', 12_660, 'district', [0.4, 0.52], 'Transport'),
    supplier('Example Valley Electricians', 15_905.5, 'district', [0.66, 0.72], 'Building and repairs'),
    supplier('Invented Interiors', 36_380, 'district', [null, null], 'Building and repairs', 'No'),
    supplier('Storybook Community Press', 2_940.3, 'district', [null, null], 'Printing'),
    supplier('National Example Insurance', 18_750, 'elsewhere', [0.03, 0.04], 'Insurance and finance'),
    supplier('Fictional Software Group', 14_200, 'elsewhere', [0.02, 0.02], 'Computing'),
    supplier('Faraway Furniture (fictional)', 11_480.9, 'county', [0.08, 0.31], 'Furniture'),
    supplier('Placeholder Payroll Services', 5_640, 'county', [0.12, 0.4], 'Professional services'),
    supplier('Make-believe Catering Supplies', 16_825.6, 'county', [0.15, 0.46], 'Food'),
    supplier('Distant Design Studio (fictional)', 28_310, 'elsewhere', [null, null], 'Professional services'),
    supplier('Nowhere Training Company', 4_275, 'county', [null, null], 'Professional services'),
  ],
  staffSurvey: [],
  areas: [{ name: county, kind: areaKindWords.county, population: 540_000, payrollLocal: 319_550.5 }],
};

/** The same sample as a project, for whoever needs it without a workbook. */
export function lm3SampleProject(): Lm3Project {
  const { project, payroll, otherDirectCosts, suppliers } = lm3SampleRows;
  const payOf = (local: string): number =>
    exactSum(payroll.flatMap((row) => (row.local === local ? [Number(row.pay)] : [])));
  const parsed = parseLm3Project({
    name: project.name,
    area: project.area,
    period: project.period,
    scope: project.scope,
    payroll: { local: payOf('Yes'), nonLocal: payOf('No') },
    otherDirectCosts: otherDirectCosts.map(({ name, amount }) => ({ name, amount })),
    suppliers: suppliers.map(({ name, spend, local, respendShare, category }) => ({
      name,
      spend,
      local: local === 'Yes',
      respendShare,
      category,
    })),
  });
  if (!parsed.ok) throw new RangeError('lm3SampleProject: the sample is no project');
  return parsed.value;
}
