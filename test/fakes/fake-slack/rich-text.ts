import { type Json, listOf, stringOf } from './json.ts';

/** The plain words of a `rich_text` block. */
export function richText(block: Json): string {
  return listOf(block.elements).map(elementText).join('\n');
}

function elementText(element: Json): string {
  if (element.type === 'rich_text_list')
    return listOf(element.elements)
      .map((item) => `• ${elementText(item)}`)
      .join('\n');
  if (Array.isArray(element.elements)) return listOf(element.elements).map(elementText).join('');
  if (element.type === 'user') return `<@${String(element.user_id)}>`;
  return stringOf(element.text) ?? stringOf(element.url) ?? '';
}
