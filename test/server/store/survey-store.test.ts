import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '../../../server/store/store.ts';
import type { Mail, SurveyStore } from '../../../survey/store.ts';
import { engineNames, openStoreAt, type StoreEngines, startEngines } from '../../fakes/store-engines.ts';
import { aSupplier, aSurvey, day, noon } from '../../fakes/survey-rows.ts';

let engines: StoreEngines;

beforeAll(async () => {
  engines = await startEngines();
});
afterAll(() => engines.stop());

describe.each(engineNames)('the survey store on %s', (engine) => {
  let place: string;
  let store: Store;
  let survey: SurveyStore;

  beforeAll(async () => {
    place = await engines.newPlace(engine);
    store = await openStoreAt(place);
    survey = store.survey;
    return () => store.close();
  });
  beforeEach(async ({ task }) => {
    task.meta.ranWith = [await engines.ranWith(engine)];
  });

  const started = async (suppliers = [aSupplier('s1'), aSupplier('s2')]) => {
    const made = aSurvey();
    await survey.createSurvey(made, suppliers);
    return made.projectId;
  };

  it('gives a survey and its suppliers back as they were, in the order of the workbook', async () => {
    const made = aSurvey();
    const suppliers = Array.from({ length: 1203 }, (_, index) =>
      aSupplier(`s${1203 - index}`, { spend: index + 0.01, local: index % 2 === 0, category: 'Food' }),
    );
    suppliers[7] = aSupplier(
      's7b',
      { name: `O'Sample; "x" <b>` },
      { contactName: 'Jo É', email: 'Jo@Example.org' },
    );
    await survey.createSurvey(made, suppliers);
    expect(await survey.survey(made.projectId)).toEqual(made);
    expect(await survey.suppliers(made.projectId)).toEqual(
      suppliers.map((supplier) => ({ projectId: made.projectId, ...supplier })),
    );
    expect(await survey.survey('nowhere')).toBeUndefined();
    expect(await survey.suppliers('nowhere')).toEqual([]);
    expect((await survey.surveys()).map(({ projectId }) => projectId)).toContain(made.projectId);
  });

  it('keeps nothing of a survey that cannot be made whole', async () => {
    const made = aSurvey();
    await expect(survey.createSurvey(made, [aSupplier('same'), aSupplier('same')])).rejects.toThrow();
    expect(await survey.survey(made.projectId)).toBeUndefined();
  });

  it('opens a link for its own project only, until it expires or is revoked', async () => {
    const [projectId, other] = [await started(), await started()];
    const link = { projectId, tokenHash: 'h1', supplierId: 's1', madeAt: noon, expiresAt: noon + day };
    await survey.addLink(link);
    await survey.addLink({ ...link, tokenHash: 'h2' });
    expect(await survey.supplierByLink(projectId, 'h1', noon)).toMatchObject({ supplierId: 's1' });
    expect(await survey.supplierByLink(other, 'h1', noon)).toBeUndefined();
    expect(await survey.supplierByLink(projectId, 'H1', noon)).toBeUndefined();
    expect(await survey.supplierByLink(projectId, 'h1', noon + day)).toBeUndefined();
    expect(await survey.revokeLinks(projectId, 's1', noon)).toBe(2);
    expect(await survey.supplierByLink(projectId, 'h1', noon)).toBeUndefined();
    expect(await survey.supplierByLink(projectId, 'h2', noon)).toBeUndefined();
  });

  it('keeps what was typed, the newest in place of the one before', async () => {
    const projectId = await started();
    expect(await survey.draft(projectId, 's1')).toBeUndefined();
    await survey.saveDraft(projectId, 's1', { estimate: '30' }, noon);
    await survey.saveDraft(projectId, 's1', { estimate: '40', note: "it's" }, noon + 1);
    expect(await survey.draft(projectId, 's1')).toEqual({ estimate: '40', note: "it's" });
    expect(await survey.draft(projectId, 's2')).toBeUndefined();
  });

  it('puts an answer in place of the one before and keeps that one as history', async () => {
    const projectId = await started();
    expect(await survey.saveAnswer(projectId, 's1', { estimate: 30 }, noon)).toBe(true);
    expect(await survey.saveAnswer(projectId, 's1', { estimate: 30 }, noon + 1)).toBe(true);
    expect(await survey.saveAnswer(projectId, 's1', { payLocal: 12.5, showTo: 'buyer' }, noon + 2)).toBe(
      true,
    );
    expect(await survey.supplier(projectId, 's1')).toMatchObject({
      answer: { payLocal: 12.5, showTo: 'buyer' },
      answeredAt: noon + 2,
    });
    expect(await survey.answerHistory(projectId, 's1')).toEqual([
      { answer: { estimate: 30 }, answeredAt: noon },
      { answer: { payLocal: 12.5, showTo: 'buyer' }, answeredAt: noon + 2 },
    ]);
    expect(await survey.supplier(projectId, 's2')).not.toHaveProperty('answer');
  });

  it('takes twenty answers by one link at once: each becomes a version, the last of them counts', async () => {
    const projectId = await started();
    const sent = Array.from({ length: 20 }, (_, estimate) =>
      survey.saveAnswer(projectId, 's1', { estimate }, noon + estimate),
    );
    expect(await Promise.all(sent)).toEqual(sent.map(() => true));
    const history = await survey.answerHistory(projectId, 's1');
    expect(history.map(({ answer }) => answer.estimate).toSorted((a, b) => Number(a) - Number(b))).toEqual(
      Array.from({ length: 20 }, (_, estimate) => estimate),
    );
    expect((await survey.supplier(projectId, 's1'))?.answer).toEqual(history.at(-1)?.answer);
  });

  it('takes no answer once the survey is closed, and is closed once', async () => {
    const projectId = await started();
    await survey.saveAnswer(projectId, 's1', { estimate: 1 }, noon);
    expect(await survey.closeSurvey(projectId, noon)).toBe(true);
    expect(await survey.closeSurvey(projectId, noon + 1)).toBe(false);
    expect(await survey.saveAnswer(projectId, 's1', { estimate: 2 }, noon)).toBe(false);
    expect((await survey.supplier(projectId, 's1'))?.answer).toEqual({ estimate: 1 });
    expect((await survey.survey(projectId))?.closedAt).toBe(noon);
  });

  it('notes who declined, and takes it back with an answer', async () => {
    const projectId = await started();
    await survey.decline(projectId, 's1', noon);
    expect(await survey.supplier(projectId, 's1')).toMatchObject({ declinedAt: noon });
    await survey.saveAnswer(projectId, 's1', { estimate: 1 }, noon + 1);
    expect(await survey.supplier(projectId, 's1')).not.toHaveProperty('declinedAt');
  });

  it('lets a person opt out of all mail of a project, whatever the letters of the address', async () => {
    const projectId = await started([
      aSupplier('s1', {}, { email: 'jo@example.org' }),
      aSupplier('s2', {}, { email: 'JO@example.org' }),
      aSupplier('s3', {}, { email: 'al@example.org' }),
      aSupplier('s4'),
    ]);
    await survey.optOut(projectId, 's2', noon);
    await survey.optOut(projectId, 's4', noon);
    const out = (await survey.suppliers(projectId)).filter(({ optedOutAt }) => optedOutAt !== undefined);
    expect(out.map(({ supplierId }) => supplierId)).toEqual(['s1', 's2', 's4']);
  });

  describe('mails', () => {
    const mailTo = (projectId: string, email: string, occasion = 'invitation'): Mail => ({
      projectId,
      mailId: `${occasion} ${email}`,
      occasion,
      email,
      supplierIds: ['s1'],
    });

    it('go to a person once for each occasion', async () => {
      const projectId = await started();
      const jo = mailTo(projectId, 'jo@example.org');
      expect(
        await survey.queueMails([jo, { ...mailTo(projectId, 'JO@example.org'), mailId: 'again' }], noon),
      ).toBe(1);
      expect(await survey.queueMails([jo, mailTo(projectId, 'jo@example.org', 'reminder 1')], noon)).toBe(1);
      expect(await survey.mails(projectId)).toHaveLength(2);
    });

    it('are claimed by one sender each, when they are due', async () => {
      const projectId = await started();
      const people = Array.from({ length: 12 }, (_, index) => mailTo(projectId, `p${index}@example.org`));
      await survey.queueMails(people, noon);
      expect(await survey.claimMail(projectId, noon - 1, noon)).toBeUndefined();
      const claims = await Promise.all(people.map(() => survey.claimMail(projectId, noon, noon + day)));
      expect(new Set(claims.map((mail) => mail?.email)).size).toBe(12);
      expect(await survey.claimMail(projectId, noon, noon + day)).toBeUndefined();
    });

    it('are tried again by others after a sender died, and when a retry is due, and never once done', async () => {
      const projectId = await started();
      await survey.queueMails([mailTo(projectId, 'jo@example.org')], noon);
      await survey.claimMail(projectId, noon, noon + 10);
      expect(await survey.claimMail(projectId, noon + 9, noon + 20)).toBeUndefined();
      const again = await survey.claimMail(projectId, noon + 10, noon + 20);
      expect(again).toMatchObject({ email: 'jo@example.org', attempts: 2, supplierIds: ['s1'] });
      await survey.mailFailed(again as Mail, '450 try later', noon + 30);
      expect(await survey.claimMail(projectId, noon + 29, noon + 40)).toBeUndefined();
      const third = await survey.claimMail(projectId, noon + 30, noon + 40);
      expect(third).toMatchObject({ attempts: 3, problem: '450 try later' });
      await survey.mailDone(third as Mail, 'sent', noon + 31);
      expect(await survey.claimMail(projectId, noon + day, noon + day)).toBeUndefined();
      expect(await survey.mails(projectId)).toMatchObject([{ state: 'sent', sentAt: noon + 31 }]);
      expect(await survey.supplier(projectId, 's1')).toMatchObject({ askedAt: noon + 31 });
      expect(await survey.supplier(projectId, 's2')).not.toHaveProperty('askedAt');
    });

    it('that failed for good stay on the list with the reason', async () => {
      const projectId = await started();
      await survey.queueMails([mailTo(projectId, 'jo@example.org')], noon);
      const mail = await survey.claimMail(projectId, noon, noon + 10);
      await survey.mailFailed(mail as Mail, '550 no such person', undefined);
      expect(await survey.claimMail(projectId, noon + day, noon + day)).toBeUndefined();
      expect(await survey.mails(projectId)).toMatchObject([
        { state: 'failed', problem: '550 no such person' },
      ]);
    });
  });

  it('erases people and keeps what LM3 needs, in one project only', async () => {
    const jo = { contactName: 'Jo', email: 'jo@example.org' };
    const [projectId, other] = [
      await started([aSupplier('s1', {}, jo)]),
      await started([aSupplier('s1', {}, jo)]),
    ];
    for (const project of [projectId, other]) {
      const link = {
        projectId: project,
        tokenHash: 'h',
        supplierId: 's1',
        madeAt: noon,
        expiresAt: noon + day,
      };
      await survey.addLink(link);
      await survey.saveDraft(project, 's1', { postcode: 'HX1 1AA' }, noon);
      await survey.saveAnswer(project, 's1', { estimate: 10 }, noon);
      await survey.saveAnswer(project, 's1', { estimate: 20, postcode: 'HX1 1AA' }, noon + 1);
      const mail = {
        projectId: project,
        mailId: 'm',
        occasion: 'invitation',
        email: jo.email,
        supplierIds: ['s1'],
      };
      await survey.queueMails([mail], noon);
    }
    await survey.eraseSurvey(projectId, noon + 2);
    expect(await survey.supplier(projectId, 's1')).toEqual({
      projectId,
      ...aSupplier('s1'),
      answeredAt: noon + 1,
      answer: { estimate: 20 },
    });
    expect(await survey.supplierByLink(projectId, 'h', noon)).toBeUndefined();
    expect(await survey.draft(projectId, 's1')).toBeUndefined();
    expect(await survey.answerHistory(projectId, 's1')).toHaveLength(1);
    expect(await survey.mails(projectId)).toEqual([]);
    expect((await survey.survey(projectId))?.erasedAt).toBe(noon + 2);
    expect(await survey.supplier(other, 's1')).toMatchObject({ ...jo, answer: { postcode: 'HX1 1AA' } });
    expect(await survey.mails(other)).toHaveLength(1);
  });

  it('says who did what, oldest first', async () => {
    const projectId = await started();
    const entry = { who: 'owner', what: 'created', detail: '2 suppliers' };
    await survey.addAudit(projectId, { ...entry, at: noon + 5, what: 'sent' });
    await survey.addAudit(projectId, { ...entry, at: noon });
    expect(await survey.audit(projectId)).toEqual([
      { ...entry, at: noon },
      { ...entry, at: noon + 5, what: 'sent' },
    ]);
  });

  it('remembers all of it after it is closed and opened again', async () => {
    const projectId = await started();
    await survey.saveAnswer(projectId, 's2', { estimate: 55 }, noon);
    const again = await openStoreAt(place);
    expect((await again.survey.supplier(projectId, 's2'))?.answer).toEqual({ estimate: 55 });
    await again.close();
  });
});
