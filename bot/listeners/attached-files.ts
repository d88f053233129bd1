import * as z from 'zod';
import type { AttachedFile } from '../answer-files.ts';

const attached = z.array(z.object({ id: z.string().min(1), name: z.string().nullish() }));

/** The files of a message, as an event or a shortcut carries them. The library's types leave them out. */
export function attachedFiles(message: object): AttachedFile[] {
  const files = attached.safeParse('files' in message ? message.files : []);
  return files.success ? files.data.map(({ id, name }) => ({ id, name: name || undefined })) : [];
}
