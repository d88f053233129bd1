import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { computeLm3, type SurveyAnswer } from '../../core/index.ts';
import { computeLm3File } from '../../spreadsheet/lm3-file.ts';
import { writeWorkbook } from '../../spreadsheet/write-workbook.ts';
import { type SurveyStatus, surveyStatus } from '../../survey/owner/status.ts';
import { surveyReport } from '../../survey/owner/survey-report.ts';
import { aSupplier } from '../fakes/survey-rows.ts';
import { openSurveyStand, type SurveyStand } from '../fakes/survey-stand.ts';

let stand: SurveyStand;

beforeAll(async () => {
  stand = await openSurveyStand();
});
afterAll(() => stand.close());

const spends = [50_000, 30_000, 20_000, 15_000, 5_000, 4_000, 3_000, 2_000];
const listed = [
  ...spends.map((spend, index) => aSupplier(`l${index}`, { name: `Local ${index}`, spend, local: true })),
  ...spends.map((spend, index) => aSupplier(`d${index}`, { name: `Distant ${index}`, spend, local: false })),
];

async function surveyed(answers: Readonly<Record<string, SurveyAnswer>>): Promise<string> {
  const { survey } = await stand.survey(listed);
  let at = Date.now();
  for (const [supplierId, answer] of Object.entries(answers)) {
    at += 1;
    await stand.store.survey.saveAnswer(survey.projectId, supplierId, answer, at);
  }
  return survey.projectId;
}

async function statusOf(projectId: string, options?: { leaveOutGuesses?: boolean }): Promise<SurveyStatus> {
  const status = await surveyStatus(stand.store.survey, projectId, options);
  if (!status?.ok) throw new Error(JSON.stringify(status?.issues));
  return status.value;
}

async function exported(projectId: string) {
  const report = await surveyReport(stand.store.survey, projectId, { version: 'test', madeAt: new Date() });
  if (!report?.ok) throw new Error(JSON.stringify(report?.issues));
  const file = computeLm3File(await writeWorkbook(report.value.workbook));
  if (!file.ok) throw new Error(JSON.stringify(file.issues));
  return { ...file.value, issues: report.issues };
}

const shown = (estimate: number): SurveyAnswer => ({ estimate, showTo: 'buyer' });
const hidden = (estimate: number): SurveyAnswer => ({ estimate });

describe('the status of a survey', () => {
  it('is the LM3 that the engine computes from the answers', async () => {
    const projectId = await surveyed({
      l0: shown(70),
      l1: shown(40),
      l2: shown(55),
      d0: shown(20),
      d1: shown(5),
    });
    const status = await statusOf(projectId);
    const { survey } = status;
    const shares: Record<string, number> = { l0: 0.7, l1: 0.4, l2: 0.55, d0: 0.2, d1: 0.05 };
    const expected = computeLm3({
      ...survey.project,
      suppliers: listed.map(({ supplierId, supplier }) => ({
        ...supplier,
        respendShare: shares[supplierId] ?? null,
      })),
    });
    if (!expected.ok) throw new Error('not computed');
    expect(status.lm3.lm3).toBe(expected.value.lm3);
    expect(status.lm3.bounds).toEqual(expected.value.bounds);
    expect(status.answered).toEqual({ count: 5, shareOfSpend: 180_000 / 258_000 });
    expect(status.lm3.rating).toBe('amber');
    expect(status.chase.suppliers[0]?.name).toBe('Distant 2');
    expect(status.chase.silent).toBe(11);
  });

  it('moves the rating to green as answers come', async () => {
    const answers = Object.fromEntries(
      listed.flatMap(({ supplierId }) => (/[0-4]$/.test(supplierId) ? [[supplierId, shown(40)]] : [])),
    );
    expect((await statusOf(await surveyed({}))).lm3.rating).toBe('red');
    expect((await statusOf(await surveyed(answers))).lm3.rating).toBe('green');
  });

  it('counts answers kept private in threes of a kind, and all of them once it is closed', async () => {
    const projectId = await surveyed({ l0: hidden(70), l1: hidden(40), d0: shown(20) });
    const two = await statusOf(projectId);
    expect([two.answered.count, two.waiting]).toEqual([3, 2]);
    const onlyShown = await statusOf(await surveyed({ d0: shown(20) }));
    expect(two.lm3).toEqual(onlyShown.lm3);
    expect(two.chase.suppliers.map(({ name }) => name)).not.toContain('Local 0');
    await stand.store.survey.saveAnswer(projectId, 'l2', hidden(55), Date.now() + 1000);
    const three = await statusOf(projectId);
    expect(three.waiting).toBe(0);
    expect(three.lm3.lm3).toBeGreaterThan(two.lm3.lm3);
    await stand.store.survey.saveAnswer(projectId, 'l3', hidden(0), Date.now() + 2000);
    expect((await statusOf(projectId)).lm3).toEqual(three.lm3);
    await stand.store.survey.closeSurvey(projectId, Date.now());
    expect((await statusOf(projectId)).lm3.lm3).not.toBe(three.lm3.lm3);
  });

  it('can leave out rough guesses', async () => {
    const guess = { ...shown(100), quality: 'guess' as const };
    const projectId = await surveyed({ l0: shown(70), l1: guess });
    const without = await statusOf(projectId, { leaveOutGuesses: true });
    expect(without.lm3).toEqual((await statusOf(await surveyed({ l0: shown(70) }))).lm3);
  });

  it('takes what is open in an answer from the mean of its kind', async () => {
    const whole = { spending: { pay: 100 }, payLocal: 50, showTo: 'buyer' } as const;
    const open = { spending: { pay: 100 }, boughtLocal: 10, showTo: 'buyer' } as const;
    const projectId = await surveyed({ l0: whole, l1: whole, l2: whole, l3: open });
    const same = await surveyed({ l0: whole, l1: whole, l2: whole, l3: whole });
    expect((await statusOf(projectId)).lm3.lm3).toBeCloseTo((await statusOf(same)).lm3.lm3, 12);
  });
});

