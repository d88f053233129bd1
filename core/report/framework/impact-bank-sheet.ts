import { characteristicLabel } from '../../framework/assessment/assessment.ts';
import { planUnits, usualUnit } from '../../framework/impact/plan.ts';
import { impactSheets } from '../../framework/impact/workbook-layout.ts';
import { type Indicator, indicatorName, indicators } from '../../framework/indicators.ts';
import { listSheet } from '../list-sheet.ts';
import { sourceInWords } from '../source-words.ts';
import type { SheetSpec } from '../workbook-spec.ts';

/** Where the bank stands, for formulas: 100 indicators below the headings, as a test of the data counts. */
export const bankAt = { sheet: impactSheets.bank.name, first: 5, last: 4 + 100 } as const;

export const needsOf = ({ needs }: Indicator): string => needs.map(({ name }) => name).join('; ');
export const sourceOf = ({ sources }: Indicator): string => sourceInWords(sources[0]);

/** All indicators of the report, to choose from. */
export function bankSheet(): SheetSpec {
  return listSheet(
    impactSheets.bank.name,
    'IndicatorBank',
    [
      { heading: 'Indicator', width: 60 },
      { heading: 'Characteristic', width: 46 },
      { heading: 'Key or other', width: 12 },
      { heading: 'Usually measured in', width: 16 },
      { heading: 'Data needed', width: 50 },
      { heading: 'How to collect it', width: 70 },
      { heading: 'When', width: 26 },
      { heading: 'Source', width: 70 },
    ],
    indicators().map((each) => [
      indicatorName(each),
      characteristicLabel(each.characteristic),
      each.standing,
      planUnits[usualUnit(each)],
      needsOf(each),
      each.collect,
      each.often,
      sourceOf(each),
    ]),
    'All 100 indicators of the report. Names, order and standing are the report’s; data, collecting and when are Local Pound’s advice.',
  );
}
