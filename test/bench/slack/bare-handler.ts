import { createHmac, timingSafeEqual } from 'node:crypto';
import type { RequestListener } from 'node:http';

/** The least that a server must do for a command: read it, check its signature and time, and say 200. */
export function bareHandler(secret: string): RequestListener {
  return async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const stamp = String(request.headers['x-slack-request-timestamp']);
    const given = Buffer.from(String(request.headers['x-slack-signature']));
    const body = Buffer.concat(parts).toString();
    const mine = Buffer.from(
      `v0=${createHmac('sha256', secret).update(`v0:${stamp}:${body}`).digest('hex')}`,
    );
    const right = mine.length === given.length && timingSafeEqual(mine, given);
    const recent = Math.abs(Date.now() / 1000 - Number(stamp)) <= 300;
    const command = new URLSearchParams(body).get('command');
    response.writeHead(right && recent && command !== null ? 200 : 401).end();
  };
}
