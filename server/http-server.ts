import { createServer, type RequestListener, type Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { getRequestListener } from '@hono/node-server';
import { securityHeadersFor } from './headers.ts';
import { codeOf, StartError } from './start-error.ts';

export const slackEventsPath = '/slack/events';

type Fetch = (request: Request) => Response | Promise<Response>;

/** A slow client may not hold a connection open for ever. */
const limits = { headersTimeout: 10_000, requestTimeout: 30_000, connectionsCheckingInterval: 5000 };

/** Node would answer a request without a Host header by itself, without our headers. */
const answeredHere = { requireHostHeader: false };

/** One server for everything: Slack's requests go to Slack's own listener, the rest to the pages. */
export function createHttpServer(fetch: Fetch, slack: RequestListener | undefined): Server {
  const pages = getRequestListener(fetch, {
    // Slack's client uses the global Request and Response too, and expects Node's own.
    overrideGlobalObjects: false,
    errorHandler: () => new Response(unreadable, { status: 400, headers: plainHeaders() }),
  });
  const server = createServer({ ...limits, ...answeredHere }, (incoming, outgoing) => {
    const path = incoming.url?.split('?', 1)[0];
    if (slack !== undefined && path === slackEventsPath) slack(incoming, outgoing);
    else void pages(incoming, outgoing);
  });
  server.on('clientError', answerBrokenRequest);
  return server;
}

/** Starts listening and returns the port. Rejects with a {@link StartError} that says how to choose another. */
export async function listen(server: Server, host: string, port: number): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host, port }, () => {
      server.off('error', reject);
      resolve();
    });
  }).catch((error: unknown) => {
    throw new StartError(describeListenError(error, host, port), { cause: error });
  });
  const address = server.address();
  return address !== null && typeof address === 'object' ? address.port : port;
}

/**
 * Takes no new requests and lets those under way finish; what is not finished after `deadlineMs` is
 * cut off.
 */
export async function closeHttpServer(server: Server, deadlineMs: number): Promise<void> {
  if (!server.listening) return;
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  // A kept-alive connection becomes idle only after its last answer, so ask more than once.
  const idle = setInterval(() => server.closeIdleConnections(), 50);
  const deadline = setTimeout(() => server.closeAllConnections(), deadlineMs);
  await closed;
  clearInterval(idle);
  clearTimeout(deadline);
}

function describeListenError(error: unknown, host: string, port: number): string {
  const other = 'Choose another port: start with PORT=3001, or use "localpound serve --port 3001".';
  switch (codeOf(error)) {
    case 'EADDRINUSE':
      return `Port ${port} on ${host} is already in use by another program. ${other}`;
    case 'EACCES':
      return `This user may not listen on port ${port}. ${other}`;
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `HOST is ${host}, which is not an address of this computer. Leave it out to serve this computer only, or set HOST=0.0.0.0 to serve the network.`;
    default:
      return `The server cannot listen on ${host} port ${port}: ${String(error)}. ${other}`;
  }
}

const unreadable = 'This request cannot be read. Check the address.\n';

function plainHeaders(): Record<string, string> {
  return { ...securityHeadersFor('/'), 'Content-Type': 'text/plain; charset=utf-8', Connection: 'close' };
}

/** Answers what is not HTTP, is too long or comes too slowly: such a request never reaches the pages. */
function answerBrokenRequest(error: Error, socket: Duplex): void {
  const code = codeOf(error);
  if (!socket.writable || code === 'ECONNRESET') {
    socket.destroy();
    return;
  }
  const [status, words] =
    code === 'HPE_HEADER_OVERFLOW'
      ? ['431 Request Header Fields Too Large', 'The address or the headers of this request are too long.\n']
      : code === 'ERR_HTTP_REQUEST_TIMEOUT'
        ? ['408 Request Timeout', 'This request took too long to arrive.\n']
        : ['400 Bad Request', unreadable];
  const headers = { ...plainHeaders(), 'Content-Length': String(Buffer.byteLength(words)) };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  socket.end(`HTTP/1.1 ${status}\r\n${lines.join('\r\n')}\r\n\r\n${words}`);
}
