import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Entry } from '../fakes/fake-slack/transcript.ts';
import { paymentsCsv, paymentsOfNoKnownLayout, paymentsWithoutHeadings } from '../fakes/payments.ts';
import { sampleTenants } from '../fakes/tenants-workbooks.ts';
import { type BotStand, ranWith, sampleBytes, startBot } from './bot-stand.ts';
import { saidAfter, words } from './said-after.ts';

let bot: BotStand;
beforeAll(async () => {
  // A form opens within three seconds of the press in Slack; a busy machine may need longer.
  bot = await startBot(undefined, { channelsWithoutApp: ['C9'], triggerMs: 60_000 });
});
afterAll(() => bot.close());

const forms = () => bot.slack.server.forms;
const send = (name: string, bytes: Uint8Array, more: Parameters<BotStand['slack']['say']>[1] = {}) =>
  saidAfter(bot, () => bot.slack.say('<@UBOT>', { files: [bot.slack.addFile(name, bytes)], ...more }));
const press = (actionId: string, count = 1, user = 'U1') =>
  saidAfter(bot, () => bot.slack.press(actionId, user), count);
const calderdale = 'E08000033';

/** Chooses Calderdale as a person would: by typing into the form that the button opens. */
async function chooseCalderdale(more: object = {}): Promise<Entry> {
  await press('spend_choose_area');
  const { options } = await forms().suggest({ actionId: 'spend_places', text: 'calder' });
  expect(options[0]).toMatchObject({ text: { text: 'Calderdale' }, value: calderdale });
  return await saidAfter(bot, () => forms().submit({ values: { spend_places: [calderdale], ...more } }));
}

describe('a tenants workbook', () => {
  it('gets its enabled jobs and GVA by anchor, as a table and charts, and no single tenant', async (context) => {
    context.task.meta.ranWith = ranWith;
    const said = await send('tenants.xlsx', await sampleTenants());
    expect(said.text).toContain('Tenants have approximately 30 full-time equivalent jobs');
    expect(said.text).toContain('never to be added to the landlord’s own');
    const types = said.blocks?.map(({ type }) => type);
    expect(types).toContain('data_table');
    expect(types?.filter((type) => type === 'data_visualization')).toHaveLength(2);
    expect(words(said)).toContain('Exampleton Mill (fictional)');
    expect(words(said)).not.toContain('Bakery');
    expect(words(said)).not.toContain('found GVA of £156,085');
    expect(words(said)).toContain('3 notes about single tenants: left out here');
    const shown = await press('lm3_show_workings');
    expect([shown.how, shown.user]).toEqual(['to that person only', 'U1']);
    expect(words(shown)).toContain('FTE');
    expect((await press('tenants_show_to_ask')).text).toMatch(/tenants? rests? on estimates/);
  });

  it('whose report is asked for has workbook and picture in the thread, the picture with words', async () => {
    const before = bot.slack.replies.at(-1);
    const sent = await press('file_get_report');
    expect(sent.files?.map(({ name }) => name)).toEqual(['tenants report.xlsx', 'tenants chart.png']);
    expect(sent.thread).toBe(before?.thread);
    const png = bot.slack.server.fileBytes(String(sent.files?.[1]?.id));
    expect([...(png ?? []).slice(1, 4)]).toEqual([...Buffer.from('PNG')]);
    const upload = bot.slack.server.calls.find(({ method }) => method === 'files.getUploadURLExternal');
    expect(JSON.stringify(bot.slack.server.calls)).toContain('Exampleton Mill (fictional): 19 FTE');
    expect(upload?.ok).toBe(true);
  });

  it('with a sheet missing is told which, as a tenants workbook', async () => {
    const broken = await sampleTenants((workbook) => {
      const sheet = workbook.getWorksheet('Tenants');
      sheet?.getRow(4).eachCell((cell) => {
        cell.value = 'Nothing';
      });
    });
    const { text } = await send('broken.xlsx', broken);
    expect(text).toContain('The enabled contribution in broken.xlsx could not be worked out');
  });
});

