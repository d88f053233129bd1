import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { deliverDue } from '../../survey/mail/deliver.ts';
import { smtpPostman } from '../../survey/mail/postman.ts';
import { invitations } from '../../survey/mail/queue.ts';
import { formKey } from '../../survey/tokens.ts';
import { killWhileAnswering } from '../fakes/kill-answers.ts';
import { killWhileSending } from '../fakes/kill-mails.ts';
import { startMailServer } from '../fakes/mail-server.ts';
import { engineNames, openStoreAt, type StoreEngines, startEngines } from '../fakes/store-engines.ts';
import { aSupplier, aSurvey } from '../fakes/survey-rows.ts';
import { openSurveyStand } from '../fakes/survey-stand.ts';

let engines: StoreEngines;
let folder: string;

beforeAll(async () => {
  engines = await startEngines();
  folder = mkdtempSync(join(tmpdir(), 'localpound-faults-'));
});
afterAll(async () => {
  await engines.stop();
  rmSync(folder, { recursive: true, force: true });
});

describe('a PostgreSQL server that is stopped and started', () => {
  it('makes pages say so and keeps every answer that was acknowledged', async ({ task }) => {
    task.meta.ranWith = [await engines.ranWith('PostgreSQL')];
    const stand = await openSurveyStand({}, { place: await engines.newPlace('PostgreSQL') });
    const { survey, links } = await stand.survey([aSupplier('s1')]);
    const [path = ''] = links;
    const key = formKey(path.split('/').at(-1) ?? '');
    const send = async (estimate: string): Promise<number> => {
      await stand.post(`${path}/one`, { key, go: 'on', estimate });
      return (await stand.post(`${path}/check`, { key })).status;
    };
    expect(await send('30')).toBe(303);
    await engines.postgres.halt();
    const page = await stand.request(path);
    expect(page.status).toBe(503);
    expect(await page.text()).toContain('What you sent before is safe');
    expect(await send('40')).toBe(503);
    const api = await stand.request('/survey/api/v1/surveys', {
      headers: { Authorization: `Bearer lp_all_${'x'.repeat(32)}` },
    });
    expect([api.status, (await api.json()).issues.length]).toEqual([503, 1]);
    await engines.postgres.start();
    expect(await send('50')).toBe(303);
    const history = await stand.store.survey.answerHistory(survey.projectId, 's1');
    expect(history.map(({ answer }) => answer.estimate)).toEqual([30, 50]);
    await stand.close();
  });
});

describe('a disk that is full', () => {
  it('ends in an error, and nothing that was acknowledged is lost', async ({ task }) => {
    task.meta.ranWith = [await engines.ranWith('libsql')];
    const file = join(folder, 'full', 'pound.db');
    const made = aSurvey();
    const setup = await openStoreAt(`sqlite:${file}`);
    const suppliers = Array.from({ length: 7 }, (_, index) => aSupplier(`s${index}`));
    await setup.survey.createSurvey(made, suppliers);
    await setup.close();
    const script = fileURLToPath(new URL('../server/store/answer-until-killed.ts', import.meta.url));
    // No file of the process may grow over this many blocks of 1,024 bytes.
    const limited = `ulimit -f 900; exec "${process.execPath}" --import tsx "${script}" "sqlite:${file}" ${made.projectId} 0`;
    const child = spawn('bash', ['-c', limited], { stdio: ['ignore', 'pipe', 'pipe'] });
    const acknowledged: number[] = [];
    const gone = once(child, 'exit');
    for await (const line of createInterface(child.stdout)) acknowledged.push(Number(line));
    expect((await gone)[0]).toBe(3);
    expect(acknowledged.length).toBeGreaterThan(10);
    const store = await openStoreAt(`sqlite:${file}`);
    const kept = new Set<number | undefined>();
    for (const { supplierId } of suppliers) {
      const history = await store.survey.answerHistory(made.projectId, supplierId);
      for (const { answer } of history) kept.add(answer.employees);
    }
    expect(acknowledged.filter((number) => !kept.has(number))).toEqual([]);
    expect(await store.survey.saveAnswer(made.projectId, 's1', { estimate: 1 }, 1)).toBe(true);
    await store.close();
  });
});

