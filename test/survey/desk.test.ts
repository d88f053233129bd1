import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeKey } from '../../survey/owner/keys.ts';
import { allSurveys, type Role } from '../../survey/owner-store.ts';
import { ensureSample } from '../../survey/sample.ts';
import { formKey, hashToken, newToken } from '../../survey/tokens.ts';
import { readable } from '../fakes/mail-server.ts';
import { aSupplier } from '../fakes/survey-rows.ts';
import { openSurveyStand, type SurveyStand } from '../fakes/survey-stand.ts';
import { surveyWorkbook } from '../fakes/survey-workbook.ts';

let stand: SurveyStand;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'localpound-desk-'));
  stand = await openSurveyStand({ MAIL_FOLDER: join(folder, 'mail') });
});
afterAll(async () => {
  await stand.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Somebody who is signed in. */
interface SignedIn {
  get(path: string): Promise<Response>;
  post(path: string, fields?: Record<string, string>, headers?: Record<string, string>): Promise<Response>;
}

async function signedIn(email: string): Promise<SignedIn> {
  const token = newToken();
  await stand.store.survey.addSession(hashToken(token), { email, expiresAt: Date.now() + 60_000 });
  const Cookie = `pound=${token}`;
  return {
    get: (path) => stand.request(path, { headers: { Cookie } }),
    post: (path, fields = {}, headers = {}) =>
      stand.post(path, { key: formKey(token), ...fields }, { Cookie, ...headers }),
  };
}

async function withRole(role: Role, projectId: string, email = `${role}@example.org`): Promise<SignedIn> {
  await stand.store.survey.addMember({ projectId, email, role, addedAt: 1 });
  return await signedIn(email);
}

const suppliers = [
  aSupplier('s1', { name: 'Open Supplies (fictional)', spend: 900 }, { email: 'open@example.org' }),
  aSupplier('s2', { name: 'Secret Supplies (fictional)', spend: 800 }, { email: 'secret@example.org' }),
];

describe('signing in', () => {
  const signIn = (email: string) => stand.post('/survey/desk/sign-in', { email });

  it('says the same whoever asks, and mails a link only to somebody with a role', async () => {
    await stand.store.survey.addMember({
      projectId: 'all',
      email: 'Olu@Example.org',
      role: 'owner',
      addedAt: 1,
    });
    const [known, stranger, broken] = await Promise.all(
      ['olu@example.org', 'stranger@example.org', 'no address'].map(async (email) => {
        const page = await signIn(email);
        return [page.status, await page.text()];
      }),
    );
    expect(known).toEqual(stranger);
    expect(broken).toEqual(stranger);
    expect(String(known?.[1])).toContain('NOT sent');
    await expect.poll(() => readdirSync(join(folder, 'mail')).length).toBe(1);
  });

  it('works once by the link, which looking at does not use up, and never by another form', async () => {
    const [file = ''] = readdirSync(join(folder, 'mail'));
    const mail = readable(readFileSync(join(folder, 'mail', file), 'utf8'));
    const path = /\/survey\/e\/desk\/[\w-]{32}/.exec(mail)?.[0] ?? '';
    expect((await stand.request(path)).status).toBe(200);
    expect((await stand.post(path, { key: 'wrong' })).status).toBe(403);
    const key = formKey(path.split('/').at(-1) ?? '');
    const cross = { 'Sec-Fetch-Site': 'cross-site' };
    expect((await stand.post(path, { key }, cross)).status).toBe(403);
    const first = await stand.post(path, { key });
    expect(first.status).toBe(303);
    const cookie = first.headers.get('Set-Cookie') ?? '';
    expect(cookie).toMatch(/^pound=[\w-]{32}; .*HttpOnly; SameSite=Lax/);
    const Cookie = cookie.split(';')[0] ?? '';
    expect(await (await stand.request('/survey/desk', { headers: { Cookie } })).text()).toContain(
      'Make a new survey',
    );
    expect((await stand.post(path, { key })).status).toBe(404);
    const token = Cookie.slice('pound='.length);
    await stand.post('/survey/desk/sign-out', { key: formKey(token) }, { Cookie });
    expect((await stand.request('/survey/desk', { headers: { Cookie } })).status).toBe(303);
  });

  it('is refused after too many tries from one sender', async () => {
    const headers = { 'X-Forwarded-For': 'one sender' };
    const tries = Array.from({ length: 12 }, () =>
      stand.post('/survey/desk/sign-in', { email: 'x' }, headers),
    );
    const statuses = (await Promise.all(tries)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 429)).toHaveLength(2);
  });

  it('works by a key, until it is revoked', async () => {
    const { survey } = await stand.survey(suppliers);
    const { projectId } = survey;
    const { key, about } = await makeKey(stand.store.survey, {
      projectId,
      label: 'pane',
      role: 'viewer',
      now: 1,
    });
    const wrong = await stand.post('/survey/desk/sign-in/key', { apiKey: `${key}x` });
    expect([wrong.status, await wrong.text()]).toEqual([400, expect.stringContaining('does not work')]);
    const right = await stand.post('/survey/desk/sign-in/key', { apiKey: key });
    const Cookie = (right.headers.get('Set-Cookie') ?? '').split(';')[0] ?? '';
    const status = async () =>
      (await stand.request(`/survey/desk/s/${projectId}`, { headers: { Cookie } })).status;
    expect(await status()).toBe(200);
    await stand.store.survey.revokeKey(projectId, about.keyId, Date.now());
    expect(await status()).toBe(303);
  });
});

describe('roles', () => {
  const pages: readonly [path: string, needed: Role][] = [
    ['', 'viewer'],
    ['/letter', 'viewer'],
    ['/preview', 'viewer'],
    ['/report.xlsx', 'viewer'],
    ['/send', 'editor'],
    ['/remind', 'editor'],
    ['/mails', 'editor'],
    ['/suppliers', 'editor'],
    ['/suppliers/s1', 'editor'],
    ['/dates', 'editor'],
    ['/people', 'owner'],
    ['/audit', 'owner'],
    ['/close', 'owner'],
    ['/erase', 'owner'],
  ];

  it('open what belongs to them and no more; a survey without a role looks like none', async () => {
    const { survey } = await stand.survey(suppliers);
    const { projectId } = survey;
    const people = {
      owner: await withRole('owner', projectId),
      editor: await withRole('editor', projectId),
      viewer: await withRole('viewer', projectId),
    };
    const rank = { viewer: 1, editor: 2, owner: 3 };
    const stranger = await signedIn('stranger@example.org');
    const nowhere = await (await stranger.get('/survey/desk/s/nowhere')).text();
    const key = /value="[^"]+"/g;
    for (const [path, needed] of pages) {
      for (const role of ['owner', 'editor', 'viewer'] as const) {
        const { status } = await people[role].get(`/survey/desk/s/${projectId}${path}`);
        expect(`${role} ${path} ${status}`).toBe(`${role} ${path} ${rank[role] >= rank[needed] ? 200 : 403}`);
      }
      const refused = await stranger.get(`/survey/desk/s/${projectId}${path}`);
      expect(refused.status).toBe(404);
      expect((await refused.text()).replace(key, '')).toBe(nowhere.replace(key, ''));
      expect((await stand.request(`/survey/desk/s/${projectId}${path}`)).status).toBe(303);
    }
    expect((await people.editor.get('/survey/desk/new')).status).toBe(403);
    expect((await people.owner.get('/survey/desk/people')).status).toBe(403);
  });

  it('keep addresses from viewers', async () => {
    const { survey } = await stand.survey(suppliers);
    const viewer = await withRole('viewer', survey.projectId, 'only@example.org');
    for (const path of ['', '/letter', '/preview', '/preview/start']) {
      const page = await (await viewer.get(`/survey/desk/s/${survey.projectId}${path}`)).text();
      expect(page).not.toContain('open@example.org');
    }
  });

  it('change nothing by a form without its key, from another site, or in a hurry', async () => {
    const { survey } = await stand.survey(suppliers);
    const base = `/survey/desk/s/${survey.projectId}`;
    const owner = await withRole('owner', survey.projectId, 'careful@example.org');
    expect((await owner.post(`${base}/close`, { key: 'wrong' })).status).toBe(403);
    expect((await owner.post(`${base}/close`, {}, { 'Sec-Fetch-Site': 'cross-site' })).status).toBe(403);
    expect((await owner.post(`${base}/erase`)).status).toBe(400);
    const after = await stand.store.survey.survey(survey.projectId);
    expect([after?.closedAt, after?.erasedAt]).toEqual([undefined, undefined]);
  });
});

