import type { KnownBlock } from '@slack/types';
import { formatCount } from '../../core/index.ts';
import type { FileFigures } from '../files/file-answer.ts';
import { actionIds, type FileButton, writeFileButton } from './file-button.ts';
import { slackLimits } from './limits.ts';
import { type ListLine, listBlocks, plainList } from './list.ts';
import { button, buttons, heading, type Message } from './message.ts';
import { type WorkingsPart, workingsParts } from './workings-lines.ts';

const linesOnPage = 40;
/** Characters of JSON left for heading and buttons. */
const roomForFrame = 1500;

/** One page of the workings. Names suppliers or tenants: for the person who asked only. */
export function workingsMessage(answer: FileFigures, from: FileButton): Message {
  const { what, name, parts: all } = workingsOf(answer);
  const pages = paged(all);
  const page = Math.min(from.page ?? 1, pages.length);
  const parts = pages[page - 1] ?? [];
  const title = `Workings of ${what}, page ${formatCount(page)} of ${formatCount(pages.length)}`;
  const lines = parts.flatMap((part) => [
    part.title,
    ...part.lines.map(({ lead = '', text }) => lead + text),
  ]);
  const turns = turnButtons(from, page, pages.length);
  return {
    text: [`${title}${name === undefined ? '' : `, for ${name}`}`, ...lines].join('\n'),
    blocks: [heading(title), ...parts.flatMap((part) => listBlocks(part.title, part.lines)), ...turns],
    plainBlocks: [heading(title), ...parts.flatMap((part) => plainList(part.title, part.lines)), ...turns],
  };
}

function workingsOf(answer: FileFigures): {
  readonly what: string;
  readonly name?: string | undefined;
  readonly parts: readonly WorkingsPart[];
} {
  switch (answer.kind) {
    case 'lm3': {
      const { result, discretion } = answer;
      return { what: 'LM3', name: result.name, parts: workingsParts(result, discretion.namingNotes) };
    }
    case 'tenants':
      return { what: 'the enabled contribution', name: answer.name, parts: answer.workings };
    case 'spend':
      return { what: 'these payments', name: answer.area, parts: answer.workings };
  }
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
