import type { KnownBlock } from '@slack/types';
import { dataTable, type TableContent, tableParagraph } from './data-blocks.ts';
import { type ListLine, listBlocks, plainList } from './list.ts';
import { firstThatFits, footnote, heading, type Message, paragraph } from './message.ts';

/** What a result of any kind is made of, in the order in which it is read. */
export interface ResultParts {
  readonly headline: string;
  readonly sentences: readonly string[];
  readonly tables: readonly TableContent[];
  readonly charts: readonly KnownBlock[];
  /** What the figures rest on, below this title. */
  readonly restsOn: string;
  readonly rests: readonly ListLine[];
  readonly noted: readonly ListLine[];
  readonly pressed: KnownBlock;
  readonly origin: string;
}

/**
 * A result with as many lines of each list as Slack takes, and beside it the one that may be shared.
 *
 * @param parts for the most lines that a list may have
 */
export function resultWithin(parts: (most: number, share: boolean) => ResultParts): Message {
  const message = (share: boolean): Message =>
    firstThatFits([10, 5, 2, 0].map((most) => () => layOut(parts(most, share))));
  return { ...message(false), shareable: message(true) };
}

/** With tables and charts, and without them for when Slack refuses those. */
function layOut({ headline, sentences, tables, charts, ...parts }: ResultParts): Message {
  const { restsOn, rests, noted, pressed } = parts;
  const said = sentences.map((text) => ({ text }));
  const origin = footnote(parts.origin);
  return {
    text: [headline, ...sentences].join('\n'),
    blocks: [
      heading(headline),
      ...listBlocks(undefined, said),
      ...tables.flatMap(dataTable),
      ...charts,
      ...listBlocks(restsOn, rests),
      ...listBlocks('Please note', noted),
      pressed,
      origin,
    ],
    plainBlocks: [
      paragraph(headline),
      ...plainList(undefined, said),
      ...tables.flatMap(tableParagraph),
      ...plainList(restsOn, rests),
      ...plainList('Please note', noted),
      pressed,
      origin,
    ],
  };
}
