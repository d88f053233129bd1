import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Delivery, deliverDue } from '../../survey/mail/deliver.ts';
import { folderPostman, type Postman, smtpPostman } from '../../survey/mail/postman.ts';
import { invitations, reminders } from '../../survey/mail/queue.ts';
import type { NewSupplier, Survey } from '../../survey/store.ts';
import { readable, startMailServer, type TestMailServer } from '../fakes/mail-server.ts';
import { aSupplier, day } from '../fakes/survey-rows.ts';
import { openSurveyStand, type SurveyStand } from '../fakes/survey-stand.ts';

const publicUrl = 'https://pound.example.org';
const from = 'Our survey <survey@example.org>';

let stand: SurveyStand;
let server: TestMailServer;
let postman: Postman;

beforeAll(async () => {
  [stand, server] = await Promise.all([openSurveyStand(), startMailServer()]);
});
afterAll(async () => {
  await server.close();
  await stand.close();
});
beforeEach(({ task }) => {
  task.meta.ranWith = [server.ranWith];
  server.received.length = 0;
  server.refuse = undefined;
  server.breakOff = false;
  postman = smtpPostman(server.url, from);
});
afterEach(() => postman.close());

const contact = (contactName: string, email: string) => ({ contactName, email });

const suppliers = [
  aSupplier('small', { name: 'Small (fictional)', spend: 100 }, contact('Al', 'al@example.org')),
  aSupplier(
    'large',
    { name: 'Large <b>& Sons</b> (fictional)', spend: 9000.5 },
    contact('Jo', 'jo@example.org'),
  ),
  aSupplier('second', { name: 'Second of Jo (fictional)', spend: 50 }, contact('Jo', 'JO@example.org')),
  aSupplier('silent', { name: 'No address (fictional)', spend: 400 }),
  aSupplier('known', { name: 'Known (fictional)', respendShare: 0.5 }, contact('Ed', 'ed@example.org')),
];

async function invited(listed: readonly NewSupplier[] = suppliers): Promise<Survey> {
  const { survey } = await stand.survey(listed);
  await stand.store.survey.queueMails(
    invitations(await stand.store.survey.suppliers(survey.projectId)),
    Date.now(),
  );
  return survey;
}

const deliver = (survey: Survey, now?: number): Promise<Delivery> =>
  deliverDue(survey, {
    store: stand.store.survey,
    postman,
    publicUrl,
    ...(now === undefined ? {} : { now: () => now }),
  });

const linksIn = (raw: string): string[] => [
  ...new Set(readable(raw).match(/https:\/\/pound\.example\.org\/survey\/a\/[\w-]+\/[\w-]{32}/g) ?? []),
];

describe('invitations', () => {
  it('go to each person once, the largest sum first, with a link that works for each supplier', async () => {
    const survey = await invited();
    expect(await deliver(survey)).toEqual({ delivered: 2, dropped: 0, later: 0, failed: 0 });
    expect(server.received.map(({ to }) => to)).toEqual([['jo@example.org'], ['al@example.org']]);
    const [jo] = server.received;
    const text = readable(jo?.raw ?? '');
    expect(jo?.from).toBe('survey@example.org');
    expect(text).toContain('Dear Jo,');
    expect(text).toContain('£9,000.50 paid in the period');
    expect(text).toContain('Large &lt;b&gt;&amp; Sons&lt;/b&gt;');
    expect(text).toMatch(/List-Unsubscribe:\s+<https:\/\/pound\.example\.org\/survey\/a\/\S+\/stop>/);
    expect(text).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click');
    expect(text).toMatch(/Content-Type: text\/plain[\s\S]*Content-Type: text\/html/);
    const links = linksIn(jo?.raw ?? '');
    expect(links).toHaveLength(2);
    const pages = await Promise.all(
      links.map(async (link) => await (await stand.request(link.replace(publicUrl, ''))).text()),
    );
    expect(pages[0]).toContain('Large &lt;b&gt;');
    expect(pages[1]).toContain('Second of Jo');
    expect(await deliver(survey)).toEqual({ delivered: 0, dropped: 0, later: 0, failed: 0 });
  });

  it('are stopped by the link in them, for all suppliers of the person, with one click of a mail program', async () => {
    const survey = await invited();
    await deliver(survey);
    const [link = ''] = linksIn(server.received[0]?.raw ?? '');
    const stopped = await stand.post(`${link.replace(publicUrl, '')}/stop`, {
      'List-Unsubscribe': 'One-Click',
    });
    expect(stopped.status).toBe(200);
    const mails = reminders(await stand.store.survey.suppliers(survey.projectId), []);
    expect(mails.map(({ email }) => email)).toEqual(['al@example.org']);
  });

  it('queued again while they go, by two senders at once, reach each person once', async () => {
    const people = Array.from({ length: 8 }, (_, index) =>
      aSupplier(`s${index}`, {}, contact('', `person${index}@example.org`)),
    );
    const survey = await invited(people);
    const again = invitations(await stand.store.survey.suppliers(survey.projectId));
    expect(await stand.store.survey.queueMails(again, Date.now())).toBe(0);
    await Promise.all([deliver(survey), deliver(survey)]);
    const to = server.received.flatMap((mail) => mail.to);
    expect(to.toSorted()).toEqual(people.map(({ email }) => email).toSorted());
  });
});

