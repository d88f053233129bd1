import { existsSync } from 'node:fs';
import { readFile, realpath, stat } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';

/** A file of the built pane, ready to send. */
export interface PaneFile {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly contentType: string;
  readonly cacheControl: string;
  readonly etag: string;
}

const contentTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** Letters, digits, `.`, `_` and `-`, not beginning with a dot: no such name can lead out of the folder. */
const plainName = /^[\w-][\w.-]*$/;

/** Vite puts a hash of the content into these names, so the same name always means the same bytes. */
const hashedName = /^assets\/.+-[\w-]{8}\.\w+$/;

/** What to do when {@link isPaneBuilt} says no. */
export const buildPaneAdvice = 'Run "npm run build" in the project folder.';

/** Whether `npm run build` has put the pane there. */
export function isPaneBuilt(folder: string): boolean {
  return existsSync(join(folder, 'index.html'));
}

/**
 * The file at `path` under `folder`, or null when there is none. `path` comes from outside and is
 * taken as it is, undecoded: the pane's own names need no encoding.
 */
export async function readPaneFile(folder: string, path: string): Promise<PaneFile | null> {
  const name = path === '' || path.endsWith('/') ? `${path}index.html` : path;
  if (!name.split('/').every((part) => plainName.test(part))) return null;
  const file = join(folder, name);
  const facts = await stat(file).catch(() => null);
  if (!facts?.isFile()) return null;
  // A link inside the folder must not lead out of it either.
  if (!(await realpath(file)).startsWith((await realpath(folder)) + sep)) return null;
  return {
    bytes: new Uint8Array(await readFile(file)),
    contentType: contentTypes[extname(name).toLowerCase()] ?? 'application/octet-stream',
    cacheControl: hashedName.test(name) ? 'public, max-age=31536000, immutable' : 'no-cache',
    etag: `"${facts.size.toString(36)}-${Math.trunc(facts.mtimeMs).toString(36)}"`,
  };
}