describe('a list of payments', () => {
  it('is added up, asks what is local, and finds the place while a person types', async () => {
    const said = await send('council-spend.csv', paymentsCsv());
    expect(said.text).toContain('£391,251 was paid to 5 suppliers');
    expect(said.text).toContain('Press “Choose the area”');
    expect(words(said)).not.toContain('Made-up Care Homes');
    const placed = await chooseCalderdale();
    expect(placed.text).toContain('55% of £391,251 was paid in Calderdale');
    expect(placed.text).toContain('LM3 is at least 1.55');
    expect(placed.thread).toBe(said.thread);
    expect(bot.slack.transcript()).toContain('| Local | £215,030.81 | 55% |');
    expect(words(placed)).not.toContain('Made-up Care Homes');
    const charts = placed.blocks?.filter(({ type }) => type === 'data_visualization');
    expect(charts).toHaveLength(2);
  });

  it('shows where the money leaks and how it was read to the person who asked alone', async () => {
    const leaks = await press('spend_show_leaks');
    expect([leaks.how, leaks.user]).toEqual(['to that person only', 'U1']);
    expect(leaks.text).toContain('Invented Roads PLC: £103,620.00, not local');
    const workings = await press('lm3_show_workings');
    expect(workings.text).toContain('Supplier in column A, “Supplier Name”');
    expect(workings.text).toContain('HX1 1UJ is in Calderdale');
    const other = await press('spend_show_leaks', 1, 'U2');
    expect(other.text).toContain('Only the person who asked');
  });

  it('is told when the form says half of a circle, and takes a whole one', async () => {
    await press('spend_choose_area');
    const half = await forms().submit({ values: { spend_places: [], spend_centre: 'HX1' } });
    expect(half.errors.spend_km).toMatch(/how far/i);
    const said = await saidAfter(bot, () =>
      forms().submit({ values: { spend_places: [], spend_centre: 'HX1', spend_km: '30' } }),
    );
    expect(said.text).toContain('was paid in 30 km round HX1');
    await press('spend_choose_area');
    const nowhere = await saidAfter(bot, () =>
      forms().submit({ values: { spend_places: [], spend_centre: 'Nowhereville', spend_km: '5' } }),
    );
    expect(nowhere.text).toContain('Nowhereville');
  });

  it('whose columns are guessed is shown them before anything is worked out', async () => {
    const said = await send('no-headings.csv', paymentsWithoutHeadings());
    expect(said.text).toContain('Please check how I read no-headings.csv');
    expect(said.text).not.toContain('£');
    expect(words(said)).not.toContain('Made-up Care Homes');
    expect(bot.slack.transcript()).toContain('| Supplier | B | – | no heading says so');
    const sure = await press('spend_confirm_columns');
    expect(sure.text).toContain('£391,251 was paid to 5 suppliers');
  });

  it('whose columns are not known at all is read as the person says, the form showing the first cells', async () => {
    const said = await send('alpha.csv', paymentsOfNoKnownLayout());
    expect(said.text).toContain('The payments in alpha.csv could not be added up');
    await press('spend_choose_columns', 2);
    const view = JSON.stringify(forms().open('U1'));
    expect(view).toContain('C: Gamma');
    expect(view).toContain('Made-up Care Homes Ltd · Invented Roads PLC');
    const double = await forms().submit({
      values: { column_supplier: 'column C', column_amount: 'column C' },
    });
    expect(double.errors).toEqual({ column_amount: 'This column is the one for supplier already.' });
    const wrong = await saidAfter(bot, () =>
      forms().submit({ values: { column_supplier: 'column C', column_amount: 'column B' } }),
    );
    expect(wrong.text).toContain('found "48250 p 50"');
  });

  it('with columns set otherwise is added up otherwise, and keeps the area', async () => {
    await send('council-spend-b.csv', paymentsCsv());
    await chooseCalderdale();
    await press('spend_choose_columns', 2);
    const said = await saidAfter(bot, () => forms().submit({ values: { column_date: '-' } }));
    expect(said.text).toContain('was paid in Calderdale');
    expect(said.text).not.toContain('suppliers, 2026-04 to 2026-06');
  });
});

describe('a list of payments that does not say where suppliers are', () => {
  const example = (name: string) =>
    readFile(new URL(`../../docs/examples/${name}`, import.meta.url)).then((bytes) => new Uint8Array(bytes));

  it('is placed by a list that comes in the same message, in whatever order', async () => {
    const files = [
      bot.slack.addFile('names.csv', await example('calderdale-place-names.csv')),
      bot.slack.addFile('calderdale-2022-08.csv', await example('calderdale-2022-08.csv')),
    ];
    const said = await saidAfter(bot, () => bot.slack.say('<@UBOT>', { user: 'U20', files }));
    expect(said.text).toContain('was paid in the area that the list stands for');
    expect(said.text).toContain('33 suppliers on your list of local ones');
    expect(said.text).toContain('LM3 is at least 1.13 for the area that the list stands for, 2022-08');
    const leaks = await press('spend_show_leaks', 1, 'U20');
    expect(leaks.text).toContain('not local');
  });

  it('is told what it lacks; a list alone is told what it goes with', async () => {
    const said = await send('calderdale.csv', await example('calderdale-2022-08.csv'), { user: 'U21' });
    expect(said.text).toContain('£15,901,509 was paid');
    expect(said.text).toContain('The file has no postcodes of suppliers');
    const list = await send('names.csv', await example('calderdale-place-names.csv'), { user: 'U22' });
    expect(list.text).toContain('names.csv is a list of suppliers');
    expect(list.text).toContain('Send a message with both files');
  });
});

describe('a file of no known kind', () => {
  it('is told plainly what is read', async () => {
    const { text } = await send('menu.csv', new TextEncoder().encode('soup\nbread\n'));
    expect(text).toContain('menu.csv');
    expect(text).toMatch(/headings that name the supplier and the amount/);
  });
});