describe('a mail server that says nothing more', () => {
  it.each(['greeting', 'mail'] as const)('at the %s: the mail goes later', async (hang) => {
    const [server, stand] = await Promise.all([startMailServer(), openSurveyStand()]);
    const { survey } = await stand.survey([aSupplier('s1', {}, { email: 'jo@example.org' })]);
    const { survey: store } = stand.store;
    await store.queueMails(invitations(await store.suppliers(survey.projectId)), Date.now());
    const patience = { connectionTimeout: 400, greetingTimeout: 400, socketTimeout: 400 };
    const postman = smtpPostman(server.url, 'survey@example.org', patience);
    const publicUrl = 'https://pound.example.org';
    server.hang = hang;
    expect(await deliverDue(survey, { store, postman, publicUrl })).toMatchObject({ later: 1, failed: 0 });
    server.hang = undefined;
    const later = { store, postman, publicUrl, now: () => Date.now() + 61_000 };
    expect(await deliverDue(survey, later)).toMatchObject({ delivered: 1 });
    // The one in flight when it fell silent may have come; no other.
    expect(server.received).toHaveLength(hang === 'mail' ? 2 : 1);
    postman.close();
    await server.close();
    await stand.close();
  });
});

describe.each(engineNames)('on %s', (engine) => {
  it('a server that is killed while it takes answers has lost none that it acknowledged', {
    timeout: 120_000,
  }, async ({ task }) => {
    task.meta.ranWith = [await engines.ranWith(engine)];
    const kills = 2;
    const figures = await killWhileAnswering(await engines.newPlace(engine), kills);
    expect(figures.acknowledged).toBeGreaterThanOrEqual(kills * 20);
    expect([figures.lost, figures.torn]).toEqual([0, 0]);
    expect(figures.unasked).toBeLessThanOrEqual(kills * 4);
  });

  it('a sender that is killed sends nothing twice beyond the mail in flight', { timeout: 60_000 }, async ({
    task,
  }) => {
    task.meta.ranWith = [await engines.ranWith(engine)];
    const figures = await killWhileSending(await engines.newPlace(engine), 1);
    expect(figures.without).toBe(0);
    expect(figures.twice).toBeLessThanOrEqual(1);
  });

  it('a backup is taken back whole by the other engine, and refused when it is damaged', async ({ task }) => {
    const other = engineNames.find((one) => one !== engine) ?? engine;
    task.meta.ranWith = [await engines.ranWith(engine), await engines.ranWith(other)];
    const store = await openStoreAt(await engines.newPlace(engine));
    const made = aSurvey();
    const suppliers = Array.from({ length: 1203 }, (_, index) =>
      aSupplier(`s${index}`, { name: `O'Sample "é" ${index}` }, { email: `p${index}@example.org` }),
    );
    await store.survey.createSurvey(made, suppliers);
    await store.survey.saveAnswer(made.projectId, 's7', { estimate: 42 }, 7);
    await store.survey.addMember({ projectId: 'all', email: 'Olu@example.org', role: 'owner', addedAt: 1 });
    await store.claimEvent('Ev1', new Date(5));
    const file = join(folder, `${engine}.gz`);
    const { rows } = await store.backUp(file);

    const target = await openStoreAt(await engines.newPlace(other));
    expect((await target.restore(file)).rows).toBe(rows);
    expect(await target.survey.survey(made.projectId)).toEqual(made);
    expect(await target.survey.suppliers(made.projectId)).toEqual(
      await store.survey.suppliers(made.projectId),
    );
    expect(await target.survey.facts(made.projectId)).toEqual(await store.survey.facts(made.projectId));
    expect(await target.survey.rolesOf('olu@example.org')).toHaveLength(1);
    expect(await target.claimEvent('Ev1', new Date(6))).toBe(false);
    await expect(target.restore(file)).rejects.toThrow('not empty');
    await target.close();
    await store.close();

    const empty = await openStoreAt(await engines.newPlace(other));
    truncateSync(file, 2000);
    await expect(empty.restore(file)).rejects.toThrow(/no whole backup|cut off/);
    writeFileSync(file, 'no backup at all');
    await expect(empty.restore(file)).rejects.toThrow('no whole backup');
    expect(await empty.survey.surveys()).toEqual([]);
    await empty.close();
  });
});
