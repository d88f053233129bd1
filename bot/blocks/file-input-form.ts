import type { ModalView } from '@slack/types';
import { type FormOrigin, form, formIds } from './file-form.ts';
import { plain } from './menus.ts';
import { paragraph } from './message.ts';

export const fileField = 'lm3_file_input';

/** Asks for a file, so that it need not be in any conversation. The answer is for that person alone. */
export function fileInputForm(origin: FormOrigin): ModalView {
  return form(formIds.file, origin, {
    title: 'Work out a file',
    submit: 'Work it out',
    blocks: [
      paragraph(
        'A Local Pound workbook for LM3 or for tenants, or a list of payments to suppliers. Only you see the answer, until you share it. The file is read in memory and not kept.',
      ),
      {
        type: 'input',
        block_id: fileField,
        label: plain('File (.xlsx or .csv)'),
        element: {
          type: 'file_input',
          action_id: fileField,
          filetypes: ['xlsx', 'csv'],
          max_files: 3,
        },
      },
    ],
  });
}
