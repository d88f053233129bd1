import { createHmac } from 'node:crypto';

export interface Delivery {
  readonly url: string;
  readonly signingSecret: string;
  readonly contentType: 'application/json' | 'application/x-www-form-urlencoded';
  readonly body: string;
  /** Seconds that the stamp is off the clock; a stamp in the past is negative. */
  readonly clockOffset?: number;
  readonly headers?: Record<string, string>;
}

/** The headers with which Slack signs a request. */
export function signed({
  signingSecret,
  body,
  clockOffset = 0,
}: Pick<Delivery, 'signingSecret' | 'body' | 'clockOffset'>): Record<string, string> {
  const stamp = String(Math.floor(Date.now() / 1000) + clockOffset);
  const signature = createHmac('sha256', signingSecret).update(`v0:${stamp}:${body}`).digest('hex');
  return { 'x-slack-request-timestamp': stamp, 'x-slack-signature': `v0=${signature}` };
}

/** Sends one signed request to the bot and returns its answer. */
export async function deliver(delivery: Delivery): Promise<{ status: number; text: string }> {
  const response = await fetch(delivery.url, {
    method: 'POST',
    headers: { 'content-type': delivery.contentType, ...signed(delivery), ...delivery.headers },
    body: delivery.body,
  });
  return { status: response.status, text: await response.text() };
}
