import type { KnownBlock, ModalView } from '@slack/types';
import * as z from 'zod';
import { fileButtonSchema } from './file-button.ts';
import { clip, slackLimits } from './limits.ts';
import { plain } from './menus.ts';

/** Ids of the forms; each is answered in `listeners/views/`. */
export const formIds = {
  area: 'spend_area',
  columns: 'spend_columns',
  file: 'lm3_file',
} as const;

/** What a form has to know when it comes back: where it was opened, and about which file. */
const formOrigin = z.object({
  channel: z.string().min(1),
  from: fileButtonSchema.optional(),
  /** Where the answer goes to the person alone. */
  responseUrl: z.string().optional(),
});
export type FormOrigin = z.output<typeof formOrigin>;

/** @throws when it is not one that a form of ours was made with */
export const readFormOrigin = (metadata: string): FormOrigin => formOrigin.parse(JSON.parse(metadata));

/** A form in a window of its own. */
export function form(
  id: string,
  origin: FormOrigin,
  {
    title,
    submit,
    blocks,
  }: { readonly title: string; readonly submit?: string; readonly blocks: KnownBlock[] },
): ModalView {
  return {
    type: 'modal',
    callback_id: id,
    private_metadata: JSON.stringify(origin),
    title: plain(clip(title, slackLimits.modalTitle)),
    close: plain('Cancel'),
    ...(submit === undefined ? {} : { submit: plain(submit) }),
    blocks,
  };
}