describe('reminders', () => {
  it('go to the largest of those that are silent and were asked, in rounds', async () => {
    const survey = await invited();
    const { store } = stand;
    await deliver(survey);
    server.received.length = 0;
    await store.survey.saveAnswer(survey.projectId, 'large', { estimate: 10 }, Date.now());
    const round = async (largest?: number) =>
      reminders(
        await store.survey.suppliers(survey.projectId),
        await store.survey.occasions(survey.projectId),
        largest,
      );
    expect((await round(1)).map(({ email, occasion }) => [email, occasion])).toEqual([
      ['al@example.org', 'reminder 1'],
    ]);
    await store.survey.queueMails(await round(), Date.now());
    // Answered between the queue and the mail: no reminder any more.
    await store.survey.saveAnswer(survey.projectId, 'small', { estimate: 10 }, Date.now());
    expect(await deliver(survey)).toMatchObject({ delivered: 1, dropped: 1 });
    expect(server.received.map(({ to }) => to)).toEqual([['JO@example.org']]);
    expect(readable(server.received[0]?.raw ?? '')).toMatch(/Subject: Reminder: how much/);
    expect((await round()).map(({ occasion }) => occasion)).toEqual(['reminder 2']);
  });
});

describe('a mail server that', () => {
  it('refuses one address for good: the mail has failed, the others go', async () => {
    const survey = await invited();
    server.refuse = (address) =>
      address === 'jo@example.org' ? { code: 550, text: 'no such person' } : undefined;
    expect(await deliver(survey)).toMatchObject({ delivered: 1, failed: 1, later: 0 });
    const mails = await stand.store.survey.mails(survey.projectId);
    expect(mails.find(({ state }) => state === 'failed')?.problem).toContain('no such person');
    expect(await deliver(survey, Date.now() + 20 * day)).toMatchObject({ delivered: 0 });
  });

  it('says "later": it is tried again after growing pauses, and given up in the end', async () => {
    const survey = await invited([suppliers[0] as NewSupplier]);
    server.refuse = () => ({ code: 450, text: 'busy' });
    let now = Date.now();
    const minutes = [1, 5, 30, 120, 720];
    for (const pause of minutes) {
      expect(await deliver(survey, now)).toMatchObject({ later: 1, failed: 0 });
      expect(await deliver(survey, now + pause * 60_000 - 1)).toMatchObject({ later: 0, delivered: 0 });
      now += pause * 60_000;
    }
    expect(await deliver(survey, now)).toMatchObject({ failed: 1, later: 0 });
  });

  it('takes the mail and then breaks off: it is sent once more, and both links work', async () => {
    const survey = await invited([suppliers[0] as NewSupplier]);
    server.breakOff = true;
    expect(await deliver(survey)).toMatchObject({ later: 1 });
    server.breakOff = false;
    expect(await deliver(survey, Date.now() + 61_000)).toMatchObject({ delivered: 1 });
    const links = server.received.flatMap(({ raw }) => linksIn(raw));
    expect(new Set(links).size).toBe(2);
    for (const link of links) expect((await stand.request(link.replace(publicUrl, ''))).status).toBe(200);
  });

  it('wants another password, or is not there: nothing is lost, and the reason is told without the password', async () => {
    const survey = await invited();
    const wrong = smtpPostman(server.url.replace('p%40ss', 'wrong-secret'), from);
    const refused = await deliverDue(survey, { store: stand.store.survey, postman: wrong, publicUrl });
    wrong.close();
    expect(refused).toMatchObject({ delivered: 0, later: 1 });
    expect(refused.stopped).toContain('refuses the name or password');
    expect(JSON.stringify(refused)).not.toContain('wrong-secret');
    const nowhere = smtpPostman('smtp://127.0.0.1:1', from);
    const later = { store: stand.store.survey, postman: nowhere, publicUrl, now: () => Date.now() + 61_000 };
    expect(await deliverDue(survey, later)).toMatchObject({ delivered: 0, later: 2, failed: 0 });
    nowhere.close();
    expect(await deliver(survey, Date.now() + day)).toMatchObject({ delivered: 2 });
  });
});

describe('without a mail server', () => {
  it('mails are files in a folder that only its owner opens', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'localpound-mail-'));
    const survey = await invited();
    const files = folderPostman(join(folder, 'mail'), from);
    const done = await deliverDue(survey, { store: stand.store.survey, postman: files, publicUrl });
    expect(done).toMatchObject({ delivered: 2 });
    const names = readdirSync(join(folder, 'mail'));
    expect(names).toHaveLength(2);
    expect(names.every((name) => name.endsWith('.eml'))).toBe(true);
    expect(statSync(join(folder, 'mail')).mode & 0o077).toBe(0);
    expect(readFileSync(join(folder, 'mail', names[0] ?? ''), 'utf8')).toMatch(/^From: Our survey/m);
    expect((await stand.store.survey.mails(survey.projectId)).map(({ state }) => state)).toEqual([
      'written',
      'written',
    ]);
    rmSync(folder, { recursive: true });
  });
});