describe('looking after suppliers', () => {
  it('shows the figure of one that allows it and of no other', async () => {
    const { survey } = await stand.survey(suppliers);
    const { store } = { store: stand.store.survey };
    await store.saveAnswer(survey.projectId, 's1', { estimate: 37, showTo: 'buyer' }, 1);
    await store.saveAnswer(survey.projectId, 's2', { estimate: 61 }, 2);
    const editor = await withRole('editor', survey.projectId, 'helper@example.org');
    const page = async (id: string) =>
      await (await editor.get(`/survey/desk/s/${survey.projectId}/suppliers/${id}`)).text();
    expect(await page('s1')).toContain('37%');
    expect(await page('s2')).not.toContain('61%');
    expect(await page('s2')).toContain('keeps its figure to itself');
  });

  it('notes mail that came back, and writes again to a new address', async () => {
    const { survey } = await stand.survey(suppliers);
    const { projectId } = survey;
    const path = `/survey/desk/s/${projectId}`;
    const editor = await withRole('editor', projectId, 'helper2@example.org');
    await editor.post(`${path}/suppliers/s1/bounced`);
    expect(await (await editor.get(`${path}/send`)).text()).toContain('1 mail goes now');
    const wrong = await editor.post(`${path}/suppliers/s1/contact`, { email: 'not one' });
    expect([wrong.status, await wrong.text()]).toEqual([400, expect.stringContaining('enter an address')]);
    await editor.post(`${path}/suppliers/s1/contact`, { email: 'new@example.org', contactName: 'Jo' });
    expect(await (await editor.get(`${path}/send`)).text()).toContain('2 mails go now');
    await editor.post(`${path}/send`);
    const mails = await stand.store.survey.mails(projectId);
    expect(mails.map(({ email }) => email)).toEqual(['new@example.org', 'secret@example.org']);
    const link = await (await editor.post(`${path}/suppliers/s2/link`)).text();
    const [made = ''] = /\/survey\/a\/[\w-]+\/[\w-]{32}/.exec(link) ?? [];
    expect((await stand.request(made)).status).toBe(200);
    await editor.post(`${path}/suppliers/s2/revoke`);
    expect((await stand.request(made)).status).toBe(404);
    const audit = (await stand.store.survey.audit(projectId)).map(({ who, what }) => `${who} ${what}`);
    expect(audit).toContain('helper2@example.org changed a contact');
    expect(audit).toContain('helper2@example.org queued mails');
  });

  it('stops the download of results where the owner does not allow it', async () => {
    const { survey, links } = await stand.survey(suppliers);
    await stand.store.survey.saveAnswer(survey.projectId, 's1', { estimate: 37 }, 1);
    const owner = await withRole('owner', survey.projectId, 'strict@example.org');
    expect((await stand.request(`${links[0]}/result.html`)).status).toBe(200);
    const dates = { contact: 'Sam', closes: '2099-01-31', erase: '2100-01-31' };
    expect((await owner.post(`/survey/desk/s/${survey.projectId}/dates`, dates)).status).toBe(303);
    expect((await stand.request(`${links[0]}/result.html`)).status).toBe(303);
    expect(await (await stand.request(`${links[0]}/sent`)).text()).not.toContain('Download your result');
  });
});

