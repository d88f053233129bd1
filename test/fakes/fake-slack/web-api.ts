import type { IncomingMessage, ServerResponse } from 'node:http';
import { refusedBlocks } from './block-check.ts';

type Json = Record<string, unknown>;

/** Scopes that each method needs, as Slack documents them. */
const methodScopes: Record<string, string> = {
  'chat.postMessage': 'chat:write',
  'chat.postEphemeral': 'chat:write',
  'files.info': 'files:read',
};

export interface StoredFile {
  readonly id: string;
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly mode: string;
  readonly isExternal: boolean;
  /** Where `files.info` says the file is; set otherwise to lead a careless bot astray. */
  readonly url: string;
}

export interface WebApiState {
  readonly botToken: string;
  readonly appToken: string;
  readonly scopes: ReadonlySet<string>;
  readonly files: Map<string, StoredFile>;
  /** Answers to give in place of the real one, by method, the first first. */
  readonly forced: Map<string, Forced[]>;
  readonly post: (method: string, body: Json) => string;
  readonly socketUrl: () => string;
}

export type Forced = { readonly status: 429; readonly retryAfter: number } | { readonly error: string };

/** Answers one call of Slack's Web API. */
export async function answerWebApi(
  state: WebApiState,
  method: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const body = await readBody(request);
  const reply = (json: Json, status = 200, headers: Record<string, string> = {}) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(json));
  };
  const forced = state.forced.get(method)?.shift();
  if (forced && 'status' in forced)
    return reply({ ok: false, error: 'ratelimited' }, 429, { 'retry-after': String(forced.retryAfter) });
  if (forced) return reply({ ok: false, error: forced.error });

  const token = request.headers.authorization?.replace('Bearer ', '') ?? String(body.token ?? '');
  const wanted = method === 'apps.connections.open' ? state.appToken : state.botToken;
  if (token !== wanted) return reply({ ok: false, error: 'invalid_auth' });
  const needed = methodScopes[method];
  if (needed && !state.scopes.has(needed)) {
    return reply({ ok: false, error: 'missing_scope', needed, provided: [...state.scopes].join(',') });
  }

  switch (method) {
    case 'auth.test':
      return reply({
        ok: true,
        user_id: 'UBOT',
        bot_id: 'BBOT',
        team_id: 'T1',
        user: 'localpound',
        team: 'Test',
      });
    case 'apps.connections.open':
      return reply({ ok: true, url: state.socketUrl() });
    case 'files.info': {
      const file = state.files.get(String(body.file));
      if (!file) return reply({ ok: false, error: 'file_not_found' });
      const { id, name, mode, isExternal, url, bytes } = file;
      return reply({
        ok: true,
        file: { id, name, mode, is_external: isExternal, size: bytes.length, url_private_download: url },
      });
    }
    case 'chat.postMessage':
    case 'chat.postEphemeral': {
      const wrong = refusedBlocks(body.blocks);
      if (wrong.includes('msg_blocks_too_long')) return reply({ ok: false, error: 'msg_blocks_too_long' });
      if (wrong.length > 0)
        return reply({ ok: false, error: 'invalid_blocks', response_metadata: { messages: wrong } });
      if (!body.text) return reply({ ok: false, error: 'no_text' });
      return reply({ ok: true, ts: state.post(method, body), channel: body.channel });
    }
    default:
      return reply({ ok: false, error: 'unknown_method' });
  }
}

/** Bodies come as JSON or as a form whose nested values are JSON. */
export async function readBody(request: IncomingMessage): Promise<Json> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  const text = Buffer.concat(parts).toString();
  if (request.headers['content-type']?.includes('json')) return JSON.parse(text) as Json;
  const form = Object.fromEntries(new URLSearchParams(text)) as Json;
  if (typeof form.blocks === 'string') form.blocks = JSON.parse(form.blocks);
  return form;
}
