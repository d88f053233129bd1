import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eraseWhatIsDue } from '../../server/erase-surveys.ts';
import { aSupplier, day } from '../fakes/survey-rows.ts';
import { openSurveyStand, type SurveyStand } from '../fakes/survey-stand.ts';

let stand: SurveyStand;

beforeAll(async () => {
  stand = await openSurveyStand();
});
afterAll(() => stand.close());

describe('the day that a survey names for erasing', () => {
  it('is kept by the server, once, and leaves other surveys alone', async () => {
    const people = [aSupplier('s1', {}, { contactName: 'Jo', email: 'jo@example.org' })];
    const now = Date.now();
    const { survey: due, links } = await stand.survey(people, { closesAt: now - day, eraseAt: now - 1 });
    const { survey: later } = await stand.survey(people);
    expect(await eraseWhatIsDue(stand.store.survey, now)).toEqual([due.projectId]);
    expect(await eraseWhatIsDue(stand.store.survey, now + 1)).toEqual([]);
    expect(await stand.store.survey.supplier(due.projectId, 's1')).not.toHaveProperty('email');
    expect(await stand.store.survey.supplier(later.projectId, 's1')).toHaveProperty('email');
    expect((await stand.request(links[0] ?? '')).status).toBe(404);
    expect((await stand.store.survey.survey(due.projectId))?.closedAt).toBe(now);
    expect(await stand.store.survey.audit(due.projectId)).toMatchObject([{ who: 'server' }]);
  });
});
