import {
  type Assessment,
  type AssessmentInput,
  characteristicLabel,
  organisationKinds,
  stageMeanings,
  stages,
  stageWords,
} from '../../framework/assessment/assessment.ts';
import {
  aboutItems,
  assessmentSheets,
  socialValueItems,
  viewColumns,
} from '../../framework/assessment/workbook-layout.ts';
import { characteristics } from '../../framework/framework.ts';
import { socialValueTypes } from '../../framework/social-value/types.ts';
import { itemSheet } from '../lm3-inputs/item-sheet.ts';
import { columnsOf, inputSheet, oneOf } from '../lm3-inputs/sheet-parts.ts';
import { sourceInWords } from '../source-words.ts';
import { guideSheet } from '../start-sheet.ts';
import type { SheetSpec, WorkbookSpec } from '../workbook-spec.ts';
import { assessmentSample } from './assessment-sample.ts';

type Row = Partial<AssessmentInput['views'][number]> & { readonly characteristic: number };

/** A workbook for one organisation to say where it sees its place, empty or with the fictional sample. */
export function assessmentTemplate({ sample }: { readonly sample: boolean }): WorkbookSpec {
  return assessmentWorkbook(sample ? assessmentSample : undefined, sample);
}

/** An assessment as the workbook that it is filled in on. */
export function assessmentWorkbook(
  filled: AssessmentInput | Assessment | undefined,
  sample = false,
): WorkbookSpec {
  const rows = characteristics().map(
    ({ number }): Row =>
      (filled?.views.find(({ characteristic }) => characteristic === number) as Row | undefined) ?? {
        characteristic: number,
      },
  );
  return {
    title: sample ? 'Self-assessment with a fictional sample' : 'Self-assessment',
    sheets: [
      guideSheet(
        'Where do we see our place?',
        sample
          ? 'This is a sample. The organisation and everything it says are invented.'
          : 'One workbook for each organisation. The coloured cells are yours. Do not name any person.',
        guide(),
      ),
      aboutSheet(filled),
      inputSheet(
        {
          name: assessmentSheets.assessment.name,
          title: 'Where do we see our place?',
          subtitle:
            'Choose where you are; leave out what you cannot say. Evidence is what others could see or count.',
          table: 'Assessment',
        },
        columnsOf(viewColumns, described),
        rows,
      ),
      socialValueSheet(filled),
    ],
    names: [],
  };
}

const remarkColumn = (note: string, key: 'evidence' | 'strength' | 'gap' | 'nextStep') => ({
  note,
  style: 'input' as const,
  width: 40,
  value: (row: Row) => row[key] ?? undefined,
});

const described = {
  characteristic: {
    note: 'The seven characteristics of the framework.',
    style: 'label' as const,
    width: 44,
    value: ({ characteristic }: Row) => characteristicLabel(characteristic),
  },
  stage: {
    note: Object.entries(stageMeanings)
      .map(([stage, meaning]) => `${stage}: ${meaning}`)
      .join('\n'),
    style: 'input' as const,
    width: 22,
    value: ({ stage }: Row) => (stage == null ? undefined : stageWords(stage)),
    rule: oneOf(stages),
  },
  evidence: remarkColumn('What can be seen or counted. An indicator with its figure is best.', 'evidence'),
  strength: remarkColumn('What works, and with whom.', 'strength'),
  gap: remarkColumn('What or who is missing.', 'gap'),
  nextStep: remarkColumn('What you would do next, and what you would ask of others.', 'nextStep'),
};

function aboutSheet(filled: AssessmentInput | Assessment | undefined): SheetSpec {
  return itemSheet(
    {
      name: assessmentSheets.about.name,
      title: 'Who is looking, and when',
      subtitle: 'The organisation speaks, not a person.',
      table: 'About',
    },
    aboutItems,
    filled === undefined
      ? {}
      : {
          organisation: filled.organisation,
          kind: organisationKinds[filled.kind],
          date: filled.date,
          ...(filled.area == null ? {} : { area: filled.area }),
        },
    {
      organisation: { what: 'The same name each time, so that assessments over time belong together.' },
      kind: { what: 'Council, community organisation or other partner.', rule: oneOf(organisationKinds) },
      area: { what: 'The neighbourhood, ward or district that you look at. May stay empty.' },
      date: { what: 'A date such as 2026-11-24.' },
    },
  );
}

function socialValueSheet(filled: AssessmentInput | Assessment | undefined): SheetSpec {
  const { questions, source } = socialValueTypes();
  const choices = (id: keyof typeof socialValueItems): string[] =>
    questions.find((question) => question.id === id)?.choices.map(({ text }) => text) ?? [];
  const chosen = (id: keyof typeof socialValueItems): string | undefined =>
    questions
      .find((question) => question.id === id)
      ?.choices.find((each) => each.id === filled?.socialValue?.[id])?.text;
  const answers = (['policy', 'applied', 'weight'] as const).flatMap((id) => {
    const text = chosen(id);
    return text === undefined ? [] : [[id, text] as const];
  });
  return itemSheet(
    {
      name: assessmentSheets.socialValue.name,
      title: 'Social value: a short check for councils',
      subtitle: `May stay empty. It says which of four types of council the answers come nearest to. Source: ${sourceInWords(source)}.`,
      table: 'SocialValue',
    },
    socialValueItems,
    Object.fromEntries(answers),
    {
      policy: { what: 'Or a similar document.', rule: oneOf(choices('policy')) },
      applied: {
        what: 'The threshold is that of the Act, above which it has to be thought of.',
        rule: oneOf(choices('applied')),
      },
      weight: { what: 'Of all points that a bid can score.', rule: oneOf(choices('weight')) },
    },
  );
}

function guide() {
  return [
    {
      heading: 'What to fill in',
      lines: [
        ['1. About', 'Your organisation, the area that you look at, and the day.'],
        [
          '2. Assessment',
          'For each characteristic: where you are, the evidence, a strength, a gap, a next step.',
        ],
        ['3. Social value', 'Three questions for councils. May stay empty.'],
        [
          '4. Set side by side',
          'Run: localpound assess YOURS.xlsx THEIRS.xlsx --out side-by-side.xlsx. Files of the same organisation with other dates show what has moved.',
        ],
      ],
    },
    { heading: 'The scale', lines: stages.map((stage) => [stage, stageMeanings[stage]] as const) },
    {
      heading: 'What it is not',
      lines: [
        [
          'No league table',
          'There is no total. Two organisations that answer differently may both be right: what each sees is what to talk about.',
        ],
        [
          'Source',
          'The seven characteristics: Powerful Communities, Strong Economies (Locality, 2017), Executive Summary. The scale is Local Pound’s own.',
        ],
      ],
    },
  ] as const;
}
