import type { Attempt, DeliveryKind, Door, Retry } from './delivery.ts';
import type { Json } from './json.ts';
import { secondsNow, signed } from './signing.ts';
import type { Workspace } from './workspace.ts';

export interface RawRequest {
  readonly body: string;
  readonly contentType?: 'application/json' | 'application/x-www-form-urlencoded';
  /** Another secret than the app's; `null` leaves the signature out. */
  readonly secret?: string | null;
  /** Seconds that the stamp is off the clock; negative in the past. */
  readonly stampOffset?: number;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface HttpAnswer {
  readonly status: number;
  readonly text: string;
  readonly headers: Headers;
}

interface Sent {
  readonly body: string;
  readonly headers: Record<string, string>;
}

/** Sends to the app's own address, signed as Slack signs. */
export class HttpDoor implements Door {
  private last: Sent | undefined;
  private readonly tries = new WeakMap<Json, number>();

  constructor(
    private readonly workspace: Workspace,
    private readonly url: string,
  ) {}

  async attempt(kind: DeliveryKind, payload: Json, retry?: Retry): Promise<Attempt> {
    const json = kind === 'events_api';
    const request: RawRequest = {
      body: json ? JSON.stringify(payload) : formBody(kind, payload),
      contentType: json ? 'application/json' : 'application/x-www-form-urlencoded',
      // Waits between tries are short in tests; a stamp of its own keeps each try's signature its own.
      stampOffset: this.triesOf(payload),
      headers: retry ? { 'x-slack-retry-num': String(retry.num), 'x-slack-retry-reason': retry.reason } : {},
    };
    try {
      const { status, text, headers } = await this.send(request, AbortSignal.timeout(this.workspace.ackMs));
      const noRetry = headers.get('x-slack-no-retry') === '1';
      return { retry, status, text, noRetry, failure: status === 200 ? undefined : 'http_error' };
    } catch (error) {
      const late = error instanceof Error && error.name === 'TimeoutError';
      return { retry, status: 0, text: '', failure: late ? 'http_timeout' : 'connection_failed' };
    }
  }

  private triesOf(payload: Json): number {
    const before = this.tries.get(payload) ?? 0;
    this.tries.set(payload, before + 1);
    return before;
  }

  /** Sends any request. */
  send(request: RawRequest, signal?: AbortSignal): Promise<HttpAnswer> {
    const { body, contentType = 'application/json', secret = this.workspace.signingSecret } = request;
    const stamp = secondsNow() + (request.stampOffset ?? 0);
    const headers = {
      'content-type': contentType,
      'user-agent': 'Slackbot 1.0 (+https://api.slack.com/robots)',
      ...(secret === null ? {} : signed(secret, body, stamp)),
      ...request.headers,
    };
    this.last = { body, headers };
    return this.post(this.last, signal);
  }

  /** Sends the last request once more, byte for byte. */
  replay(): Promise<HttpAnswer> {
    if (!this.last) throw new TypeError('replay: nothing has been sent yet');
    return this.post(this.last);
  }

  private async post({ body, headers }: Sent, signal?: AbortSignal): Promise<HttpAnswer> {
    const response = await fetch(this.url, { method: 'POST', headers, body, signal: signal ?? null });
    return { status: response.status, text: await response.text(), headers: response.headers };
  }
}

function formBody(kind: DeliveryKind, payload: Json): string {
  const fields =
    kind === 'interactive'
      ? { payload: JSON.stringify(payload) }
      : Object.fromEntries(Object.entries(payload).map(([name, value]) => [name, String(value)]));
  return new URLSearchParams(fields).toString();
}
