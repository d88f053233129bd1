import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { App, HTTPReceiver, type Logger, LogLevel, type Receiver, SocketModeReceiver } from '@slack/bolt';
import { WebClient } from '@slack/web-api';
import { type FakeSlackServer, startFakeSlack } from './fake-slack/start-fake-slack.ts';
import type { FakeSlackOptions } from './fake-slack/workspace.ts';

/** Refusals are expected here; the libraries need not say so on the screen. */
const logger: Logger = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
  setLevel: () => undefined,
  getLevel: () => LogLevel.ERROR,
  setName: () => undefined,
};
export const paragraph = (text: string) => ({
  type: 'section' as const,
  text: { type: 'mrkdwn' as const, text },
});

/** The button under each answer of the tiny app. */
const button = { type: 'button', action_id: 'more', value: 'v1', text: { type: 'plain_text', text: 'More' } };

/** The fake Slack with a tiny app, on either transport, to test the fake itself. */
export class SlackStand {
  private readonly endings: (() => unknown)[] = [];
  private running: FakeSlackServer | undefined;

  get slack(): FakeSlackServer {
    if (!this.running) throw new TypeError('start() comes first');
    return this.running;
  }

  /** Starts with short waits between tries, and trigger ids that outlast a slow machine. */
  async start(options: FakeSlackOptions = {}): Promise<FakeSlackServer> {
    const slack = await startFakeSlack({ retryAfterMs: [10, 10], triggerMs: 60_000, ...options });
    this.endings.push(() => slack.close());
    this.running = slack;
    return slack;
  }

  async close(): Promise<void> {
    for (const end of this.endings.splice(0).reverse()) await end();
  }

  client(token = this.slack.botToken, options: { rejectRateLimitedCalls?: boolean } = {}): WebClient {
    return new WebClient(token, {
      slackApiUrl: this.slack.apiUrl,
      logger,
      retryConfig: { retries: 1, minTimeout: 1, maxTimeout: 5 },
      ...options,
    });
  }

  /** Runs the tiny app behind a server. */
  async overHttp(): Promise<void> {
    const { signingSecret } = this.slack;
    const receiver = new HTTPReceiver({ signingSecret, endpoints: '/slack/events', logger });
    tinyApp(this.slack, receiver);
    await this.serve(createServer((request, response) => receiver.requestListener(request, response)));
  }

  /** Puts any server behind the fake's deliveries. */
  async serve(server: Server): Promise<void> {
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    this.endings.push(() => {
      server.closeAllConnections();
      server.close();
    });
    this.slack.sendTo(`http://127.0.0.1:${(server.address() as AddressInfo).port}/slack/events`);
  }

  /** Runs the tiny app on a socket. */
  async overSocket(): Promise<void> {
    const receiver = new SocketModeReceiver({
      appToken: this.slack.appToken,
      clientPingTimeout: 200,
      logger,
      installerOptions: { clientOptions: { slackApiUrl: this.slack.apiUrl } },
    });
    const app = tinyApp(this.slack, receiver);
    await app.start();
    this.endings.push(() => app.stop());
  }
}

/** How a call failed; nothing when it did not. */
export function failure(call: Promise<unknown>) {
  return call.then(
    () => undefined,
    (error: { code: string; data?: object; retryAfter?: number }) => error,
  );
}

/** The code of Slack's own that a call failed with. */
export function errorCode(error: { data?: object } | undefined): unknown {
  return error?.data && 'error' in error.data ? error.data.error : error;
}

/** The smallest app: it answers mentions in the thread, a command, a shortcut and a button. */
function tinyApp(slack: FakeSlackServer, receiver: Receiver): App {
  const app = new App({
    token: slack.botToken,
    receiver,
    logger,
    clientOptions: { slackApiUrl: slack.apiUrl },
  });
  app.error(async () => undefined);
  app.event('app_mention', async ({ event, say }) => {
    await say({
      text: `heard ${event.text}`,
      thread_ts: event.ts,
      blocks: [paragraph(`heard ${event.text}`), { type: 'actions', elements: [button] } as never],
    });
  });
  app.event('message', async ({ event, say }) => {
    if (!('text' in event) || event.subtype) return;
    await say({ text: `direct: ${event.text}` });
  });
  app.command('/tiny', async ({ command, ack, respond }) => {
    await ack(`working on ${command.text}`);
    await respond({ text: 'done', response_type: 'in_channel' });
  });
  app.shortcut('look', async ({ shortcut, ack, client: web }) => {
    await ack();
    await web.views.open({
      trigger_id: shortcut.trigger_id,
      view: { type: 'modal', title: { type: 'plain_text', text: 'A form' }, blocks: [paragraph('hello')] },
    });
  });
  app.action('more', async ({ ack, respond, action }) => {
    await ack();
    await respond({ text: `more of ${'value' in action ? action.value : ''}`, replace_original: false });
  });
  return app;
}