describe('a result that Slack refuses', () => {
  it('is said in plain blocks with the same figures, whatever the kind', async () => {
    bot.slack.force('chat.postMessage', { error: 'invalid_blocks' });
    const said = await send('tenants.xlsx', await sampleTenants(), { user: 'U5' });
    expect(said.blocks?.map(({ type }) => type)).not.toContain('data_table');
    expect(words(said)).toContain('Exampleton Mill (fictional): fte jobs 19, gva a year £836,648');
    bot.slack.force('chat.postMessage', { error: 'invalid_blocks' });
    bot.slack.force('chat.postMessage', { error: 'invalid_blocks' });
    const bare = await send('council-spend.csv', paymentsCsv(), { user: 'U5' });
    expect(bare.blocks).toBeUndefined();
    expect(bare.text).toContain('£391,251 was paid to 5 suppliers');
  });
});

/** Sends payments and waits until their figures are kept, which is after they are told. */
async function run(times: number, user: string): Promise<Entry> {
  const bytes = paymentsCsv({ times });
  const said = await send(`club-payments-0${times}.csv`, bytes, { user });
  const sum = createHash('sha256').update(bytes).digest('hex');
  await expect.poll(() => bot.onDisk()).toContain(sum);
  return said;
}

describe('the same project a second time', () => {
  it('is compared with the last run in that conversation, whoever asked, and nowhere else', async () => {
    expect((await run(1, 'U11')).text).not.toContain('Since the last run');
    expect((await run(1, 'U12')).text).not.toContain('Since the last run');
    expect((await run(2, 'U13')).text).toMatch(
      /Since the last run here, on \d+ \w+ \d{4}: Paid was £391,250\.81 and is £606,281\.62\./,
    );
    const elsewhere = await send('club-payments-02.csv', paymentsCsv({ times: 3 }), {
      user: 'U14',
      direct: true,
    });
    expect(elsewhere.text).not.toContain('Since the last run');
  });

  it('says what is not alike, and keeps no name of a supplier', async () => {
    const on = bot.slack.replies.findLast(({ text }) => text.includes('is £606,281.62'));
    if (!on) throw new Error('there was no second run');
    await saidAfter(bot, () =>
      bot.slack.server.blockAction({ actionId: 'spend_choose_area', user: 'U13', on }),
    );
    await forms().suggest({ actionId: 'spend_places', text: 'calder', user: 'U13' });
    const said = await saidAfter(bot, () =>
      forms().submit({ values: { spend_places: [calderdale] }, user: 'U13' }),
    );
    expect(said.text).toContain('That is not like with like: area was not chosen and is Calderdale.');
    await expect.poll(() => bot.onDisk()).toContain('"value":"Calderdale"');
    expect(await bot.onDisk()).not.toMatch(/Made-up|Pretend Bakery/i);
  });

  it('is not compared with what a person had forgotten, or a workspace that is gone', async () => {
    const forgotten = await saidAfter(bot, () => bot.slack.command('/framework', 'forget me', 'U13'));
    expect(forgotten.text).toContain('the totals of your files');
    expect((await run(4, 'U15')).text).toContain('Paid was £391,250.81 and is');
    expect(await bot.store.runs.forgetRunsIn('T1')).toBeGreaterThan(0);
    expect((await run(5, 'U16')).text).not.toContain('Since the last run');
  });
});

describe('a file handed over in a form', () => {
  it('is answered to that person alone, who can share it and has the report directly', async () => {
    await saidAfter(bot, () => bot.slack.command('/lm3', 'file', 'U8'));
    const file = bot.slack.addFile('sample.xlsx', await sampleBytes());
    const said = await saidAfter(bot, () =>
      forms().submit({ user: 'U8', values: { lm3_file_input: [file] } }),
    );
    expect([said.how, said.user]).toEqual(['to that person only', 'U8']);
    expect(said.text).toContain('LM3 is 2.10');
    const told = await press('file_get_report', 3, 'U8');
    expect(told.text).toContain('sent you the report');
    const sent = bot.slack.replies.findLast(({ files = [] }) => files.length > 0);
    expect([sent?.channel, sent?.files?.[0]?.name]).toEqual(['D8', 'sample report.xlsx']);
    const shared = await press('lm3_share_result', 2, 'U8');
    expect(shared.text).toContain('Shared.');
  });
});

describe('work that takes long', () => {
  it('is told of in a message that becomes the answer', async () => {
    const patient = await startBot(undefined, { progressAfterMs: 1 });
    const release = patient.slack.server.holdFiles();
    await patient.slack.say('<@UBOT>', {
      files: [patient.slack.addFile('council-spend.csv', paymentsCsv())],
    });
    const [begun] = await patient.slack.repliesCount(1);
    expect([begun?.how, begun?.text]).toEqual(['message', 'Reading council-spend.csv …']);
    release();
    await expect
      .poll(() => patient.slack.replies.at(-1)?.text, { timeout: 30_000 })
      .toContain('£391,251 was paid');
    const last = patient.slack.replies.at(-1);
    expect([last?.how, last?.ts]).toEqual(['changed a message', begun?.ts]);
    await patient.close();
  });
});
