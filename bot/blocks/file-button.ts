import * as z from 'zod';
import { spendChoicesSchema } from '../files/spend-choices.ts';

/** Ids of the buttons; each is answered in `listeners/actions/`. */
export const actionIds = {
  showWorkings: 'lm3_show_workings',
  showChaseList: 'lm3_show_chase_list',
  previousPage: 'lm3_workings_previous',
  nextPage: 'lm3_workings_next',
  shareResult: 'lm3_share_result',
  getReport: 'file_get_report',
  showTenantsToAsk: 'tenants_show_to_ask',
  showLeaks: 'spend_show_leaks',
  chooseArea: 'spend_choose_area',
  chooseColumns: 'spend_choose_columns',
  confirmColumns: 'spend_confirm_columns',
} as const;

export const fileButtonSchema = z.object({
  /** Slack's id of the workbook. */
  file: z.string().min(1),
  /** The message at the head of the thread that the answer belongs to; none where it stands alone. */
  thread: z.string().min(1).optional(),
  /** Who asked for the answer: only that person may see what names single suppliers. */
  asker: z.string().min(1),
  /** Page of the workings, from 1. */
  page: z.number().int().min(1).optional(),
  /** For a spend export: Slack's ids of the lists of suppliers that came with it. */
  lists: z.array(z.string().min(1)).max(2).optional(),
  /** For a spend export: what that person said of it. */
  spend: spendChoicesSchema.optional(),
});

/**
 * What a button knows. It names the file and holds nothing of it, so nothing has to be kept between
 * an answer and a press: the press reads the file again, also after a restart and in another process.
 */
export type FileButton = z.output<typeof fileButtonSchema>;

export function writeFileButton(value: FileButton): string {
  return JSON.stringify(value);
}

/** @throws when the value is not one that `writeFileButton` wrote */
export function readFileButton(text: string | undefined): FileButton {
  return fileButtonSchema.parse(JSON.parse(text ?? ''));
}
