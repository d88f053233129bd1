import { ErrorCode } from '@slack/web-api';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { errorCode, failure, paragraph, SlackStand } from './slack-stand.ts';

const ranWith = ['Slack: our fake over real HTTP and a real WebSocket, with @slack/bolt 5.1.0'];
const stand = new SlackStand();

beforeEach((ctx) => {
  ctx.task.meta.ranWith = ranWith;
});
afterEach(() => stand.close());

describe('the Web API of the fake', () => {
  it('takes messages as a form and as JSON, and changes and whispers them', async () => {
    const slack = await stand.start();
    const web = stand.client();
    const { ts } = await web.chat.postMessage({ channel: 'C1', text: 'one', blocks: [paragraph('one')] });
    await web.chat.postEphemeral({ channel: 'C1', user: 'U2', text: 'psst', thread_ts: ts as string });
    await web.chat.update({ channel: 'C1', ts: ts as string, text: 'two' });
    const response = await fetch(`${slack.apiUrl}chat.postMessage`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${slack.botToken}` },
      body: JSON.stringify({ channel: 'C1', text: 'three', blocks: [paragraph('three')] }),
    });
    expect(await response.json()).toMatchObject({ ok: true, channel: 'C1' });
    expect(slack.transcript).toMatchObject([
      { method: 'chat.postMessage', channel: 'C1', ts, blocks: [paragraph('one')] },
      { method: 'chat.postEphemeral', thread: ts, user: 'U2', text: 'psst' },
      { method: 'chat.update', ts, text: 'two' },
      { method: 'chat.postMessage', blocks: [paragraph('three')] },
    ]);
  });

  it('refuses unknown methods, wrong tokens, missing arguments, and places where the app is not', async () => {
    const slack = await stand.start({ channelsWithoutApp: ['C8'] });
    const errors = await Promise.all(
      [
        stand.client().apiCall('no.such'),
        stand.client('xoxb-other').auth.test(),
        stand.client('').auth.test(),
        stand.client(slack.botToken).apps.connections.open(),
        stand.client().apiCall('chat.postEphemeral', { channel: 'C1', text: 'x' }),
        stand.client().chat.postMessage({ channel: 'C8', text: 'x' }),
        stand.client().chat.postMessage({ channel: 'C9', text: 'x' }),
        stand.client().chat.update({ channel: 'C1', ts: '1.1', text: 'x' }),
      ].map(failure),
    );
    expect(errors.map(errorCode)).toEqual([
      'unknown_method',
      'invalid_auth',
      'not_authed',
      'not_allowed_token_type',
      'invalid_arguments',
      'not_in_channel',
      'channel_not_found',
      'message_not_found',
    ]);
    expect(slack.transcript).toEqual([]);
  });

  it('names the scope that is missing and those that were given', async () => {
    await stand.start({ scopes: ['commands'] });
    const error = await failure(stand.client().chat.postMessage({ channel: 'C1', text: 'x' }));
    expect(error).toMatchObject({
      code: ErrorCode.PlatformError,
      data: { error: 'missing_scope', needed: 'chat:write', provided: 'commands' },
    });
  });

  it('refuses blocks over the limits as Slack does, with pointers, and on demand', async () => {
    const slack = await stand.start();
    const post = (text: string) =>
      failure(stand.client().chat.postMessage({ channel: 'C1', text: 'x', blocks: [paragraph(text)] }));
    expect((await post('é'.repeat(3001)))?.data).toMatchObject({
      error: 'invalid_blocks',
      response_metadata: {
        messages: ['[ERROR] must be less than 3001 characters [json-pointer:/blocks/0/text/text]'],
      },
    });
    slack.failNext('chat.postMessage', { error: 'invalid_blocks', messages: ['as ordered'] });
    expect((await post('fine'))?.data).toMatchObject({
      error: 'invalid_blocks',
      response_metadata: { messages: ['[ERROR] as ordered'] },
    });
    expect(await post('fine')).toBeUndefined();
  });

  it('answers 429 with the time to wait, breaks connections and fails with 500 as ordered', async () => {
    const slack = await stand.start();
    slack.failNext('auth.test', { status: 429, retryAfter: 7 });
    const limited = await failure(stand.client(slack.botToken, { rejectRateLimitedCalls: true }).auth.test());
    expect(limited).toMatchObject({ code: ErrorCode.RateLimitedError, retryAfter: 7 });
    slack.failNext('auth.test', { hangUp: true });
    slack.failNext('auth.test', { status: 503 }, 2);
    expect(
      (await stand
        .client()
        .apiCall('auth.test')
        .then(() => 'ok', failureCode)) as string,
    ).not.toBe('ok');
    expect(
      await stand
        .client()
        .auth.test()
        .then(({ user_id }) => user_id, failureCode),
    ).toBe('UBOT');
    expect(slack.calls.map(({ error }) => error)).toEqual([
      '429',
      'connection broken',
      '503',
      '503',
      undefined,
    ]);
  });

  it('sets the status and the prompts of an agent', async () => {
    const slack = await stand.start();
    const web = stand.client();
    await web.apiCall('assistant.threads.setStatus', {
      channel_id: 'D1',
      thread_ts: '1.1',
      status: 'reading',
    });
    const prompts = [{ title: 'What is LM3?', message: 'What is LM3?' }];
    await web.apiCall('assistant.threads.setSuggestedPrompts', { channel_id: 'D1', prompts });
    const five = Array.from({ length: 5 }, () => prompts[0]);
    const tooMany = web.apiCall('assistant.threads.setSuggestedPrompts', { channel_id: 'D1', prompts: five });
    expect((await failure(tooMany))?.data).toMatchObject({ error: 'invalid_arguments' });
    expect(slack.transcriptText()).toContain('Local Pound (suggested):\n  [prompt: What is LM3?]');
    expect(slack.said()).toEqual([]);
  });
});

function failureCode(error: { code?: string }): string {
  return String(error.code);
}

describe('files in the fake', () => {
  const bytes = new TextEncoder().encode('PK workbook');
  const get = (url: string, token?: string, more: RequestInit = {}) =>
    fetch(url, { ...more, headers: token === undefined ? {} : { authorization: `Bearer ${token}` } });

  it('come with the token only; without it comes a page to sign in, with status 200', async () => {
    const slack = await stand.start();
    const { id, url_private_download: url } = slack.addFile({ name: 'a b.xlsx', bytes });
    const { file } = await stand.client().files.info({ file: id });
    expect(file).toMatchObject({
      id,
      name: 'a b.xlsx',
      size: bytes.length,
      mode: 'hosted',
      is_external: false,
    });
    expect(new URL(url).host).toBe(slack.filesHost);
    expect(new Uint8Array(await (await get(url, slack.botToken)).arrayBuffer())).toEqual(bytes);
    const page = await get(url);
    expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    expect(slack.fileRequests.map(({ withToken }) => withToken)).toEqual([true, false]);
  });

  it('stay closed to an app that may not read files', async () => {
    const slack = await stand.start({ scopes: ['chat:write'] });
    const { id, url_private_download: url } = slack.addFile({ name: 'a.xlsx', bytes });
    expect((await failure(stand.client().files.info({ file: id })))?.data).toMatchObject({
      needed: 'files:read',
    });
    expect((await get(url, slack.botToken)).headers.get('content-type')).toContain('text/html');
  });

  it('lead astray, lie about their size, stall and never end', async () => {
    const slack = await stand.start();
    const lead = slack.addFile({ name: 'a.xlsx', bytes, download: 'redirect' });
    expect(await (await get(lead.url_private_download, slack.botToken)).text()).toBe('not a workbook');
    const foreign = slack.addFile({
      name: 'b.xlsx',
      bytes,
      external: true,
      download: 'foreign',
      statedSize: 3,
    });
    expect(foreign).toMatchObject({ mode: 'external', is_external: true, size: 3 });
    await get(foreign.url_private, slack.botToken);
    // A fetch that follows a redirect to another origin leaves the token behind; one sent there does not.
    expect(slack.foreign.requests.map(({ withToken }) => withToken)).toEqual([false, true]);

    const slow = slack.addFile({ name: 'c.xlsx', bytes, download: 'slow' });
    const stop = new AbortController();
    const stalled = (await get(slow.url_private, slack.botToken, { signal: stop.signal })).body?.getReader();
    expect((await stalled?.read())?.value).toHaveLength(1);
    const rest = stalled?.read();
    stop.abort();
    await expect(rest).rejects.toThrow(/aborted/);
    const endless = slack.addFile({ name: 'd.xlsx', bytes, download: 'endless' });
    const pouring = await get(endless.url_private, slack.botToken);
    let read = 0;
    for await (const chunk of pouring.body ?? []) {
      read += chunk.length;
      if (read > 3_000_000) break;
    }
    expect(read).toBeGreaterThan(3_000_000);
  });

  it('are sent by the app in three steps', async () => {
    const slack = await stand.start();
    const sent = await stand.client().filesUploadV2({
      channel_id: 'C1',
      filename: 'report.xlsx',
      file: Buffer.from(bytes),
      initial_comment: 'Here it is',
    });
    expect(sent.ok).toBe(true);
    const [entry] = slack.transcript;
    expect(entry).toMatchObject({ text: 'Here it is', files: [{ name: 'report.xlsx', size: bytes.length }] });
    expect(slack.fileBytes(entry?.files?.[0]?.id ?? '')).toEqual(bytes);
    expect(slack.transcriptText()).toBe('Local Pound (message):\n  Here it is [file: report.xlsx]');

    const promised = await stand.client().files.getUploadURLExternal({ filename: 'x.csv', length: 5 });
    const short = await fetch(promised.upload_url ?? '', { method: 'POST', body: 'abc' });
    expect(short.status).toBe(400);
    const end = stand.client().files.completeUploadExternal({ files: [{ id: promised.file_id ?? '' }] });
    expect((await failure(end))?.data).toMatchObject({ error: 'file_not_found' });
  });
});
