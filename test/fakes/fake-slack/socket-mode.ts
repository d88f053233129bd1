import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Attempt, DeliveryKind, Door, Retry } from './delivery.ts';
import { type Json, objectOf, stringOf } from './json.ts';
import { ids, type Workspace } from './workspace.ts';

const pingEveryMs = 5_000;
const socketWaitMs = 15_000;

type Ending = { readonly payload: unknown } | { readonly failure: 'timeout' | 'connection_failed' };

interface Waiting {
  readonly socket: WebSocket;
  readonly end: (ending: Ending) => void;
}

/** Socket Mode: greets each socket, sends envelopes down one, and waits for their acknowledgement. */
export class SocketMode implements Door {
  private readonly server = new WebSocketServer({ noServer: true });
  private readonly sockets: WebSocket[] = [];
  private readonly waiting = new Map<string, Waiting>();
  private openedCount = 0;
  private readonly pings: NodeJS.Timeout;

  constructor(private readonly workspace: Workspace) {
    this.pings = setInterval(() => {
      for (const socket of this.sockets) socket.ping();
    }, pingEveryMs);
    this.pings.unref();
  }

  /** How many sockets the app has opened so far. */
  get opened(): number {
    return this.openedCount;
  }

  /** How many sockets the app holds open and not to be renewed. */
  get open(): number {
    return this.sockets.length;
  }

  /** Asks for every socket to be renewed and closes it, as Slack does every few hours. */
  refresh(): void {
    for (const socket of this.sockets.splice(0)) {
      const notice = { type: 'disconnect', reason: 'refresh_requested', debug_info: { host: 'fake-slack' } };
      socket.send(JSON.stringify(notice));
      socket.close();
    }
  }

  /** Breaks every socket off without a word. */
  drop(): void {
    for (const socket of this.sockets.splice(0)) socket.terminate();
  }

  /** Waits until the app has a socket open. */
  async waitUntilOpen(timeoutMs = this.workspace.options.socketWaitMs ?? socketWaitMs): Promise<void> {
    const until = Date.now() + timeoutMs;
    while (this.sockets.length === 0) {
      if (Date.now() > until) throw new Error(`the app opened no socket within ${timeoutMs} milliseconds`);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }

  /** Takes a WebSocket handshake; the ticket in its address is good once. */
  upgrade(request: IncomingMessage, stream: Duplex, head: Buffer): void {
    const ticket = new URL(request.url ?? '/', 'http://fake').searchParams.get('ticket') ?? '';
    if (!this.workspace.tickets.delete(ticket)) {
      stream.end('HTTP/1.1 401 Unauthorized\r\nconnection: close\r\n\r\n');
      return;
    }
    this.server.handleUpgrade(request, stream, head, (socket) => this.greet(socket));
  }

  async attempt(kind: DeliveryKind, payload: Json, retry?: Retry): Promise<Attempt> {
    // An event finds the app again after a gap, because Slack tries anew; a command given in a gap is lost.
    if (kind === 'events_api') await this.waitUntilOpen().catch(() => undefined);
    const socket = this.sockets.shift();
    if (!socket) return { retry, status: 0, text: '', failure: 'no_socket' };
    this.sockets.push(socket);
    const id = this.workspace.counters.id('envelope');
    const envelope = {
      envelope_id: id,
      type: kind,
      payload,
      accepts_response_payload: kind !== 'events_api',
      ...(kind === 'events_api' ? { retry_attempt: retry?.num ?? 0, retry_reason: retry?.reason ?? '' } : {}),
    };
    const ending = await new Promise<Ending>((resolve) => {
      const timer = setTimeout(() => end({ failure: 'timeout' }), this.workspace.ackMs);
      const end = (how: Ending) => {
        clearTimeout(timer);
        this.waiting.delete(id);
        resolve(how);
      };
      this.waiting.set(id, { socket, end });
      socket.send(JSON.stringify(envelope));
    });
    if ('failure' in ending) return { retry, status: 0, text: '', failure: ending.failure };
    const answer = objectOf(ending.payload);
    return { retry, status: 200, text: Object.keys(answer).length === 0 ? '' : JSON.stringify(answer) };
  }

  close(): void {
    clearInterval(this.pings);
    for (const socket of this.server.clients) socket.terminate();
    this.server.close();
  }

  private greet(socket: WebSocket): void {
    this.sockets.push(socket);
    this.openedCount += 1;
    socket.on('close', () => {
      const index = this.sockets.indexOf(socket);
      if (index >= 0) this.sockets.splice(index, 1);
      for (const waiting of this.waiting.values()) {
        if (waiting.socket === socket) waiting.end({ failure: 'connection_failed' });
      }
    });
    socket.on('message', (data) => {
      const { envelope_id: id, payload } = objectOf(JSON.parse(String(data)));
      this.waiting.get(stringOf(id) ?? '')?.end({ payload });
    });
    const hello = {
      type: 'hello',
      num_connections: this.sockets.length,
      debug_info: { host: 'fake-slack', approximate_connection_time: 18_060 },
      connection_info: { app_id: ids.app },
    };
    socket.send(JSON.stringify(hello));
  }
}
