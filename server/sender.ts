import type { HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';

/**
 * The address that a request came from, for rate limits. Behind a proxy of one's own it is the last
 * that the proxy has added: those before it can be made up by the sender.
 */
export function senderOf(trustProxy: boolean): (context: Context) => string {
  return (context) => {
    const forwarded = context.req.header('X-Forwarded-For')?.split(',').at(-1)?.trim();
    if (trustProxy && forwarded) return forwarded;
    // Without a socket, as in tests that do not listen, there is no environment either.
    const { incoming } = (context.env ?? {}) as Partial<HttpBindings>;
    return incoming?.socket.remoteAddress ?? 'unknown';
  };
}