describe('the survey for programs', () => {
  const api = async (key: string | undefined, path = '', init: RequestInit = {}) =>
    await stand.request(`/survey/api/v1/surveys${path}`, {
      ...init,
      headers: { ...init.headers, ...(key === undefined ? {} : { Authorization: `Bearer ${key}` }) },
    });
  const keyOf = async (role: Role, projectId: string = allSurveys): Promise<string> =>
    (await makeKey(stand.store.survey, { projectId, label: 'bot', role, now: 1 })).key;

  it('makes a survey from a workbook, sends, and gives status and shares', async () => {
    const key = await keyOf('editor');
    const body = (await surveyWorkbook()).slice().buffer as ArrayBuffer;
    const parameters = '?contact=Sam%20Sample&closes=2099-01-31';
    const made = await api(key, parameters, { method: 'POST', body });
    expect(made.status).toBe(201);
    const { survey, page } = await made.json();
    expect(page).toContain(`/survey/desk/s/${survey.projectId}`);
    const path = `/${survey.projectId}`;
    const json = { method: 'POST', headers: { 'Content-Type': 'application/json' } };
    const mails = (asked: object) => api(key, `${path}/mails`, { ...json, body: JSON.stringify(asked) });
    expect(await (await mails({ what: 'invitation', preview: true })).json()).toEqual({
      mails: 14,
      way: 'folder',
    });
    expect(await (await mails({ what: 'invitation' })).json()).toEqual({ queued: 14, way: 'folder' });
    expect((await mails({ what: 'everything' })).status).toBe(400);
    await stand.store.survey.saveAnswer(survey.projectId, 's1', { estimate: 40, showTo: 'anyone' }, 1);
    const status = await (await api(key, path)).json();
    expect([status.answered.count, status.suppliers, status.lm3.rating]).toEqual([1, 15, 'red']);
    expect(JSON.stringify(status)).not.toContain('@example.org');
    const answers = await (await api(key, `${path}/answers`)).json();
    expect(answers.suppliers).toEqual([
      { name: 'Fictional Builders of Exampleton', share: 0.4, standIn: false },
    ]);
    expect((await api(key, `${path}/report.xlsx`)).headers.get('Content-Type')).toContain('spreadsheet');
  });

  it('refuses without a key, beyond a role, and beyond a survey, and says how to mend it', async () => {
    const [{ survey }, { survey: other }] = [await stand.survey(suppliers), await stand.survey(suppliers)];
    const viewer = await keyOf('viewer', survey.projectId);
    const refusals = [
      [await api(undefined), 401],
      [await api('lp_all_wrong'), 401],
      [await api(viewer, `/${other.projectId}`), 404],
      [
        await api(viewer, `/${survey.projectId}/mails`, { method: 'POST', body: '{"what":"invitation"}' }),
        403,
      ],
      [await api(viewer, `/${survey.projectId}/close`, { method: 'POST' }), 403],
      [await api(viewer, '?contact=Sam&closes=2099-01-31', { method: 'POST', body: 'x' }), 403],
      [await api(await keyOf('editor'), '', { method: 'POST', body: 'x' }), 400],
      [
        await api(await keyOf('editor'), '?contact=Sam&closes=2099-01-31', { method: 'POST', body: 'x' }),
        422,
      ],
    ] as const;
    for (const [response, status] of refusals) {
      const { issues } = await response.json();
      expect([response.status, typeof issues[0].mend]).toEqual([status, 'string']);
    }
    const { surveys } = await (await api(viewer)).json();
    expect(surveys.map(({ projectId }: { projectId: string }) => projectId)).toEqual([survey.projectId]);
  });
});

describe('the sample survey', () => {
  it('is made once, says that it is fictional, and can be answered by anyone', async () => {
    const { survey: store } = stand.store;
    expect((await stand.request('/survey/sample')).status).toBe(404);
    const projectId = await ensureSample(store, Date.now());
    expect(await ensureSample(store, Date.now())).toBe(projectId);
    expect(await (await stand.request('/survey/sample')).text()).toContain('fictional');
    const tried = await stand.post('/survey/sample', {});
    expect(tried.status).toBe(303);
    const start = await stand.request(tried.headers.get('Location') ?? '');
    expect(await start.text()).toContain('(fictional)');
  });
});
