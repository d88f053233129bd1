import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Door } from './delivery.ts';
import type { FileRequest, NewFile, SlackFile } from './file-store.ts';
import { ForeignHost } from './foreign-host.ts';
import { HttpDoor } from './http-door.ts';
import type { Place } from './installs.ts';
import { type Json, listOf } from './json.ts';
import { OddRequests } from './odd-requests.ts';
import { People } from './people.ts';
import { PeopleInForms } from './people-in-forms.ts';
import { readUpload } from './request-body.ts';
import { answerAtResponseUrl } from './response-url.ts';
import { SocketMode } from './socket-mode.ts';
import type { Entry } from './transcript.ts';
import { transcriptText } from './transcript-text.ts';
import { answerWebApi } from './web-api.ts';
import { type ApiCall, type Failure, type FakeSlackOptions, ids, Workspace } from './workspace.ts';

/**
 * Starts Slack as an app meets it, on this machine: the Web API with scopes and block limits, files behind
 * a token, signed deliveries with retries, response URLs that wear out, and Socket Mode.
 */
export async function startFakeSlack(options: FakeSlackOptions = {}): Promise<FakeSlackServer> {
  const server = new FakeSlackServer(options);
  await server.start();
  return server;
}

export class FakeSlackServer {
  private readonly workspace: Workspace;
  private readonly foreignHost = new ForeignHost();
  private readonly stop = new AbortController();
  private readonly server = createServer((request, response) => {
    this.serve(request, response).catch((error: unknown) => {
      response.writeHead(500, { 'content-type': 'text/plain' }).end(String(error));
    });
  });
  private http: HttpDoor | undefined;
  /** Socket Mode: how many sockets are open, renewal and breaking off. */
  readonly socket: SocketMode;
  /** Requests that are old, forged, repeated or otherwise odd. */
  readonly requests: OddRequests;
  private readonly people: People;
  /** What people do in modals and in the App Home. */
  readonly forms: PeopleInForms;

  constructor(options: FakeSlackOptions) {
    this.workspace = new Workspace(
      options,
      () => this.origin,
      () => this.foreignHost.origin,
    );
    this.socket = new SocketMode(this.workspace);
    this.people = new People(this.workspace, () => this.door(), this.stop.signal);
    this.forms = new PeopleInForms(this.workspace, this.people);
    this.requests = new OddRequests(this.workspace, () => {
      if (!this.http) throw new TypeError('sendTo(url) comes first: there is no address to send to');
      return this.http;
    });
    this.server.on('upgrade', (request, stream, head) => this.socket.upgrade(request, stream, head));
  }

  async start(): Promise<void> {
    this.server.listen(0, '127.0.0.1');
    await once(this.server, 'listening');
    await this.foreignHost.start();
  }

  /** Ends deliveries under way and closes every connection. */
  async close(): Promise<void> {
    this.stop.abort();
    this.socket.close();
    this.server.closeAllConnections();
    this.server.close();
    await once(this.server, 'close');
    await this.foreignHost.close();
  }

  /** `127.0.0.1:PORT`, the one host that files may be fetched from. */
  get filesHost(): string {
    return `127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  get origin(): string {
    return `http://${this.filesHost}`;
  }

  /** For the `slackApiUrl` of Bolt's `clientOptions`. */
  get apiUrl(): string {
    return `${this.origin}/api/`;
  }

  get botToken(): string {
    return this.workspace.botToken;
  }

  get appToken(): string {
    return this.workspace.appToken;
  }

  get signingSecret(): string {
    return this.workspace.signingSecret;
  }

  /** Everything said and done so far, by people, the app and Slack. */
  get transcript(): readonly Entry[] {
    return this.workspace.entries;
  }

  /** Every call of the Web API and what came of it. */
  get calls(): readonly ApiCall[] {
    return this.workspace.calls;
  }

  get fileRequests(): readonly FileRequest[] {
    return this.workspace.files.requests;
  }

  /** The server that is not Slack's, and what it was asked. */
  get foreign(): { readonly origin: string; readonly requests: readonly FileRequest[] } {
    return this.foreignHost;
  }

  /** The conversation as plain text, the same for the same conversation. */
  transcriptText(): string {
    return transcriptText(this.workspace.entries, [ids.channel, ids.direct]);
  }

  /** What the app said, in order; without the signs that it is at work. */
  said(): readonly Entry[] {
    return this.workspace.entries.filter(
      ({ who, method }) => who === this.workspace.appName && !method.startsWith('assistant.'),
    );
  }

