import { lm3SampleProject } from '../core/index.ts';
import { newSurvey } from './owner/new-survey.ts';
import { samplePrefix } from './sample-id.ts';
import type { Survey, SurveyStore } from './store.ts';

const day = 24 * 60 * 60 * 1000;

/**
 * The fictional sample survey, made when there is none that is open. Some
 * of its suppliers have answered, so that there is something to look at.
 *
 * @returns the survey's number
 */
export async function ensureSample(store: SurveyStore, now: number): Promise<string> {
  const there = await openSample(store, now);
  if (there !== undefined) return there.projectId;
  const project = lm3SampleProject();
  const made = newSurvey({
    project: { ...project, suppliers: project.suppliers.map((one) => ({ ...one, respendShare: null })) },
    contacts: new Map(
      project.suppliers.map(({ where = '' }, place) => [
        where,
        { contactName: `Contact ${place + 1} (fictional)`, email: `supplier${place + 1}@example.org` },
      ]),
    ),
    contact: 'Sam Sample (fictional), sam@example.org',
    closesAt: now + 365 * day,
    eraseAt: now + 730 * day,
    now,
  });
  if (!made.ok) throw new RangeError('ensureSample: no survey can be made of the sample');
  const projectId = `${samplePrefix}${new Date(now).toISOString().slice(0, 10)}`;
  await store.createSurvey({ ...made.value.survey, projectId }, made.value.suppliers);
  for (const [place, { respendShare }] of project.suppliers.entries()) {
    if (respendShare === null || place % 3 === 2) continue;
    const answer = {
      estimate: Math.round(respendShare * 100),
      quality: 'estimate',
      showTo: 'buyer',
    } as const;
    await store.saveAnswer(projectId, `s${place + 1}`, answer, now);
  }
  return projectId;
}

/** The sample survey that can be tried now. */
export async function openSample(store: SurveyStore, now: number): Promise<Survey | undefined> {
  return (await store.surveys()).find(
    ({ projectId, closedAt, closesAt }) =>
      projectId.startsWith(samplePrefix) && closedAt === undefined && closesAt > now,
  );
}
