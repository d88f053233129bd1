import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type AssessmentInput,
  assessmentComparisonWorkbook,
  assessmentTemplate,
  assessmentWorkbook,
  characteristics,
  compareAssessments,
  parseAssessment,
  parseSocialValueAnswers,
  type SocialValueQuestionId,
  socialValueCheck,
  socialValueTypes,
  type WorkbookSpec,
} from '../../../core/index.ts';
import { readAssessmentFile } from '../../../spreadsheet/framework-file.ts';
import { writeWorkbook } from '../../../spreadsheet/write-workbook.ts';
import { libreOfficeVersion, recalculateInLibreOffice } from '../../fakes/libre-office.ts';

const view = (characteristic: number, stage: number | null, more = {}) => ({
  characteristic,
  stage,
  ...more,
});
const made = (
  organisation: string,
  kind: 'council' | 'community',
  date: string,
  stages: (number | null)[],
): AssessmentInput => ({
  organisation,
  kind,
  date,
  views: stages.map((stage, index) => view(index + 1, stage, { evidence: 'Invented evidence.' })),
});
const council = made('Madeupton Council (fictional)', 'council', '2026-03-01', [3, 3, 1, 4, 5, 2, null]);
const trust = made('A Pretend Trust (fictional)', 'community', '2026-03-05', [1, 4, 1, 5, 2, 2, 3]);
const trustBefore = made('A pretend  trust (fictional)', 'community', '2025-03-05', [1, 3, 2, 5, 2, null, 3]);

function compared(...inputs: AssessmentInput[]) {
  const outcome = compareAssessments(
    inputs.map((input) => {
      const parsed = parseAssessment(input);
      if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
      return parsed.value;
    }),
  );
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues));
  return outcome.value;
}

async function roundTrip(spec: WorkbookSpec) {
  return readAssessmentFile(await writeWorkbook(spec), { fileName: 'assessment.xlsx' });
}

describe('an assessment', () => {
  it('comes back from its workbook as it went in', async () => {
    const input: AssessmentInput = {
      ...council,
      area: 'Madeupton (fictional)',
      views: council.views.map((each) => ({
        ...each,
        strength: '=1+1',
        gap: '@SUM(A1)',
        nextStep: '- ask the library',
      })),
      socialValue: { policy: 'separate', applied: 'wider', weight: 'theory' },
    };
    const read = await roundTrip(assessmentWorkbook(input));
    const expected = parseAssessment(input);
    expect(read.ok && read.value).toEqual(expected.ok && expected.value);
  });

  it('has a sample that reads back without an error, and says that it is fictional', async () => {
    const read = await roundTrip(assessmentTemplate({ sample: true }));
    expect(read.ok && read.value.organisation).toContain('fictional');
    expect(read.ok && read.value.views.map(({ stage }) => stage)).toEqual([3, 4, 2, 3, 4, 2, null]);
    expect(read.issues.map(({ severity }) => severity)).toEqual(['warning']);
  });

  it('lists everything that an empty workbook lacks, with its cell', async () => {
    const read = await roundTrip(assessmentTemplate({ sample: false }));
    expect(read.ok).toBe(false);
    expect(read.issues.map(({ where }) => `${where.sheet} ${where.cell}`)).toEqual([
      'About B5',
      'About B6',
      'About B8',
    ]);
  });

  it('refuses stages off the scale, characteristics twice and dates that are none', () => {
    const outcome = parseAssessment({
      organisation: 'x',
      kind: 'guild',
      date: '2026-02-30',
      views: [view(1, 6), view(1, 2), view(9, 2)],
    });
    expect(outcome.ok).toBe(false);
    const paths = outcome.issues.map(({ where }) => where.path);
    expect(paths).toEqual(
      expect.arrayContaining(['kind', 'date', 'views[0].stage', 'views[2].characteristic']),
    );
  });

  it('allows a view without evidence, and says so', () => {
    const outcome = parseAssessment({ ...council, views: [view(2, 3)] });
    expect(outcome.ok).toBe(true);
    expect(outcome.issues[0]?.found).toBe('no evidence for characteristic 2');
  });
});

