import { afterEach, describe, expect, it } from 'vitest';
import { formatRatio, type Lm3Result, lm3Summary, lm3Template } from '../../core/index.ts';
import { computeLm3File } from '../../spreadsheet/lm3-file.ts';
import { writeWorkbook } from '../../spreadsheet/write-workbook.ts';
import { csvNamedXlsx, encryptedXlsx, oldXls, zipBomb } from '../fakes/hostile-files.ts';
import { sampleWorkbook, setCells } from '../fakes/lm3-workbooks.ts';
import { type BotStand, sampleBytes, startBot } from './bot-stand.ts';

let bot: BotStand;
afterEach(() => bot.close());

function lm3Of(bytes: Uint8Array): Lm3Result {
  const outcome = computeLm3File(bytes);
  if (!outcome.ok) throw new Error('the workbook does not compute');
  return outcome.value.result;
}

describe('a workbook in a message that mentions the bot', () => {
  it('gets its LM3 in the thread, never without what it rests on', async (context) => {
    bot = await startBot(context);
    const expected = lm3Of(await sampleBytes());
    const file = bot.slack.addFile('sample.xlsx', await sampleBytes());
    const { ts } = await bot.slack.say('<@UBOT> please', { files: [file] });
    const [reply] = await bot.slack.repliesCount(1);
    const { headline, sentences } = lm3Summary(expected);
    expect(reply?.thread).toBe(ts);
    expect(reply?.text).toBe([headline, ...sentences].join('\n'));
    expect(headline).toContain(formatRatio(expected.lm3));
    const transcript = bot.slack.transcript();
    expect(transcript).toContain('| Round 1: spent | £654,406.31 | £1.00 |');
    expect(transcript).toContain('Confidence: green.');
    expect(transcript).toContain('What this rests on');
    for (const { text } of expected.assumptions) expect(transcript).toContain(text);
    expect(bot.slack.fileRequests).toEqual([
      { path: expect.stringContaining(`/files/${file.id}/`), withToken: true },
    ]);
  });

  it('gets it in a direct message too', async (context) => {
    bot = await startBot(context);
    await bot.slack.say('', { direct: true, files: [bot.slack.addFile('sample.xlsx', await sampleBytes())] });
    const [reply] = await bot.slack.repliesCount(1);
    expect(reply?.text).toContain('LM3 is 2.10');
  });

  it('whose name Slack leaves out, as in a channel shared with others, is asked for', async (context) => {
    bot = await startBot(context);
    const { id } = bot.slack.addFile('sample.xlsx', await sampleBytes());
    const files = [{ id, file_access: 'check_file_info' }];
    await bot.slack.say('<@UBOT>', { more: { files } });
    const [reply] = await bot.slack.repliesCount(1);
    expect(reply?.text).toContain('LM3 is 2.10');
  });

  it('names no single supplier to the channel', async (context) => {
    bot = await startBot(context);
    await bot.slack.say('<@UBOT>', { files: [bot.slack.addFile('sample.xlsx', await sampleBytes())] });
    const [reply] = await bot.slack.repliesCount(1);
    expect(JSON.stringify(reply)).not.toMatch(/Invented Interiors|Made-up Market Garden/);
  });

  it('with wrong cells gets the list of them, each with its place and how to mend it', async (context) => {
    bot = await startBot(context);
    const broken = await sampleWorkbook((workbook) => {
      setCells(workbook, 'Suppliers', { B5: 'plenty', D6: 140, C7: 'maybe' });
      setCells(workbook, 'Payroll', { B5: -5 });
    });
    await bot.slack.say('<@UBOT>', { files: [bot.slack.addFile('broken.xlsx', broken)] });
    const [reply] = await bot.slack.repliesCount(1);
    const computed = computeLm3File(broken);
    expect(computed.issues.length).toBeGreaterThanOrEqual(4);
    expect(reply?.text).toContain(
      `LM3 of broken.xlsx could not be worked out. ${computed.issues.length} things need mending:`,
    );
    for (const { where, found, expected, mend } of computed.issues) {
      expect(reply?.text).toContain(`cell ${where.cell}: found ${found}; expected ${expected}. ${mend}`);
    }
  });

  it('with many wrong cells gets the first ten, and the count of the rest', async (context) => {
    bot = await startBot(context);
    const cells = Object.fromEntries(Array.from({ length: 15 }, (_, index) => [`B${5 + index}`, 'plenty']));
    const broken = await sampleWorkbook((workbook) => setCells(workbook, 'Suppliers', cells));
    await bot.slack.say('<@UBOT>', { files: [bot.slack.addFile('broken.xlsx', broken)] });
    const [reply] = await bot.slack.repliesCount(1);
    expect(reply?.text).toContain('15 things need mending');
    expect(reply?.text.match(/^\d+\. /gm)).toHaveLength(10);
    expect(reply?.text).toContain('and 5 more.');
  });

  it('that is no workbook is refused in words, and the bot goes on answering', async (context) => {
    bot = await startBot(context);
    const files = [
      bot.slack.addFile('list.xlsx', csvNamedXlsx()),
      bot.slack.addFile('bomb.xlsx', zipBomb()),
      bot.slack.addFile('secret.xlsx', encryptedXlsx()),
    ];
    await bot.slack.say('<@UBOT>', { files });
    await bot.slack.say('<@UBOT>', { user: 'U2', files: [bot.slack.addFile('old.xls', oldXls())] });
    const text = (await bot.slack.repliesCount(4)).map((reply) => reply.text).join('\n');
    expect(text).toContain('In list.xlsx: 1 payment to 1 supplier');
    expect(bot.slack.transcript()).toContain('found a text file named .xlsx');
    expect(text).toMatch(/bomb\.xlsx.*would unpack/);
    expect(text).toMatch(/secret\.xlsx: found a workbook protected with a password/);
    expect(text).toMatch(/old\.xls: found an old Office file/);
    await bot.slack.say('<@UBOT> what is LM3?');
    await bot.slack.repliesCount(5);
  });

  it('is one of three that are answered; the others are named', async (context) => {
    bot = await startBot(context);
    const bytes = await sampleBytes();
    const files = ['a', 'b', 'c', 'd', 'e'].map((name) => bot.slack.addFile(`${name}.xlsx`, bytes));
    await bot.slack.say('<@UBOT>', { files });
    const replies = await bot.slack.repliesCount(4);
    expect(replies.slice(0, 3).every(({ text }) => text.includes('LM3 is 2.10'))).toBe(true);
    expect(replies[3]?.text).toContain('Not read: d.xlsx, e.xlsx');
  });

  it('beside other files is the one that is read; other files alone are named', async (context) => {
    bot = await startBot(context);
    const picture = bot.slack.addFile('photo.png', new Uint8Array([1]));
    await bot.slack.say('<@UBOT>', {
      files: [picture, bot.slack.addFile('sample.xlsx', await sampleBytes())],
    });
    await bot.slack.repliesCount(1);
    await bot.slack.say('<@UBOT>', { files: [picture] });
    await bot.slack.say('<@UBOT> what is LM3?', { files: [picture] });
    const [result, none, answer] = await bot.slack.repliesCount(3);
    expect(result?.text).toContain('LM3 is 2.10');
    expect(none?.text).toContain('I found only: photo.png');
    expect(answer?.text).toContain('LM3 (Local Multiplier 3)');
  });

  it('of somebody whose last one is still being worked on has to wait; others are served', async (context) => {
    bot = await startBot(context);
    const bytes = await sampleBytes();
    const release = bot.slack.server.holdFiles();
    await bot.slack.say('<@UBOT>', { files: [bot.slack.addFile('first.xlsx', bytes)] });
    await bot.slack.say('<@UBOT>', { files: [bot.slack.addFile('second.xlsx', bytes)] });
    const [busy] = await bot.slack.repliesCount(1);
    expect(busy?.text).toContain('still working on your last file');
    expect(busy).toMatchObject({ how: 'to that person only', user: 'U1' });
    await bot.slack.say('<@UBOT>', { user: 'U2', files: [bot.slack.addFile('other.xlsx', bytes)] });
    release();
    const replies = await bot.slack.repliesCount(3);
    expect(replies.filter(({ text }) => text.includes('LM3 is 2.10'))).toHaveLength(2);
  });
});

