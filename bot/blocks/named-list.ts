import { type ListLine, listBlocks, plainList } from './list.ts';
import { heading, type Message, paragraph } from './message.ts';

/** A numbered list with a sentence above it and one below. Names suppliers or tenants: for one person only. */
export function namedListMessage(given: {
  readonly title: string;
  readonly intro: string;
  readonly lines: readonly ListLine[];
  readonly closing?: string | undefined;
}): Message {
  const { title, intro, lines, closing } = given;
  const end = closing === undefined ? [] : [paragraph(closing)];
  return {
    text: [`${title}. ${intro}`, ...lines.map(({ lead = '', text }) => lead + text)].join('\n'),
    blocks: [heading(title), paragraph(intro), ...listBlocks(undefined, lines, 'ordered'), ...end],
    plainBlocks: [heading(title), paragraph(intro), ...plainList(undefined, lines), ...end],
  };
}
