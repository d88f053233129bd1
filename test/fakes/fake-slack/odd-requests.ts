import type { HttpAnswer, HttpDoor, RawRequest } from './http-door.ts';
import type { Json } from './json.ts';
import { eventEnvelope } from './payloads.ts';
import { secondsNow } from './signing.ts';
import type { Workspace } from './workspace.ts';

/** Requests that Slack would not send, or sends only to look at an app. Without a body, a mention. */
export class OddRequests {
  constructor(
    private readonly workspace: Workspace,
    private readonly door: () => HttpDoor,
  ) {}

  /** Any request at all. */
  raw(request: RawRequest): Promise<HttpAnswer> {
    return this.door().send(request);
  }

  /** Rightly signed, but six minutes old. */
  stale(body = this.mention()): Promise<HttpAnswer> {
    return this.raw({ body, stampOffset: -360 });
  }

  /** Rightly signed, with a stamp of tomorrow. */
  future(body = this.mention()): Promise<HttpAnswer> {
    return this.raw({ body, stampOffset: 86_400 });
  }

  /** Signed by someone who does not have the secret. */
  forged(body = this.mention()): Promise<HttpAnswer> {
    return this.raw({ body, secret: 'not-the-secret' });
  }

  /** Without a signature. */
  unsigned(body = this.mention()): Promise<HttpAnswer> {
    return this.raw({ body, secret: null });
  }

  /** The last request once more, byte for byte. */
  replayed(): Promise<HttpAnswer> {
    return this.door().replay();
  }

  /** Slack's own check of a certificate, which is not signed. */
  sslCheck(): Promise<HttpAnswer> {
    const body = new URLSearchParams({ ssl_check: '1', token: 'deprecated' }).toString();
    return this.raw({ body, secret: null, contentType: 'application/x-www-form-urlencoded' });
  }

  /** Slack's check of an address for events; the app must answer with the challenge. */
  async urlVerification(): Promise<HttpAnswer & { readonly challenge: string }> {
    const challenge = this.workspace.counters.id('challenge');
    const body = JSON.stringify({ token: 'deprecated', challenge, type: 'url_verification' });
    return { ...(await this.raw({ body })), challenge };
  }

  private mention(): string {
    const event: Json = {
      type: 'app_mention',
      user: 'U1',
      channel: 'C1',
      text: '<@UBOT> help',
      ts: this.workspace.counters.ts(),
    };
    const eventId = this.workspace.counters.id(`EvOdd${secondsNow()}`);
    return JSON.stringify(eventEnvelope(event, eventId, secondsNow(), this.workspace.place));
  }
}
