import { columnLetters, formatCount, roleWords, type ShownColumn } from '../../core/index.ts';
import type { SpendAnswer } from '../files/file-answer.ts';
import { dataTable, type TableContent, tableParagraph } from './data-blocks.ts';
import { actionIds, type FileButton, writeFileButton } from './file-button.ts';
import { button, buttons, footnote, heading, type Message, paragraph } from './message.ts';

/** Asks whether the columns were read as they are meant, before any figure rests on them. No cell of the file is shown. */
export function spendColumnsMessage(answer: SpendAnswer, fileName: string, from: FileButton): Message {
  const title = `Please check how I read ${fileName}`;
  const intro =
    'I am not sure of every column. This is what I took them for. Nothing is worked out until you say that it is right.';
  const table = columnsTable(answer.columns);
  const value = writeFileButton(from);
  const pressed = buttons([
    button(actionIds.confirmColumns, 'That is right', 'The columns are right: go on', value, {
      style: 'primary',
    }),
    button(actionIds.chooseColumns, 'Change columns', 'Say which column holds what', value),
  ]);
  const unused = answer.columns.length - table.rows.length;
  const origin = footnote(
    `${unused > 0 ? `${formatCount(unused)} other ${unused === 1 ? 'column is' : 'columns are'} not used. ` : ''}From ${fileName}, read in memory and not kept.`,
  );
  return {
    text: [title, intro, ...table.rows.map((row) => row.join(', '))].join('\n'),
    blocks: [heading(title), paragraph(intro), ...dataTable(table), pressed, origin],
    plainBlocks: [heading(title), paragraph(intro), ...tableParagraph(table), pressed, origin],
  };
}

function columnsTable(columns: readonly ShownColumn[]): TableContent {
  return {
    caption: 'What each column was taken for, and why.',
    headings: ['Holds', 'Column', 'Heading', 'Why'],
    rows: columns.flatMap(({ heading: text, role, because = '' }, place) =>
      role === undefined ? [] : [[roleWords[role], columnLetters(place), text, because]],
    ),
  };
}
