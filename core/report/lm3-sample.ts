import type { InputRows } from './input-sheets.ts';
import { standardSettings } from './input-sheets.ts';

/**
 * A fictional community organisation with fictional suppliers. Every name says so; the figures are
 * chosen so that all parts of the result can be seen: answers, silent suppliers of both kinds, an
 * interval and a rating.
 */
export const lm3SampleRows: InputRows = {
  project: {
    ...standardSettings,
    name: 'Example Community Trust (fictional)',
    area: 'Exampleshire (fictional)',
    period: 'April 2025 to March 2026',
    scope: 'Whole organisation',
  },
  payroll: [
    ['Community team', 186_400, 'Yes'],
    ['Café and cleaning', 74_250.5, 'Yes'],
    ['Management', 58_900, 'No'],
    ['Specialist advisers', 41_320, 'No'],
  ],
  otherDirectCosts: [
    ['Electricity and gas', 23_480.16, 'No'],
    ['Telephones and internet', 4_932, 'No'],
    ['Bank and finance charges', 1_870.4, 'No'],
    ['Business rates', 9_650, 'No'],
  ],
  suppliers: [
    ['Fictional Builders of Exampleton', 48_200, 'Yes', 0.62],
    ['Made-up Market Garden', 21_340.75, 'Yes', 0.71],
    ['Sample Street Bakery', 9_480.2, 'Yes', 0.55],
    ['Pretend Print Co-operative', 7_215, 'Yes', 0.48],
    ['Imaginary Minibus Hire', 12_660, 'Yes', 0.4],
    ['Example Valley Electricians', 15_905.5, 'Yes', 0.66],
    ['Invented Interiors', 36_380, 'Yes', null],
    ['Storybook Community Press', 2_940.3, 'Yes', null],
    ['National Example Insurance', 18_750, 'No', 0.03],
    ['Fictional Software Group', 14_200, 'No', 0.02],
    ['Faraway Furniture (fictional)', 11_480.9, 'No', 0.08],
    ['Placeholder Payroll Services', 5_640, 'No', 0.12],
    ['Make-believe Catering Supplies', 16_825.6, 'No', 0.15],
    ['Distant Design Studio (fictional)', 28_310, 'No', null],
    ['Nowhere Training Company', 4_275, 'No', null],
  ],
};
