import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { formKey } from '../../survey/tokens.ts';
import { aSupplier, day } from '../fakes/survey-rows.ts';
import { openSurveyStand, type SurveyStand } from '../fakes/survey-stand.ts';

let stand: SurveyStand;

beforeAll(async () => {
  stand = await openSurveyStand();
});
afterAll(() => stand.close());

const keyOf = (link: string): string => formKey(link.split('/').at(-1) ?? '');

/** Fills in the pages named and sends the answers. */
async function answer(
  link: string,
  pages: Readonly<Record<string, Record<string, string>>>,
): Promise<Response> {
  for (const [page, fields] of Object.entries(pages)) {
    const saved = await stand.post(`${link}/${page}`, { ...fields, key: keyOf(link), go: 'on' });
    if (saved.status !== 303) return saved;
  }
  return await stand.post(`${link}/check`, { key: keyOf(link) });
}

describe('a link', () => {
  const status = async (path: string): Promise<number> => (await stand.request(path)).status;

  it('opens the pages of its own supplier only', async () => {
    const { links } = await stand.survey([
      aSupplier('s1', { name: 'Only One (fictional)' }),
      aSupplier('s2', { name: 'Another One (fictional)' }),
    ]);
    const page = await (await stand.request(links[0] ?? '')).text();
    expect(page).toContain('Only One (fictional)');
    expect(page).not.toContain('Another One');
  });

  it('that expired, was revoked, was never made or belongs to another project: all look the same', async () => {
    const { survey, links } = await stand.survey([aSupplier('s1'), aSupplier('s2')]);
    const { survey: other } = await stand.survey([aSupplier('s1')]);
    const old = await stand.link(survey.projectId, 's1', Date.now() - 1);
    await stand.store.survey.revokeLinks(survey.projectId, 's2', Date.now());
    const token = links[0]?.split('/').at(-1);
    const dead = [
      old,
      links[1] ?? '',
      `/survey/a/${survey.projectId}/${'A'.repeat(32)}`,
      `/survey/a/${other.projectId}/${token}`,
      `/survey/a/nowhere/${token}`,
      `/survey/a/${survey.projectId}/short`,
      `/survey/a/${survey.projectId}/${token}%00`,
      `/survey/a/..%2f/${token}`,
    ];
    const pages = await Promise.all(dead.map(async (path) => await (await stand.request(path)).text()));
    expect(new Set(pages).size).toBe(1);
    for (const path of dead) expect(await status(path)).toBe(404);
    expect(await status(links[0] ?? '')).toBe(200);
  });

  it('carries 128 bits or more, and the store holds none of it', async () => {
    const { survey, links } = await stand.survey([aSupplier('s1')]);
    const token = links[0]?.split('/').at(-1) ?? '';
    expect(Buffer.from(token, 'base64url').length * 8).toBeGreaterThanOrEqual(128);
    const held = JSON.stringify([
      await stand.store.survey.survey(survey.projectId),
      await stand.store.survey.suppliers(survey.projectId),
    ]);
    expect(held).not.toContain(token);
    expect(await stand.store.survey.supplierByLink(survey.projectId, token, Date.now())).toBeUndefined();
  });

  it('is no longer looked up for a sender that tries many', async () => {
    const from = { headers: { 'X-Forwarded-For': 'made up, one eager sender' } };
    const path = (n: number) => `/survey/a/nowhere/${String(n).padStart(32, 'x')}`;
    const statuses: number[] = [];
    for (let n = 0; n < 40; n += 1) statuses.push((await stand.request(path(n), from)).status);
    expect(statuses.slice(0, 30)).toEqual(Array(30).fill(404));
    expect(statuses.at(-1)).toBe(429);
    expect((await stand.request(path(0))).status).toBe(404);
  });
});

