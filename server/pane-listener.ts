import type { RequestListener } from 'node:http';
import { securityHeadersFor } from './headers.ts';
import { readPaneFile } from './pane-files.ts';

const panePath = '/pane/';

/** Answers with the files of the built pane and nothing else, under the headers that they have everywhere. */
export function paneListener(folder: string): RequestListener {
  return (request, response) => {
    const path = request.url?.split('?', 1)[0] ?? '/';
    const headers = securityHeadersFor(path);
    const name = path.startsWith(panePath) ? path.slice(panePath.length) : undefined;
    const reading = name === undefined ? Promise.resolve(null) : readPaneFile(folder, name);
    reading.then(
      (file) => {
        if (!file) {
          response.writeHead(404, { ...headers, 'Content-Type': 'text/plain' }).end('Not found');
          return;
        }
        const { contentType, bytes } = file;
        // Nothing is kept by Excel between two builds.
        const answer = { ...headers, 'Content-Type': contentType, 'Cache-Control': 'no-store' };
        response.writeHead(200, answer).end(request.method === 'HEAD' ? undefined : bytes);
      },
      () => response.writeHead(500, headers).end(),
    );
  };
}
