import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type WebSocket, WebSocketServer } from 'ws';
import { refusedBlocks } from './block-check.ts';
import { deliver } from './deliver.ts';
import { readable, type Said } from './transcript.ts';
import { answerWebApi, type Forced, readBody, type StoredFile } from './web-api.ts';

type Json = Record<string, unknown>;

const responseUrlUses = 5;
const firstTs = 1_767_225_600;

export interface FakeSlackOptions {
  /** Seconds that Slack waits for an acknowledgement; three in the real one. */
  readonly ackSeconds?: number;
  readonly scopes?: readonly string[];
}

const allScopes = [
  'commands',
  'chat:write',
  'app_mentions:read',
  'im:history',
  'assistant:write',
  'files:read',
  'files:write',
];

/**
 * Slack as the bot meets it, over real HTTP and a real WebSocket: signed deliveries with retries,
 * the Web API with scopes and block limits, files behind a token, response URLs that wear out, and
 * Socket Mode with refresh. Keeps a transcript of everything said.
 */
export class FakeSlack {
  readonly botToken = 'xoxb-test';
  readonly appToken = 'xapp-test';
  readonly signingSecret = 'test-signing-secret';
  readonly said: Said[] = [];
  /** Requests for files, with whether they carried the bot's token. */
  readonly fileRequests: { path: string; withToken: boolean }[] = [];
  readonly foreignRequests: { withToken: boolean }[] = [];
  private readonly files = new Map<string, StoredFile>();
  private readonly forced = new Map<string, Forced[]>();
  private readonly responseUses = new Map<string, number>();
  private readonly server = createServer((request, response) => void this.serve(request, response));
  private readonly foreign = createServer((request, response) => {
    this.foreignRequests.push({ withToken: 'authorization' in request.headers });
    response.end('gotcha');
  });
  private readonly sockets = new WebSocketServer({ server: this.server });
  private readonly open = new Set<WebSocket>();
  private readonly acks = new Map<string, (payload: unknown) => void>();
  private count = 0;
  private appUrl = '';

  private constructor(private readonly options: FakeSlackOptions) {
    this.sockets.on('connection', (socket) => this.greet(socket));
  }

  static async start(options: FakeSlackOptions = {}): Promise<FakeSlack> {
    const slack = new FakeSlack(options);
    for (const server of [slack.server, slack.foreign]) {
      server.listen(0, '127.0.0.1');
      await once(server, 'listening');
    }
    return slack;
  }

  async close(): Promise<void> {
    for (const socket of this.open) socket.terminate();
    this.sockets.close();
    for (const server of [this.server, this.foreign]) {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    }
  }

  private get host(): string {
    return `127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  get apiUrl(): string {
    return `http://${this.host}/api/`;
  }

  /** The one host that the bot may fetch files from. */
  get fileHosts() {
    return { protocol: 'http:' as const, hosts: [this.host] };
  }

  /** Where to send what people do, for a bot that takes requests. */
  sendTo(url: string): void {
    this.appUrl = url;
  }

  transcript(): string {
    return readable(this.said);
  }

  /** What the bot said, in order. */
  get replies(): readonly Said[] {
    return this.said.filter(({ who }) => who === 'Local Pound');
  }

