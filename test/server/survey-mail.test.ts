import pino from 'pino';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readConfig } from '../../server/config.ts';
import { keepMailMoving } from '../../server/survey-mail.ts';
import { invitations } from '../../survey/mail/queue.ts';
import { startMailServer, type TestMailServer } from '../fakes/mail-server.ts';
import { aSupplier } from '../fakes/survey-rows.ts';
import { openSurveyStand, type SurveyStand } from '../fakes/survey-stand.ts';

let stand: SurveyStand;
let mailServer: TestMailServer;

beforeAll(async () => {
  [stand, mailServer] = await Promise.all([openSurveyStand(), startMailServer()]);
});
afterAll(async () => {
  await mailServer.close();
  await stand.close();
});

it('sends what a command left in the queue, of open surveys only, and stops when told', async ({ task }) => {
  task.meta.ranWith = [mailServer.ranWith];
  const config = readConfig({ SMTP_URL: mailServer.url, MAIL_FROM: 'survey@example.org' });
  if (!config.ok) throw new Error(JSON.stringify(config.issues));
  const { survey: store } = stand.store;
  for (const name of ['open', 'closed']) {
    const { survey } = await stand.survey([aSupplier('s1', {}, { email: `${name}@example.org` })]);
    await store.queueMails(invitations(await store.suppliers(survey.projectId)), Date.now());
    if (name === 'closed') await store.closeSurvey(survey.projectId, Date.now());
  }
  const logger = pino({ level: 'silent' });
  const mover = keepMailMoving(store, config.value.mail, 'https://pound.example.org', logger);
  await expect.poll(() => mailServer.received.length, { timeout: 20_000 }).toBe(1);
  await mover.stop();
  expect(mailServer.received.map(({ to }) => to)).toEqual([['open@example.org']]);
});
