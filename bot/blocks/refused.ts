import type { Refused } from '../files/file-answer.ts';
import { actionIds, type FileButton, writeFileButton } from './file-button.ts';
import { issuesMessage } from './issues.ts';
import { button, buttons, type Message } from './message.ts';

const titles: Readonly<Record<Refused['about'], (name: string) => string>> = {
  lm3: (name) => `LM3 of ${name} could not be worked out`,
  tenants: (name) => `The enabled contribution in ${name} could not be worked out`,
  spend: (name) => `The payments in ${name} could not be added up`,
  list: (name) => `${name} is a list of suppliers`,
  unknown: (name) => `I do not know what ${name} is for`,
  unreadable: (name) => `${name} could not be read`,
};

const kinds =
  'I read three kinds of file: the Local Pound workbook for LM3 (.xlsx), the one for tenants (.xlsx), and lists of payments to suppliers (.csv or .xlsx).';

const nextSteps: Readonly<Record<Refused['about'], string>> = {
  lm3: 'Mend this in the workbook, save it, and send it again.',
  tenants: 'Mend this in the workbook, save it, and send it again.',
  spend: 'Mend this in the file and send it again.',
  list: kinds,
  unknown: kinds,
  unreadable: kinds,
};

/** Why a file has no figures: what was found wrong, and what to do. */
export function refusedMessage(
  fileName: string,
  { about, issues, columns }: Refused,
  from: FileButton,
): Message {
  const message = issuesMessage(titles[about](fileName), issues, nextSteps[about]);
  if (columns === undefined) return message;
  const press = buttons([
    button(
      actionIds.chooseColumns,
      'It is a list of payments',
      'Say which column holds the supplier and which the amount',
      writeFileButton(from),
    ),
  ]);
  return {
    ...message,
    blocks: [...message.blocks, press],
    plainBlocks: [...(message.plainBlocks ?? message.blocks), press],
  };
}