  /** Waits until the bot has said so many things. */
  async repliesCount(count: number, timeoutMs = 20_000): Promise<readonly Said[]> {
    const until = Date.now() + timeoutMs;
    while (this.replies.length < count) {
      if (Date.now() > until)
        throw new Error(`waited for ${count} replies, have ${this.replies.length}:\n${this.transcript()}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    return this.replies;
  }

  addFile(
    name: string,
    bytes: Uint8Array,
    more: Partial<Pick<StoredFile, 'mode' | 'isExternal' | 'url'>> = {},
  ): { id: string; name: string } {
    const id = this.nextId('F');
    const url = `http://${this.host}/files/${id}`;
    this.files.set(id, { id, name, bytes, mode: 'hosted', isExternal: false, url, ...more });
    return { id, name };
  }

  /** A file whose address leads to another host, straight away or after a redirect. */
  addForeignFile(name: string, how: 'address' | 'redirect'): { id: string; name: string } {
    const foreign = `http://127.0.0.1:${(this.foreign.address() as AddressInfo).port}/steal`;
    const file = this.addFile(name, new Uint8Array());
    const stored = this.files.get(file.id) as StoredFile;
    const url =
      how === 'address' ? foreign : `http://${this.host}/redirect?to=${encodeURIComponent(foreign)}`;
    this.files.set(file.id, { ...stored, url });
    return file;
  }

  /** The next call of the method gets this answer. */
  force(method: string, answer: Forced): void {
    this.forced.set(method, [...(this.forced.get(method) ?? []), answer]);
  }

  /** A person types a slash command. Returns what the bot answers at once. */
  async command(command: string, text: string, user = 'U1'): Promise<{ status: number; text: string }> {
    this.person(user, 'command', 'C1', `${command} ${text}`.trim());
    const body = {
      command,
      text,
      user_id: user,
      channel_id: 'C1',
      team_id: 'T1',
      api_app_id: 'A1',
      trigger_id: this.nextId('trigger'),
      response_url: this.responseUrl('C1'),
    };
    const answer = await this.deliverForm(body, 'slash_commands');
    if (answer.text !== '') this.bot('to that person only', 'C1', undefined, JSON.parse(answer.text) as Json);
    return answer;
  }

  /** A person mentions the bot, or writes to it directly. Delivered again when not acknowledged in time. */
  async say(
    text: string,
    options: {
      user?: string;
      files?: { id: string; name: string }[];
      direct?: boolean;
      more?: Json;
      copies?: number;
    } = {},
  ): Promise<{ status: number; ts: string }> {
    const { user = 'U1', files = [], direct = false, more = {}, copies = 1 } = options;
    const ts = this.nextTs();
    const channel = direct ? 'D1' : 'C1';
    const attached = files.map((file) => ` [file: ${file.name}]`).join('');
    this.person(user, 'message', channel, `${text}${attached}`);
    const event = {
      type: direct ? 'message' : 'app_mention',
      ...(direct ? { channel_type: 'im' } : {}),
      ...(direct && files.length > 0 ? { subtype: 'file_share' } : {}),
      user,
      text,
      ts,
      channel,
      ...(files.length > 0 ? { files: files.map((file) => ({ ...file, mode: 'hosted' })) } : {}),
      ...more,
    };
    const envelope = {
      type: 'event_callback',
      team_id: 'T1',
      api_app_id: 'A1',
      event_id: `Ev${randomUUID()}`,
      event,
      authorizations: [{ team_id: 'T1', user_id: 'UBOT', is_bot: true }],
    };
    let status = 0;
    for (let copy = 0; copy < copies; copy += 1) {
      const headers =
        copy === 0 ? {} : { 'x-slack-retry-num': String(copy), 'x-slack-retry-reason': 'http_timeout' };
      // A space more keeps each copy's signature its own, as a new stamp does in the real one.
      status = (await this.deliverJson(envelope, headers, ' '.repeat(copy))).status;
    }
    return { status, ts };
  }

  /** A person chooses a message shortcut. */
  async shortcut(
    callbackId: string,
    files: { id: string; name: string }[],
    user = 'U1',
  ): Promise<{ status: number }> {
    const ts = this.nextTs();
    this.person(
      user,
      'message shortcut',
      'C1',
      `${callbackId}${files.map((file) => ` [file: ${file.name}]`).join('')}`,
    );
    return this.interact(
      {
        type: 'message_action',
        callback_id: callbackId,
        message: { type: 'message', ts, text: '', ...(files.length > 0 ? { files } : {}) },
        message_ts: ts,
      },
      user,
    );
  }

  /** A person presses a button of the bot's last message that has it. */
  async press(actionId: string, user = 'U1'): Promise<{ status: number }> {
    const buttons = this.replies.flatMap(({ blocks = [] }) =>
      (blocks as Json[]).flatMap((block) => (block.elements as Json[] | undefined) ?? []),
    );
    const button = buttons.findLast((element) => element.action_id === actionId);
    if (!button) throw new Error(`no button ${actionId}`);
    this.person(user, 'pressed', 'C1', `[button: ${(button.text as Json).text}]`);
    return this.interact(
      {
        type: 'block_actions',
        actions: [{ type: 'button', action_id: actionId, block_id: 'b', value: button.value }],
      },
      user,
    );
  }

  private interact(payload: Json, user: string): Promise<{ status: number }> {
    const full = {
      ...payload,
      user: { id: user, team_id: 'T1' },
      channel: { id: 'C1', name: 'c' },
      team: { id: 'T1', domain: 't' },
      trigger_id: this.nextId('trigger'),
      response_url: this.responseUrl('C1'),
      api_app_id: 'A1',
    };
    return this.deliverForm({ payload: JSON.stringify(full) }, 'interactive', full);
  }

  /** Sends a raw request, for forged, stale and replayed ones. */
  raw(body: string, how: { secret?: string; clockOffset?: number; headers?: Record<string, string> } = {}) {
    return deliver({
      url: this.appUrl,
      signingSecret: how.secret ?? this.signingSecret,
      contentType: 'application/json',
      body,
      clockOffset: how.clockOffset ?? 0,
      headers: how.headers ?? {},
    });
  }

  private deliverJson(
    envelope: Json,
    headers: Record<string, string> = {},
    padding = '',
  ): Promise<{ status: number; text: string }> {
    if (this.appUrl === '') return this.deliverSocket('events_api', envelope);
    return this.withinAckTime(
      deliver({
        url: this.appUrl,
        signingSecret: this.signingSecret,
        contentType: 'application/json',
        body: JSON.stringify(envelope) + padding,
        headers,
      }),
    );
  }

  private deliverForm(
    form: Record<string, string>,
    type: string,
    payload: Json = form,
  ): Promise<{ status: number; text: string }> {
    if (this.appUrl === '') return this.deliverSocket(type, payload);
    const body = new URLSearchParams(form).toString();
    return this.withinAckTime(
      deliver({
        url: this.appUrl,
        signingSecret: this.signingSecret,
        contentType: 'application/x-www-form-urlencoded',
        body,
      }),
    );
  }

  private async withinAckTime<T>(answer: Promise<T>): Promise<T> {
    const seconds = this.options.ackSeconds ?? 3;
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(
        () => reject(new Error(`not acknowledged within ${seconds} seconds`)),
        seconds * 1000,
      );
    });
    return Promise.race([answer, late]).finally(() => clearTimeout(timer));
  }

