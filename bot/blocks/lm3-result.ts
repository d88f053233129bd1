import { formatCount, type Lm3Result, lm3Summary } from '../../core/index.ts';
import { actionIds, type FileButton, writeFileButton } from './file-button.ts';
import { type IssueList, issueLine } from './issues.ts';
import { type ListLine, listBlocks, plainList } from './list.ts';
import { button, buttons, firstThatFits, footnote, heading, type Message, paragraph } from './message.ts';
import { roundsParagraph, roundsTable } from './rounds-table.ts';

/** A result and the workbook it came from. */
export interface FileResult {
  readonly result: Lm3Result;
  /** What was noticed while reading; the result stands all the same. */
  readonly warnings: IssueList;
  readonly fileName: string;
  readonly from: FileButton;
}

/** LM3 with what it rests on: never the figure alone. */
export function lm3ResultMessage(given: FileResult): Message {
  const message = (share: boolean): Message =>
    firstThatFits([10, 5, 2, 0].map((most) => () => build(given, most, share)));
  return { ...message(false), shareable: message(true) };
}

function build({ result, warnings, fileName, from }: FileResult, most: number, share: boolean): Message {
  const { headline, sentences } = lm3Summary(result);
  const said = sentences.map((text) => ({ text }));
  const rests = cutList(
    result.assumptions.map(({ text }) => ({ text })),
    result.assumptions.length,
    most,
  );
  const noted = cutList(warnings.shown.map(issueLine), warnings.all, most);
  const value = writeFileButton(from);
  const pressed = buttons([
    button(actionIds.showWorkings, 'Show workings', 'Show the workings of this LM3, to you only', value),
    button(
      actionIds.showChaseList,
      'Whom to ask first',
      'Show which suppliers to ask first, to you only',
      value,
    ),
    ...(share
      ? [button(actionIds.shareResult, 'Share to channel', 'Show this result to everyone here', value)]
      : []),
  ]);
  const origin = footnote(`From ${fileName}, read in memory and not kept.`);
  return {
    text: [headline, ...sentences].join('\n'),
    blocks: [
      heading(headline),
      ...listBlocks(undefined, said),
      roundsTable(result),
      ...listBlocks('What this rests on', rests),
      ...listBlocks('Please note', noted),
      pressed,
      origin,
    ],
    plainBlocks: [
      paragraph(headline),
      ...plainList(undefined, said),
      roundsParagraph(result),
      ...plainList('What this rests on', rests),
      ...plainList('Please note', noted),
      pressed,
      origin,
    ],
  };
}

/** The first lines, and how many more there are. */
function cutList(lines: readonly ListLine[], all: number, most: number): readonly ListLine[] {
  const shown = lines.slice(0, most);
  const more = all - shown.length;
  return more > 0 ? [...shown, { text: `${formatCount(more)} more` }] : shown;
}
