import type { KnownBlock, RichTextList } from '@slack/types';
import { formatCount } from '../../core/index.ts';
import { clip, slackLimits } from './limits.ts';
import { paragraph } from './message.ts';

/** One line of a list. All of it is shown as it is: rich text knows no markup. */
export interface ListLine {
  readonly text: string;
  /** Shown in bold in front of the text. */
  readonly lead?: string;
  /** How far it is indented, from 0. */
  readonly depth?: number;
}

const lineLength = 600;

/** A titled list as a real list, so that screen readers say how many lines it has. Nothing when it is empty. */
export function listBlocks(
  title: string | undefined,
  lines: readonly ListLine[],
  style: 'bullet' | 'ordered' = 'bullet',
): KnownBlock[] {
  if (lines.length === 0) return [];
  const titled = title === undefined ? [] : [section([{ type: 'text', text: title, style: { bold: true } }])];
  return [{ type: 'rich_text', elements: [...titled, ...runs(lines, style)] }];
}

/** The same as plain paragraphs, for when a list is refused. */
export function plainList(title: string | undefined, lines: readonly ListLine[]): KnownBlock[] {
  if (lines.length === 0) return [];
  const shown = lines.map(({ depth = 0, lead = '', text }) => `${'  '.repeat(depth)}• ${lead}${text}`);
  return [paragraph([...(title === undefined ? [] : [title]), ...shown].join('\n'))];
}

/** The first lines, and how many more there are of `all`. */
export function cutList(lines: readonly ListLine[], all: number, most: number): readonly ListLine[] {
  const shown = lines.slice(0, most);
  const more = all - shown.length;
  return more > 0 ? [...shown, { text: `${formatCount(more)} more` }] : shown;
}

type Section = RichTextList['elements'][number];

function section(elements: Section['elements']): Section {
  return { type: 'rich_text_section', elements };
}

/** A list holds lines of one indent, so every change of indent starts another. */
function runs(lines: readonly ListLine[], style: 'bullet' | 'ordered'): RichTextList[] {
  const lists: RichTextList[] = [];
  for (const { depth = 0, lead, text } of lines) {
    const indent = Math.min(depth, slackLimits.listIndent);
    const last = lists.at(-1);
    const line = section([
      ...(lead === undefined ? [] : [{ type: 'text' as const, text: lead, style: { bold: true } }]),
      { type: 'text', text: clip(text, lineLength) },
    ]);
    if (last !== undefined && (last.indent ?? 0) === indent) last.elements.push(line);
    else lists.push({ type: 'rich_text_list', style, indent, elements: [line] });
  }
  return lists;
}
