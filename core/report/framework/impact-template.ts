import { characteristics } from '../../framework/framework.ts';
import {
  type ImpactPlan,
  type ImpactPlanInput,
  inBank,
  parseImpactPlan,
  usualUnit,
} from '../../framework/impact/plan.ts';
import { tenSteps } from '../../framework/impact/ten-steps.ts';
import { impactSheets, theoryItems } from '../../framework/impact/workbook-layout.ts';
import { type Indicator, indicatorById, indicatorName, indicators } from '../../framework/indicators.ts';
import { itemSheet } from '../lm3-inputs/item-sheet.ts';
import { sourceInWords } from '../source-words.ts';
import { guideSheet } from '../start-sheet.ts';
import type { SheetSpec, WorkbookSpec } from '../workbook-spec.ts';
import { bankSheet } from './impact-bank-sheet.ts';
import { dataSheet, stepsSheet } from './impact-data-sheet.ts';
import { indicatorsSheet } from './impact-indicators-sheet.ts';
import { impactSample } from './impact-sample.ts';
import { summarySheet } from './impact-summary-sheet.ts';

const emptyLines = 12;

export interface ImpactTemplateOptions {
  /** Numbers of characteristics to measure; all seven when left out. */
  readonly characteristics?: readonly number[];
  /** Ids of the indicators to plan with, in place of the key ones of the characteristics. */
  readonly indicators?: readonly string[];
  readonly sample?: boolean;
}

/**
 * The ten steps as a workbook to fill in: the key indicators of the chosen characteristics are there,
 * more are chosen from the whole bank, and progress follows baseline, target and actual.
 *
 * @throws RangeError for a number that is no characteristic, and for an id that is no indicator
 */
export function impactTemplate({
  characteristics: chosen,
  indicators: picked,
  sample = false,
}: ImpactTemplateOptions = {}): WorkbookSpec {
  const numbers = new Set(chosen ?? characteristics().map(({ number }) => number));
  for (const number of numbers) {
    if (!characteristics().some((each) => each.number === number)) {
      throw new RangeError(`impactTemplate: ${number} is no characteristic, they are 1 to 7`);
    }
  }
  if (sample) {
    const listed = impactSample.indicators.filter(({ name }) =>
      numbers.has(inBank(name)?.characteristic ?? 0),
    );
    return impactWorkbook(listed.length > 0 ? { ...impactSample, indicators: listed } : impactSample, true);
  }
  const planned =
    picked?.map(indicatorOf) ??
    indicators().filter(({ characteristic, standing }) => standing === 'key' && numbers.has(characteristic));
  return impactWorkbook({
    name: '',
    indicators: planned.map((each) => ({ name: indicatorName(each), unit: usualUnit(each) })),
  });
}

function indicatorOf(id: string): Indicator {
  const indicator = indicatorById(id);
  if (indicator === undefined) throw new RangeError(`impactTemplate: "${id}" is no indicator of the bank`);
  return indicator;
}

/** A plan as the workbook that it is filled in on. */
export function impactWorkbook(plan: ImpactPlanInput, sample = false): WorkbookSpec {
  // An empty plan has no name yet, which is all that a plan of the template lacks.
  const parsed = parseImpactPlan({ ...plan, name: plan.name || 'x' });
  if (!parsed.ok) throw new RangeError('impactWorkbook: the plan is not valid');
  const filled = { ...parsed.value, name: plan.name };
  const lines = filled.indicators.length + emptyLines;
  return {
    title: sample ? 'Impact plan with a fictional sample' : 'Impact plan',
    sheets: [
      guideSheet(
        'What will we show, and how?',
        sample
          ? 'This is a sample. The organisation, the place and all figures are invented.'
          : 'Ten steps, a sheet at a time. The coloured cells are yours; headings can be moved but not renamed. Do not name any person.',
        guide(),
      ),
      theorySheet(filled),
      indicatorsSheet(filled, lines),
      dataSheet(filled, lines),
      stepsSheet(filled),
      summarySheet(filled, lines),
      bankSheet(),
    ],
    names: [],
  };
}

function theorySheet(plan: ImpactPlan): SheetSpec {
  const { name, organisation, area, period, theory } = plan;
  const all = { name, organisation, area, period, ...theory };
  const answers = Object.fromEntries(
    Object.entries(all).filter(([, value]) => value !== undefined && value !== ''),
  );
  return itemSheet(
    {
      name: impactSheets.theory.name,
      title: 'Theory of change',
      subtitle: 'Steps 1, 6 and 9: what is to change, how, where, and what would show it.',
      table: 'TheoryOfChange',
    },
    theoryItems,
    answers as Record<string, string>,
    {
      name: { what: 'As it is to be printed.' },
      organisation: { what: 'Whose plan it is.' },
      area: { what: 'The neighbourhood or district in which the change is to take place.' },
      period: { what: 'The years that the plan is for.' },
      change: {
        what: 'In one or two sentences, with the characteristics of the framework that it belongs to.',
      },
      activities: { what: 'What you do, and with whom.' },
      shows: { what: 'What people could see, hear or count.' },
      challenger: { what: 'A role inside the organisation, such as the treasurer.' },
      lookingBack: { what: 'For step 9, once there are figures.' },
    },
  );
}

function guide() {
  return [
    {
      heading: 'The ten steps',
      lines: tenSteps().steps.map(
        ({ number, name, sheet }) => [`${number}. ${name}`, `Sheet ${sheet}`] as const,
      ),
    },
    {
      heading: 'Then',
      lines: [
        [
          'Read it back',
          'Run: localpound impact FILE.xlsx. It checks the plan and says where each indicator stands.',
        ],
        [
          'Find an indicator',
          'Run: localpound indicator "lonely pensioners", or look through the sheet Indicator bank.',
        ],
        [
          'Few are enough',
          'Choose what fits your purpose, your size and your place: the key indicators stand ready, and every other one can be added.',
        ],
        ['Source', `Ten steps and indicators: ${sourceInWords(tenSteps().source)}.`],
      ],
    },
  ] as const;
}