  private async deliverSocket(type: string, payload: Json): Promise<{ status: number; text: string }> {
    const socket = await this.anySocket();
    const id = this.nextId('envelope');
    const acknowledged = new Promise<unknown>((resolve) => this.acks.set(id, resolve));
    socket.send(
      JSON.stringify({ envelope_id: id, type, payload, accepts_response_payload: type !== 'events_api' }),
    );
    const answer = await this.withinAckTime(acknowledged);
    return { status: 200, text: answer === undefined ? '' : JSON.stringify(answer) };
  }

  private async anySocket(): Promise<WebSocket> {
    const until = Date.now() + 15_000;
    for (;;) {
      const [socket] = this.open;
      if (socket) return socket;
      if (Date.now() > until) throw new Error('the bot has no socket open');
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  /** How many sockets the bot has opened so far, and holds open now. */
  socketCounts(): { opened: number; open: number } {
    return { opened: this.openedSockets, open: this.open.size };
  }

  private openedSockets = 0;

  private greet(socket: WebSocket): void {
    this.open.add(socket);
    this.openedSockets += 1;
    socket.on('close', () => this.open.delete(socket));
    socket.on('message', (data) => {
      const { envelope_id: id, payload } = JSON.parse(String(data)) as {
        envelope_id: string;
        payload?: unknown;
      };
      this.acks.get(id)?.(payload);
      this.acks.delete(id);
    });
    socket.send(JSON.stringify({ type: 'hello', num_connections: 1, connection_info: { app_id: 'A1' } }));
  }

  /** Asks the bot to renew its socket, as Slack does every few hours. */
  refreshSocket(): void {
    for (const socket of this.open) {
      // Nothing more goes down a socket that is being renewed.
      this.open.delete(socket);
      socket.send(JSON.stringify({ type: 'disconnect', reason: 'refresh_requested' }));
      socket.close();
    }
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://fake');
    const withToken = request.headers.authorization === `Bearer ${this.botToken}`;
    if (pathname.startsWith('/api/')) {
      await answerWebApi(
        {
          botToken: this.botToken,
          appToken: this.appToken,
          scopes: new Set(this.options.scopes ?? allScopes),
          files: this.files,
          forced: this.forced,
          socketUrl: () => `ws://${this.host}/socket`,
          post: (method, body) => this.posted(method, body),
        },
        pathname.slice('/api/'.length),
        request,
        response,
      );
    } else if (pathname.startsWith('/files/')) {
      this.fileRequests.push({ path: pathname, withToken });
      const file = this.files.get(pathname.slice('/files/'.length));
      // A wrong token gets a page to sign in, with status 200, as in the real one.
      if (!withToken || !file)
        response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><title>Sign in</title>');
      else response.writeHead(200, { 'content-type': 'application/octet-stream' }).end(file.bytes);
    } else if (pathname === '/redirect') {
      response.writeHead(302, { location: searchParams.get('to') ?? '' }).end();
    } else if (pathname.startsWith('/respond/')) {
      await this.respond(pathname, request, response);
    } else {
      response.writeHead(404).end();
    }
  }

  private async respond(pathname: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const uses = (this.responseUses.get(pathname) ?? 0) + 1;
    this.responseUses.set(pathname, uses);
    const body = await readBody(request);
    if (uses > responseUrlUses || refusedBlocks(body.blocks).length > 0) {
      response
        .writeHead(404)
        .end(JSON.stringify({ ok: false, error: uses > responseUrlUses ? 'used_url' : 'invalid_blocks' }));
      return;
    }
    this.bot(body.response_type === 'in_channel' ? 'message' : 'to that person only', 'C1', undefined, body);
    response.end('ok');
  }

  private responseUrl(channel: string): string {
    return `http://${this.host}/respond/${channel}/${this.nextId('r')}`;
  }

  private posted(method: string, body: Json): string {
    const ts = this.nextTs();
    const how = method === 'chat.postEphemeral' ? 'to that person only' : 'message';
    this.bot(how, String(body.channel), body.thread_ts as string | undefined, body);
    return ts;
  }

  private bot(how: string, channel: string, thread: string | undefined, { text, blocks }: Json): void {
    this.said.push({
      who: 'Local Pound',
      how: thread === undefined ? how : `${how} in the thread`,
      channel,
      thread,
      text: String(text ?? ''),
      blocks: blocks as unknown[] | undefined,
    });
  }

  private person(user: string, how: string, channel: string, text: string): void {
    this.said.push({ who: user, how, channel, text });
  }

  private nextId(kind: string): string {
    this.count += 1;
    return `${kind}${this.count}`;
  }

  private nextTs(): string {
    this.count += 1;
    return `${firstTs + this.count}.000100`;
  }
}
