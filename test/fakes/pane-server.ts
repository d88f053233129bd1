import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, readdir, rename, rm, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
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

const root = fileURLToPath(new URL('../../', import.meta.url));
/** All that the build is made from. */
const madeFrom = [
  'core',
  'excel-addin',
  'spreadsheet',
  'vite.config.ts',
  'package.json',
  'package-lock.json',
];
const builds = `local-pound-pane-${userInfo().username}-`;
const oneDay = 24 * 3_600_000;

/**
 * The folder with the pane as it is built from the sources at hand. Test files that follow each other
 * share one build: it is named after the content of all its sources. It is built in a folder of its own
 * first, which then takes its name in one step, so that two test files at a time never see half of it.
 */
async function builtPane(): Promise<string> {
  const folder = join(tmpdir(), `${builds}${contentHash()}`);
  if (existsSync(folder)) return folder;
  await removeOldBuilds();
  const staging = await mkdtemp(`${folder}-`);
  // Loaded only here: most test files find the pane built.
  const { build } = await import('vite');
  await build({
    configFile: join(root, 'vite.config.ts'),
    logLevel: 'warn',
    root: join(root, 'excel-addin/taskpane'),
    build: { outDir: staging, emptyOutDir: true },
  });
  try {
    await rename(staging, folder);
  } catch (error) {
    if (!existsSync(folder)) throw error;
    await rm(staging, { recursive: true });
  }
  return folder;
}

function contentHash(): string {
  const hash = createHash('sha256');
  for (const name of madeFrom) {
    const files = /\./.test(name)
      ? [name]
      : readdirSync(join(root, name), { recursive: true, withFileTypes: true })
          .filter((entry) => entry.isFile())
          .map((entry) => join(entry.parentPath, entry.name))
          .sort();
    for (const file of files) hash.update(file).update(readFileSync(resolve(root, file)));
  }
  return hash.digest('hex').slice(0, 16);
}

/** Builds of sources that have changed since; those of today may be in use. */
async function removeOldBuilds(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    if (!name.startsWith(builds)) continue;
    const folder = join(tmpdir(), name);
    const { mtimeMs } = await stat(folder).catch(() => ({ mtimeMs: Date.now() }));
    if (Date.now() - mtimeMs > oneDay) await rm(folder, { recursive: true, force: true });
  }
}

/** Serves the built pane on a free port, under the real security policy. */
export async function servePane(): Promise<PaneServer> {
  const folder = await builtPane();
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
    },
  };
}

/** The headers of our server; the policy is the same but for where breaches are told of. */
function reportingHeaders(path: string): Record<string, string> {
  const { 'Content-Security-Policy': policy = '', ...others } = securityHeadersFor(path);
  return { ...others, 'Content-Security-Policy': `${policy}; report-uri /breach` };
}
