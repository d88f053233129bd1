import type { KnownBlock } from '@slack/types';
import { formatCount, type Issue, type Lm3Result } from '../../core/index.ts';
import { actionIds, type FileButton, writeFileButton } from './file-button.ts';
import { slackLimits } from './limits.ts';
import { type ListLine, listBlocks, plainList } from './list.ts';
import { button, buttons, heading, type Message } from './message.ts';
import { type WorkingsPart, workingsParts } from './workings-lines.ts';

const linesOnPage = 40;
/** Characters of JSON left for heading and buttons. */
const roomForFrame = 1500;

/** One page of the workings, with notes at the end. Names single suppliers: for the person who asked only. */
export function workingsMessage(result: Lm3Result, from: FileButton, notes: readonly Issue[] = []): Message {
  const pages = paged(workingsParts(result, notes));
  const page = Math.min(from.page ?? 1, pages.length);
  const parts = pages[page - 1] ?? [];
  const title = `Workings of LM3, page ${formatCount(page)} of ${formatCount(pages.length)}`;
  const lines = parts.flatMap((part) => [
    part.title,
    ...part.lines.map(({ lead = '', text }) => lead + text),
  ]);
  const turns = turnButtons(from, page, pages.length);
  return {
    text: [`${title}, for ${result.name}`, ...lines].join('\n'),
    blocks: [heading(title), ...parts.flatMap((part) => listBlocks(part.title, part.lines)), ...turns],
    plainBlocks: [heading(title), ...parts.flatMap((part) => plainList(part.title, part.lines)), ...turns],
  };
}

function turnButtons(from: FileButton, page: number, pages: number): KnownBlock[] {
  const to = (other: number): string => writeFileButton({ ...from, page: other });
  const turns = [
    ...(page > 1
      ? [button(actionIds.previousPage, 'Previous page', 'Show the page before', to(page - 1))]
      : []),
    ...(page < pages ? [button(actionIds.nextPage, 'Next page', 'Show the page after', to(page + 1))] : []),
  ];
  return turns.length === 0 ? [] : [buttons(turns)];
}

/** Parts cut into pages that Slack takes; a part that goes on keeps its title. */
function paged(parts: readonly WorkingsPart[]): WorkingsPart[][] {
  const pages: WorkingsPart[][] = [[]];
  let [lines, size] = [0, 0];
  for (const { title, lines: all } of parts) {
    let part: ListLine[] = [];
    const begin = (): void => {
      part = [];
      pages.at(-1)?.push({ title, lines: part });
    };
    begin();
    for (const line of all) {
      const cost = JSON.stringify(listBlocks(title, [line])).length;
      if (lines === linesOnPage || size + cost > slackLimits.messagePayload - roomForFrame) {
        if (part.length === 0) pages.at(-1)?.pop();
        pages.push([]);
        begin();
        [lines, size] = [0, 0];
      }
      part.push(line);
      lines += 1;
      size += cost;
    }
  }
  return pages;
}