  /** Waits until the app has said so many things, and returns them. */
  async waitUntilSaid(count: number, timeoutMs = 20_000): Promise<readonly Entry[]> {
    const until = Date.now() + timeoutMs;
    while (this.said().length < count) {
      if (Date.now() > until) {
        const all = this.transcriptText();
        throw new Error(
          `waited for ${count} messages of the app, it has sent ${this.said().length}:\n${all}`,
        );
      }
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    return this.said();
  }

  /** Puts a file into the workspace; returned as events carry it. */
  addFile(file: NewFile): SlackFile {
    return this.workspace.files.add(file);
  }

  /** A person deletes a file. */
  removeFile({ id }: SlackFile): void {
    this.workspace.files.remove(id);
  }

  /** No file is handed out until what is returned is called. */
  holdFiles(): () => void {
    return this.workspace.files.hold();
  }

  /** The bytes of a file that was added or that the app sent. */
  fileBytes(id: string): Uint8Array | undefined {
    return this.workspace.files.find(id)?.bytes;
  }

  file(id: string): SlackFile | undefined {
    return this.workspace.files.find(id)?.file;
  }

  /** The modal that a person looks at. */
  modalOf(user: string): Json | undefined {
    return this.workspace.views.top(user);
  }

  /** What the App Home shows a person. */
  homeOf(user: string): Json | undefined {
    return this.workspace.views.home(user);
  }

  /** Puts a message of the app's into a conversation unchecked, to look at it. */
  show(message: {
    readonly channel: string;
    readonly text: string;
    readonly blocks: readonly object[];
  }): void {
    const blocks = listOf(message.blocks);
    const ts = this.workspace.counters.ts();
    this.workspace.appSaid({
      ...message,
      blocks,
      ts,
      method: 'chat.postMessage',
      how: 'message',
      payload: {},
    });
  }

  /** Gives this answer to the next calls of the method. */
  failNext(method: string, failure: Failure, times = 1): void {
    const before = this.workspace.failures.get(method) ?? [];
    this.workspace.failures.set(method, [...before, ...Array.from({ length: times }, () => failure)]);
  }

  /** Puts Slack's clock forward: trigger ids and response URLs expire, signatures stay in time. */
  advance(ms: number): void {
    this.workspace.clock.advance(ms);
  }

  /** The app's client id and secret, its tokens, and what a person agrees to on Slack's page. */
  get installs(): Workspace['installs'] {
    return this.workspace.installs;
  }

  /** From now on people act in this workspace. */
  actIn(place: Place): void {
    this.workspace.place = place;
  }

  /** A person takes the app out of the workspace: its tokens end, and Slack says so in two events. */
  async uninstall(
    place: Place,
    order: readonly ('app_uninstalled' | 'tokens_revoked')[] = ['app_uninstalled', 'tokens_revoked'],
  ): Promise<void> {
    this.workspace.installs.revoke(place);
    this.actIn(place);
    for (const type of order)
      await this.event({ type, ...(type === 'tokens_revoked' ? { tokens: { bot: [ids.botUser] } } : {}) });
  }

  /** From now on sends to this address; before, or with `undefined`, down the app's socket. */
  sendTo(url: string | undefined): void {
    this.http = url === undefined ? undefined : new HttpDoor(this.workspace, url);
  }

  readonly write: People['write'] = (message) => this.people.write(message);
  readonly slashCommand: People['slashCommand'] = (options) => this.people.slashCommand(options);
  readonly event: People['event'] = (event) => this.people.event(event);
  readonly redeliver: People['redeliver'] = (envelope, retry) => this.people.redeliver(envelope, retry);
  readonly shortcut: People['shortcut'] = (options) => this.people.shortcut(options);
  readonly blockAction: People['blockAction'] = (options) => this.people.blockAction(options);
  readonly interaction: People['interaction'] = (payload, who) => this.people.interaction(payload, who);

  private isToken(authorization: string | undefined): boolean {
    const token = authorization?.replace(/^Bearer /, '') ?? '';
    return typeof this.workspace.installs.placeOf(token) === 'object';
  }

  private door(): Door {
    return this.http ?? this.socket;
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname } = new URL(request.url ?? '/', 'http://fake');
    if (pathname.startsWith('/api/')) {
      await answerWebApi(this.workspace, pathname.slice('/api/'.length), request, response);
    } else if (pathname.startsWith('/files/')) {
      const withToken = this.isToken(request.headers.authorization);
      const mayRead = this.workspace.scopes.has('files:read');
      await this.workspace.files.serve(request, response, pathname, withToken, mayRead);
    } else if (pathname.startsWith('/upload/')) {
      await this.takeUpload(pathname, request, response);
    } else if (pathname.startsWith('/respond/')) {
      await answerAtResponseUrl(this.workspace, pathname, request, response);
    } else {
      response.writeHead(404).end();
    }
  }

  private async takeUpload(path: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const upload = this.workspace.uploads.get(path.slice('/upload/v1/'.length));
    const bytes = await readUpload(request);
    if (!upload || bytes.length !== upload.length) {
      const found = upload ? `stated ${upload.length} bytes, sent ${bytes.length}` : 'no such upload';
      response.writeHead(400, { 'content-type': 'text/plain' }).end(found);
      return;
    }
    upload.bytes = bytes;
    response.writeHead(200, { 'content-type': 'text/plain' }).end(`OK - ${bytes.length}`);
  }
}
