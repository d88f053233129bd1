import { type Kysely, Migrator } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { seenEventsMigration } from '../../../server/store/migrations/0001-seen-events.ts';
import { supplierSurveyMigration } from '../../../server/store/migrations/0002-supplier-survey.ts';
import { openPostgres } from '../../../server/store/postgres.ts';
import { openSqlite } from '../../../server/store/sqlite.ts';
import type { Store } from '../../../server/store/store.ts';
import type { Tables } from '../../../server/store/tables.ts';
import type { SurveyStore } from '../../../survey/store.ts';
import { engineNames, openStoreAt, type StoreEngines, startEngines } from '../../fakes/store-engines.ts';
import { aSupplier, aSurvey, day, noon } from '../../fakes/survey-rows.ts';

let engines: StoreEngines;

beforeAll(async () => {
  engines = await startEngines();
});
afterAll(() => engines.stop());

describe.each(engineNames)('the survey store on %s', (engine) => {
  let store: Store;
  let survey: SurveyStore;

  beforeAll(async () => {
    store = await openStoreAt(await engines.newPlace(engine));
    survey = store.survey;
    return () => store.close();
  });
  beforeEach(async ({ task }) => {
    task.meta.ranWith = [await engines.ranWith(engine)];
  });

  it('reads facts, standings and pages as it reads suppliers one by one', async () => {
    const made = aSurvey();
    const { projectId } = made;
    const suppliers = Array.from({ length: 10_030 }, (_, index) =>
      aSupplier(
        `s${index}`,
        {
          spend: index % 7 === 1 ? -index : index + 0.25,
          local: index % 3 === 0,
          ...(index % 2 === 0 ? { category: `Kind ${index % 5}` } : {}),
          ...(index % 11 === 0 ? { respendShare: 0.5, headOfficeLocal: true } : {}),
        },
        index % 4 === 0 ? {} : { email: `p${index}@example.org` },
      ),
    );
    await survey.createSurvey(made, suppliers);
    await survey.saveAnswer(projectId, 's10', { estimate: 10 }, noon);
    await survey.saveAnswer(projectId, 's2', { estimate: 2 }, noon + 1);
    await survey.decline(projectId, 's3', noon);
    await survey.optOut(projectId, 's5', noon);
    expect(await survey.markBounced(projectId, 'P6@example.org', noon)).toBe(1);
    const facts = await survey.facts(projectId);
    expect(facts.suppliers).toEqual(suppliers.map(({ supplier }) => supplier));
    expect(facts.answers.map(({ place, answer }) => [place, answer.estimate])).toEqual([
      [2, 2],
      [10, 10],
    ]);
    expect(facts.declined).toEqual([3]);
    expect(await survey.standingCounts(projectId)).toEqual({
      answered: 2,
      declined: 1,
      optedOut: 1,
      bounced: 1,
      withoutEmail: 2508,
    });
    expect(await survey.placesOf(projectId, 'silent')).toHaveLength(10_030 - 5);
    expect((await survey.newestAnswers(projectId)).map(({ local }) => local)).toEqual([false, false]);
    const page = await survey.suppliersAt(projectId, [6, 2, 10_029, 99_999]);
    expect(page.map(({ supplierId }) => supplierId)).toEqual(['s6', 's2', 's10029']);
    expect(page[0]).toMatchObject({ bouncedAt: noon });
    await survey.setContact(projectId, 's6', { contactName: 'Jo', email: 'New@example.org' });
    expect(await survey.supplier(projectId, 's6')).not.toHaveProperty('bouncedAt');
    await survey.markBounced(projectId, 'new@example.org', noon);
    await survey.clearBounce(projectId, 'NEW@example.org');
    expect((await survey.standingCounts(projectId)).bounced).toBe(0);
  });

  it('changes contact and dates of a survey and leaves the rest', async () => {
    const made = aSurvey();
    await survey.createSurvey(made, [aSupplier('s1')]);
    await survey.changeSurvey(made.projectId, { closesAt: noon + day, bids: false });
    expect(await survey.survey(made.projectId)).toEqual({ ...made, closesAt: noon + day, bids: false });
  });

  it('counts and pages mails, and knows their occasions', async () => {
    const made = aSurvey();
    const { projectId } = made;
    await survey.createSurvey(made, [aSupplier('s1')]);
    const mails = Array.from({ length: 7 }, (_, index) => ({
      projectId,
      mailId: `m${index}`,
      occasion: index < 5 ? 'invitation' : 'reminder 1',
      email: `p${index}@example.org`,
      supplierIds: ['s1'],
    }));
    await survey.queueMails(mails, noon);
    await survey.mailFailed(mails[3] as (typeof mails)[number], '550 no', undefined);
    expect(await survey.mailCounts(projectId)).toMatchObject({ queued: 6, failed: 1, sent: 0 });
    expect((await survey.mailPage(projectId, { from: 5, most: 5 })).map(({ mailId }) => mailId)).toEqual([
      'm5',
      'm6',
    ]);
    expect(await survey.mailPage(projectId, { state: 'failed', from: 0, most: 5 })).toMatchObject([
      { mailId: 'm3', problem: '550 no' },
    ]);
    expect((await survey.occasions(projectId)).toSorted()).toEqual(['invitation', 'reminder 1']);
  });

  it('keeps roles by address, whatever its letters, and keys by their hash', async () => {
    const jo = { email: 'Jo@example.org', addedAt: noon };
    await survey.addMember({ projectId: 'p1', role: 'viewer', ...jo });
    await survey.addMember({ projectId: 'p1', role: 'editor', ...jo, email: 'JO@example.org' });
    await survey.addMember({ projectId: 'all', role: 'owner', ...jo });
    expect((await survey.rolesOf('jo@EXAMPLE.org')).map(({ role }) => role).toSorted()).toEqual([
      'editor',
      'owner',
    ]);
    expect(await survey.removeMember('p1', 'jo@example.org')).toBe(true);
    expect(await survey.removeMember('p1', 'jo@example.org')).toBe(false);
    expect(await survey.members('p1')).toEqual([]);
    const key = { projectId: 'p1', keyId: 'k1', label: "pane's", role: 'editor', madeAt: noon } as const;
    await survey.addKey(key, 'hash');
    expect(await survey.keyByHash('p1', 'hash')).toEqual(key);
    expect(await survey.keyByHash('p2', 'hash')).toBeUndefined();
    expect(await survey.revokeKey('p1', 'k1', noon)).toBe(true);
    expect(await survey.revokeKey('p1', 'k1', noon)).toBe(false);
    expect(await survey.keyByHash('p1', 'hash')).toBeUndefined();
    expect(await survey.keys('p1')).toEqual([{ ...key, revokedAt: noon }]);
  });

  it('lets exactly one of twenty in by a link to sign in, in time, and forgets what is over', async () => {
    await survey.addSignIn('once', 'jo@example.org', noon + day);
    await survey.addSignIn('starter', undefined, noon + day);
    const tries = await Promise.all(Array.from({ length: 20 }, () => survey.useSignIn('once', noon)));
    expect(tries.filter((used) => used !== undefined)).toEqual([{ email: 'jo@example.org' }]);
    expect(await survey.useSignIn('starter', noon + day)).toBeUndefined();
    expect(await survey.useSignIn('starter', noon)).toEqual({});
    const byKey = { key: { projectId: 'p1', keyId: 'k1' }, expiresAt: noon + day };
    await survey.addSession('s1', { email: 'jo@example.org', expiresAt: noon + day });
    await survey.addSession('s2', byKey);
    expect(await survey.session('s2', noon)).toEqual(byKey);
    expect(await survey.session('s1', noon + day)).toBeUndefined();
    await survey.endSession('s2');
    expect(await survey.session('s2', noon)).toBeUndefined();
    await survey.savePlan('plan', 'jo@example.org', '{"a":1}', noon);
    await survey.savePlan('plan', 'jo@example.org', '{"a":2}', noon);
    expect(await survey.plan('plan', 'jo@example.org')).toBe('{"a":2}');
    expect(await survey.plan('plan', undefined)).toBeUndefined();
    await survey.forgetSignIns(noon + 30 * day);
    expect(await survey.session('s1', noon)).toBeUndefined();
    expect(await survey.plan('plan', 'jo@example.org')).toBeUndefined();
  });

  it('tells the facts of surveys that were made before there were columns for them', async () => {
    const place = await engines.newPlace(engine);
    const db = (
      place.startsWith('sqlite:')
        ? openSqlite(place.slice('sqlite:'.length))
        : openPostgres(place, () => undefined)
    ) as Kysely<Tables>;
    const migrations = {
      '0001-seen-events': seenEventsMigration,
      '0002-supplier-survey': supplierSurveyMigration,
    };
    await new Migrator({ db, provider: { getMigrations: async () => migrations } }).migrateToLatest();
    const { name, area, period, contact, project } = aSurvey();
    await db
      .insertInto('surveys')
      .values({
        project_id: 'old',
        details: JSON.stringify({ name, area, period, contact, project }),
        created_at: noon,
        closes_at: noon + day,
        erase_at: noon + 2 * day,
      })
      .execute();
    const suppliers = [3, 1, 2].map((index) => aSupplier(`s${index}`, { spend: index }));
    await db
      .insertInto('survey_suppliers')
      .values(
        suppliers.map(({ supplierId, supplier }, order) => ({
          project_id: 'old',
          supplier_id: supplierId,
          place: order,
          supplier: JSON.stringify(supplier),
          contact_name: null,
          email: null,
          email_key: null,
          answer_version: 0,
        })),
      )
      .execute();
    await db.destroy();
    const opened = await openStoreAt(place);
    expect((await opened.survey.facts('old')).suppliers).toEqual(suppliers.map(({ supplier }) => supplier));
    await opened.close();
  });
});