describe('assessments side by side', () => {
  const value = compared(trust, council);

  it('put the council first and the others by name, whatever they answered', () => {
    expect(value.organisations.map(({ organisation }) => organisation)).toEqual([
      council.organisation,
      trust.organisation,
    ]);
  });

  it('say where views differ most and invite to talk', () => {
    expect(value.sideBySide.map(({ apart }) => apart)).toEqual([2, 1, 0, 1, 3, 0, null]);
    expect(value.sentences.join(' ')).toContain(
      'Views differ most on 5 (Active and connected citizens): 3 steps',
    );
    expect(value.sideBySide[4]?.sentence).toBe(
      'A Pretend Trust (fictional) sees "First steps", Madeupton Council (fictional) sees "Part of how we work". What does each see that the other does not?',
    );
    expect(value.sentences.join(' ')).toContain('Little to be seen yet, as all see it: 3');
  });

  it('hold no total, no rank and no average', () => {
    expect(JSON.stringify(value)).not.toMatch(/"(total|rank|average|mean|score)"/i);
    expect(JSON.stringify(value)).not.toMatch(/\b(best|worst|winner|behind|ahead)\b/i);
  });

  it('show what moved between two dates of one organisation, however its name is spaced', () => {
    const { overTime, organisations } = compared(trust, trustBefore, council);
    expect(organisations).toHaveLength(2);
    expect(overTime).toHaveLength(1);
    expect(overTime[0]?.moves.map(({ steps }) => steps)).toEqual([0, 1, -1, 0, 0, null, 0]);
    expect(overTime[0]?.sentences.join(' ')).toMatch(
      /Further on: characteristic 2 .*Seen less favourably: characteristic 3/,
    );
  });

  it('refuse two of one organisation on one day', () => {
    const parsed = parseAssessment(council);
    if (!parsed.ok) throw new Error();
    expect(compareAssessments([parsed.value, parsed.value]).ok).toBe(false);
    expect(compareAssessments([]).ok).toBe(false);
  });

  it('do not depend on the order of the files, and are apart by no more than the scale', () => {
    const stage = fc.option(fc.integer({ min: 1, max: 5 }));
    const stages = fc.array(stage, { minLength: 7, maxLength: 7 });
    fc.assert(
      fc.property(fc.array(stages, { minLength: 1, maxLength: 5 }), (lists) => {
        const all = lists.map((list, index) =>
          made(`Org ${index} (fictional)`, 'community', '2026-01-01', list),
        );
        const one = compared(...all);
        expect(compared(...[...all].reverse())).toEqual(one);
        for (const { apart } of one.sideBySide)
          expect(apart === null || (apart >= 0 && apart <= 4)).toBe(true);
      }),
    );
  });

  it('keep their distances when LibreOffice recalculates the workbook', async (ctx) => {
    const version = await libreOfficeVersion();
    const bytes = await writeWorkbook(
      assessmentComparisonWorkbook(
        compared(trust, trustBefore, {
          ...council,
          socialValue: { policy: 'none', applied: 'never', weight: 'none' },
        }),
      ),
    );
    if (version === undefined) {
      ctx.task.meta.ranWith = [
        'LibreOffice is not on this machine: distances of assessments were not recalculated',
      ];
      return;
    }
    ctx.task.meta.ranWith = [`formulas: ${version}`];
    const [workbook] = await recalculateInLibreOffice([
      bytes,
      await writeWorkbook(assessmentTemplate({ sample: true })),
    ]);
    const found: unknown[] = [];
    workbook?.getWorksheet('Side by side')?.eachRow((row) => {
      if (row.getCell(4).formula !== undefined) found.push(row.getCell(4).result ?? '');
    });
    expect(found).toEqual([2, 1, 0, 1, 3, 0, '']);
  }, 240_000);
});

describe('the social value check', () => {
  it('holds the four types with the shares of the report', () => {
    const { types } = socialValueTypes();
    expect(types.map(({ name, share }) => [name, share])).toEqual([
      ['Embracers', 0.14],
      ['Adopters', 0.19],
      ['Compliers', 0.45],
      ['Bystanders', 0.22],
    ]);
    expect(types.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1);
  });

  it('knows every mark as a choice of its question', () => {
    const { questions, types } = socialValueTypes();
    for (const { marks } of types) {
      for (const [id, ids] of Object.entries(marks)) {
        const choices = questions.find((question) => question.id === id)?.choices.map((choice) => choice.id);
        for (const mark of ids) expect(choices).toContain(mark);
      }
    }
  });

  it.each([
    [{ policy: 'separate', applied: 'most', weight: 'significant' }, ['Embracers']],
    [{ policy: 'separate', applied: 'wider', weight: 'five' }, ['Adopters']],
    [{ policy: 'mentioned', applied: 'threshold', weight: 'theory' }, ['Compliers']],
    [{ policy: 'none', applied: 'never', weight: 'none' }, ['Bystanders']],
    [{ policy: 'separate' }, ['Embracers', 'Adopters']],
    [{}, []],
  ])('names the nearest for %o', (answers, nearest) => {
    const parsed = parseSocialValueAnswers(answers);
    if (!parsed.ok) throw new Error();
    expect(socialValueCheck(parsed.value).nearest).toEqual(nearest);
  });

  it('counts every answer once for each type, as a mark or not', () => {
    const { questions } = socialValueTypes();
    const answer = (id: SocialValueQuestionId) =>
      fc.option(
        fc.constantFrom(...(questions.find((each) => each.id === id)?.choices ?? []).map((each) => each.id)),
        { nil: undefined },
      );
    fc.assert(
      fc.property(
        fc.record({ policy: answer('policy'), applied: answer('applied'), weight: answer('weight') }),
        (answers) => {
          const parsed = parseSocialValueAnswers(answers);
          if (!parsed.ok) throw new Error();
          const given = Object.values(answers).filter((each) => each !== undefined).length;
          for (const { met, notMet } of socialValueCheck(parsed.value).types)
            expect(met.length + notMet.length).toBe(given);
        },
      ),
    );
  });

  it('refuses an answer that is no choice', () => {
    expect(parseSocialValueAnswers({ policy: 'maybe' }).issues[0]?.expected).toContain('"separate"');
  });
});

it('has a sentence for each characteristic', () => {
  expect(compared(council).sideBySide).toHaveLength(characteristics().length);
});