describe('the export of a survey', () => {
  it('computes the same LM3 as the status when it is read back', async () => {
    const projectId = await surveyed({
      l0: shown(70),
      l1: shown(40),
      l2: shown(55),
      d0: shown(20),
      d1: shown(5),
    });
    const { lm3 } = await statusOf(projectId);
    const { result } = await exported(projectId);
    expect(result.lm3).toBeCloseTo(lm3.lm3, 12);
    expect(result.interval).toEqual(lm3.interval);
  });

  it('holds no share that is kept private, and still the same LM3, LM2, bounds and response rate', async () => {
    const projectId = await surveyed({
      l0: hidden(71),
      l1: hidden(43),
      l2: hidden(57),
      l3: shown(12),
      d0: hidden(21),
      d1: hidden(3),
      d2: hidden(9),
    });
    const { lm3 } = await statusOf(projectId);
    const { project, result, issues } = await exported(projectId);
    expect(result.lm3).toBeCloseTo(lm3.lm3, 12);
    expect(result.lm2).toBeCloseTo(lm3.lm2, 12);
    expect(result.bounds.low).toBeCloseTo(lm3.bounds.low, 12);
    expect(result.bounds.high).toBeCloseTo(lm3.bounds.high, 12);
    expect(result.responseRate).toBeCloseTo(lm3.responseRate, 12);
    expect(result.rating).toBe(lm3.rating);
    const shares = project.suppliers.map(({ respendShare }) => respendShare);
    for (const secret of [0.71, 0.43, 0.57, 0.21, 0.03, 0.09]) expect(shares).not.toContain(secret);
    expect(shares).toContain(0.12);
    expect(project.suppliers[0]?.name).toContain('kept private: a stand-in');
    expect(issues.some(({ found }) => found.includes('6 answers that are kept private'))).toBe(true);
  });

  it('has the interval of the status too, whatever is kept private', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ estimate: fc.integer({ min: 0, max: 100 }), kept: fc.boolean() }), {
          minLength: 16,
          maxLength: 16,
        }),
        async (answers) => {
          // The last two of each kind are silent, so that there is something to be unsure of.
          const given = listed.flatMap(({ supplierId }, place) => {
            const { estimate, kept } = answers[place] ?? { estimate: 0, kept: false };
            if (/[67]$/.test(supplierId)) return [];
            return [[supplierId, kept ? hidden(estimate) : shown(estimate)] as const];
          });
          const projectId = await surveyed(Object.fromEntries(given));
          await stand.store.survey.closeSurvey(projectId, Date.now());
          const { lm3 } = await statusOf(projectId);
          const { result, issues } = await exported(projectId);
          expect(result.lm3).toBeCloseTo(lm3.lm3, 9);
          if (issues.some(({ mend }) => mend.includes('too narrow'))) return;
          expect(result.interval === null).toBe(lm3.interval === null);
          expect(result.interval?.low ?? 0).toBeCloseTo(lm3.interval?.low ?? 0, 6);
          expect(result.interval?.high ?? 0).toBeCloseTo(lm3.interval?.high ?? 0, 6);
        },
      ),
      { numRuns: 6 },
    );
  });

  it('keeps contacts out', async () => {
    const { survey } = await stand.survey([
      aSupplier('s1', {}, { contactName: 'Jo Person', email: 'jo@example.org' }),
    ]);
    await stand.store.survey.saveAnswer(
      survey.projectId,
      's1',
      { ...shown(10), postcode: 'ZZ9 9ZZ' },
      Date.now(),
    );
    const report = await surveyReport(stand.store.survey, survey.projectId, {
      version: 'test',
      madeAt: new Date(),
    });
    expect(JSON.stringify(report)).not.toMatch(/Jo Person|jo@example|ZZ9/);
  });
});
