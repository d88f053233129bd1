import type { Survey } from '../../survey/store.ts';
import { tell } from '../output.ts';
import { atDesk, type SurveyDesk } from './desk.ts';

/** Does something with one survey, or says that there is none of that number. */
export async function withSurvey(
  projectId: string,
  work: (desk: SurveyDesk, survey: Survey) => Promise<void>,
): Promise<void> {
  await atDesk(async (desk) => {
    const survey = await desk.store.survey(projectId);
    if (survey !== undefined) return await work(desk, survey);
    process.exitCode = 1;
    tell(`There is no survey ${JSON.stringify(projectId)} in this store. See: localpound survey list`);
  });
}
