/** One thing said, by a person or by the bot. */
export interface Said {
  readonly who: string;
  /** How it was said: a message, a reply only one person sees, a command, a press of a button. */
  readonly how: string;
  readonly channel: string;
  readonly thread?: string | undefined;
  readonly text: string;
  readonly blocks?: readonly unknown[] | undefined;
}

/** The conversation as text that a person can read; the same for the same conversation. */
export function readable(said: readonly Said[]): string {
  return said
    .map(({ who, how, text, thread, blocks }) => {
      const shown = blocks ? blocks.map(blockText).join('\n') : text;
      const indent = thread === undefined ? '' : '    ';
      return [`${who} (${how}):`, ...shown.split('\n').map((line) => `  ${line}`)]
        .map((line) => `${indent}${line}`.trimEnd())
        .join('\n');
    })
    .join('\n\n');
}

type Json = Record<string, unknown>;

function blockText(block: unknown): string {
  const { type, text, elements, rows, caption } = block as Json;
  if (type === 'header') return `# ${(text as Json).text}`;
  if (type === 'data_table') {
    const lines = (rows as Json[][]).map((row) => `| ${row.map((cell) => cell.text).join(' | ')} |`);
    return [`[table: ${caption}]`, ...lines].join('\n');
  }
  if (type === 'actions')
    return (elements as Json[]).map((element) => `[button: ${(element.text as Json).text}]`).join(' ');
  return String((text as Json | undefined)?.text ?? '');
}
