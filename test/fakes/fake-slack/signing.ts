import { createHmac } from 'node:crypto';

/** The headers with which Slack signs a body, version v0. `stamp` is in seconds since 1970. */
export function signed(secret: string, body: string, stamp = secondsNow()): Record<string, string> {
  const signature = createHmac('sha256', secret).update(`v0:${stamp}:${body}`).digest('hex');
  return { 'x-slack-request-timestamp': String(stamp), 'x-slack-signature': `v0=${signature}` };
}

export function secondsNow(): number {
  return Math.floor(Date.now() / 1000);
}