describe('a table that Slack refuses', () => {
  it('is said in plain paragraphs', async (context) => {
    bot = await startBot(context);
    bot.slack.force('chat.postMessage', { error: 'invalid_blocks' });
    await bot.slack.say('<@UBOT>', { files: [bot.slack.addFile('sample.xlsx', await sampleBytes())] });
    const [reply] = await bot.slack.repliesCount(1);
    const types = (reply?.blocks ?? []).map((block) => (block as { type: string }).type);
    expect(new Set(types)).toEqual(new Set(['section', 'actions', 'context']));
    expect(bot.slack.transcript()).toContain('Round 1: spent: £654,406.31');
  });

  it('is left out when all blocks are refused: the text is the whole result', async (context) => {
    bot = await startBot(context);
    for (const error of ['invalid_blocks', 'msg_blocks_too_long'])
      bot.slack.force('chat.postMessage', { error });
    await bot.slack.say('<@UBOT>', { files: [bot.slack.addFile('sample.xlsx', await sampleBytes())] });
    const [reply] = await bot.slack.repliesCount(1);
    expect(reply?.blocks).toBeUndefined();
    expect(reply?.text).toContain('Whatever they are like, it lies between 2.06 and 2.17.');
  });
});

describe('names from sheets', () => {
  it('act as no markup and call nobody, wherever they are shown', async (context) => {
    bot = await startBot(context);
    const odd = '<!channel> & *x* _y_';
    const bytes = await sampleWorkbook((workbook) => {
      setCells(workbook, 'Suppliers', { A5: odd });
      setCells(workbook, 'Project', { B5: odd, B6: odd });
    });
    const file = bot.slack.addFile('<!here>.xlsx', bytes);
    await bot.slack.say('<@UBOT>', { files: [file] });
    await bot.slack.repliesCount(1);
    await bot.slack.press('lm3_show_workings');
    await bot.slack.repliesCount(2);
    await bot.slack.say('<@UBOT>', { files: [bot.slack.addFile('<!here>.xlsx', csvNamedXlsx())] });
    const [result, workings, refusal] = await bot.slack.repliesCount(3);
    expect(result?.text).toContain('&lt;!channel&gt; &amp; *x* _y_');
    expect(JSON.stringify(workings?.blocks)).toContain(odd);
    expect(refusal?.text).toContain('&lt;!here&gt;.xlsx');
    for (const said of [result, workings, refusal]) {
      expect(said?.text).not.toMatch(/<[!@#]/);
      expect(JSON.stringify(said?.blocks)).not.toContain('"mrkdwn"');
    }
    expect(result?.payload.mrkdwn).toBe('false');
  });
});

describe('the bot’s token', () => {
  it('goes to Slack’s own file host and nowhere else', async (context) => {
    bot = await startBot(context);
    const files = [
      bot.slack.addForeignFile('a.xlsx', 'address'),
      bot.slack.addForeignFile('b.xlsx', 'redirect'),
      bot.slack.addFile('c.xlsx', await sampleBytes(), { isExternal: true, mode: 'external' }),
    ];
    await bot.slack.say('<@UBOT>', { files });
    const replies = await bot.slack.repliesCount(3);
    expect(bot.slack.foreignRequests).toEqual([]);
    expect(replies[0]?.text).toContain('not at Slack’s own address');
    expect(replies[1]?.text).toContain('could not be fetched');
    expect(replies[2]?.text).toContain('kept outside Slack');
    expect(bot.log.join('')).toContain('a file could not be had from Slack');
    expect(bot.log.join('')).not.toContain(bot.slack.botToken);
  });

  it.each([
    ['another scheme', (url: string) => url.replace('http:', 'ftp:')],
    ['another port', (url: string) => url.replace(/:\d+\//, ':1/')],
    ['a name in front of the host', (url: string) => url.replace('127.0.0.1', 'someone@127.0.0.1')],
    ['a longer host', (url: string) => url.replace('127.0.0.1', '127.0.0.1.example.org')],
    ['no address at all', () => 'files/F1'],
  ])('does not go to an address with %s', async (_, change) => {
    bot = await startBot(undefined);
    const url = change(`${bot.slack.fileHosts[0]}/files/F1`);
    await bot.slack.say('<@UBOT>', {
      files: [bot.slack.server.addFile({ name: 'a.xlsx', bytes: await sampleBytes(), url })],
    });
    const [reply] = await bot.slack.repliesCount(1);
    expect(reply?.text).toContain('not at Slack’s own address');
    expect(bot.slack.fileRequests).toEqual([]);
  });

  it('that may not read files is said to the person, with whom to ask', async (context) => {
    bot = await startBot(context, { scopes: ['app_mentions:read', 'chat:write', 'commands', 'im:history'] });
    await bot.slack.say('<@UBOT>', { files: [bot.slack.addFile('a.xlsx', await sampleBytes())] });
    const [reply] = await bot.slack.repliesCount(1);
    expect(reply?.text).toContain('files:read');
  });

  it('that gets a page to sign in is said likewise', async (context) => {
    bot = await startBot(context);
    await bot.slack.say('<@UBOT>', {
      files: [bot.slack.server.addFile({ name: 'a.xlsx', bytes: await sampleBytes(), download: 'signIn' })],
    });
    const [reply] = await bot.slack.repliesCount(1);
    expect(reply?.text).toContain('files:read');
  });
});

describe('a file that cannot be had', () => {
  it('is said in words: deleted, hidden, gone', async (context) => {
    bot = await startBot(context);
    const gone = bot.slack.addFile('gone.xlsx', new Uint8Array());
    bot.slack.server.removeFile(gone);
    const files = [
      gone,
      bot.slack.addFile('old.xlsx', new Uint8Array(), { mode: 'hidden_by_limit' }),
      bot.slack.addFile('deleted.xlsx', new Uint8Array(), { mode: 'tombstone' }),
    ];
    await bot.slack.say('<@UBOT>', { files });
    const texts = (await bot.slack.repliesCount(3)).map(({ text }) => text);
    expect(texts[0]).toContain('invite me there');
    expect(texts[1]).toContain('Upload it again');
    expect(texts[2]).toContain('has been deleted');
  });

  it('is refused when it is larger than it claims, once too much of it has arrived', async (context) => {
    bot = await startBot(context);
    const bytes = new Uint8Array(100);
    const files = [
      bot.slack.server.addFile({ name: 'honest.xlsx', bytes, statedSize: 21 * 1024 * 1024 }),
      bot.slack.server.addFile({ name: 'lying.xlsx', bytes, download: 'endless' }),
    ];
    await bot.slack.say('<@UBOT>', { files });
    const replies = await bot.slack.repliesCount(2);
    expect(replies.map(({ text }) => text.includes('larger than 20 MB'))).toEqual([true, true]);
    // Once to see whether it is a list of suppliers, up to the little that one may have, and once itself.
    expect(bot.slack.fileRequests.map(({ path }) => path.includes('lying.xlsx'))).toEqual([true, true]);
  });
});

describe('an empty template', () => {
  it('is answered with what to fill in first', async (context) => {
    bot = await startBot(context);
    const empty = await writeWorkbook(lm3Template({ sample: false }));
    await bot.slack.say('<@UBOT>', { files: [bot.slack.addFile('empty.xlsx', empty)] });
    const [reply] = await bot.slack.repliesCount(1);
    expect(reply?.text).toContain('LM3 of empty.xlsx could not be worked out');
    expect(reply?.text).toContain('sheet Project, cell B5: found an empty cell');
  });
});
