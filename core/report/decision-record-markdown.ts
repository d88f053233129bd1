import type { DecisionRecord, RecordLine, RecordSection } from './decision-record.ts';

/** The decision record as Markdown, for a file that is read or pasted elsewhere. */
export function decisionRecordMarkdown({ title, subtitle, sections }: DecisionRecord): string {
  return `${[`# ${plain(title)}`, plain(subtitle), ...sections.map(section)].join('\n\n')}\n`;
}

function section({ heading, lines, table, blanks }: RecordSection): string {
  return [
    `## ${heading}`,
    ...(lines.length > 0 ? [lines.map(lineOf).join('\n')] : []),
    ...(table === undefined ? [] : [tableOf(table.headings, table.rows)]),
    ...(blanks === undefined ? [] : [tableOf(['To fill in', ''], blanks)]),
  ].join('\n\n');
}

function lineOf(line: RecordLine): string {
  return typeof line === 'string' ? `- ${plain(line)}` : `- **${plain(line[0])}:** ${plain(line[1])}`;
}

function tableOf(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.map(plain).join(' | ')} |`;
  return [line(headings), `| ${headings.map(() => '---').join(' | ')} |`, ...rows.map(line)].join('\n');
}

/** People's own words must not become markup: neither a table nor a tag nor a link of their making. */
function plain(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\`*_[\]|#~]/g, (sign) => `\\${sign}`)
    .replaceAll('<', '&lt;');
}
