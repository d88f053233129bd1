import { type Json, listOf, objectOf, stringOf } from './json.ts';

/** A `rich_text` block as a person reads it: lists indented, bold words between asterisks. */
export function richText(block: Json): string {
  return listOf(block.elements).map(elementText).join('\n');
}

function elementText(element: Json): string {
  if (element.type === 'rich_text_list') {
    const indent = '  '.repeat(Number(element.indent ?? 0));
    return listOf(element.elements)
      .map(
        (item, index) =>
          `${indent}${element.style === 'ordered' ? `${index + 1}.` : '•'} ${elementText(item)}`,
      )
      .join('\n');
  }
  if (Array.isArray(element.elements)) return listOf(element.elements).map(elementText).join('');
  if (element.type === 'user') return `<@${String(element.user_id)}>`;
  const text = stringOf(element.text) ?? stringOf(element.url) ?? '';
  return objectOf(element.style).bold === true ? `*${text}*` : text;
}