describe('a form', () => {
  it('is taken from our own page only', async () => {
    const { links } = await stand.survey([aSupplier('s1')]);
    const [link = ''] = links;
    const good = { estimate: '10', key: keyOf(link), go: 'on' };
    const statusOf = async (response: Promise<Response>) => (await response).status;
    expect(await statusOf(stand.post(`${link}/one`, { ...good, key: '' }))).toBe(403);
    expect(await statusOf(stand.post(`${link}/one`, { ...good, key: `${good.key}x` }))).toBe(403);
    expect(await statusOf(stand.post(`${link}/one`, good, { 'Sec-Fetch-Site': 'cross-site' }))).toBe(403);
    expect(await statusOf(stand.post(`${link}/one`, good, { 'Content-Type': 'text/plain' }))).toBe(403);
    expect(await statusOf(stand.post(`${link}/one`, good, { 'Sec-Fetch-Site': 'same-origin' }))).toBe(303);
  });

  it('is refused when it is too large, or when nothing takes it', async () => {
    const { links } = await stand.survey([aSupplier('s1')]);
    const large = await stand.post(`${links[0]}/one`, {
      estimate: 'x'.repeat(20_000),
      key: keyOf(links[0] ?? ''),
    });
    expect(large.status).toBe(413);
    expect((await stand.post('/survey/privacy', {})).status).toBe(405);
    expect((await stand.request(`${links[0]}/one`, { method: 'DELETE' })).status).toBe(405);
  });

  it('is slowed down for a sender that sends very many', async () => {
    const { links } = await stand.survey([aSupplier('s1')]);
    const [link = ''] = links;
    const from = { 'X-Forwarded-For': 'one eager sender' };
    let last = 0;
    for (let n = 0; n < 121; n += 1) {
      last = (await stand.post(`${link}/one`, { key: keyOf(link) }, from)).status;
    }
    expect(last).toBe(429);
  });
});

