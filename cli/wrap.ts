/** Fits a phone held upright in a terminal, and an e-mail. */
const phoneWidth = 64;

/** A text as lines of at most 64 characters, broken between words, with something before the first and the other lines. */
export function wrapped(text: string, others = '', first = ''): string {
  const lines: string[] = [];
  let line = first;
  for (const word of text.split(' ')) {
    const starts = line.trim() === '' || line === first;
    if (!starts && line.length + 1 + word.length > phoneWidth) {
      lines.push(line);
      line = `${others}${word}`;
    } else line = starts ? `${line}${word}` : `${line} ${word}`;
  }
  return [...lines, line].join('\n');
}
