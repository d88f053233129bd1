import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Lm3Result } from '../../core/index.ts';
import { createApp } from '../../server/app.ts';
import type { Store } from '../../server/store/store.ts';
import type { SurveyStatus } from '../../survey/owner/status.ts';
import { formKey } from '../../survey/tokens.ts';
import { readable, startMailServer, type TestMailServer } from '../fakes/mail-server.ts';
import { openStoreAt } from '../fakes/store-engines.ts';
import { surveyWorkbook } from '../fakes/survey-workbook.ts';
import { localpound } from './localpound.ts';

let folder: string;
let mailServer: TestMailServer;
let server: Store;
const set: string[] = [];
const at = (name: string): string => join(folder, name);

const setting = (name: string, value: string | undefined): void => {
  set.push(name);
  if (value === undefined) delete process.env[name];
  else process.env[name] = value;
};

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'localpound-survey-cli-'));
  mailServer = await startMailServer();
  setting('LOCALPOUND_STORE', `sqlite:${at('pound.db')}`);
  setting('PUBLIC_URL', 'https://pound.example.org');
  setting('MAIL_FROM', 'Our survey <survey@example.org>');
  setting('SMTP_URL', mailServer.url);
  setting('MAIL_FOLDER', at('mail'));
  // The server has the store open while the commands work on it.
  server = await openStoreAt(`sqlite:${at('pound.db')}`);
  await writeFile(at('project.xlsx'), await surveyWorkbook());
});
afterAll(async () => {
  for (const name of set) delete process.env[name];
  await server.close();
  await mailServer.close();
  rmSync(folder, { recursive: true, force: true });
});

const survey = async (...args: string[]): Promise<string> => {
  const { code, stdout, stderr } = await localpound(['survey', ...args]);
  expect(`${args.join(' ')}: ${code} ${code === 0 ? '' : stderr}`).toBe(`${args.join(' ')}: 0 `);
  return stdout;
};
const statusOf = async (id: string): Promise<SurveyStatus> =>
  JSON.parse(await survey('status', id, '--json'));

const create = (): Promise<string> =>
  survey('create', at('project.xlsx'), '--closes', '2099-12-31', '--contact', 'Sam Sample, sam@example.org');

/** Answers as a supplier would, by the link in its mail. */
async function answer(to: string, pages: Record<string, Record<string, string>>): Promise<string> {
  const mail = mailServer.received.find((received) => received.to.includes(to));
  const path =
    /https:\/\/pound\.example\.org(\/survey\/a\/\w+\/[\w-]{32})/.exec(readable(mail?.raw ?? ''))?.[1] ?? '';
  const config = { slack: { on: false as const, why: 'test', mend: 'test' } };
  const app = createApp({ config, store: server, logger: pino({ level: 'silent' }), paneFolder: folder });
  const key = formKey(path.split('/').at(-1) ?? '');
  for (const [page, fields] of Object.entries({ ...pages, check: {} })) {
    const body = new URLSearchParams({ ...fields, key, go: 'on' }).toString();
    const headers = { 'Content-Type': 'application/x-www-form-urlencoded' };
    const { status } = await app.request(`${path}/${page}`, { method: 'POST', headers, body });
    expect(`${page}: ${status}`).toBe(`${page}: 303`);
  }
  return await (await app.request(`${path}/sent`)).text();
}

