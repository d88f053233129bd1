import { cellText } from './check-data-blocks.ts';
import { type Json, listOf, objectOf, stringOf } from './json.ts';
import { richText } from './rich-text.ts';

/** A block as plain text: what a person would read on the screen. */
export function blockText(block: Json): string {
  switch (block.type) {
    case 'header':
      return `# ${words(block.text)}`;
    case 'divider':
      return '---';
    case 'section':
      return [block.text, ...listOf(block.fields)]
        .filter((text) => text !== undefined)
        .map(words)
        .join('\n');
    case 'context':
      return listOf(block.elements)
        .map((element) =>
          element.type === 'image' ? `[image: ${String(element.alt_text)}]` : words(element),
        )
        .join(' ');
    case 'actions':
    case 'context_actions':
      return listOf(block.elements).map(elementText).join(' ');
    case 'image':
      return `[image: ${String(block.alt_text)}]`;
    case 'markdown':
      return String(block.text);
    case 'rich_text':
      return richText(block);
    case 'data_table':
      return [`[table: ${String(block.caption)}]`, ...rowLines(block.rows)].join('\n');
    case 'table':
      return ['[table]', ...rowLines(block.rows)].join('\n');
    case 'data_visualization':
      return [
        `[${String(objectOf(block.chart).type)} chart: ${String(block.title)}]`,
        ...chartLines(block),
      ].join('\n');
    case 'input':
      return `[input: ${words(block.label)}]`;
    default:
      return `[${String(block.type)}]`;
  }
}

/** The words on a button or in a menu, in brackets. */
export function elementText(element: Json): string {
  if (element.type === 'feedback_buttons')
    return ['positive_button', 'negative_button']
      .map((name) => `[button: ${words(objectOf(element[name]).text)}]`)
      .join(' ');
  if (element.type === 'button' || element.type === 'icon_button') return `[button: ${words(element.text)}]`;
  return `[${String(element.type)}: ${words(element.placeholder)}]`;
}

function words(text: unknown): string {
  return stringOf(objectOf(text).text) ?? '';
}

function rowLines(rows: unknown): string[] {
  return (Array.isArray(rows) ? rows : []).map(
    (row: unknown) => `| ${listOf(row).map(cellText).join(' | ')} |`,
  );
}

function chartLines(block: Json): string[] {
  const chart = objectOf(block.chart);
  const points = (data: unknown) =>
    listOf(data)
      .map(({ label, value }) => `${String(label)}: ${String(value)}`)
      .join('; ');
  if (chart.type === 'pie') return [points(chart.segments)];
  return listOf(chart.series).map(({ name, data }) => `${String(name)}: ${points(data)}`);
}
