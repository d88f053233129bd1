import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import type { RunStamp } from '../core/index.ts';
import packageFile from '../package.json' with { type: 'json' };

/** What a report says of its own making: the program, the moment, and the file with its hash. */
export async function runStamp(path: string): Promise<RunStamp> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return {
    version: packageFile.version,
    madeAt: new Date(),
    fileName: path,
    inputsSha256: hash.digest('hex'),
  };
}