describe('answers', () => {
  it('are only sent when they add up, and the page says what they come to', async () => {
    const { survey, links } = await stand.survey([aSupplier('s1')]);
    const [link = ''] = links;
    const refused = await answer(link, { money: { pay: '50', bought: '30' } });
    expect(refused.status).toBe(400);
    expect(await refused.text()).toContain('Your five parts come to £80.00');
    const sentAnyway = await stand.post(`${link}/check`, { key: keyOf(link) });
    expect(sentAnyway.status).toBe(400);
    expect((await stand.store.survey.supplier(survey.projectId, 's1'))?.answer).toBeUndefined();
  });

  it('need something about spending, and take "do not know" as silence', async () => {
    const { links } = await stand.survey([aSupplier('s1')]);
    const response = await answer(links[0] ?? '', {
      money: { pay: "don't know", bought: '?' },
      places: { payLocal: 'Do not know' },
      about: { quality: 'guess' },
    });
    expect(response.status).toBe(400);
    expect(await response.text()).toContain('Answer at least one of the questions about spending');
  });

  it('of others stand in for what is open only as a mean of three or more', async () => {
    const suppliers = ['s1', 's2', 's3', 's4'].map((id) => aSupplier(id));
    const { links } = await stand.survey(suppliers);
    const whole = { money: { pay: '100' }, places: { payLocal: '37' } };
    const open = { money: { pay: '50', bought: '50' }, places: { boughtLocal: '10' } };
    const last = links[3] ?? '';
    await answer(links[0] ?? '', whole);
    await answer(links[1] ?? '', whole);
    await answer(last, open);
    expect(await (await stand.request(`${last}/sent`)).text()).not.toContain('37%');
    await answer(links[2] ?? '', whole);
    const text = await (await stand.request(`${last}/sent`)).text();
    expect(text).toContain('taken as 37%, the mean of suppliers of its kind');
    // (50 x 37 + 50 x 10) / 100
    expect(text).toContain('23.5%');
  });

  it('sent twice at once are both taken, and counted once', async () => {
    const { survey, links } = await stand.survey([aSupplier('s1')]);
    const [link = ''] = links;
    await stand.post(`${link}/one`, { estimate: '40', key: keyOf(link), go: 'on' });
    const sends = Array.from({ length: 5 }, () => stand.post(`${link}/check`, { key: keyOf(link) }));
    expect((await Promise.all(sends)).map(({ status }) => status)).toEqual([303, 303, 303, 303, 303]);
    expect(await stand.store.survey.answerHistory(survey.projectId, 's1')).toHaveLength(1);
  });

  it('are not taken after the closing day, while one’s own figure can still be seen', async () => {
    const { survey, links } = await stand.survey([aSupplier('s1')], { closesAt: Date.now() + 500 });
    const [link = ''] = links;
    expect((await answer(link, { one: { estimate: '40' } })).status).toBe(303);
    await new Promise((resolve) => setTimeout(resolve, 600));
    const late = await answer(link, { one: { estimate: '90' } });
    expect(await late.text()).toContain('This survey is closed');
    expect((await stand.store.survey.supplier(survey.projectId, 's1'))?.answer).toEqual({ estimate: 40 });
    expect(await (await stand.request(`${link}/sent`)).text()).toContain('40%');
  });

  it('and what suppliers did are in the audit, without what they answered', async () => {
    const { survey, links } = await stand.survey([aSupplier('s1')]);
    await answer(links[0] ?? '', { one: { estimate: '40' } });
    await answer(links[0] ?? '', { one: { estimate: '50' } });
    await stand.post(`${links[0]}/stop`, {});
    const entries = await stand.store.survey.audit(survey.projectId);
    expect(entries.map(({ who, what, detail }) => [who, what, detail])).toEqual([
      ['supplier', 'answered', 's1'],
      ['supplier', 'answered again', 's1'],
      ['supplier', 'opted out of mail', 's1'],
    ]);
  });

  it('of any kind in any field end in a page, never in an error of the server', async () => {
    const { links } = await stand.survey([aSupplier('s1')]);
    const [link = ''] = links;
    const field = fc.oneof(
      fc.string({ maxLength: 80 }),
      fc.constantFrom(
        '-1',
        '1e9',
        'NaN',
        '٣',
        '£',
        '100.0000001',
        '<b>',
        "' or 1=1 --",
        '\u0000',
        'yes',
        'A'.repeat(61),
      ),
    );
    const names = [
      'estimate',
      'pay',
      'kept',
      'payLocal',
      'staffAll',
      'staffLocal',
      'postcode',
      'employees',
      'quality',
      'showTo',
      'kindSmall',
      '__proto__',
    ];
    const pages = fc.constantFrom('one', 'money', 'places', 'about');
    await fc.assert(
      fc.asyncProperty(pages, fc.dictionary(fc.constantFrom(...names), field), async (page, fields) => {
        const { status } = await stand.post(`${link}/${page}`, { ...fields, key: keyOf(link), go: 'on' });
        expect([303, 400]).toContain(status);
        const check = await stand.request(`${link}/check`);
        expect([200, 400]).toContain(check.status);
        expect(await check.text()).not.toContain('<b>');
      }),
      { numRuns: 60 },
    );
  });
});

describe('every page of the survey', () => {
  it('is kept out of caches and search, has the security headers, and loads nothing from elsewhere', async () => {
    const { links } = await stand.survey([aSupplier('s1', { name: '<script>alert(1)</script>' })]);
    const paths = [
      '',
      '/one',
      '/money',
      '/places',
      '/about',
      '/privacy',
      '/decline',
      '/stop',
      '/saved',
      '/check',
    ];
    for (const path of [
      ...paths.map((end) => `${links[0]}${end}`),
      '/survey',
      '/survey/privacy',
      '/survey/x',
    ]) {
      const response = await stand.request(path);
      const page = await response.text();
      expect(response.headers.get('cache-control')).toBe('no-store');
      expect(response.headers.get('x-robots-tag')).toContain('noindex');
      expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
      expect(response.headers.get('set-cookie')).toBeNull();
      expect(page).not.toMatch(/<script| style=| on\w+=|src="http/);
      expect(page.match(/<h1>/g)).toHaveLength(1);
    }
  });

  it('says until when data are kept', async () => {
    const eraseAt = Date.parse('2027-12-01T12:00:00Z');
    const { links } = await stand.survey([aSupplier('s1')], { eraseAt, closesAt: Date.now() + day });
    expect(await (await stand.request(`${links[0]}/privacy`)).text()).toContain('1 December 2027');
  });
});
