import type { IncomingMessage } from 'node:http';
import type { Json } from './json.ts';

/** All bytes of a request. */
export async function readBytes(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

/** Arguments that hold JSON inside a form. */
const nested = ['blocks', 'attachments', 'files', 'view', 'prompts', 'metadata'];

/** The arguments of a request: JSON, or a form whose nested values are JSON. Broken JSON stays text. */
export async function readArguments(request: IncomingMessage): Promise<Json> {
  const text = (await readBytes(request)).toString();
  if (request.headers['content-type']?.includes('json')) return JSON.parse(text) as Json;
  const form: Json = Object.fromEntries(new URLSearchParams(text));
  for (const name of nested) {
    if (typeof form[name] === 'string') form[name] = parsed(form[name]);
  }
  return form;
}

/** The bytes of an upload: the whole body, or the first part of a `multipart/form-data` one. */
export async function readUpload(request: IncomingMessage): Promise<Uint8Array> {
  const bytes = await readBytes(request);
  const contentType = request.headers['content-type'] ?? '';
  if (!contentType.startsWith('multipart/form-data')) return bytes;
  const form = await new Response(new Uint8Array(bytes), {
    headers: { 'content-type': contentType },
  }).formData();
  for (const value of form.values()) {
    if (typeof value !== 'string') return new Uint8Array(await value.arrayBuffer());
  }
  return new Uint8Array();
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}
