import type { Delivered } from './delivery.ts';
import type { FileRequest, SlackFile } from './file-store.ts';
import type { Json } from './json.ts';
import { type FakeSlackServer, startFakeSlack } from './start-fake-slack.ts';
import type { Entry } from './transcript.ts';
import type { Failure, FakeSlackOptions } from './workspace.ts';

/** A conversation with the bot in few words, on top of the fake Slack: what is not named is as usual. */
export class FakeSlack {
  private constructor(readonly server: FakeSlackServer) {}

  static async start(options: FakeSlackOptions = {}): Promise<FakeSlack> {
    return new FakeSlack(await startFakeSlack(options));
  }

  close(): Promise<void> {
    return this.server.close();
  }

  get botToken(): string {
    return this.server.botToken;
  }

  get appToken(): string {
    return this.server.appToken;
  }

  get signingSecret(): string {
    return this.server.signingSecret;
  }

  get apiUrl(): string {
    return this.server.apiUrl;
  }

  /** The one origin that the bot may fetch files from. */
  get fileHosts(): readonly string[] {
    return [this.server.origin];
  }

  get fileRequests(): readonly FileRequest[] {
    return this.server.fileRequests;
  }

  get foreignRequests(): readonly FileRequest[] {
    return this.server.foreign.requests;
  }

  /** Where to send what people do, for a bot that takes requests. */
  sendTo(url: string): void {
    this.server.sendTo(url);
  }

  /** The conversation as plain text. */
  transcript(): string {
    return this.server.transcriptText();
  }

  /** Everything said and done so far, by people, the bot and Slack. */
  get said(): readonly Entry[] {
    return this.server.transcript;
  }

  /** What the bot said, in order. */
  get replies(): readonly Entry[] {
    return this.server.said();
  }

  /** Waits until the bot has said so many things. */
  repliesCount(count: number, timeoutMs?: number): Promise<readonly Entry[]> {
    return this.server.waitUntilSaid(count, timeoutMs);
  }

  addFile(
    name: string,
    bytes: Uint8Array,
    { mode, isExternal }: { mode?: string; isExternal?: boolean } = {},
  ): SlackFile {
    return this.server.addFile({
      name,
      bytes,
      ...(mode === undefined ? {} : { mode }),
      ...(isExternal === undefined ? {} : { external: isExternal }),
    });
  }

  /** A file whose address leads to another host, straight away or after a redirect. */
  addForeignFile(name: string, how: 'address' | 'redirect'): SlackFile {
    const download = how === 'address' ? 'foreign' : 'redirect';
    return this.server.addFile({ name, bytes: new Uint8Array(), download });
  }

  /** The next call of the method gets this answer. */
  force(method: string, answer: Failure): void {
    this.server.failNext(method, answer);
  }

  /** A person types a slash command. */
  async command(command: string, text: string, user = 'U1'): Promise<Delivered> {
    return acknowledged(await this.server.slashCommand({ command, text, user }));
  }

  /** A person mentions the bot, or writes to it directly; delivered as often as `copies` says. */
  async say(
    text: string,
    options: {
      user?: string;
      files?: readonly SlackFile[];
      direct?: boolean;
      more?: Json;
      copies?: number;
    } = {},
  ): Promise<{ status: number; ts: string }> {
    const { user = 'U1', files = [], direct = false, more = {}, copies = 1 } = options;
    const attached = files.length === 0 ? {} : { files, ...(direct ? { subtype: 'file_share' } : {}) };
    const first = await this.server.event({
      type: direct ? 'message' : 'app_mention',
      user,
      text,
      ...attached,
      ...more,
    });
    let { status } = acknowledged(first);
    for (let num = 1; num < copies; num += 1) {
      const again = await this.server.redeliver(first.envelope, { num, reason: 'http_timeout' });
      status = acknowledged(again).status;
    }
    return { status, ts: first.ts };
  }

  /** A person chooses a message shortcut. */
  async shortcut(callbackId: string, files: readonly SlackFile[], user = 'U1'): Promise<Delivered> {
    return acknowledged(await this.server.shortcut({ callbackId, message: { files }, user }));
  }

  /** A person presses a button of the bot's last message that has it. */
  async press(actionId: string, user = 'U1'): Promise<Delivered> {
    return acknowledged(await this.server.blockAction({ actionId, user }));
  }

  /** Sends a raw request, for forged, stale and replayed ones. */
  raw(
    body: string,
    how: { secret?: string; clockOffset?: number; headers?: Record<string, string> } = {},
  ): Promise<{ status: number; text: string }> {
    return this.server.requests.raw({
      body,
      ...(how.secret === undefined ? {} : { secret: how.secret }),
      stampOffset: how.clockOffset ?? 0,
      headers: how.headers ?? {},
    });
  }

  /** Asks the bot to renew its socket, as Slack does every few hours. */
  refreshSocket(): void {
    this.server.socket.refresh();
  }

  /** How many sockets the bot has opened so far, and holds open now. */
  socketCounts(): { opened: number; open: number } {
    const { opened, open } = this.server.socket;
    return { opened, open };
  }
}

function acknowledged<T extends Delivered>(delivered: T): T {
  const failure = delivered.attempts.at(-1)?.failure;
  if (!delivered.acked)
    throw new Error(`the bot did not acknowledge: ${failure} (status ${delivered.status})`);
  return delivered;
}
