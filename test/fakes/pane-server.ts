import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { securityHeadersFor } from '../../server/headers.ts';
import { readPaneFile } from '../../server/pane-files.ts';

/** The pane as `npm run build` makes it, served as our server serves it. */
export interface PaneServer {
  /** Address of the pane, ending in `/pane/`. */
  readonly url: string;
  /** Where the built files are. */
  readonly folder: string;
  /** What browsers reported as breaches of the security policy, those inside workers included. */
  readonly breaches: readonly string[];
  close(): Promise<void>;
}

/** Builds the pane into a new temporary folder and serves it on a free port, under the real security policy. */
export async function servePane(): Promise<PaneServer> {
  const folder = await mkdtemp(join(tmpdir(), 'local-pound-pane-'));
  await build({
    configFile: fileURLToPath(new URL('../../vite.config.ts', import.meta.url)),
    logLevel: 'warn',
    root: fileURLToPath(new URL('../../excel-addin/taskpane', import.meta.url)),
    build: { outDir: folder, emptyOutDir: true },
  });
  const breaches: string[] = [];
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    if (pathname === '/breach') {
      text(request).then(
        (report) => breaches.push(report),
        (error: unknown) => breaches.push(String(error)),
      );
      response.writeHead(204).end();
      return;
    }
    const headers = reportingHeaders(pathname);
    const name = pathname.startsWith('/pane/') ? pathname.slice('/pane/'.length) : '';
    readPaneFile(folder, name).then(
      (file) =>
        file
          ? response.writeHead(200, { ...headers, 'Content-Type': file.contentType }).end(file.bytes)
          : response.writeHead(404, headers).end('Not found'),
      (error: unknown) => response.writeHead(500, headers).end(String(error)),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/pane/`,
    folder,
    breaches,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** The headers of our server; the policy is the same but for where breaches are told of. */
function reportingHeaders(path: string): Record<string, string> {
  const { 'Content-Security-Policy': policy = '', ...others } = securityHeadersFor(path);
  return { ...others, 'Content-Security-Policy': `${policy}; report-uri /breach` };
}
