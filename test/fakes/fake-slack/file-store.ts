import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Counters } from './counters.ts';

/** A file as `files.info` and message events show it. */
export interface SlackFile {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly mimetype: string;
  readonly filetype: string;
  /** As stated; it may be a lie. */
  readonly size: number;
  readonly mode: string;
  readonly is_external: boolean;
  readonly user: string;
  readonly created: number;
  readonly url_private: string;
  readonly url_private_download: string;
}

export interface NewFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** `hosted` unless given; a file that another app points to is `external`. */
  readonly mode?: string;
  readonly external?: boolean;
  readonly user?: string;
  readonly mimetype?: string;
  /** The size that `files.info` states in place of the true one. */
  readonly statedSize?: number;
  /** An address of the test's own in place of the fake's. */
  readonly url?: string;
  /**
   * What a download meets: `redirect` to the foreign host, `foreign` where the address itself is there,
   * `slow` where some bytes come and then none, `endless` where bytes never stop coming, `signIn` where
   * the page to sign in comes whatever the token.
   */
  readonly download?: 'redirect' | 'foreign' | 'slow' | 'endless' | 'signIn';
}

export interface StoredFile {
  readonly file: SlackFile;
  readonly bytes: Uint8Array;
  readonly download: NewFile['download'];
}

/** A request for a file, and whether it carried the bot's token. */
export interface FileRequest {
  readonly path: string;
  readonly withToken: boolean;
}

const types: Record<string, string> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv',
  png: 'image/png',
  txt: 'text/plain',
};

/** The workspace's files, and downloads of them. */
export class FileStore {
  readonly requests: FileRequest[] = [];
  private readonly stored = new Map<string, StoredFile>();
  private mayServe: Promise<void> = Promise.resolve();

  constructor(
    private readonly counters: Counters,
    private readonly origin: () => string,
    private readonly foreignOrigin: () => string,
  ) {}

  add(file: NewFile): SlackFile {
    const id = this.counters.id('F');
    const filetype = file.name.split('.').at(-1) ?? 'binary';
    const path = `/files/${id}/download/${encodeURIComponent(file.name)}`;
    const url =
      file.url ?? (file.download === 'foreign' ? `${this.foreignOrigin()}/steal` : this.origin() + path);
    const shown: SlackFile = {
      id,
      name: file.name,
      title: file.name,
      mimetype: file.mimetype ?? types[filetype] ?? 'application/octet-stream',
      filetype,
      size: file.statedSize ?? file.bytes.length,
      mode: file.mode ?? (file.external ? 'external' : 'hosted'),
      is_external: file.external ?? false,
      user: file.user ?? 'U1',
      created: 1_767_225_600,
      url_private: url,
      url_private_download: url,
    };
    this.stored.set(id, { file: shown, bytes: file.bytes, download: file.download });
    return shown;
  }

  remove(id: string): void {
    this.stored.delete(id);
  }

  /** Keeps every download waiting until what is returned is called. */
  hold(): () => void {
    let release = () => {};
    this.mayServe = new Promise((resolve) => {
      release = resolve;
    });
    return release;
  }

  find(id: string): StoredFile | undefined {
    return this.stored.get(id);
  }

  /** Answers a download. Without the token, or without the right to read files, comes a page to sign in. */
  async serve(
    request: IncomingMessage,
    response: ServerResponse,
    path: string,
    withToken: boolean,
    mayRead: boolean,
  ): Promise<void> {
    this.requests.push({ path, withToken });
    await this.mayServe;
    const stored = this.stored.get(path.split('/')[2] ?? '');
    if (!withToken || !mayRead || !stored || stored.download === 'signIn') {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
      response.end('<!DOCTYPE html><html><head><title>Sign in</title></head><body>Sign in</body></html>');
      return;
    }
    if (stored.download === 'redirect') {
      response.writeHead(302, { location: `${this.foreignOrigin()}/steal` }).end();
      return;
    }
    response.writeHead(200, { 'content-type': stored.file.mimetype });
    if (stored.download === undefined) response.end(stored.bytes);
    // The rest never comes: the connection stays open until the client gives up.
    else if (stored.download === 'slow') response.write(stored.bytes.subarray(0, 1));
    else pourWithoutEnd(request, response);
  }
}

function pourWithoutEnd(request: IncomingMessage, response: ServerResponse): void {
  const chunk = Buffer.alloc(1 << 20, 'PK');
  const pour = () => {
    while (!response.destroyed && response.write(chunk));
  };
  response.on('drain', pour);
  request.on('close', () => response.destroy());
  pour();
}
