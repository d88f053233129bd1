import type { RunStamp } from '../../core/index.ts';
import { version } from '../../package.json' with { type: 'json' };
import { readLimits } from '../../spreadsheet/limits.ts';

/** What made a report of this file: the moment is that at which the report is made. */
export async function stampFor(fileName: string, bytes: Uint8Array<ArrayBuffer>): Promise<() => RunStamp> {
  return stampOf(fileName, await sha256(bytes));
}

/** The same for a file that is never held whole; one too large to be held has no sum to check it by. */
export async function stampForBlob(fileName: string, file: Blob): Promise<() => RunStamp> {
  const held =
    file.size <= readLimits.fileBytes ? await file.arrayBuffer().catch(() => undefined) : undefined;
  return stampOf(fileName, held && (await sha256(new Uint8Array(held))));
}

/** Without a file there is no sum to check it by: cells that are open in Excel have none. */
export function stampOf(fileName: string, inputsSha256: string | undefined): () => RunStamp {
  return () => ({
    version,
    madeAt: new Date(),
    fileName,
    ...(inputsSha256 === undefined ? {} : { inputsSha256 }),
  });
}

/** In hexadecimal; undefined on pages that are not served safely, where browsers do not offer it. */
async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string | undefined> {
  if (!globalThis.isSecureContext) return undefined;
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