describe('localpound survey', { timeout: 180_000 }, () => {
  it('goes all the way: create, letter, send, answers, remind, status, export, close, erase', {
    timeout: 180_000,
  }, async ({ task }) => {
    task.meta.ranWith = [mailServer.ranWith];
    const id = /Made survey (\w+): 15 suppliers, 14 to write to/.exec(await create())?.[1] ?? '';
    expect(await survey('letter', id, '--name', 'Jo')).toMatch(/^Dear Jo,[\s\S]*Exampleshire/);
    expect(await survey('send', id, '--preview')).toMatch(
      /To: contact5@example\.org\nSubject: How much of our spending/,
    );
    expect(mailServer.received).toEqual([]);
    expect(await survey('send', id)).toContain('Sent 14 mails.');
    expect(mailServer.received).toHaveLength(14);
    const before = await statusOf(id);
    expect([before.lm3.rating, before.answered.count, before.standing.withoutEmail]).toEqual(['red', 0, 1]);

    const buyer = { showTo: 'buyer' };
    await answer('contact5@example.org', { one: { estimate: '60', ...buyer } });
    await answer('contact11@example.org', {
      money: { pay: '40', bought: '30', overheads: '10', taxes: '5', kept: '15' },
      places: { payLocal: '75', boughtLocal: '50' },
      about: buyer,
    });
    const thanks = await answer('contact16@example.org', { one: { estimate: '10', ...buyer } });
    expect(thanks).toContain('10%');

    const after = await statusOf(id);
    expect(after.answered.count).toBe(3);
    expect(after.lm3.lm3).toBeGreaterThan(before.lm3.lm3);
    expect(after.lm3.bounds.high - after.lm3.bounds.low).toBeLessThan(
      before.lm3.bounds.high - before.lm3.bounds.low,
    );
    expect(JSON.stringify(after)).not.toMatch(/respendShare|"estimate"/);

    mailServer.received.length = 0;
    expect(await survey('remind', id, '--largest', '2')).toContain('Sent 2 mails.');
    expect(mailServer.received.map(({ to }) => to[0])).not.toContain('contact5@example.org');

    expect(await survey('export', id, at('report.xlsx'))).toContain('Wrote');
    const { stdout } = await localpound(['lm3', at('report.xlsx'), '--json']);
    const reread = JSON.parse(stdout) as Lm3Result;
    expect(reread.lm3).toBeCloseTo(after.lm3.lm3, 12);
    expect(reread.bounds.high).toBeCloseTo(after.lm3.bounds.high, 12);

    expect(await survey('close', id)).toContain('It takes no more answers');
    expect(await survey('erase', id, '--yes')).toContain('Erased');
    expect(JSON.stringify(await server.survey.suppliers(id))).not.toMatch(/@example\.org|Contact \d/);
    const audit = await survey('audit', id);
    for (const what of [
      'created',
      'queued mails',
      'answered',
      'exported',
      'closed',
      'erased personal data',
    ]) {
      expect(audit).toContain(what);
    }
    expect(await survey('list')).toMatch(new RegExp(`${id}.*erased on`));
  });

  it('writes mails to a folder where no mail server is set, and the status says that they were not sent', async () => {
    const server = process.env.SMTP_URL;
    setting('SMTP_URL', undefined);
    const id = /Made survey (\w+)/.exec(await create())?.[1] ?? '';
    expect(await survey('send', id)).toContain('They were NOT sent');
    expect(readdirSync(at('mail'))).toHaveLength(14);
    const status = await survey('status', id);
    expect(status).toContain('14 mails were written to a folder, NOT sent');
    expect(status).toMatch(/LM3 so far +\d\.\d\d/);
    setting('SMTP_URL', server);
  });

  it('makes a link for a supplier without an address, and takes it back', async () => {
    const id = /Made survey (\w+)/.exec(await create())?.[1] ?? '';
    const name = 'Nowhere Training Company';
    expect(await survey('link', id, '--supplier', name)).toMatch(
      /^https:\/\/pound\.example\.org\/survey\/a\/\w+\/[\w-]{32}\n$/,
    );
    expect(await survey('link', id, '--supplier', name, '--revoke')).toContain(
      'Links that stopped working: 1',
    );
  });

  it('says what is wrong with a workbook, a day or a number', async () => {
    await writeFile(
      at('wrong.xlsx'),
      await surveyWorkbook((sheet) => {
        const headings = (sheet.getRow(4).values as string[]).slice(1);
        sheet.getCell(6, headings.indexOf('E-mail') + 1).value = 'no address';
      }),
    );
    const args = ['--closes', '2099-12-31', '--contact', 'Sam'];
    const wrong = await localpound(['survey', 'create', at('wrong.xlsx'), ...args]);
    expect(wrong.code).toBe(1);
    expect(wrong.stderr).toMatch(/sheet Suppliers, cell I6: found "no address"; expected an e-mail address/);
    const past = await localpound([
      'survey',
      'create',
      at('project.xlsx'),
      '--closes',
      '2020-01-01',
      '--contact',
      'Sam',
    ]);
    expect([past.code, past.stderr]).toEqual([1, expect.stringContaining('a day after today')]);
    const noDay = await localpound([
      'survey',
      'create',
      at('project.xlsx'),
      '--closes',
      'soon',
      '--contact',
      'Sam',
    ]);
    expect([noDay.code, noDay.stderr]).toEqual([2, expect.stringContaining('2027-01-31')]);
    const none = await localpound(['survey', 'status', 'nothing']);
    expect([none.code, none.stderr]).toEqual([1, expect.stringContaining('There is no survey "nothing"')]);
    const unsure = await localpound(['survey', 'erase', 'nothing']);
    expect(unsure.code).toBe(2);
  });
});
