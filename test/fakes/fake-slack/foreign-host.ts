import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { FileRequest } from './file-store.ts';

/** A server that is not Slack's, where a bot must never send its token. */
export class ForeignHost {
  readonly requests: FileRequest[] = [];
  private readonly server = createServer((request, response) => {
    this.requests.push({ path: request.url ?? '', withToken: 'authorization' in request.headers });
    response.end('not a workbook');
  });

  async start(): Promise<void> {
    this.server.listen(0, '127.0.0.1');
    await once(this.server, 'listening');
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    this.server.close();
    await once(this.server, 'close');
  }
}
